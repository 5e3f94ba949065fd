# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""The typefaces of Debian's font packages that lines are painted in, and those that only the examination uses."""

import functools
from pathlib import Path

from PIL import ImageFont

_ROOT = Path("/usr/share/fonts")
_TRAINED = ("truetype/dejavu/DejaVuSans*.ttf", "truetype/dejavu/DejaVuSerif*.ttf", "truetype/liberation/LiberationS*.ttf",
            "truetype/noto/NotoSans-*.ttf", "truetype/noto/NotoSansDisplay-*.ttf", "truetype/noto/NotoMono-*.ttf", "truetype/open-sans/*.ttf",
            "truetype/roboto/unhinted/*.ttf", "truetype/roboto/unhinted/RobotoTTF/*.ttf", "opentype/urw-base35/Nimbus*.otf",
            "opentype/urw-base35/P052*.otf", "opentype/urw-base35/URW*.otf")
_UNSEEN = ("opentype/urw-base35/C059*.otf", "truetype/lato/Lato-*.ttf", "truetype/liberation/LiberationMono*.ttf", "truetype/noto/NotoSerif-*.ttf")
# So thin that strokes vanish at small sizes.
_TOO_THIN = ("Hairline", "Thin")


def _matching(patterns):
    found = sorted(str(path) for pattern in patterns for path in _ROOT.glob(pattern))
    return [path for path in found if not any(word in path for word in _TOO_THIN)]


TRAINED, UNSEEN = _matching(_TRAINED), _matching(_UNSEEN)


@functools.lru_cache(maxsize=4000)
def opened(path, pixels):
    return ImageFont.truetype(path, pixels)


@functools.lru_cache(maxsize=100_000)
def has(path, character):
    """Whether a typeface draws a character: a missing one looks as this private one does."""
    font = opened(path, 24)
    drawn, missing = font.getmask(character), font.getmask("\ue83f")
    return character == " " or drawn.size != missing.size or bytes(drawn) != bytes(missing)
