# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Makes recordings that nothing was trained on, with their right answers: python3 examination.py <folder> <count> <seed> [longest seconds [small]].

Half English, half Spanish; `longest` is per sentence; `small` files have 8 bits, and are made loud enough for that. Every sentence is kept out of training (`Sentence.unseen`); half of the recordings are spoken by voices that are kept out,
too. Writes n.wav and speech.json: file, language, text, voice, whether the voice is new, and each sentence with its start and end in seconds.
"""

import dataclasses
import json
import pathlib
import random
import sys

import numpy

import sentences_en
import sentences_es
import voices
from recording import Studio

PEAK = 0.5
# Recordings of two and three sentences, of six: the others have one.
SEVERAL = (1, 1, 1, 1, 2, 3)


@dataclasses.dataclass(frozen=True)
class Spoken:
    sound: numpy.ndarray
    written: str

    def samples(self):
        return self.sound


def unseen_sentence(rng, language):
    while True:
        sentence = (sentences_en if language == "en" else sentences_es).draw(rng)
        if sentence.unseen:
            return sentence


def main(folder, count, seed, longest, small):
    folder.mkdir(parents=True, exist_ok=True)
    rng, studio, espeak = random.Random(seed), Studio(seed), voices.Espeak()
    answers, told, number = [], set(), 0
    while number < count:
        language, new_voice = ("en", "es")[number % 2], number // 2 % 2 == 0
        clips = []
        for _ in range(SEVERAL[number // 4 % len(SEVERAL)]):
            sentence = unseen_sentence(rng, language)
            samples, voice = voices.spoken(espeak, rng, sentence, voices.UNSEEN_VARIANTS if new_voice else voices.SEEN_VARIANTS, 0 if new_voice else 0.4)
            clips.append((Spoken(samples * (PEAK / numpy.abs(samples).max()), sentence.written), sentence, voice))
        text = " ".join(clip.written for clip, _, _ in clips)
        recording = studio.recorded([clip for clip, _, _ in clips], language, {"en": [c for c, _, _ in clips], "es": [c for c, _, _ in clips]})
        if text in told or len(recording.samples) > longest * len(clips) * voices.RATE or len(recording.segments) < len(clips):
            continue
        told.add(text)
        if small:
            recording = dataclasses.replace(recording, samples=recording.samples * (0.7 / numpy.abs(recording.samples).max()))
        voices.write_wav(folder / f"{number:03}.{language}.wav", recording.samples, small)
        answers.append({
            "file": f"{number:03}.{language}.wav",
            "language": language,
            "kind": clips[0][1].kind if len(clips) == 1 else "several sentences",
            "text": text,
            "voice": ", ".join(voice for _, _, voice in clips),
            "newVoice": new_voice,
            "sentences": [{"start": round(s.start, 2), "end": round(s.end, 2), "text": s.clip.written} for s in recording.segments],
        })
        number += 1
    lines = ",\n".join("    " + json.dumps(answer, ensure_ascii=False) for answer in answers)
    (folder / "speech.json").write_text("{\n  \"samples\": [\n" + lines + "\n  ]\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]) if len(sys.argv) > 4 else 29, len(sys.argv) > 5)
