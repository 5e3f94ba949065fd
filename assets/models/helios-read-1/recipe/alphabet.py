# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""The characters the model can write, and how texts and class numbers become each other."""

import json
import unicodedata

ASCII = [chr(code) for code in range(33, 127)]
SPANISH = list("áéíóúüñÁÉÍÓÚÜÑ¿¡ºª«»·")
SIGNS = list("–—‘’“”…€£§°±×½¼©®™µ•")
NEIGHBOURS = list("àâäãåæçèêëìîïòôöõøœùûÿßÀÂÄÃÅÆÇÈÊËÌÎÏÒÔÖÕØŒÙÛŸ")

CHARACTERS = ASCII + SPANISH + SIGNS + NEIGHBOURS
BLANK = 0
SPACE = len(CHARACTERS) + 1
CLASSES = len(CHARACTERS) + 2
_NUMBERS = {character: place + 1 for place, character in enumerate(CHARACTERS)} | {" ": SPACE}

# What a new class starts from where the original has no such character. Others start from the letter without its accent.
_LOOKALIKES = {"¿": "?", "¡": "!", "ª": "a", "º": "°", "ø": "o", "Ø": "O", "æ": "a", "Æ": "A", "œ": "o", "Œ": "O", "ß": "B", "€": "C", "£": "E", "‘": "'",
               "’": "'", "–": "-", "—": "-", "•": "·", "µ": "u", "½": "1", "¼": "1", "±": "+", "×": "x", "«": "<", "»": ">", "…": ".", "§": "S",
               "©": "o", "®": "o", "™": "T", "“": '"', "”": '"', "·": ".", "°": "o"}


def lookalikes(character):
    """Characters whose weights a class may start from, the best first."""
    return [character, _LOOKALIKES.get(character), unicodedata.normalize("NFD", character)[0]]


def encoded(text):
    return [_NUMBERS[character] for character in text]


def writable(text):
    return all(character in _NUMBERS for character in text)


def decoded(classes, characters=CHARACTERS):
    """Text of the likeliest class at each place: repeated ones count once, blanks not at all."""
    entries = ["", *characters, " "]
    return "".join(entries[here] for before, here in zip([BLANK, *classes], classes) if here != before)


def save(path):
    path.write_text(json.dumps(CHARACTERS, ensure_ascii=False) + "\n", encoding="utf-8")
