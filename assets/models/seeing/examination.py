# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""How right the exported models are: python3 examination.py <folder of the captioner> <folder of the detector> <count> <seed> [show].

Through ONNX Runtime, on pictures whose captions are kept out of training, resized as their settings say. Prints the tables of the READMEs.
"""

import pathlib
import sys

import wording
from reading import Captioner, Detector
from samples import Samples, pixels

_LEAST_OVERLAP = 0.5


def overlap(one, other):
    left, top, right, bottom = (choose(a, b) for choose, a, b in zip((max, max, min, min), one, other))
    inner = max(0, right - left) * max(0, bottom - top)
    joined = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)) - inner
    return inner / joined


class Tally:
    def __init__(self):
        self.pictures = self.right = self.true = self.told = self.found = self.exact = 0
        self.overlaps = []

    def add(self, right, true, told):
        """A figure counts as found once; what is told a second time is wrong."""
        left, found = list(told), 0
        for label, box in true:
            best = max((t for t in left if t[0] == label), key=lambda t: overlap(t[2], box), default=None)
            if best and overlap(best[2], box) >= _LEAST_OVERLAP:
                left.remove(best)
                found += 1
                self.overlaps.append(overlap(best[2], box))
        self.pictures, self.right = self.pictures + 1, self.right + right
        self.true, self.told, self.found = self.true + len(true), self.told + len(told), self.found + found
        self.exact += found == len(true) == len(told)

    def caption_row(self):
        return f"{self.pictures} | {self.right} ({self.right / self.pictures:.1%})"

    def object_row(self):
        precision, recall = self.found / max(1, self.told), self.found / self.true
        return (f"{self.pictures} | {self.found} of {self.true} ({recall:.1%}) | {self.found} of {self.told} ({precision:.1%}) | "
                f"{2 * self.found / (self.true + self.told):.3f} | {sum(self.overlaps) / max(1, len(self.overlaps)):.2f} | {self.exact} ({self.exact / self.pictures:.1%})")


def main(captioner, detector, count, seed, showing):
    samples, tallies = Samples(seed), {}
    for _ in range(count):
        scene, picture = samples.draw()
        caption, objects = captioner.caption(picture), detector.objects(picture)
        true = [(f.shape, pixels(scene, f, picture)) for f in scene.figures]
        if showing and caption != wording.caption(scene):
            print(f"{wording.caption(scene)} → {caption}")
        for row in (str(len(true)), "all"):
            tallies.setdefault(row, Tally()).add(caption == wording.caption(scene), true, objects)
    rows = sorted(tallies)
    print("| figures in the picture | pictures | captions right |\n|---|---|---|")
    print("\n".join(f"| {row} | {tallies[row].caption_row()} |" for row in rows))
    print("\n| figures in the picture | pictures | figures found | of those told, right | F1 | mean overlap | pictures all right |\n|---|---|---|---|---|---|---|")
    print("\n".join(f"| {row} | {tallies[row].object_row()} |" for row in rows))


if __name__ == "__main__":
    folders = [pathlib.Path(folder) for folder in sys.argv[1:3]]
    main(Captioner(folders[0]), Detector(folders[1]), int(sys.argv[3]), int(sys.argv[4]), len(sys.argv) > 5)
