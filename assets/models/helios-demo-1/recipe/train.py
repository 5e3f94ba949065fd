# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Trains the model on one processor core: python3 train.py <folder for checkpoints> --steps <number> [--from <checkpoint>]."""

import argparse
import collections
import dataclasses
import pathlib
import time

import torch
from torch.nn import functional

import tokenizer as tokenizers
from conversation import generator
from examples import examination, examined, training_rows
from model import Decoder, Shape
from muon import Muon

SEED = 20261122
EXAMINATION_SEED = 7
TOKENS_A_STEP = 3072
# Mostly short conversations; some long ones, so that positions far from the start are known.
ROW_LENGTHS = (128, 128, 128, 192, 256)
MATRIX_RATE = 0.02
OTHER_RATE = 0.004
WARM_UP_STEPS = 60
FIRST_TOKEN_WEIGHT = 3
STEPS_BETWEEN_EXAMINATIONS = 500


def rate_at(step, steps, level):
    """The share of the full rate: quickly up to 1, level for that share of the steps, then straight down to nothing."""
    return min(1.0, (step + 1) / WARM_UP_STEPS, (steps - step) / ((1 - level) * steps))


def train(folder, steps, start_from, seed, share_of_rate, level):
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    folder.mkdir(parents=True, exist_ok=True)
    if start_from:
        checkpoint = torch.load(start_from)
        tokenizer, shape = tokenizers.Tokenizer(checkpoint["entries"]), Shape(**checkpoint["shape"])
        model = Decoder(shape)
        model.load_state_dict(checkpoint["weights"])
    else:
        tokenizer = tokenizers.made_from_questions()
        shape = Shape(vocabulary=len(tokenizer.entries))
        model = Decoder(shape)
    matrices = [weight for name, weight in model.named_parameters() if weight.dim() == 2 and name != "embedding"]
    others = [weight for name, weight in model.named_parameters() if weight.dim() == 1 or name == "embedding"]
    optimizers = [(Muon(matrices), MATRIX_RATE), (torch.optim.Adam(others, betas=(0.9, 0.98)), OTHER_RATE)]
    print(f"{sum(weight.numel() for weight in model.parameters())} parameters, vocabulary {shape.vocabulary}", flush=True)

    random = generator(seed)
    papers = examination(generator(EXAMINATION_SEED), tokenizer, 600)
    seen, began, loss_sum = 0, time.monotonic(), 0.0
    for step in range(steps):
        length = random.choice(ROW_LENGTHS)
        tokens, answers = training_rows(random, tokenizer, TOKENS_A_STEP // length, length)
        wanted = answers.roll(-1, dims=1)
        wanted[:, -1] = False
        with torch.autocast("cpu", torch.bfloat16):
            scores = model(tokens, wanted)
        # The first token of an answer chooses the kind of answer.
        weights = 1 + (FIRST_TOKEN_WEIGHT - 1) * (wanted & ~wanted.roll(1, dims=1))[wanted].float()
        losses = functional.cross_entropy(scores.float(), tokens.roll(-1, dims=1)[wanted], reduction="none")
        loss = (losses * weights).sum() / weights.sum()
        loss.backward()
        for optimizer, rate in optimizers:
            for group in optimizer.param_groups:
                group["lr"] = rate * share_of_rate * rate_at(step, steps, level)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        seen += tokens.numel()
        loss_sum += loss.item()
        if (step + 1) % 100 == 0:
            print(f"step {step + 1} loss {loss_sum / 100:.4f} tokens {seen} seconds {time.monotonic() - began:.0f}", flush=True)
            loss_sum = 0.0
        if (step + 1) % STEPS_BETWEEN_EXAMINATIONS == 0 or step + 1 == steps:
            report(examined(model, papers, tokenizer.end_of_text), papers)
            torch.save(
                {"weights": model.state_dict(), "shape": dataclasses.asdict(shape), "entries": tokenizer.entries},
                folder / "checkpoint.pt",
            )


def report(wrong, papers):
    asked = collections.Counter(question.category for question, _, _ in papers)
    failed = collections.Counter(question.category for question, _ in wrong)
    shares = ", ".join(f"{category} {failed[category]}/{count}" for category, count in sorted(asked.items()) if failed[category])
    print(f"  right {1 - len(wrong) / len(papers):.4f}; wrong: {shares}", flush=True)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--steps", type=int, required=True)
    arguments.add_argument("--from", dest="start_from")
    arguments.add_argument("--seed", type=int, default=SEED)
    arguments.add_argument("--rate", type=float, default=1.0, help="share of the full learning rate")
    arguments.add_argument("--level", type=float, default=0.5, help="share of the steps before the rate goes down")
    given = arguments.parse_args()
    train(given.folder, given.steps, given.start_from, given.seed, given.rate, given.level)
