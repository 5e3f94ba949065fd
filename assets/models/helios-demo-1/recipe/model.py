# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""A small decoder of the usual shape (RMS norm, rotary positions, grouped-query attention, gated MLP, tied head).

Every matrix is rounded to signed 4 bits in blocks of 32 while it learns, so that the exported int4 graph computes what was trained.
"""

import dataclasses

import torch
from torch import nn
from torch.nn import functional

BLOCK = 32


@dataclasses.dataclass(frozen=True)
class Shape:
    vocabulary: int
    layers: int = 4
    hidden: int = 192
    heads: int = 4
    key_value_heads: int = 2
    head_size: int = 64
    feed_forward: int = 448
    rotary_theta: float = 10_000.0
    epsilon: float = 1e-5

    @property
    def packed_width(self):
        """Columns of the packed projection: queries, keys, values."""
        return (self.heads + 2 * self.key_value_heads) * self.head_size


def block_levels(weight):
    """The whole numbers -8..7 and the scales (one a block of 32 along the inputs) that stand for a matrix [outputs, inputs]."""
    blocks = weight.reshape(weight.shape[0], -1, BLOCK)
    scales = blocks.abs().amax(dim=2, keepdim=True).clamp_min(1e-8) / 7.5
    return (blocks / scales).round().clamp(-8, 7), scales


def rounded(weight):
    """The matrix as int4 will hold it; the gradient passes straight through."""
    with torch.no_grad():
        levels, scales = block_levels(weight)
        step = (levels * scales).reshape(weight.shape) - weight
    return weight + step


def rotary_tables(positions, shape):
    """Cosines and sines [positions, head size / 2]."""
    frequencies = shape.rotary_theta ** (-torch.arange(0, shape.head_size, 2, dtype=torch.float64) / shape.head_size)
    angles = torch.arange(positions, dtype=torch.float64)[:, None] * frequencies[None, :]
    return angles.cos().float(), angles.sin().float()


def rotated(x, cos, sin):
    first, second = x.chunk(2, dim=-1)
    return torch.cat([first * cos - second * sin, second * cos + first * sin], dim=-1)


class RmsNorm(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(shape.hidden))
        self.epsilon = shape.epsilon

    def forward(self, x):
        x = x.float()
        return x * torch.rsqrt(x.square().mean(dim=-1, keepdim=True) + self.epsilon) * self.weight


class Int4Linear(nn.Module):
    def __init__(self, inputs, outputs, deviation):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs) * deviation)

    def forward(self, x):
        return functional.linear(x, rounded(self.weight))


class Layer(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        usual = shape.hidden**-0.5
        residual = usual / (2 * shape.layers) ** 0.5
        self.attention_norm = RmsNorm(shape)
        self.packed = Int4Linear(shape.hidden, shape.packed_width, usual)
        self.out = Int4Linear(shape.heads * shape.head_size, shape.hidden, residual)
        self.mlp_norm = RmsNorm(shape)
        self.gate = Int4Linear(shape.hidden, shape.feed_forward, usual)
        self.up = Int4Linear(shape.hidden, shape.feed_forward, usual)
        self.down = Int4Linear(shape.feed_forward, shape.hidden, residual)

    def forward(self, x, cos, sin, mask):
        x = x + self.out(self.attend(self.attention_norm(x), cos, sin, mask))
        n = self.mlp_norm(x)
        return x + self.down(functional.silu(self.gate(n)) * self.up(n))

    def attend(self, n, cos, sin, mask):
        shape = self.shape
        batch, length, _ = n.shape
        groups = self.packed(n).view(batch, length, -1, shape.head_size).transpose(1, 2)
        queries, keys, values = groups.split([shape.heads, shape.key_value_heads, shape.key_value_heads], dim=1)
        queries = rotated(queries, cos, sin) * shape.head_size**-0.5
        keys = rotated(keys, cos, sin)
        share = shape.heads // shape.key_value_heads
        # The queries that share a key head lie one after the other: one product serves them all.
        queries = queries.reshape(batch, shape.key_value_heads, share * length, shape.head_size)
        scores = queries @ keys.transpose(2, 3)
        scores = scores.view(batch, shape.key_value_heads, share, length, length) + mask
        weights = scores.softmax(dim=-1).view(batch, shape.key_value_heads, share * length, length)
        mixed = (weights @ values).view(batch, shape.heads, length, shape.head_size)
        return mixed.transpose(1, 2).reshape(batch, length, -1)


class Decoder(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        self.embedding = nn.Parameter(torch.randn(shape.vocabulary, shape.hidden) * shape.hidden**-0.5)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.norm = RmsNorm(shape)

    def forward(self, tokens, wanted=None):
        """Scores of the next token [positions, vocabulary] where `wanted` (a mask over the tokens) says so, else everywhere."""
        length = tokens.shape[1]
        cos, sin = rotary_tables(length, self.shape)
        mask = torch.full((length, length), float("-inf")).triu(1)
        table = rounded(self.embedding)
        x = functional.embedding(tokens, table)
        for layer in self.layers:
            x = layer(x, cos, sin, mask)
        x = self.norm(x)
        return functional.linear(x if wanted is None else x[wanted], table)
