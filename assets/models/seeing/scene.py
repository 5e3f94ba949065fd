# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""What stands in a picture: one to four figures on a plain ground, drawn at random so that there is one right way to say it."""

import dataclasses
import math

import figures
from figures import SHAPES

COLOURS = {"red": (205, 30, 35), "orange": (243, 135, 20), "yellow": (245, 222, 40), "green": (40, 155, 60), "blue": (35, 80, 210),
           "purple": (128, 45, 168), "black": (18, 18, 20), "white": (243, 243, 243)}
GROUNDS = {"white": (240, 240, 240), "grey": (128, 128, 128), "black": (20, 20, 22), "beige": (222, 200, 162)}
# Widths of figures, as shares of the picture's shorter side. Nothing lies between small and large.
SIZES = {"small": (0.17, 0.23), "large": (0.34, 0.46)}
_COUNTS = (1, 2, 2, 3, 3, 4, 4)
_JITTER, _GROUND_JITTER = 16, 6
_LIGHT = 0.06
_MOST_TURN = math.radians(10)
_LEAST_EDGE = 0.02
# Of the sum of two widths: closer, their boxes may touch, their middles never do.
_LEAST_APART = 0.55
# Two figures stand beside or above each other, never askew.
_CLEAR = 1.5
# Of the width: from left to right, three and four figures follow each other clearly.
_LEAST_STEP = 0.07
_TRIES = 60


@dataclasses.dataclass(frozen=True)
class Figure:
    """`x`, `y` (its middle), `width` in units of the picture's shorter side."""

    shape: str
    colour: str
    size: str
    x: float
    y: float
    width: float
    turn: float
    rgb: tuple

    def edges(self):
        left, top, right, bottom = (self.width * edge for edge in figures.bounds(self.shape, self.turn))
        return self.x + left, self.y + top, self.x + right, self.y + bottom


@dataclasses.dataclass(frozen=True)
class Scene:
    """`figures` in the order in which they are told; `layers`, their places in the order in which they are painted."""

    figures: tuple
    layers: tuple
    ground: str
    rgb: tuple
    slope: tuple
    width: float
    height: float

    def box(self, figure):
        """Middle, width and height as shares of the picture's."""
        left, top, right, bottom = figure.edges()
        return ((left + right) / 2 / self.width, (top + bottom) / 2 / self.height, (right - left) / self.width, (bottom - top) / self.height)

    @property
    def beside(self):
        """Whether two figures stand beside each other, and not one above the other."""
        one, other = self.figures
        return abs(one.x - other.x) / self.width > abs(one.y - other.y) / self.height


def _shade(rng, rgb, jitter):
    light = 1 + rng.uniform(-_LIGHT, _LIGHT)
    return tuple(min(255.0, max(0.0, c * light + rng.uniform(-jitter, jitter))) for c in rgb)


def _figure(rng, ground, width, height):
    shape, size = rng.choice(SHAPES), rng.choice(tuple(SIZES))
    colour = rng.choice([c for c in COLOURS if c != ground])
    wide, turn = rng.uniform(*SIZES[size]), rng.uniform(-_MOST_TURN, _MOST_TURN)
    left, top, right, bottom = (wide * edge for edge in figures.bounds(shape, turn))
    x, y = rng.uniform(_LEAST_EDGE - left, width - right - _LEAST_EDGE), rng.uniform(_LEAST_EDGE - top, height - bottom - _LEAST_EDGE)
    return Figure(shape, colour, size, x, y, wide, turn, _shade(rng, COLOURS[colour], _JITTER))


def _apart(one, other):
    return math.hypot(one.x - other.x, one.y - other.y) >= _LEAST_APART * (one.width + other.width)


def _told(own, width, height):
    """The figures in the order in which they are told, or nothing where there is no clear one."""
    if len(own) == 2:
        across, down = (abs(own[0].x - own[1].x) / width, abs(own[0].y - own[1].y) / height)
        if max(across, down) < _CLEAR * min(across, down):
            return None
        return sorted(own, key=(lambda f: f.x) if across > down else (lambda f: f.y))
    ordered = sorted(own, key=lambda f: f.x)
    clear = all(right.x - left.x >= _LEAST_STEP * width for left, right in zip(ordered, ordered[1:]))
    return ordered if clear else None


def _arranged(rng, count, ground, width, height):
    while True:
        own = []
        for _ in range(_TRIES):
            figure = _figure(rng, ground, width, height)
            if all(_apart(figure, other) for other in own):
                own.append(figure)
            if len(own) == count:
                break
        told = _told(own, width, height) if len(own) == count else None
        if told:
            return told


def draw(rng):
    """A scene by `random.Random`."""
    ground, shape = rng.choice(tuple(GROUNDS)), math.exp(rng.uniform(-0.22, 0.22))
    width, height = max(1.0, shape), max(1.0, 1 / shape)
    told = _arranged(rng, rng.choice(_COUNTS), ground, width, height)
    layers = list(range(len(told)))
    rng.shuffle(layers)
    direction, steep = rng.uniform(0, 2 * math.pi), rng.uniform(0, 24)
    slope = (steep * math.cos(direction), steep * math.sin(direction))
    return Scene(tuple(told), tuple(layers), ground, _shade(rng, GROUNDS[ground], _GROUND_JITTER), slope, width, height)
