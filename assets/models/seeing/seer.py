# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""One small vision transformer (Dosovitskiy et al. 2021) behind three convolutions (Xiao et al. 2021), with two uses.

Captions: a decoder like GPT-2's that looks at its output. Objects: each of the 64 patches is a query, as those of DETR (Carion et al. 2020) and the tokens
of YOLOS (Fang et al. 2021) are, and says what stands there, if anything, and its box. Both are trained together, so that each learns from the other.
"""

import dataclasses

import torch
from torch import nn
from torch.nn import functional

from transformer import Layer, LayerNorm, Linear, place_codes


@dataclasses.dataclass(frozen=True)
class Shape:
    vocabulary: int
    classes: int
    colours: int
    sizes: int
    width: int = 128
    encoder_heads: int = 4
    decoder_heads: int = 4
    feed_forward: int = 384
    encoder_layers: int = 3
    decoder_layers: int = 2
    side: int = 96
    cells: int = 8
    target_positions: int = 64

    @property
    def patches(self):
        return self.cells**2


class Convolution(nn.Module):
    """Over squares of neighbours, as a product of matrices: the gradients of PyTorch 1.13's own, as Debian builds it, are at times not numbers.

    Row by row: [batch, rows, columns, inputs] → [batch, rows / step, columns / step, outputs].
    """

    def __init__(self, inputs, outputs, square, step):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, square * square * inputs) * (square * square * inputs) ** -0.5)
        self.bias, self.square, self.step, self.inputs = nn.Parameter(torch.zeros(outputs)), square, step, inputs

    def forward(self, x):
        size, count = x.shape[1], x.shape[1] // self.step
        padded, last = functional.pad(x, (0, 0, 1, 1, 1, 1)), (count - 1) * self.step + 1
        across = torch.cat([padded[:, :, place : place + last : self.step] for place in range(self.square)], dim=3)
        near = torch.cat([across[:, place : place + last : self.step] for place in range(self.square)], dim=3)
        assert near.shape[1:3] == (count, count) and size % self.step == 0
        return functional.linear(near, self.weight.to(x.dtype), self.bias.to(x.dtype))

    def kernel(self):
        """As a graph has it: [outputs, inputs, rows, columns]."""
        return self.weight.view(-1, self.square, self.square, self.inputs).permute(0, 3, 1, 2)


def plane_codes(cells, width):
    """Place codes of a square of cells, half for its rows, half for its columns."""
    codes = place_codes(cells, width // 2)
    rows, columns = codes[:, None].expand(-1, cells, -1), codes[None].expand(cells, -1, -1)
    return torch.cat([rows, columns], dim=2).reshape(cells * cells, width)


class Encoder(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.conv1, self.conv2, self.conv3 = Convolution(3, 32, 5, 3), Convolution(32, 64, 3, 2), Convolution(64, shape.width, 3, 2)
        self.first = nn.Parameter(torch.randn(1, 1, shape.width) * 0.02)
        self.embed_positions = nn.Parameter(torch.cat([torch.zeros(1, shape.width), plane_codes(shape.cells, shape.width) * 0.3]))
        self.layers = nn.ModuleList(Layer(shape, False) for _ in range(shape.encoder_layers))
        self.layer_norm = LayerNorm(shape.width)

    def forward(self, pixels):
        """[batch, rows, columns, 3] in -1..1 → [batch, patches + 1, width]; the first place is no patch, as in every vision transformer."""
        x = functional.gelu(self.conv2(functional.gelu(self.conv1(pixels))))
        x = self.conv3(x).flatten(1, 2)
        x = torch.cat([self.first.to(x.dtype).expand(len(x), -1, -1), x], dim=1) + self.embed_positions.to(x.dtype)
        for layer in self.layers:
            x = layer(x, None)
        return self.layer_norm(x)


class Decoder(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.words = nn.Parameter(torch.randn(shape.vocabulary, shape.width) * 0.05)
        self.embed_positions = nn.Parameter(place_codes(shape.target_positions, shape.width) * 0.05)
        self.layers = nn.ModuleList(Layer(shape, True) for _ in range(shape.decoder_layers))
        self.layer_norm = LayerNorm(shape.width)

    def forward(self, tokens, source):
        length = tokens.shape[1]
        x = (functional.embedding(tokens, self.words) + self.embed_positions[:length]).to(source.dtype)
        bias = torch.full((length, length), -1e4, dtype=source.dtype).triu(1)
        for layer in self.layers:
            x = layer(x, bias, source, None)
        return functional.linear(self.layer_norm(x).float(), self.words)


class Objects(nn.Module):
    """Boxes are told from the middle of each patch, and begin at a quarter of the picture."""

    def __init__(self, shape):
        super().__init__()
        self.kind = Linear(shape.width, shape.classes + 1)
        self.fc1, self.fc2 = Linear(shape.width, shape.width), Linear(shape.width, 4)
        middles = (torch.arange(shape.cells) + 0.5) / shape.cells
        rows, columns = middles[:, None].expand(-1, shape.cells), middles[None].expand(shape.cells, -1)
        places = torch.stack([columns.flatten(), rows.flatten()], dim=1).logit()
        self.register_buffer("begin", torch.cat([places, torch.full((shape.patches, 2), 0.25).logit()], dim=1))

    def forward(self, patches):
        patches = patches.float()
        return self.kind(patches), (self.fc2(functional.gelu(self.fc1(patches))) + self.begin).sigmoid()


class Seer(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        self.encoder, self.decoder, self.objects = Encoder(shape), Decoder(shape), Objects(shape)
        # Only for training: each patch also says its figure's colour and size, and the first place the ground's, before the decoder can.
        self.colours, self.sizes, self.grounds = Linear(shape.width, shape.colours), Linear(shape.width, shape.sizes), Linear(shape.width, 4)

    def forward(self, pixels, tokens):
        """Logits of words, of classes, boxes, and what the encoder gave."""
        source = self.encoder(pixels)
        return self.decoder(tokens, source), *self.objects(source[:, 1:]), source

    def looked(self, count=2):
        """Where the first `count` heads of the decoder looked, layer by layer: [batch, count, tokens, patches + 1]."""
        return [layer.encoder_attn.shares[:, :count] for layer in self.decoder.layers]
