# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""The tokenizer: Whisper's special tokens, bytes, and the words of the domain as wholes; figures one by one.

Written as a `tokenizer.json` (byte-level BPE); `encode` here gives the same numbers for everything that is trained on.
"""

import random
import re

import byte_level
import sentences_en
import sentences_es

END, START, TRANSLATE, TRANSCRIBE = "<|endoftext|>", "<|startoftranscript|>", "<|translate|>", "<|transcribe|>"
PRIME, PREVIOUS, NO_SPEECH, NO_TIMESTAMPS = "<|startoflm|>", "<|startofprev|>", "<|nospeech|>", "<|notimestamps|>"
LANGUAGES = ("en", "es")
SPECIAL = (END, START, *(f"<|{language}|>" for language in LANGUAGES), TRANSLATE, TRANSCRIBE, PRIME, PREVIOUS, NO_SPEECH, NO_TIMESTAMPS)
TIMESTAMPS = tuple(f"<|{place * 0.02:.2f}|>" for place in range(1501))
_CHARACTERS = "áéíóúüñÁÉÍÓÚÜÑ¿¡"
_PIECES = re.compile(r" ?[^\W\d_]+(?:'[^\W\d_]+)?| ?\d| ?[^\w\s]|\s")
_PIECES_PUBLISHED = r" ?\p{L}+(?:'\p{L}+)?| ?\p{N}| ?[^\s\p{L}\p{N}]|\s"
_SAMPLED_SENTENCES = 60_000
_SEED = 5


def _joined_bytes():
    steps = [own[:count] for own in map(byte_level.symbols, _CHARACTERS) for count in range(2, len(own) + 1)]
    return list(dict.fromkeys(steps))


class Tokenizer:
    """Numbers: entries of the vocabulary (END first), then the special tokens, then the timestamps, as Whisper has them."""

    def __init__(self, entries):
        self.entries = entries
        self.names = [*entries, *SPECIAL, *TIMESTAMPS]
        self.numbers = {name: number for number, name in enumerate(self.names)}
        self.end, self.start, self.no_speech, self.no_timestamps = (self.numbers[n] for n in (END, START, NO_SPEECH, NO_TIMESTAMPS))
        self.transcribe, self.first_timestamp = self.numbers[TRANSCRIBE], self.numbers[TIMESTAMPS[0]]
        self.size = len(self.names)

    def language(self, code):
        return self.numbers[f"<|{code}|>"]

    def encode(self, text):
        return [self.numbers[byte_level.symbols(piece)] for piece in _PIECES.findall(text)]

    def decode(self, numbers):
        """The text of the entries; special tokens and timestamps as they are called."""
        pieces = [byte_level.bytes_of(self.names[n]) if n < len(self.entries) else self.names[n].encode() for n in numbers]
        return b"".join(pieces).decode(errors="replace")

    def save(self, path):
        def special(name):
            return {"SpecialToken": {"id": name, "type_id": 0}}

        text = [{"Sequence": {"id": "A", "type_id": 0}}]
        post_processor = {
            "type": "TemplateProcessing",
            "single": [special(START), special(NO_TIMESTAMPS), *text, special(END)],
            "pair": [special(START), special(NO_TIMESTAMPS), *text, {"Sequence": {"id": "B", "type_id": 1}}, special(END)],
            "special_tokens": {n: {"id": n, "ids": [self.numbers[n]], "tokens": [n]} for n in (START, NO_TIMESTAMPS, END)},
        }
        added = [byte_level.added(self.numbers[n], n, n in SPECIAL) for n in (*SPECIAL, *TIMESTAMPS)]
        byte_level.save(path, self.entries, [[joined[:-1], joined[-1]] for joined in _joined_bytes()], _PIECES_PUBLISHED, added, post_processor)


def made_from_sentences():
    rng = random.Random(_SEED)
    words = set()
    for number in range(_SAMPLED_SENTENCES):
        words.update(_PIECES.findall(" " + (sentences_en, sentences_es)[number % 2].draw(rng).written))
    wholes = sorted(word for word in words if len(word) > 1) + [" " + figure for figure in "0123456789"]
    entries = [*(byte_level.SYMBOLS[byte] for byte in range(256)), *_joined_bytes(), *map(byte_level.symbols, wholes)]
    return Tokenizer(list(dict.fromkeys(entries)))
