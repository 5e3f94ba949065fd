# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Recordings made of clips: one or more sentences with pauses, in a room, over a line, with noise."""

import dataclasses

import numpy
from scipy import signal

RATE = 16_000
MOST_SECONDS = 29
_NOISE_SECONDS = 90


@dataclasses.dataclass(frozen=True)
class Segment:
    """Start and end in seconds."""

    start: float
    end: float
    clip: object


@dataclasses.dataclass(frozen=True)
class Recording:
    samples: numpy.ndarray
    segments: list
    language: str


class Studio:
    """Draws recordings. `many` is the share of long ones, of four sentences and more; `ease` (0..1) the share of those that stay single and clean."""

    def __init__(self, seed, many=0.03):
        self.rng, self.many, self.ease = numpy.random.default_rng(seed), many, 0.0
        self.noises = [self._coloured(slope) for slope in (0, 0, 0.5, 1, 1, 1.5, 2)]

    def _coloured(self, slope):
        count = _NOISE_SECONDS * RATE
        spectrum = numpy.fft.rfft(self.rng.standard_normal(count))
        spectrum *= numpy.maximum(numpy.arange(len(spectrum)), 20 * _NOISE_SECONDS) ** -float(slope)
        noise = numpy.fft.irfft(spectrum)
        return (noise / noise.std()).astype(numpy.float32)

    def chance(self, share):
        return self.rng.random() < share

    def uniform(self, low, high):
        return self.rng.uniform(low, high)

    def sentences(self):
        return self.rng.integers(4, 9) if self.chance(self.many) else self.rng.choice((1, 2, 3), p=(0.7, 0.2, 0.1))

    def recording(self, clips):
        language = "en" if self.chance(0.5) else "es"
        easy = self.chance(self.ease)
        chosen = [clips[language][self.rng.integers(len(clips[language]))] for _ in range(1 if easy else self.sentences())]
        return self.recorded(chosen, language, clips, easy)

    def recorded(self, chosen, language, others, easy=False):
        speed = self.uniform(0.88, 1.14) if self.chance(0.35) else 1.0
        pieces, segments, length = [], [], 0

        def add(samples):
            nonlocal length
            pieces.append(samples)
            length += len(samples)

        add(numpy.zeros(int(RATE * self._edge()), numpy.float32))
        for number, clip in enumerate(chosen):
            samples = clip.samples()
            if speed != 1.0:
                places = numpy.arange(0, len(samples) - 1, speed)
                samples = numpy.interp(places, numpy.arange(len(samples)), samples).astype(numpy.float32)
            if number and length + len(samples) > MOST_SECONDS * RATE:
                break
            if number:
                add(numpy.zeros(int(RATE * self.uniform(0.3, 1.3)), numpy.float32))
            segments.append(Segment(length / RATE, (length + len(samples)) / RATE, clip))
            add(samples * 10 ** (self.uniform(-5, 0) / 20))
        add(numpy.zeros(int(RATE * self._edge()), numpy.float32))
        samples = numpy.concatenate(pieces)
        return Recording(samples if easy else self.worn(samples, others), segments, language)

    def silence(self, others):
        """Noise, or nothing at all: nobody speaks."""
        samples = numpy.zeros(int(RATE * self.uniform(0.5, 6)), numpy.float32)
        if self.chance(0.8):
            samples = self._noise(len(samples)) * 10 ** (self.uniform(-70, -12) / 20)
        return Recording(samples, [], "en" if self.chance(0.5) else "es")

    def _edge(self):
        return self.uniform(0.0, 0.2) if self.chance(0.3 + 0.7 * self.ease) else self.uniform(0, 1.2)

    def worn(self, samples, others):
        speech = numpy.sqrt((samples**2).mean() + 1e-12)
        if self.chance(0.2):
            samples = self._room(samples)
        if self.chance(0.8):
            samples = samples + self._noise(len(samples)) * speech * 10 ** (-self.uniform(15, 45) / 20)
        if self.chance(0.04):
            samples = samples + self._voices_behind(len(samples), others) * speech * 10 ** (-self.uniform(22, 35) / 20)
        if self.chance(0.03):
            hum = numpy.sin(2 * numpy.pi * self.rng.choice((50, 60, 100, 120)) * numpy.arange(len(samples)) / RATE)
            samples = samples + hum * speech * 10 ** (-self.uniform(12, 30) / 20)
        if self.chance(0.25):
            samples = self._line(samples)
        peak = 10 ** (self.uniform(-34, 0) / 20)
        samples = samples * (peak / (numpy.abs(samples).max() + 1e-9))
        if self.chance(0.03):
            samples = numpy.clip(samples * self.uniform(1.2, 3), -peak, peak)
        return (numpy.round(samples * 32767) / 32767).astype(numpy.float32)

    def _noise(self, count):
        noise = self.noises[self.rng.integers(len(self.noises))]
        start = self.rng.integers(len(noise) - count)
        return noise[start : start + count]

    def _voices_behind(self, count, others):
        clips = others["en"] + others["es"] if self.rng.random() < 0.01 else others["en" if self.chance(0.5) else "es"]
        mixed = numpy.zeros(count, numpy.float32)
        for _ in range(3):
            samples = clips[self.rng.integers(len(clips))].samples()[:count]
            start = self.rng.integers(count - len(samples) + 1)
            mixed[start : start + len(samples)] += samples
        return mixed / (mixed.std() + 1e-6)

    def _room(self, samples):
        """Echoes that die away by 60 dB within 0.1 to 0.5 s, quieter than what is heard directly."""
        seconds = self.uniform(0.1, 0.5)
        count = int(RATE * seconds)
        tail = self.rng.standard_normal(count) * 10 ** (-3 * numpy.arange(count) / count)
        tail *= 10 ** (-self.uniform(6, 18) / 20) / numpy.sqrt((tail**2).sum())
        tail[: int(RATE * 0.002)] = 0
        tail[0] = 1
        return signal.fftconvolve(samples, tail)[: len(samples)].astype(numpy.float32)

    def _line(self, samples):
        """A telephone, a small loudspeaker, or what is left after strong compression."""
        form = self.rng.integers(3)
        if form == 0:
            filters = signal.butter(3, (self.uniform(200, 350), self.uniform(3000, 3600)), "bandpass", fs=RATE, output="sos")
        elif form == 1:
            filters = signal.butter(4, self.uniform(3300, 7500), "lowpass", fs=RATE, output="sos")
        else:
            filters = signal.butter(1, self.uniform(80, 500), "highpass", fs=RATE, output="sos")
        return signal.sosfilt(filters, samples).astype(numpy.float32)
