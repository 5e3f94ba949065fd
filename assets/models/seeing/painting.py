# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Paints scenes: edges are smooth, the ground grows lighter to one side, and every picture has its noise."""

import numpy

import figures

_GRAINS = 1 << 20


class Painter:
    def __init__(self, seed):
        self.rng = numpy.random.default_rng(seed)
        # Noise is drawn once and used in stretches: drawing it for each picture would take longer than painting.
        self.grains = self.rng.standard_normal(_GRAINS).astype(numpy.float32)

    def paint(self, scene, columns, rows, softness=1.0, noise=0.0):
        """[rows, columns, 3] in 0..255. `softness`: over how many pixels an edge runs; `noise`: its standard deviation."""
        x = (numpy.arange(columns, dtype=numpy.float32) + 0.5) * (scene.width / columns)
        y = (numpy.arange(rows, dtype=numpy.float32) + 0.5) * (scene.height / rows)
        slope = (x / scene.width - 0.5)[None, :] * scene.slope[0] + (y / scene.height - 0.5)[:, None] * scene.slope[1]
        picture = slope[:, :, None] + numpy.array(scene.rgb, numpy.float32)
        pixel = (scene.width * scene.height / (columns * rows)) ** 0.5 * softness
        for place in scene.layers:
            self._figure(picture, scene.figures[place], x, y, pixel)
        if noise:
            first = int(self.rng.integers(0, _GRAINS - picture.size))
            picture += self.grains[first : first + picture.size].reshape(picture.shape) * numpy.float32(noise)
        return numpy.clip(picture, 0, 255, out=picture)

    @staticmethod
    def _figure(picture, figure, x, y, pixel):
        left, top, right, bottom = figure.edges()
        across = slice(*numpy.searchsorted(x, (left - pixel, right + pixel)))
        down = slice(*numpy.searchsorted(y, (top - pixel, bottom + pixel)))
        dx, dy = (x[across] - figure.x)[None, :] / figure.width, (y[down] - figure.y)[:, None] / figure.width
        cosine, sine = numpy.float32(numpy.cos(figure.turn)), numpy.float32(numpy.sin(figure.turn))
        distance = figures.distance(figure.shape, dx * cosine + dy * sine, dy * cosine - dx * sine)
        cover = numpy.clip(0.5 - distance * (figure.width / pixel), 0, 1)[:, :, None]
        part = picture[down, across]
        part += cover * (numpy.array(figure.rgb, numpy.float32) - part)
