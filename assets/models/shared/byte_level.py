# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Byte-level BPE (Radford et al. 2019), as small vocabularies of whole words use it: what is no entry falls apart into bytes."""

import json


def _byte_symbols():
    """The printable character that stands for each byte."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in plain]
    return {byte: chr(byte) for byte in plain} | {byte: chr(256 + place) for place, byte in enumerate(others)}


SYMBOLS = _byte_symbols()
_BYTES = {symbol: byte for byte, symbol in SYMBOLS.items()}


def symbols(text):
    return "".join(SYMBOLS[byte] for byte in text.encode())


def bytes_of(entry):
    return bytes(_BYTES[symbol] for symbol in entry)


def added(number, name, special):
    return {"id": number, "content": name, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": special}


def save(path, entries, merges, pieces, added_tokens, post_processor):
    """A `tokenizer.json`. `pieces` is the expression that cuts text; entries are looked up as wholes before anything is merged."""
    byte_level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": False}
    content = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": added_tokens,
        "normalizer": None,
        "pre_tokenizer": {
            "type": "Sequence",
            "pretokenizers": [{"type": "Split", "pattern": {"Regex": pieces}, "behavior": "Isolated", "invert": False}, byte_level],
        },
        "post_processor": post_processor,
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
            "vocab": {entry: number for number, entry in enumerate(entries)},
            "merges": merges,
        },
    }
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
