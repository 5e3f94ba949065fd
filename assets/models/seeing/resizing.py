# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Resizing as picture processors do it: bilinear, over as many pixels as fall into one where the picture shrinks."""

import numpy


def _shares(before, after):
    """[after, before]: of which old pixels each new one is made."""
    scale = before / after
    reach = max(scale, 1)
    middles = (numpy.arange(after) + 0.5) * scale
    weights = numpy.clip(1 - numpy.abs(numpy.arange(before)[None] + 0.5 - middles[:, None]) / reach, 0, None)
    return weights / weights.sum(axis=1, keepdims=True)


def resized(picture, columns, rows):
    """[rows, columns, 3] in 0..255 → whole numbers of the same range."""
    across = numpy.einsum("cx,yxk->yck", _shares(picture.shape[1], columns), picture.astype(numpy.float64))
    return numpy.clip(numpy.rint(numpy.einsum("ry,yck->rck", _shares(picture.shape[0], rows), numpy.rint(across))), 0, 255)
