# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""The tokenizer: bytes, the words of the captions as wholes, and GPT-2's one special token, with which every caption begins and ends."""

import re

import byte_level
from wording import WORDS

END = "<|endoftext|>"
_PIECES = re.compile(r" ?[^\W\d_]+| ?\d| ?[^\w\s]|\s")
_PIECES_PUBLISHED = r" ?\p{L}+| ?\p{N}| ?[^\s\p{L}\p{N}]|\s"


class Vocabulary:
    def __init__(self):
        wholes = [*WORDS[:1], *(" " + word for word in dict.fromkeys(WORDS))]
        self.entries = list(dict.fromkeys([*(byte_level.SYMBOLS[byte] for byte in range(256)), *map(byte_level.symbols, wholes)]))
        self.numbers = {entry: number for number, entry in enumerate(self.entries)}
        self.end = len(self.entries)
        self.size = self.end + 1

    def encode(self, text):
        return [self.numbers[byte_level.symbols(piece)] for piece in _PIECES.findall(text)]

    def decode(self, numbers):
        return b"".join(byte_level.bytes_of(self.entries[n]) for n in numbers if n != self.end).decode(errors="replace")

    def save(self, path):
        byte_level.save(path, self.entries, [], _PIECES_PUBLISHED, [byte_level.added(self.end, END, True)], None)
