# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""The tokenizer: bytes and letters, figures one by one, and the words of the domain as wholes.

Any other word falls apart into letters: that makes spelling a matter of copying, and a strange word look strange.
Written as a `tokenizer.json` (byte-level BPE); `encode` here gives the same numbers, faster than a general implementation would.
"""

import collections
import json
import re

from conversation import any_question, generator, system_text
from spelling import WHOLE_IN_QUOTES
from words import ADJECTIVES, NAMES, NOUNS, PLACES, VERBS

END_OF_TEXT, START, END = "<|endoftext|>", "<|im_start|>", "<|im_end|>"
SPECIAL = (END_OF_TEXT, START, END)
# Characters of several bytes that are one token wherever they stand.
_CHARACTERS = "áéíóúüñÁÉÍÓÚÜÑ¿¡×“”«»"
_PIECES = re.compile(r" ?[^\W\d_]+| ?(?:[^\w\s]|_)|\d|\s")
_PIECES_PUBLISHED = r" ?\p{L}+| ?[^\s\p{L}\p{N}]|\p{N}|\s"
_SPACED_QUOTES = (' "', " '", " “", " «")
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'|“[^”]*”|«[^»]*»")
_SAMPLED_QUESTIONS = 60_000
_FEWEST_USES = 12
_SEED = 5


def _byte_symbols():
    """The printable character that stands for each byte in byte-level BPE (Radford et al. 2019)."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in plain]
    return {byte: chr(byte) for byte in plain} | {byte: chr(256 + place) for place, byte in enumerate(others)}


_SYMBOLS = _byte_symbols()


def _symbols(text):
    return "".join(_SYMBOLS[byte] for byte in text.encode())


def _joined_bytes():
    """The characters of several bytes, built up byte by byte: each entry is made by one merge."""
    steps = [symbols[:count] for symbols in map(_symbols, _CHARACTERS) for count in range(2, len(symbols) + 1)]
    return list(dict.fromkeys(steps))


class Tokenizer:
    def __init__(self, entries):
        self.entries = entries
        self._numbers = {entry: number for number, entry in enumerate(entries)}
        self._known = {}
        self.start, self.end, self.end_of_text = (self._numbers[name] for name in (START, END, END_OF_TEXT))

    def encode(self, text):
        numbers = []
        for piece in _PIECES.findall(text):
            if piece not in self._known:
                self._known[piece] = self._encode_piece(piece)
            numbers += self._known[piece]
        return numbers

    def turn(self, role, text):
        """A complete turn, the line break after it included."""
        return self.opening(role) + self.encode(text) + [self.end] + self.encode("\n")

    def opening(self, role):
        return [self.start] + self.encode(role + "\n")

    def _encode_piece(self, piece):
        whole = self._numbers.get(_symbols(piece))
        if whole is not None:
            return [whole]
        numbers = []
        for letter in piece:
            symbols = _symbols(letter)
            numbers += [self._numbers[symbols]] if symbols in self._numbers else [self._numbers[symbol] for symbol in symbols]
        return numbers

    def save(self, path):
        pre_tokenizer = {
            "type": "Sequence",
            "pretokenizers": [
                {"type": "Split", "pattern": {"Regex": _PIECES_PUBLISHED}, "behavior": "Isolated", "invert": False},
                {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": False},
            ],
        }
        byte_level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": False}
        model = {
            "type": "BPE",
            "dropout": None,
            "unk_token": None,
            "continuing_subword_prefix": None,
            "end_of_word_suffix": None,
            "fuse_unk": False,
            "byte_fallback": False,
            "ignore_merges": True,
            "vocab": {entry: number for number, entry in enumerate(self.entries)},
            "merges": [[joined[:-1], joined[-1]] for joined in _joined_bytes()],
        }
        added = [
            {"id": number, "content": name, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
            for number, name in enumerate(SPECIAL)
        ]
        tokenizer = {
            "version": "1.0",
            "truncation": None,
            "padding": None,
            "added_tokens": added,
            "normalizer": None,
            "pre_tokenizer": pre_tokenizer,
            "post_processor": None,
            "decoder": byte_level,
            "model": model,
        }
        path.write_text(json.dumps(tokenizer, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def load(path):
    vocabulary = json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"]
    return Tokenizer(sorted(vocabulary, key=vocabulary.get))


def made_from_questions():
    """The words that questions and answers use again and again, but for those that are spelt or only asked about."""
    spelt = {word.lower() for words in (NAMES, PLACES, *NOUNS.values(), *VERBS.values(), *ADJECTIVES.values()) for word in words}
    random = generator(_SEED)
    uses = collections.Counter()
    for _ in range(_SAMPLED_QUESTIONS):
        question = any_question(random)
        uses.update(_PIECES.findall(_QUOTED.sub('""', question.text)) + _PIECES.findall(question.answer))
        uses.update(_PIECES.findall(system_text(random) or ""))
    words = sorted(
        piece for piece, count in uses.items() if count >= _FEWEST_USES and len(piece) > 1 and piece[0] == " " and piece[1:].lower() not in spelt
    )
    wholes = [*WHOLE_IN_QUOTES, *words, *_SPACED_QUOTES]
    entries = [*SPECIAL, *(_SYMBOLS[byte] for byte in range(256)), *_joined_bytes(), *(_symbols(piece) for piece in wholes)]
    return Tokenizer(list(dict.fromkeys(entries)))
