# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Reads unseen lines in unseen typefaces with an exported model and with the original, and prints shares of wrong characters."""

import argparse
import collections
import json
import random
from pathlib import Path

import onnx
import torch

import alphabet
import recogniser
import sentences
import typefaces
from onnx_module import OnnxModule
from painting import Look, batch, painted
from words import FREQUENT, UNSEEN

# Light noise, a page turned a little, and all else as Helios cuts lines out: true width times 0.9.
_LOOK = Look(sizes=(16, 48), noise=(0, 6), squeeze=(0.9, 0.9), faint=0.2, blurred=0.15, jpeg=0.2, spaced=0.0, turned=3.0)
_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "–": "-"})


def edits(right, said):
    """Single characters to insert, delete or replace (Levenshtein)."""
    row = list(range(len(said) + 1))
    for place, wanted in enumerate(right, 1):
        before, row[0] = row[0], place
        for column, given in enumerate(said, 1):
            before, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, before + (wanted != given))
    return row[-1]


def _line(dice, language, running):
    """Part of a sentence, 2 to 10 words, or words of which most were kept out of training."""
    if running:
        words = dice.choice(sentences.RUNNING[language]).split()
        length = min(len(words), dice.randrange(2, 11))
        start = dice.randrange(len(words) - length + 1)
        return " ".join(words[start : start + length])[:62].strip()
    words = [dice.choice(UNSEEN[language] if dice.random() < 0.7 else FREQUENT[language]) for _ in range(dice.randrange(1, 7))]
    line = " ".join(words)[:62].strip()
    return line.upper() if dice.random() < 0.15 else line.capitalize() if dice.random() < 0.5 else line


def lines(language, count, running, seed, faces=typefaces.UNSEEN):
    dice, found = random.Random(f"{language} {running} {seed}"), []
    while len(found) < count:
        text = _line(dice, language, running)
        picture = painted(dice, text, faces, _LOOK) if alphabet.writable(text) else None
        if picture is not None:
            found.append((text, picture))
    return found


class Reader:
    def __init__(self, network, characters):
        self.network, self.characters = network, characters

    def said(self, pictures, size=16):
        """Lines of like width are read together, as Helios does."""
        order = sorted(range(len(pictures)), key=lambda place: pictures[place].shape[1])
        texts = {}
        for start in range(0, len(order), size):
            places = order[start : start + size]
            for place, classes in zip(places, recogniser.reads(self.network, batch([pictures[place] for place in places]))):
                texts[place] = alphabet.decoded(classes, self.characters)
        # The original puts a space before many lines.
        return [texts[place].strip() for place in range(len(pictures))]


def of_files(folder):
    graph = onnx.load(str(folder / "latin_helios_mobile_rec.onnx"))
    return Reader(OnnxModule(graph), json.loads((folder / "latin_helios_mobile_rec.dict.json").read_text(encoding="utf-8")))


def report(title, reader, examined, shown):
    said = reader.said([picture for _, picture in examined])
    pairs = list(zip((text for text, _ in examined), said))
    characters = sum(len(right) for right, _ in pairs)
    wrong = [edits(right, given) for right, given in pairs]
    plain = sum(edits(right.translate(_TYPOGRAPHY), given.translate(_TYPOGRAPHY)) for right, given in pairs)
    print(f"{title}: {len(pairs)} lines, {characters} characters, {sum(wrong)} wrong ({100 * sum(wrong) / characters:.2f} %), "
          f"{100 * plain / characters:.2f} % with all quotation marks and dashes alike; {wrong.count(0)} lines all right", flush=True)
    special = collections.Counter(letter for right, _ in pairs for letter in right if letter in alphabet.SPANISH)
    if special:
        kept = sum(min(right.count(letter), given.count(letter)) for right, given in pairs for letter in set(right) & set(alphabet.SPANISH))
        print(f"    of {special.total()} Spanish letters and signs, {kept} are there ({100 * kept / special.total():.2f} %)")
        for letter in "ñÑ¿¡":
            print(f"    {letter}: {sum(min(right.count(letter), given.count(letter)) for right, given in pairs)} of {special[letter]}")
    for (right, given), count in sorted(zip(pairs, wrong), key=lambda entry: -entry[1])[:shown]:
        print(f"    {count}: {right!r} read as {given!r}" if count else "", end="\n" if count else "")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("model", help="a folder, a checkpoint, or `original`")
    options.add_argument("--lines", type=int, default=400, help="of each kind and language")
    options.add_argument("--seed", type=int, default=77)
    options.add_argument("--seen-typefaces", action="store_true", help="for choosing between checkpoints")
    options.add_argument("--shown", type=int, default=0, help="the worst lines to print")
    given = options.parse_args()
    torch.set_num_threads(1)
    if given.model == "original":
        graph, characters = recogniser.original()
        reader = Reader(OnnxModule(graph), characters)
    elif Path(given.model).is_dir():
        reader = of_files(Path(given.model))
    else:
        network = recogniser.started(None)
        network.load_state_dict(torch.load(given.model))
        reader = Reader(network, alphabet.CHARACTERS)
    faces = typefaces.TRAINED if given.seen_typefaces else typefaces.UNSEEN
    for language in ("en", "es"):
        for running in (True, False):
            report(f"{language}, {'sentences' if running else 'words'}", reader, lines(language, given.lines, running, given.seed, faces), given.shown)


if __name__ == "__main__":
    main()
