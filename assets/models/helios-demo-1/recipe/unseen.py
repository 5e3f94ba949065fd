# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""The split by content: what is kept out of training, whatever the phrasing around it."""

import hashlib

SHARE_PERCENT = 10


def is_unseen(*content, percent=SHARE_PERCENT):
    """True for that share of contents, by hash: the same in training and in examination, with no list to keep."""
    key = "|".join(str(part) for part in content)
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:4], "big") % 100 < percent


def is_unseen_wording(phrasing, *content):
    """For short tables, learnt by heart: of one content in ten, half the phrasings are kept out."""
    return is_unseen(*content) and is_unseen("phrasing", phrasing, *content, percent=50)
