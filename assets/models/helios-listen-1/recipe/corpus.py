# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""The clips that `synthesise.py` wrote, in memory-mapped files."""

import dataclasses

import numpy


@dataclasses.dataclass(frozen=True)
class Clip:
    sound: numpy.memmap
    start: int
    length: int
    language: str
    voice: str
    written: str
    phonemes: str

    def samples(self):
        return self.sound[self.start : self.start + self.length].astype(numpy.float32) / 32767


def load(folder):
    clips = {"en": [], "es": []}
    for index in sorted(folder.glob("*.tsv")):
        sound = numpy.memmap(index.with_suffix(".i16"), dtype="<i2", mode="r")
        for line in index.read_text(encoding="utf-8").splitlines():
            start, length, language, voice, written, phonemes = line.split("\t")
            if int(start) + int(length) <= len(sound):
                clips[language].append(Clip(sound, int(start), int(length), language, voice, written, phonemes))
    return clips
