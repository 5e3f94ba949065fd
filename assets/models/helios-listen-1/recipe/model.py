# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Whisper's architecture (Radford et al. 2022), small: two convolutions and an encoder over 1,500 positions, a decoder with one table for input and output.

The table of timestamps is a linear map of the encoder's own place codes, so that saying when is a matter of copying where.
"""

import dataclasses

import torch
from torch import nn
from torch.nn import functional

from batches import MARGIN
from transformer import Layer, LayerNorm, Linear, place_codes


@dataclasses.dataclass(frozen=True)
class Shape:
    vocabulary: int
    first_timestamp: int
    width: int = 128
    encoder_heads: int = 2
    decoder_heads: int = 4
    feed_forward: int = 512
    encoder_layers: int = 3
    decoder_layers: int = 2
    mels: int = 80
    source_positions: int = 1500
    target_positions: int = 448


class Convolution(nn.Module):
    """Over three neighbours, as a product of matrices: the gradients of PyTorch 1.13's own, as Debian builds it, are at times not numbers."""

    def __init__(self, inputs, outputs, step):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs, 3) * (inputs * 3) ** -0.5)
        self.bias, self.step = nn.Parameter(torch.zeros(outputs)), step

    def forward(self, x):
        """[batch, length, inputs] → [batch, length / step, outputs]"""
        padded, length = functional.pad(x, (0, 0, 1, 1)), x.shape[1]
        near = torch.cat([padded[:, place : place + length : self.step] for place in range(3)], dim=2)
        return functional.linear(near, self.weight.permute(0, 2, 1).flatten(1).to(x.dtype), self.bias.to(x.dtype))


class Encoder(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.conv1, self.conv2 = Convolution(shape.mels, shape.width, 1), Convolution(shape.width, shape.width, 2)
        self.register_buffer("embed_positions", place_codes(shape.source_positions, shape.width))
        self.layers = nn.ModuleList(Layer(shape, False) for _ in range(shape.encoder_layers))
        self.layer_norm = LayerNorm(shape.width)

    def convolved(self, mel):
        return functional.gelu(self.conv2(functional.gelu(self.conv1(mel.transpose(1, 2)))))

    def forward(self, mel):
        """[batch, 80, 3000] → [batch, 1500, width], as it is exported."""
        return self.listened(self.convolved(mel) + self.embed_positions)

    def listened(self, x, bias=None):
        for layer in self.layers:
            x = layer(x, bias)
        return self.layer_norm(x)

    def of(self, batch):
        """The same of a batch of windows, in 16 bits."""
        mel, silence, places = batch.mel.bfloat16(), batch.silence.bfloat16(), self.embed_positions.bfloat16()
        if batch.whole:
            return self.listened(self.convolved(mel) + places)
        edge = MARGIN // 2
        x = self.convolved(mel)[:, edge : edge + batch.longest]
        silent = self.convolved(silence[:, None, None].expand(-1, 80, 16))[:, 4:5]
        x = torch.cat([x, silent.expand(-1, batch.places.shape[1] - batch.longest, -1)], dim=1) + places[batch.places]
        return self.listened(x, batch.bias[:, None, None, :].bfloat16())


class Decoder(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        self.words = nn.Parameter(torch.randn(shape.first_timestamp, shape.width) * 0.05)
        self.times = nn.Parameter(torch.randn(shape.width, shape.width) * 0.05 * shape.width**-0.5)
        self.time = nn.Parameter(torch.zeros(shape.width))
        self.register_buffer("clock", place_codes(shape.vocabulary - shape.first_timestamp, shape.width))
        self.embed_positions = nn.Parameter(place_codes(shape.target_positions, shape.width) * 0.05)
        self.layers = nn.ModuleList(Layer(shape, True) for _ in range(shape.decoder_layers))
        self.layer_norm = LayerNorm(shape.width)

    def table(self):
        return torch.cat([self.words, self.clock @ self.times + self.time])

    def forward(self, tokens, source, source_bias):
        table, length = self.table(), tokens.shape[1]
        x = (functional.embedding(tokens, table) + self.embed_positions[:length]).to(source.dtype)
        bias = torch.full((length, length), -1e4, dtype=source.dtype).triu(1)
        for layer in self.layers:
            x = layer(x, bias, source, source_bias)
        return functional.linear(self.layer_norm(x).float(), table)


class Listener(nn.Module):
    def __init__(self, shape, sounds):
        super().__init__()
        self.shape = shape
        self.encoder, self.decoder = Encoder(shape), Decoder(shape)
        # Only for training: hears single sounds, which teaches the encoder before the decoder can use it.
        self.sounds = Linear(shape.width, sounds + 1)

    def looked(self, count=2):
        """Where the first `count` heads of the decoder looked, layer by layer: [batch, count, tokens, positions]."""
        return [layer.encoder_attn.shares[:, :count] for layer in self.decoder.layers]

    def forward(self, batch):
        source = self.encoder.of(batch)
        bias = None if batch.whole else batch.bias[:, None, None, :].to(source.dtype)
        return self.decoder(batch.tokens, source, bias), self.sounds(source[:, : batch.longest]).float()
