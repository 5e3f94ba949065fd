# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""The layers of small transformers, as they are trained: attention over what is given or over another's output, normalised first."""

import math

import torch
from torch import nn
from torch.nn import functional


def place_codes(count, width):
    """Sines, then cosines, of wavelengths from 2π to 20,000π."""
    steps = torch.exp(-math.log(10_000) / (width // 2 - 1) * torch.arange(width // 2, dtype=torch.float64))
    angles = torch.arange(count, dtype=torch.float64)[:, None] * steps[None, :]
    return torch.cat([angles.sin(), angles.cos()], dim=1).float()


class Linear(nn.Linear):
    """Computes as finely as what comes in: weights are kept in 32 bits and used in 16 while training."""

    def forward(self, x):
        return functional.linear(x, self.weight.to(x.dtype), None if self.bias is None else self.bias.to(x.dtype))


class LayerNorm(nn.LayerNorm):
    def forward(self, x):
        return functional.layer_norm(x, self.normalized_shape, self.weight.to(x.dtype), self.bias.to(x.dtype), self.eps)


class Attention(nn.Module):
    """Keeps what its heads last looked at, for training."""

    def __init__(self, shape, heads):
        super().__init__()
        self.shares = None
        self.heads = heads
        self.q_proj, self.v_proj, self.out_proj = (Linear(shape.width, shape.width) for _ in range(3))
        self.k_proj = Linear(shape.width, shape.width, bias=False)

    def forward(self, x, source, bias):
        batch, length, width = x.shape
        size = width // self.heads

        def split(y):
            return y.view(batch, -1, self.heads, size).transpose(1, 2)

        queries, keys, values = split(self.q_proj(x) * size**-0.5), split(self.k_proj(source)), split(self.v_proj(source))
        scores = queries @ keys.transpose(2, 3)
        if bias is not None:
            scores = scores + bias
        shares = scores.softmax(dim=-1)
        self.shares = shares if self.training else None
        mixed = shares @ values
        return self.out_proj(mixed.transpose(1, 2).reshape(batch, length, width))


class Layer(nn.Module):
    """One layer of an encoder, or, `crossed`, of a decoder: then it looks at the encoder's output, too."""

    def __init__(self, shape, crossed):
        super().__init__()
        heads = shape.decoder_heads if crossed else shape.encoder_heads
        self.self_attn, self.self_attn_layer_norm = Attention(shape, heads), LayerNorm(shape.width)
        self.crossed = crossed
        if crossed:
            self.encoder_attn, self.encoder_attn_layer_norm = Attention(shape, heads), LayerNorm(shape.width)
        self.fc1, self.fc2 = Linear(shape.width, shape.feed_forward), Linear(shape.feed_forward, shape.width)
        self.final_layer_norm = LayerNorm(shape.width)

    def forward(self, x, bias, source=None, source_bias=None):
        n = self.self_attn_layer_norm(x)
        x = x + self.self_attn(n, n, bias)
        if self.crossed:
            x = x + self.encoder_attn(self.encoder_attn_layer_norm(x), source, source_bias)
        return x + self.fc2(functional.gelu(self.fc1(self.final_layer_norm(x))))
