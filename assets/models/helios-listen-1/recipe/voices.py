# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""The voices: espeak-ng through its library, flite through its program. What they say is 16 kHz, mono, float, without silence around it."""

import ctypes
import math
import os
import subprocess
import tempfile
import wave

import numpy
from scipy import signal

RATE = 16_000
FRAME = 160
# Sound below this share of the loudest frame counts as silence around a sentence.
SILENCE_DECIBELS = -42

# Variants that no training sentence was ever spoken with, in either language.
UNSEEN_VARIANTS = ("f4", "m5", "linda", "victor")
SEEN_VARIANTS = ("",) * 6 + tuple(
    "f1 f2 f3 f5 m1 m2 m3 m4 m6 m7 m8 klatt klatt2 klatt3 klatt4 Alex Alicia Andrea Andy Annie Denis Diogo Gene Hugo Jacky Lee Marco Mario Michael Mike "
    "adam anika announcer antonio aunty belinda benjamin boris david ed edward grandma grandpa gustave iven john marcelo max michel miguel norbert pablo "
    "paul pedro quincy rob robert sandro shelby steph travis zac".split()
)
ACCENTS = {
    "en": ("en-us", "en-us", "en-us", "en", "en", "en", "en-gb-x-rp", "en-gb-scotland", "en-gb-x-gbclan", "en-gb-x-gbcwmd", "en-us-nyc"),
    "es": ("es", "es-419"),
}
FLITE_VOICES = ("kal16", "awb", "rms", "slt", "slt", "rms")

_SYNCHRONOUS, _UTF8 = 2, 1
_RATE, _PITCH, _RANGE, _GAP = 1, 3, 4, 7
_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class Espeak:
    def __init__(self):
        self.library = ctypes.CDLL("libespeak-ng.so.1")
        self.rate = self.library.espeak_Initialize(_SYNCHRONOUS, 0, None, 0)
        self.library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self.pieces = []
        self.callback = _CALLBACK(self._take)
        self.library.espeak_SetSynthCallback(self.callback)

    def _take(self, samples, count, _events):
        if samples and count:
            self.pieces.append(numpy.ctypeslib.as_array(samples, (count,)).astype(numpy.float32) / 32768)
        return 0

    def voice(self, name):
        if self.library.espeak_SetVoiceByName(name.encode()) != 0:
            raise ValueError("no voice " + name)

    def say(self, text, voice, words_a_minute, pitch, pitch_range, gap):
        self.voice(voice)
        for parameter, value in ((_RATE, words_a_minute), (_PITCH, pitch), (_RANGE, pitch_range), (_GAP, gap)):
            self.library.espeak_SetParameter(parameter, value, 0)
        self.pieces = []
        content = text.encode()
        self.library.espeak_Synth(content, len(content) + 1, 0, 1, 0, _UTF8, None, None)
        return resampled(numpy.concatenate(self.pieces), self.rate)

    def phonemes(self, text, voice):
        """The sounds of a text in the alphabet of the IPA, without stress and length marks."""
        self.voice(voice)
        place = ctypes.c_char_p(text.encode())
        clauses = []
        while place.value:
            clauses.append(self.library.espeak_TextToPhonemes(ctypes.byref(place), _UTF8, 2).decode())
        return "".join(c for c in " ".join(clauses).replace("_", "") if c not in "ˈˌː:|-̩ʲ").strip()


def flite(text, voice, stretch, pitch):
    with tempfile.NamedTemporaryFile(suffix=".wav") as out:
        subprocess.run(
            ["flite", "-voice", voice, "--setf", f"duration_stretch={stretch:.3f}", "--setf", f"int_f0_target_mean={pitch:.0f}", "-t", text, "-o", out.name],
            check=True, stdout=subprocess.DEVNULL)
        with wave.open(out.name) as sound:
            return resampled(numpy.frombuffer(sound.readframes(sound.getnframes()), numpy.int16).astype(numpy.float32) / 32768, sound.getframerate())


def resampled(samples, rate):
    if rate == RATE:
        return samples
    shared = math.gcd(rate, RATE)
    return signal.resample_poly(samples, RATE // shared, rate // shared).astype(numpy.float32)


def trimmed(samples):
    frames = samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME)
    level = 10 * numpy.log10((frames**2).mean(axis=1) + 1e-12)
    loud = numpy.flatnonzero(level > level.max() + SILENCE_DECIBELS)
    return samples[loud[0] * FRAME : (loud[-1] + 1) * FRAME]


def spoken(espeak, rng, sentence, variants=SEEN_VARIANTS, flite_share=0.3):
    """A sentence in a voice drawn at random: samples and the name of the voice."""
    if sentence.language == "en" and rng.random() < flite_share:
        voice = rng.choice(FLITE_VOICES)
        stretch, pitch = rng.uniform(0.75, 1.35), {"slt": 175, "kal16": 105, "awb": 130, "rms": 100}[voice] * rng.uniform(0.85, 1.2)
        return trimmed(flite(sentence.spoken, voice, stretch, pitch)), "flite " + voice
    variant = rng.choice(variants)
    voice = rng.choice(ACCENTS[sentence.language]) + ("+" + variant if variant else "")
    samples = espeak.say(sentence.spoken, voice, rng.randrange(110, 235), rng.randrange(20, 85), rng.randrange(30, 75), rng.choice((0, 0, 0, 1, 3)))
    return trimmed(samples), "espeak-ng " + voice


def through_mp3(samples, kilobits):
    """The samples after MP3 and back. The codec's own delay is taken out again."""
    with tempfile.TemporaryDirectory() as folder:
        plain, packed, back = (os.path.join(folder, name) for name in ("a.wav", "a.mp3", "b.wav"))
        write_wav(plain, samples)
        subprocess.run(["lame", "--quiet", "-m", "m", "-b", str(kilobits), plain, packed], check=True)
        subprocess.run(["lame", "--quiet", "--decode", packed, back], check=True)
        with wave.open(back) as sound:
            content = numpy.frombuffer(sound.readframes(sound.getnframes()), numpy.int16).astype(numpy.float32) / 32768
            return resampled(content, sound.getframerate())[: len(samples)]


def write_wav(path, samples, small=False):
    """16 kHz, mono, 16 bits; or 8 bits, where `small`."""
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1 if small else 2)
        sound.setframerate(RATE)
        clipped = numpy.clip(samples, -1, 1)
        content = (numpy.round(clipped * 127) + 128).astype("u1") if small else (clipped * 32767).astype("<i2")
        sound.writeframes(content.tobytes())
