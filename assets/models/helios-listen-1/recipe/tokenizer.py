# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""The tokenizer: Whisper's special tokens, bytes, and the words of the domain as wholes; figures one by one.

Written as a `tokenizer.json` (byte-level BPE); `encode` here gives the same numbers for everything that is trained on.
"""

import json
import random
import re

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


def _byte_symbols():
    """The printable character that stands for each byte in byte-level BPE (Radford et al. 2019)."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in plain]
    return {byte: chr(byte) for byte in plain} | {byte: chr(256 + place) for place, byte in enumerate(others)}


_SYMBOLS = _byte_symbols()


def _symbols(text):
    return "".join(_SYMBOLS[byte] for byte in text.encode())


def _joined_bytes():
    steps = [symbols[:count] for symbols in map(_symbols, _CHARACTERS) for count in range(2, len(symbols) + 1)]
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
        return [self.numbers[_symbols(piece)] for piece in _PIECES.findall(text)]

    def decode(self, numbers):
        """The text of the entries; special tokens and timestamps as they are called."""
        back = {symbol: byte for byte, symbol in _SYMBOLS.items()}
        pieces = [bytes(back[c] for c in self.names[n]) if n < len(self.entries) else self.names[n].encode() for n in numbers]
        return b"".join(pieces).decode(errors="replace")

    def save(self, path):
        def added(name, special):
            number = self.numbers[name]
            return {"id": number, "content": name, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": special}

        def special(name):
            return {"SpecialToken": {"id": name, "type_id": 0}}

        text = [{"Sequence": {"id": "A", "type_id": 0}}]
        byte_level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": False}
        content = {
            "version": "1.0",
            "truncation": None,
            "padding": None,
            "added_tokens": [added(n, True) for n in SPECIAL] + [added(n, False) for n in TIMESTAMPS],
            "normalizer": None,
            "pre_tokenizer": {
                "type": "Sequence",
                "pretokenizers": [
                    {"type": "Split", "pattern": {"Regex": _PIECES_PUBLISHED}, "behavior": "Isolated", "invert": False},
                    byte_level,
                ],
            },
            "post_processor": {
                "type": "TemplateProcessing",
                "single": [special(START), special(NO_TIMESTAMPS), *text, special(END)],
                "pair": [special(START), special(NO_TIMESTAMPS), *text, {"Sequence": {"id": "B", "type_id": 1}}, special(END)],
                "special_tokens": {n: {"id": n, "ids": [self.numbers[n]], "tokens": [n]} for n in (START, NO_TIMESTAMPS, END)},
            },
            "decoder": byte_level,
            "model": {
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
            },
        }
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def made_from_sentences():
    rng = random.Random(_SEED)
    words = set()
    for number in range(_SAMPLED_SENTENCES):
        words.update(_PIECES.findall(" " + (sentences_en, sentences_es)[number % 2].draw(rng).written))
    wholes = sorted(word for word in words if len(word) > 1) + [" " + figure for figure in "0123456789"]
    entries = [*(_SYMBOLS[byte] for byte in range(256)), *_joined_bytes(), *map(_symbols, wholes)]
    return Tokenizer(list(dict.fromkeys(entries)))
