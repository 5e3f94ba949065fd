# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Trains: python3 train.py <corpus folder> <checkpoint> [--seconds S] [--rate R] [--from CHECKPOINT] [--seed N] [--ease SHARE] [--looks SHARE] [--momentum] [--whole] [--many SHARE].

The rate is held for a share of the time given (--hold), then falls to nothing. A run that was stopped goes on with --from.
"""

import argparse
import pathlib
import time

import torch
from torch.nn import functional

import corpus
import tokenizer as tokenizers
from batches import Windows
from model import Listener, Shape
from muon import Muon
from recording import Studio

ADAM_SHARE = 0.15
SOUNDS_SHARE = 0.3
TIME_SPREAD = 1.5
WARMING_STEPS = 60
# Clean single sentences become fewer until this share of the time is gone.
EASY_SHARE = 0.5
# A batch of fewer windows counts less.
USUAL_WINDOWS = 10


def loss_of_tokens(logits, targets, first_timestamp, figures):
    """Cross entropy; a figure counts twice, as grammar does not foretell it; a time a few steps beside the right one is almost right."""
    logits, targets = logits.flatten(0, 1), targets.flatten()
    logits, targets = logits[targets >= 0], targets[targets >= 0]
    logarithms = logits.log_softmax(dim=-1)
    timed = targets >= first_timestamp
    weights = 1.0 + figures[targets[~timed]]
    loss = -(weights * logarithms[~timed].gather(1, targets[~timed][:, None])[:, 0]).sum()
    if timed.any():
        offsets = torch.arange(-4, 5)
        weights = torch.exp(-0.5 * (offsets / TIME_SPREAD) ** 2)
        near = (targets[timed][:, None] + offsets).clamp(first_timestamp, logits.shape[1] - 1)
        loss = loss - (logarithms[timed].gather(1, near) * (weights / weights.sum())).sum()
    return loss / len(targets)


def loss_of_looks(shares, batch):
    """How much of what some heads look at lies away from where the word is said."""
    middle, spread = batch.said[:, :, :1], batch.said[:, :, 1:]
    near = torch.exp(-0.5 * ((torch.arange(batch.longest) - middle) / spread.clamp_min(1)) ** 2)
    known = batch.said[:, :, 1] > 0
    seen = [(own[..., : batch.longest].float() * near[:, None]).sum(dim=-1).clamp_min(1e-4).log().mean(dim=1)[known].mean() for own in shares]
    return -sum(seen) / len(seen)


def loss_of(model, batch, figures):
    logits, sounds = model(batch)
    heard = functional.ctc_loss(sounds.log_softmax(dim=-1).transpose(0, 1), batch.phonemes, batch.lengths, batch.phoneme_counts,
                                reduction="sum", zero_infinity=True) / max(1, len(batch.phonemes))
    words = loss_of_tokens(logits, batch.targets, model.shape.first_timestamp, figures)
    return words, heard, loss_of_looks(model.looked(), batch)


def optimisers_of(model):
    matrices = [p for name, p in model.named_parameters() if p.dim() == 2 and ".layers." in name]
    chosen = set(map(id, matrices))
    others = [p for p in model.parameters() if id(p) not in chosen]
    return Muon(matrices), torch.optim.AdamW(others, betas=(0.9, 0.98), weight_decay=0.01)


def main(options):
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    clips = corpus.load(options.corpus)
    tokenizer = tokenizers.made_from_sentences()
    before = torch.load(options.start) if options.start else None
    sounds = before["sounds"] if before else sorted({c for own in clips.values() for clip in own for c in clip.phonemes + " "})
    figures = torch.tensor([float(name.strip("Ġ").isdigit()) for name in tokenizer.entries] + [0.0] * (tokenizer.size - len(tokenizer.entries)))
    shape = Shape(tokenizer.size, tokenizer.first_timestamp)
    model = Listener(shape, len(sounds))
    optimisers = optimisers_of(model)
    if before:
        model.load_state_dict(before["weights"])
        if options.momentum:
            for optimiser, state in zip(optimisers, before["optimisers"]):
                optimiser.load_state_dict(state)
    average = {name: value.clone() for name, value in model.state_dict().items()}
    model.train()
    windows = Windows(Studio(options.seed, options.many), clips, tokenizer, sounds, options.whole)
    print(f"{sum(map(len, clips.values()))} clips, {sum(p.numel() for p in model.parameters())} parameters, {len(sounds)} sounds", flush=True)

    def save():
        torch.save({"shape": shape.__dict__, "entries": tokenizer.entries, "sounds": sounds, "weights": model.state_dict(), "average": average,
                    "optimisers": [o.state_dict() for o in optimisers]}, str(options.checkpoint) + ".new")
        pathlib.Path(str(options.checkpoint) + ".new").rename(options.checkpoint)

    windows.studio.ease = options.ease
    began, saved, sums, step, heard_windows = time.time(), time.time(), torch.zeros(4), 0, 0
    for batch in windows.batches(options.budget):
        gone = (time.time() - began) / options.seconds
        if gone >= 1:
            break
        windows.studio.ease = options.ease * max(0, 1 - gone / EASY_SHARE)
        share = options.rate * min(1, (step + 1) / WARMING_STEPS) * min(1, (1 - gone) / (1 - options.hold))
        for optimiser, rate in zip(optimisers, (0.02, 0.02 * ADAM_SHARE)):
            optimiser.param_groups[0]["lr"] = rate * share
        words, heard, looks = loss_of(model, batch, figures)
        for optimiser in optimisers:
            optimiser.zero_grad(set_to_none=True)
        ((words + SOUNDS_SHARE * heard + options.looks * (1 - 0.9 * gone) * looks) * min(1, len(batch.tokens) / USUAL_WINDOWS)).backward()
        if not torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0).isfinite():
            print(f"step {step}: not a number, left out", words.item(), heard.item(), tuple(batch.mel.shape), flush=True)
            continue
        for optimiser in optimisers:
            optimiser.step()
        with torch.no_grad():
            for name, value in model.state_dict().items():
                average[name].lerp_(value, 0.01)
        step, heard_windows = step + 1, heard_windows + len(batch.tokens)
        sums += torch.stack([words, heard, looks, torch.tensor(1.0)]).detach()
        if step % 50 == 0:
            words, heard, looks = (sums[:3] / sums[3]).tolist()
            print(f"{time.time() - began:5.0f} s, {time.process_time():5.0f} computing: step {step}, {heard_windows} windows, "
                  f"words {words:.4f}, sounds {heard:.4f}, looks {looks:.4f}", flush=True)
            sums.zero_()
        if time.time() - saved > 120:
            save()
            saved = time.time()
    save()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=4500)
    parser.add_argument("--rate", type=float, default=1.0)
    parser.add_argument("--from", dest="start")
    parser.add_argument("--seed", type=int, default=20261123)
    parser.add_argument("--budget", type=int, default=3200)
    parser.add_argument("--ease", type=float, default=1.0)
    parser.add_argument("--looks", type=float, default=0.2)
    parser.add_argument("--hold", type=float, default=0.4)
    parser.add_argument("--momentum", action="store_true")
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--many", type=float, default=0.03)
    main(parser.parse_args())
