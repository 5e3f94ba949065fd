# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""A question with its one right answer, and the draw that keeps to one side of the split."""

import dataclasses

from unseen import is_unseen


@dataclasses.dataclass(frozen=True)
class Question:
    category: str
    language: str
    text: str
    answer: str


def drawn(make, unseen, key=lambda content: content):
    """Calls `make` until its content lies on the wanted side of the split: kept out of training, or not."""
    while True:
        content = make()
        if is_unseen(*key(content)) == unseen:
            return content


def capitalised(text):
    return text[:1].upper() + text[1:]
