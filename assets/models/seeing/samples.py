# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Makes pictures that nothing was trained on, with their right answers: python3 samples.py <folder> <count> <seed>.

Every caption is one of those that are kept out of training. Writes nnn.png and figures.json: file, width, height, caption, and each figure's label and box in
pixels (left, top, right, bottom).
"""

import json
import pathlib
import random
import struct
import sys
import zlib

import numpy

import scene as scenes
import wording
from painting import Painter

_SHORTER_SIDES = (120, 240)
_MOST_NOISE = 6
# Noise makes files large: of the samples kept in files, one in so many has it.
_NOISY = 4
_UP = 2


class Samples:
    def __init__(self, seed):
        self.rng, self.painter = random.Random(seed), Painter(seed)

    def draw(self, noisy=True, sides=_SHORTER_SIDES):
        """A scene whose caption is new to the models, and its picture: [rows, columns, 3] of bytes."""
        scene = scenes.draw(self.rng)
        while not wording.unseen(wording.caption(scene)):
            scene = scenes.draw(self.rng)
        side = self.rng.randint(*sides)
        columns, rows = round(side * scene.width), round(side * scene.height)
        noise = self.rng.uniform(0, _MOST_NOISE)
        return scene, numpy.rint(self.painter.paint(scene, columns, rows, 1.2, noise if noisy else 0)).astype(numpy.uint8)


def pixels(scene, figure, picture):
    x, y, width, height = scene.box(figure)
    edges = ((x - width / 2) * picture.shape[1], (y - height / 2) * picture.shape[0], (x + width / 2) * picture.shape[1], (y + height / 2) * picture.shape[0])
    return [round(edge, 1) for edge in edges]


def png(picture):
    """Each row as what it differs by from the one above (PNG, second edition, 9.2)."""
    rows, columns, _ = picture.shape
    differences = numpy.diff(picture.reshape(rows, -1), axis=0, prepend=numpy.zeros((1, columns * 3), numpy.uint8))
    lines = numpy.concatenate([numpy.full((rows, 1), _UP, numpy.uint8), differences], axis=1)

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", columns, rows, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines.tobytes(), 9)) + chunk(b"IEND", b"")


def main(folder, count, seed):
    folder.mkdir(parents=True, exist_ok=True)
    samples, answers = Samples(seed), []
    for number in range(count):
        scene, picture = samples.draw(number % _NOISY == 0, (120, 180))
        (folder / f"{number:03}.png").write_bytes(png(picture))
        answers.append({"file": f"{number:03}.png", "width": picture.shape[1], "height": picture.shape[0], "caption": wording.caption(scene),
                        "objects": [{"label": f.shape, "box": pixels(scene, f, picture)} for f in scene.figures]})
    lines = ",\n".join("    " + json.dumps(answer) for answer in answers)
    (folder / "figures.json").write_text('{\n  "samples": [\n' + lines + "\n  ]\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
