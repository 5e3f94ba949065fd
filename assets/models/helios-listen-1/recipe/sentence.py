# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""A sentence as it is written and as it is spoken; which sentences are never trained on."""

import dataclasses
import hashlib

UNSEEN_SHARE = 10


@dataclasses.dataclass(frozen=True)
class Sentence:
    language: str
    kind: str
    written: str
    spoken: str
    # A closed list has no unseen members: it is learnt by heart.
    closed: bool = False

    @property
    def unseen(self):
        """One sentence in ten, by its hash; only where the sentence is made of parts that others have too."""
        return not self.closed and hashlib.sha256(self.written.encode()).digest()[0] % UNSEEN_SHARE == 0


def capital(text):
    for place, letter in enumerate(text):
        if letter.isalnum():
            return text[:place] + letter.upper() + text[place + 1 :]
    return text
