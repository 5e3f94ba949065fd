# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Recordings as batches for training.

A window of 30 s is mostly silence, and all silent frames are alike but for their place. So only the sound is computed in full; of the silence
`SAMPLED` places are drawn, and attention counts each of them as often as it stands for (key bias = logarithm of that number).
"""

import dataclasses

import numpy
import torch

import log_mel

POSITIONS = 1500
SAMPLED = 12
# Mel frames around the sound that keep the edges of the convolutions out of it: thrown away after them.
MARGIN = 4
_LEAST_OFFSET = 8


@dataclasses.dataclass
class Window:
    mel: numpy.ndarray
    silence: float
    offset: int
    tokens: list
    targets: list
    phonemes: list
    # Where in the sound each target is said, roughly: middle and spread in positions, or nothing.
    places: list
    whole: bool = False

    @property
    def positions(self):
        return POSITIONS if self.whole else self.mel.shape[1] // 2 - MARGIN


class Windows:
    def __init__(self, studio, clips, tokenizer, sounds, whole=False):
        self.studio, self.clips, self.tokenizer, self.whole = studio, clips, tokenizer, whole
        self.sounds = {sound: number + 1 for number, sound in enumerate(sounds)}
        self.rng = studio.rng

    def window(self):
        silent = self.studio.chance(0.03)
        recording = self.studio.silence(self.clips) if silent else self.studio.recording(self.clips)
        samples = recording.samples
        room = POSITIONS - len(samples) // 320 - 16
        offset = int(self.rng.integers(_LEAST_OFFSET, room)) if room > 20 and self.studio.chance(0.4) else 0
        mel, silence = self._whole_mel(samples, offset) if self.whole else self._mel(samples, offset)
        self._masked(mel, silence)
        tokens, targets, places = self._tokens(recording, offset, silent)
        phonemes = [self.sounds[c] for s in recording.segments for c in s.clip.phonemes + " " if c in self.sounds]
        return Window(mel, silence, offset, tokens, targets, phonemes, places, self.whole)

    def _mel(self, samples, offset):
        lead = 0 if offset == 0 else _LEAST_OFFSET * log_mel.STEP
        frames = (lead + len(samples)) // log_mel.STEP // 2 * 2 + 6
        logarithms = log_mel.raw(numpy.concatenate([numpy.zeros(lead, numpy.float32), samples]), frames, mirrored=offset == 0)
        loudest = max(logarithms.max(), log_mel.SILENCE)
        silence = (max(log_mel.SILENCE, loudest - 8) + 4) / 4
        return numpy.pad(log_mel.scaled(logarithms, loudest), ((0, 0), (MARGIN, MARGIN)), constant_values=silence), silence

    def _whole_mel(self, samples, offset):
        mel = log_mel.features(numpy.concatenate([numpy.zeros(offset * 320, numpy.float32), samples]))
        return mel, float(mel[:, -1].min())

    def _masked(self, mel, silence):
        """Some bands and moments are taken away (Park et al. 2019), so that no single trait of a voice decides."""
        if self.studio.chance(0.5 * (1 - self.studio.ease)):
            width = self.rng.integers(1, 14)
            start = self.rng.integers(0, 80 - width)
            mel[start : start + width] = silence
        if self.studio.chance(0.3 * (1 - self.studio.ease)):
            width = self.rng.integers(1, 8)
            start = self.rng.integers(0, mel.shape[1] - width)
            mel[:, start : start + width] = silence

    def _tokens(self, recording, offset, silent):
        t = self.tokenizer
        language, timed = t.language(recording.language), self.studio.chance(0.5)
        prompt = [t.start, language, t.transcribe] + ([] if timed else [t.no_timestamps])
        if silent:
            targets = [t.no_speech, *prompt[2:], t.end]
            return prompt, targets, [(0, 0)] * len(targets)
        text, places = [], [(0, 0)] * (len(prompt) - 1)
        # Where the sound begins in the part that is computed.
        first = offset if self.whole or offset == 0 else _LEAST_OFFSET // 2
        for segment in recording.segments:
            words = t.encode(" " + segment.clip.written)
            shift = offset + t.first_timestamp
            # Whisper's times have steps of 0.02 s, one for each position of the encoder: offset and time simply add up.
            text += [round(segment.start * 50) + shift, *words, round(segment.end * 50) + shift] if timed else words
            start, length = first + segment.start * 50, (segment.end - segment.start) * 50
            said = [(start + length * (place + 0.5) / len(words), 3 + 0.12 * length) for place in range(len(words))]
            places += [(start, 4), *said, (start + length, 4)] if timed else said
        tokens = prompt + text
        return tokens, tokens[1:] + [t.end], [*places, (0, 0)]

    def batches(self, budget, pool=64):
        """Endless batches of windows of similar length, about `budget` positions in each."""
        while True:
            windows = sorted((self.window() for _ in range(pool)), key=lambda w: w.positions)
            groups, group = [], []
            for window in windows:
                if len(group) > 2 and (len(group) + 1) * (window.positions + 100) > budget:
                    groups.append(group)
                    group = []
                group.append(window)
            if len(group) > 2:
                groups.append(group)
            self.rng.shuffle(groups)
            yield from (Batch(group, self.rng) for group in groups)


class Batch:
    def __init__(self, windows, rng):
        count, whole = len(windows), windows[0].whole
        longest = max(w.positions for w in windows)
        frames = max(w.mel.shape[1] for w in windows)
        mel = numpy.stack([numpy.pad(w.mel, ((0, 0), (0, frames - w.mel.shape[1])), constant_values=w.silence) for w in windows])
        self.mel, self.whole, self.longest = torch.from_numpy(mel), whole, longest
        self.silence = torch.tensor([w.silence for w in windows], dtype=torch.float32)
        sampled = 0 if whole else SAMPLED
        places, bias = numpy.zeros((count, longest + sampled), numpy.int64), numpy.full((count, longest + sampled), -1e4, numpy.float32)
        for row, w in enumerate(windows):
            own = 0 if whole else w.offset
            places[row, :longest] = numpy.minimum(own + numpy.arange(longest), POSITIONS - 1)
            bias[row, : w.positions] = 0
            if sampled:
                free = numpy.concatenate([numpy.arange(own), numpy.arange(own + w.positions, POSITIONS)])
                places[row, longest:] = rng.choice(free, sampled) if len(free) else 0
                bias[row, longest:] = numpy.log(len(free) / sampled) if len(free) else -1e4
        self.places, self.bias = torch.from_numpy(places), torch.from_numpy(bias)
        self.lengths = torch.tensor([w.positions for w in windows])
        most = max(len(w.tokens) for w in windows)
        self.tokens = torch.tensor([w.tokens + [0] * (most - len(w.tokens)) for w in windows])
        self.targets = torch.tensor([w.targets + [-1] * (most - len(w.targets)) for w in windows])
        self.said = torch.tensor([w.places + [(0, 0)] * (most - len(w.places)) for w in windows], dtype=torch.float32)
        self.phonemes = torch.tensor([p for w in windows for p in w.phonemes])
        self.phoneme_counts = torch.tensor([len(w.phonemes) for w in windows])
