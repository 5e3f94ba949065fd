# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""The log-mel picture of a sound as Whisper takes it (Radford et al. 2022): 16 kHz, windows of 400, steps of 160, 80 Slaney mels."""

import numpy
from scipy import fft

RATE, WINDOW, STEP, MELS = 16_000, 400, 160, 80
WINDOW_SECONDS = 30
FRAMES = WINDOW_SECONDS * RATE // STEP
SILENCE = -10.0


def mel_of(hertz):
    """The Slaney scale: linear to 1 kHz, logarithmic above."""
    hertz = numpy.asarray(hertz, dtype=numpy.float64)
    return numpy.where(hertz < 1000, hertz * 3 / 200, 15 + numpy.log(numpy.maximum(hertz, 1e-9) / 1000) * 27 / numpy.log(6.4))


def hertz_of(mel):
    return numpy.where(mel < 15, mel * 200 / 3, 1000 * numpy.exp((mel - 15) * numpy.log(6.4) / 27))


def filters():
    """Triangles of unit area in hertz: [80, 201]."""
    edges = hertz_of(numpy.linspace(mel_of(0), mel_of(RATE / 2), MELS + 2))
    bins = numpy.arange(WINDOW // 2 + 1) * RATE / WINDOW
    rising = (bins - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - bins) / (edges[2:] - edges[1:-1])[:, None]
    return (numpy.maximum(0, numpy.minimum(rising, falling)) * (2 / (edges[2:] - edges[:-2]))[:, None]).astype(numpy.float32)


_FILTERS = filters()
_HANN = (0.5 - 0.5 * numpy.cos(2 * numpy.pi * numpy.arange(WINDOW) / WINDOW)).astype(numpy.float32)


def raw(samples, frames, mirrored=True):
    """Base-10 logarithms [80, frames] before the dynamic range is cut; behind the samples there is silence, before them their mirror image or silence."""
    half = WINDOW // 2
    before = samples[half:0:-1] if mirrored else numpy.zeros(half, numpy.float32)
    padded = numpy.concatenate([before, samples, numpy.zeros(max(0, frames * STEP + WINDOW - len(samples)), numpy.float32)]).astype(numpy.float32)
    windows = numpy.lib.stride_tricks.sliding_window_view(padded, WINDOW)[: frames * STEP : STEP] * _HANN
    power = numpy.abs(fft.rfft(windows, axis=1)) ** 2
    return numpy.log10(numpy.maximum(_FILTERS @ power.T, 1e-10))


def scaled(logarithms, loudest=None):
    loudest = logarithms.max() if loudest is None else loudest
    return ((numpy.maximum(logarithms, loudest - 8) + 4) / 4).astype(numpy.float32)


def features(samples):
    """Of a sound of at most 30 s: [80, 3000]. Where it is longer, the end is cut."""
    window = numpy.zeros(WINDOW_SECONDS * RATE, numpy.float32)
    window[: len(samples)] = samples[: len(window)]
    return scaled(raw(numpy.concatenate([window, window[-2 : -WINDOW // 2 - 2 : -1]]), FRAMES))
