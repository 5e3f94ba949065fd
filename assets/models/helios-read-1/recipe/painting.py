# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Pictures of lines as they are cut out of pages and photographs: typeface, colours, slope, margins, blur, noise, JPEG."""

import io
import math
from dataclasses import dataclass

import numpy
from PIL import Image, ImageDraw, ImageFilter

from typefaces import has, opened

HEIGHT = 48
MIN_WIDTH = 96


@dataclass(frozen=True)
class Look:
    """Least and most of what is drawn by lot: type size in pixels, noise of 255, degrees, how wide of true width; and how often a line is worn.

    `slope` is what is left after a line was cut out along it, `turned` by how much the page was turned before.
    """

    sizes: tuple = (14, 64)
    noise: tuple = (0, 14)
    slope: float = 3.0
    squeeze: tuple = (0.8, 1.1)
    faint: float = 0.35
    blurred: float = 0.3
    jpeg: float = 0.3
    spaced: float = 0.15
    turned: float = 0.0


def _colours(random, look):
    """Ink and ground: mostly dark on light, less contrast now and then."""
    ground = numpy.array([random.uniform(190, 255)] * 3) - numpy.array([random.uniform(0, 60) * (random.random() < 0.5) for _ in range(3)])
    ink = numpy.array([random.uniform(0, 60)] * 3) + numpy.array([random.uniform(0, 110) * (random.random() < 0.4) for _ in range(3)])
    if random.random() < look.faint:
        ink += (ground - ink) * random.uniform(0, 0.5)
    return (ground, ink) if random.random() < 0.25 else (ink, ground)


def _mask(random, text, face, look):
    """Coverage of the text, its margins included, as the rectangle of a text detector leaves them."""
    size = round(math.exp(random.uniform(math.log(look.sizes[0]), math.log(look.sizes[1]))))
    font = opened(face, size)
    gap = random.uniform(0.02, 0.12) * size if random.random() < look.spaced else 0
    left, top, right, bottom = font.getbbox(text)
    # A line of dashes or dots alone is cut out no flatter than this.
    missing = max(0, 0.6 * size - (bottom - top)) / 2
    above, below = (missing + random.uniform(0.02, 0.3) * size for _ in range(2))
    before, after = (random.uniform(0.02, 0.5) * size for _ in range(2))
    width, height = round(right - left + gap * len(text) + before + after), max(8, round(bottom - top + above + below))
    mask = Image.new("L", (width, height))
    pen, x, y = ImageDraw.Draw(mask), before - left, above - top
    if gap:
        for place, character in enumerate(text):
            pen.text((x + font.getlength(text[:place]) + gap * place, y), character, 255, font)
    else:
        pen.text((x, y), text, 255, font)
    if look.turned:
        mask = _cut_from_turned(mask, random.uniform(-look.turned, look.turned))
    # Less, the longer the line.
    slope = random.triangular(-1, 1, 0) * min(math.radians(look.slope), 0.3 * size / width)
    shear = random.uniform(-0.03, 0.03)
    return mask.transform(mask.size, Image.AFFINE, (1, shear, -shear * height / 2, slope, 1, -slope * width / 2), Image.BICUBIC) if slope else mask


def _cut_from_turned(mask, degrees):
    turned = mask.rotate(degrees, Image.BICUBIC, expand=True).rotate(-degrees, Image.BILINEAR)
    left, top = (turned.width - mask.width) // 2, (turned.height - mask.height) // 2
    return turned.crop((left, top, left + mask.width, top + mask.height))


def _lit(random, mask, look):
    coverage = numpy.asarray(mask, dtype=numpy.float32)[:, :, None] / 255
    ink, ground = _colours(random, look)
    picture = ground + (ink - ground) * coverage
    if random.random() < 0.3:
        picture = picture + numpy.linspace(-1, 1, picture.shape[1])[None, :, None] * random.uniform(-25, 25)
    grains = numpy.random.default_rng(random.getrandbits(32))
    picture = picture + grains.standard_normal(picture.shape if random.random() < 0.5 else picture.shape[:2] + (1,)) * random.uniform(*look.noise)
    return Image.fromarray(picture.clip(0, 255).astype(numpy.uint8))


def _worn(random, picture, look):
    if random.random() < look.blurred:
        picture = picture.filter(ImageFilter.GaussianBlur(random.uniform(0.2, 0.035 * picture.height)))
    if random.random() < look.jpeg:
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=random.randrange(35, 95))
        picture = Image.open(file).convert("RGB")
    return picture


def painted(random, text, faces, look=Look()):
    """The line, 48 pixels high, as bytes [48, width, BGR]; None if no typeface tried has all its characters."""
    face = next((face for face in random.choices(faces, k=5) if all(has(face, character) for character in set(text))), None)
    if face is None:
        return None
    picture = _worn(random, _lit(random, _mask(random, text, face, look), look), look)
    width = max(8, math.ceil(random.uniform(*look.squeeze) * HEIGHT * picture.width / picture.height))
    picture = picture.resize((width, HEIGHT), random.choice((Image.BILINEAR, Image.BILINEAR, Image.BICUBIC)))
    return numpy.asarray(picture)[:, :, ::-1]


def batch(pictures):
    """Normalised [count, 3, 48, width of the widest]; what is missing on the right is nought."""
    values = numpy.zeros((len(pictures), 3, HEIGHT, max(MIN_WIDTH, *(picture.shape[1] for picture in pictures))), dtype=numpy.float32)
    for place, picture in enumerate(pictures):
        values[place, :, :, : picture.shape[1]] = (picture.transpose(2, 0, 1) / 255.0 - 0.5) / 0.5
    return values
