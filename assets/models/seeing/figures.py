# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Six plane figures: how far a point lies outside each, and which corners it has. A figure of size 1 fills a box of width 1, its middle at (0, 0), y downwards."""

import numpy

SHAPES = ("circle", "square", "triangle", "star", "cross", "diamond")
_ARM = 0.17
_TRIANGLE_HALF = 3**0.5 / 4
_STAR = 0.5 / numpy.sin(numpy.radians(72))
_STAR_INNER = 0.45 * _STAR
# The tips of a star lie further up from its centre than down.
_STAR_LOW = _STAR * (1 - numpy.cos(numpy.radians(36))) / 2
_SLOPE = (numpy.cos(numpy.radians(30)), numpy.sin(numpy.radians(30)))


def _star(x, y):
    y = y - _STAR_LOW
    fifth = numpy.radians(72)
    angle = numpy.abs((numpy.arctan2(x, -y) + fifth / 2) % fifth - fifth / 2)
    radius = numpy.hypot(x, y)
    along, across = radius * numpy.cos(angle) - _STAR, radius * numpy.sin(angle)
    edge = (_STAR_INNER * numpy.cos(fifth / 2) - _STAR, _STAR_INNER * numpy.sin(fifth / 2))
    return (along * edge[1] - across * edge[0]) / numpy.hypot(*edge)


def distance(shape, x, y):
    """Below nought inside; right near the edge, which is all that painting needs."""
    wide, high = numpy.abs(x), numpy.abs(y)
    if shape == "circle":
        return numpy.hypot(x, y) - 0.5
    if shape == "square":
        return numpy.maximum(wide, high) - 0.5
    if shape == "diamond":
        return (wide + high - 0.5) * 0.5**0.5
    if shape == "cross":
        return numpy.minimum(numpy.maximum(wide - 0.5, high - _ARM), numpy.maximum(wide - _ARM, high - 0.5))
    if shape == "triangle":
        return numpy.maximum(y - _TRIANGLE_HALF, wide * _SLOPE[0] - (y + _TRIANGLE_HALF) * _SLOPE[1])
    return _star(x, y)


def _corners(shape):
    if shape == "square":
        return [(x, y) for x in (-0.5, 0.5) for y in (-0.5, 0.5)]
    if shape == "diamond":
        return [(-0.5, 0), (0.5, 0), (0, -0.5), (0, 0.5)]
    if shape == "cross":
        return [(x * s, y * t) for x, y in ((0.5, _ARM), (_ARM, 0.5)) for s in (-1, 1) for t in (-1, 1)]
    if shape == "triangle":
        return [(-0.5, _TRIANGLE_HALF), (0.5, _TRIANGLE_HALF), (0, -_TRIANGLE_HALF)]
    turns = numpy.radians(72) * numpy.arange(5)
    return list(zip(_STAR * numpy.sin(turns), _STAR_LOW - _STAR * numpy.cos(turns)))


def bounds(shape, turn):
    """Left, top, right, bottom of the figure turned by `turn` radians."""
    if shape == "circle":
        return -0.5, -0.5, 0.5, 0.5
    x, y = numpy.array(_corners(shape)).T
    x, y = x * numpy.cos(turn) - y * numpy.sin(turn), x * numpy.sin(turn) + y * numpy.cos(turn)
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())
