# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Tunes the recogniser on painted lines: CTC loss, AdamW, the rate falls to nought with the seconds given."""

import argparse
import math
import random
import time
from pathlib import Path

import torch
from torch.nn import functional

import alphabet
import recogniser
import typefaces
import wording
from painting import batch, painted

_POOL_BATCHES = 4
_AVERAGED = 0.99
_SAVED_EVERY_SECONDS = 120


def samples(dice, count, widest):
    """Lines with room for their text: two places at least for repeated letters."""
    found = []
    while len(found) < count:
        text = wording.text(dice)
        if not text or not alphabet.writable(text):
            continue
        picture = painted(dice, text, typefaces.TRAINED)
        if picture is None or picture.shape[1] > widest:
            continue
        if picture.shape[1] // 8 >= len(text) + sum(a == b for a, b in zip(text, text[1:])) + 1:
            found.append((picture, alphabet.encoded(text)))
    return found


def batches(dice, size, widest):
    """Lines of like width together, without end."""
    while True:
        pool = sorted(samples(dice, size * _POOL_BATCHES, widest), key=lambda sample: sample[0].shape[1])
        groups = [pool[place : place + size] for place in range(0, len(pool), size)]
        dice.shuffle(groups)
        yield from groups


def loss_of(network, group):
    logs = functional.log_softmax(network(torch.from_numpy(batch([picture for picture, _ in group]))), dim=2).transpose(0, 1)
    lengths = torch.tensor([len(text) for _, text in group])
    targets = torch.tensor([number for _, text in group for number in text])
    each = functional.ctc_loss(logs, targets, torch.full((len(group),), logs.shape[0]), lengths, alphabet.BLANK, "none", zero_infinity=True)
    return each.sum() / lengths.sum()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("checkpoint", type=Path)
    options.add_argument("--start", type=Path)
    options.add_argument("--seconds", type=float, required=True)
    options.add_argument("--rate", type=float, default=5e-4)
    options.add_argument("--size", type=int, default=16)
    options.add_argument("--widest", type=int, default=640)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--first-trained", help="the weight before which all stays as it is")
    given = options.parse_args()
    torch.set_num_threads(1)
    dice = random.Random(given.seed)
    network = recogniser.started(given.first_trained)
    if given.start:
        network.load_state_dict(torch.load(given.start))
    trained = {name: weight for name, weight in network.named_parameters() if weight.requires_grad}
    averages = {name: weight.detach().clone() for name, weight in trained.items()}
    head = [weight for name, weight in trained.items() if "linear_85" in name]
    body = [weight for name, weight in trained.items() if "linear_85" not in name]
    optimiser = torch.optim.AdamW([{"params": head, "share": 3.0}, {"params": body, "share": 1.0}], weight_decay=0.01)
    begun = saved = time.time()
    mean = None
    for step, group in enumerate(batches(dice, given.size, given.widest), 1):
        elapsed = time.time() - begun
        rate = given.rate * min(1, step / 40) * 0.5 * (1 + math.cos(math.pi * min(1, elapsed / given.seconds)))
        for part in optimiser.param_groups:
            part["lr"] = rate * part["share"]
        loss = loss_of(network, group)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(list(trained.values()), 2.0)
        optimiser.step()
        with torch.no_grad():
            for name, weight in trained.items():
                averages[name].lerp_(weight, 1 - min(_AVERAGED, step / (step + 10)))
        mean = loss.item() if mean is None else 0.95 * mean + 0.05 * loss.item()
        if step % 10 == 0:
            print(f"{elapsed:.0f} s, step {step}, rate {rate:.2e}, loss a character {mean:.4f}", flush=True)
        done = elapsed > given.seconds
        if done or time.time() - saved > _SAVED_EVERY_SECONDS:
            saved = time.time()
            torch.save(network.state_dict() | averages, given.checkpoint)
        if done:
            return


if __name__ == "__main__":
    main()
