# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Scenes as batches for training: pictures, captions, boxes, and where each word's figure stands."""

import random

import numpy
import torch

import scene as scenes
import wording
from figures import SHAPES
from matching import matched
from painting import Painter

COLOURS, GROUNDS, SIZES = (tuple(own) for own in (scenes.COLOURS, scenes.GROUNDS, scenes.SIZES))
_NOWHERE = (0, 0, 0, 0)
# Size, colour and shape of a figure follow each other.
_TRAITS = 3


def scaled(pictures):
    """0..255 → -1..1, as a picture processor with mean and deviation 0.5 does it."""
    return pictures / 127.5 - 1


class Lessons:
    def __init__(self, seed, vocabulary, shape, seen=True):
        self.rng, self.painter = random.Random(seed), Painter(seed)
        self.vocabulary, self.side, self.cells, self.seen = vocabulary, shape.side, shape.cells, seen

    def scene(self):
        while True:
            scene = scenes.draw(self.rng)
            if wording.unseen(wording.caption(scene)) != self.seen:
                return scene

    def batch(self, count):
        own = [self.scene() for _ in range(count)]
        pictures = [self.painter.paint(s, self.side, self.side, self.rng.uniform(0.8, 1.8), max(0, self.rng.uniform(-2, 9))) for s in own]
        return Batch(own, numpy.stack(pictures), self.vocabulary, self.cells)


class Batch:
    def __init__(self, own, pictures, vocabulary, cells):
        told = [s.figures for s in own]
        every = [f for figures in told for f in figures]
        self.pixels = torch.from_numpy(scaled(numpy.rint(pictures))).bfloat16()
        self.counts = torch.tensor([len(figures) for figures in told])
        self.kinds, self.colours, self.sizes = (
            torch.tensor([names.index(getattr(f, kind)) for f in every])
            for names, kind in ((SHAPES, "shape"), (COLOURS, "colour"), (SIZES, "size"))
        )
        self.boxes = torch.tensor([s.box(f) for s in own for f in s.figures])
        # The picture and the patch that answer for each figure.
        self.pictures = torch.repeat_interleave(torch.arange(len(own)), self.counts)
        self.patches = torch.cat([matched(boxes, cells) for boxes in self.boxes.split(self.counts.tolist())])
        self.grounds = torch.tensor([GROUNDS.index(s.ground) for s in own])
        self._words(own, vocabulary)

    def _words(self, own, vocabulary):
        self.captions = [wording.caption(s) for s in own]
        written = [vocabulary.encode(caption) for caption in self.captions]
        most = max(map(len, written)) + 1
        self.tokens = torch.tensor([[vocabulary.end, *w] + [vocabulary.end] * (most - 1 - len(w)) for w in written])
        self.targets = torch.tensor([[*w, vocabulary.end] + [-1] * (most - 1 - len(w)) for w in written])
        sizes = {vocabulary.encode(f" {size}")[0] for size in SIZES}
        self.said = torch.tensor([said(scene, words, sizes, most) for scene, words in zip(own, written)], dtype=torch.float32)


def said(scene, words, sizes, most):
    """Of each word to come: the box of the figure whose size, colour or shape it is, or nothing."""
    rows = [_NOWHERE] * most
    begins = [place for place, word in enumerate(words) if word in sizes]
    for figure, begin in zip(scene.figures, begins):
        rows[begin : begin + _TRAITS] = [scene.box(figure)] * _TRAITS
    return rows
