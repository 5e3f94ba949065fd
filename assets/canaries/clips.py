# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Makes the sentences that checks of listeners are put together of: see README.md.

python3 clips.py                              writes clips.wav and clips.json here: the candidates that kept.txt names
python3 clips.py audition <folder> <times>    writes recordings in which each candidate is heard so many times; with `kept` behind, those of kept.txt only
"""

import json
import pathlib
import random
import struct
import sys

import numpy

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "models" / "helios-listen-1" / "recipe"))

import sentences_en  # noqa: E402
import sentences_es  # noqa: E402
import voices  # noqa: E402

SEED, CANDIDATES = 2026, 260
# Sums, rows of digits, times and percentages are left out: there are too many ways to write them.
KINDS = {"number sentence", "count", "timer", "command", "ordered", "coloured", "people"}
UNSURE_WORDS = ("dollar", "degree", "euro", "grado", "please", "por favor", "TV")
FEWEST_WORDS, SHORTEST, LONGEST = 3, 0.9, 2.2
FLITE_SHARE = 0.6
ENGLISH = ("en-us", "en-us+f2", "en-us+m3", "en", "en+f2", "en+m3", "en-gb-x-rp")
SPANISH = ("es", "es+f2", "es+m3", "es+Alicia", "es-419", "es-419+f2", "es-419+m3")
PEAK = 0.7
MU_LAW, MU_LAW_BIAS, MU_LAW_MOST = 7, 132, 32635
RECORDING_CLIPS = 60


def candidates():
    """All that can be chosen from, always the same: language, text, samples of 16 kHz."""
    rng, espeak, told, drawn = random.Random(SEED), voices.Espeak(), set(), []
    while len(drawn) < CANDIDATES:
        sentence = (sentences_en, sentences_es)[len(drawn) % 2].draw(rng)
        unsure = any(word in sentence.written for word in UNSURE_WORDS)
        if sentence.kind not in KINDS or unsure or sentence.written in told or len(sentence.written.split()) < FEWEST_WORDS:
            continue
        samples = spoken(espeak, rng, sentence)
        if SHORTEST <= len(samples) / voices.RATE <= LONGEST:
            told.add(sentence.written)
            drawn.append((sentence.language, sentence.written, samples * (PEAK / numpy.abs(samples).max())))
    return drawn


def spoken(espeak, rng, sentence):
    if sentence.language == "en" and rng.random() < FLITE_SHARE:
        return voices.trimmed(voices.flite(sentence.spoken, *rng.choice((("slt", 1.05, 175), ("rms", 1.0, 105), ("awb", 1.0, 130)))))
    voice = rng.choice(ENGLISH if sentence.language == "en" else SPANISH)
    return voices.trimmed(espeak.say(sentence.spoken, voice, rng.randrange(130, 175), rng.randrange(38, 62), 50, 0))


def mu_law(samples):
    """ITU-T G.711."""
    whole = numpy.round(samples * 32767).astype(numpy.int32)
    size = numpy.minimum(numpy.abs(whole), MU_LAW_MOST) + MU_LAW_BIAS
    segment = numpy.floor(numpy.log2(size)).astype(numpy.int32) - 7
    code = (whole < 0) * 128 | segment << 4 | (size >> (segment + 3)) & 15
    return (~code & 255).astype(numpy.uint8).tobytes()


def write_bank(chosen):
    index, sound, start = [], b"", 0
    for language, text, samples in chosen:
        index.append({"language": language, "text": text, "from": start, "length": len(samples)})
        sound += mu_law(samples)
        start += len(samples)
    sound_bytes = len(sound)
    sound += b"\0" * (sound_bytes % 2)
    form = struct.pack("<4sIHHIIHHH", b"fmt ", 18, MU_LAW, 1, voices.RATE, voices.RATE, 1, 8, 0)
    chunks = form + struct.pack("<4sII", b"fact", 4, sound_bytes) + struct.pack("<4sI", b"data", sound_bytes) + sound
    (HERE / "clips.wav").write_bytes(struct.pack("<4sI4s", b"RIFF", 4 + len(chunks), b"WAVE") + chunks)
    lines = ",\n".join("    " + json.dumps(clip, ensure_ascii=False) for clip in index)
    (HERE / "clips.json").write_text("{\n  \"clips\": [\n" + lines + "\n  ]\n}\n", encoding="utf-8")


def audition(folder, clips, times):
    """Clips in any order, each a little faster or slower and softer, noise beneath: what checks do, somewhat harder."""
    folder.mkdir(parents=True, exist_ok=True)
    rng, answers = numpy.random.default_rng(SEED + times), []
    for round_ in range(times):
        order = rng.permutation(len(clips))
        for first in range(0, len(order), RECORDING_CLIPS):
            pieces, sentences, length = [numpy.zeros(voices.RATE)], [], voices.RATE
            for language, text, samples in (clips[i] for i in order[first : first + RECORDING_CLIPS]):
                places = numpy.arange(0, len(samples) - 1, rng.uniform(0.95, 1.05))
                played = numpy.interp(places, numpy.arange(len(samples)), samples) * 10 ** (rng.uniform(-4, 0) / 20)
                pause = numpy.zeros(int(voices.RATE * rng.uniform(1.5, 2.4)))
                sentences.append({"start": round(length / voices.RATE, 2), "end": round((length + len(played)) / voices.RATE, 2), "text": text})
                pieces += [played, pause]
                length += len(played) + len(pause)
            sound = numpy.concatenate(pieces)
            sound += 10 ** (rng.uniform(-56, -40) / 20) * rng.uniform(-1, 1, len(sound))
            name = f"{round_:02}-{first // RECORDING_CLIPS}.wav"
            voices.write_wav(folder / name, sound * 10 ** (rng.uniform(-16, 0) / 20))
            answers.append({"file": name, "language": "", "kind": "", "text": "", "voice": "", "newVoice": False, "sentences": sentences})
    (folder / "speech.json").write_text(json.dumps({"samples": answers}, ensure_ascii=False), encoding="utf-8")


def main(arguments):
    everything = candidates()
    kept = [clip for clip in everything if clip[1] in kept_texts()]
    if arguments:
        audition(pathlib.Path(arguments[1]), kept if "kept" in arguments else everything, int(arguments[2]))
    else:
        write_bank(kept)


def kept_texts():
    path = HERE / "kept.txt"
    return set(path.read_text(encoding="utf-8").splitlines()) if path.exists() else set()


if __name__ == "__main__":
    main(sys.argv[1:])
