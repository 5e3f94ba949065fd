# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""How a scene is said in English. There is one right sentence for each.

One figure: "a large red circle on a grey background". Two: the left or upper one first, with "to the left of" or "above". Three and four: from left
to right, with commas and "and".
"""

import zlib

from figures import SHAPES
from scene import COLOURS, GROUNDS, SIZES

WORDS = ("a", "and", "on", "background", "above", "to", "the", "left", "of", *SIZES, *COLOURS, *GROUNDS, *SHAPES)
# One sentence in so many is kept out of training.
_KEPT = 10


def caption(scene):
    named = [f"a {f.size} {f.colour} {f.shape}" for f in scene.figures]
    if len(named) == 2:
        told = f" {'to the left of' if scene.beside else 'above'} ".join(named)
    elif len(named) == 1:
        told = named[0]
    else:
        told = ", ".join(named[:-1]) + " and " + named[-1]
    return f"{told} on a {scene.ground} background"


def unseen(text):
    """Whether nothing is trained on this sentence."""
    return zlib.crc32(text.encode()) % _KEPT == 0
