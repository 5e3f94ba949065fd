# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Speaks sentences into a corpus: python3 synthesise.py <folder> <name> <seed> <sentences>.

Writes <name>.i16 (all clips one after the other, 16 kHz) and <name>.tsv (start, samples, language, voice, written, phonemes). Unseen sentences
and unseen voices are left out.
"""

import pathlib
import random
import sys

import numpy

import sentences_en
import sentences_es
import voices

PEAK = 0.5
MP3_SHARE = 0.08
REFERENCE = {"en": "en-us", "es": "es"}


def main(folder, name, seed, count):
    rng, espeak = random.Random(seed), voices.Espeak()
    start = 0
    with open(folder / f"{name}.i16", "wb") as sound, open(folder / f"{name}.tsv", "w", encoding="utf-8") as index:
        for number in range(count):
            sentence = (sentences_en, sentences_es)[number % 2].draw(rng)
            if sentence.unseen:
                continue
            samples, voice = voices.spoken(espeak, rng, sentence)
            samples = samples * (PEAK / numpy.abs(samples).max())
            if rng.random() < MP3_SHARE:
                samples = voices.through_mp3(samples, rng.choice((16, 24, 32, 48)))
            sound.write((samples * 32767).astype("<i2").tobytes())
            phonemes = espeak.phonemes(sentence.spoken, REFERENCE[sentence.language])
            index.write("\t".join((str(start), str(len(samples)), sentence.language, voice, sentence.written, phonemes)) + "\n")
            start += len(samples)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
