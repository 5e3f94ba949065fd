# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""The split by content: what is kept out of training, whatever the phrasing around it."""

import hashlib

SHARE_PERCENT = 10


def is_unseen(*content):
    """True for one content in ten, by its hash: the same in training and in examination, with no list to keep."""
    key = "|".join(str(part) for part in content)
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:4], "big") % 100 < SHARE_PERCENT
