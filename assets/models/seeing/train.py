# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Trains both uses together: python3 train.py <checkpoint> [--seconds S] [--rate R] [--from CHECKPOINT] [--seed N] [--batch N] [--hold SHARE].

The rate is held for a share of the time given (--hold), then falls to nothing. A run that was stopped goes on with --from. Now and then it is examined
on pictures whose captions are kept out of training.
"""

import argparse
import pathlib
import time

import torch
from torch.nn import functional

from figures import SHAPES
from lessons import COLOURS, GROUNDS, SIZES, Lessons
from matching import loss_of_objects, overlap
from muon import Muon
from seer import Seer, Shape
from vocabulary import Vocabulary

ADAM_SHARE = 0.15
LOOKS_SHARE = 0.2
TRAITS_SHARE = 0.3
WARMING_STEPS = 60
SAVING_SECONDS = 60
EXAMINED = 384


def loss_of_looks(shares, batch, cells):
    """How much of what some heads look at lies away from the figure whose word comes next."""
    middles = (torch.arange(cells) + 0.5) / cells
    known = batch.said[:, :, 2] > 0
    x, y, width, height = batch.said[known].T[..., None]
    rows, columns = middles[:, None].expand(cells, cells).flatten(), middles[None].expand(cells, cells).flatten()
    spread = (torch.sqrt(width * height) / 3).clamp_min(0.7 / cells)
    near = torch.exp(-0.5 * ((rows - y) ** 2 + (columns - x) ** 2) / spread**2)
    seen = [(own[..., 1:].float().transpose(1, 2)[known] * near[:, None]).sum(dim=-1).clamp_min(1e-4).log().mean() for own in shares]
    return -sum(seen) / len(seen)


def losses_of(model, batch):
    words, kinds, boxes, source = model(batch.pixels, batch.tokens)
    told = functional.cross_entropy(words.flatten(0, 1), batch.targets.flatten(), ignore_index=-1)
    kind, box = loss_of_objects(kinds, boxes, batch)
    own = source[batch.pictures, batch.patches + 1].float()
    traits = sum(functional.cross_entropy(head, truth) for head, truth in (
        (model.colours(own), batch.colours), (model.sizes(own), batch.sizes), (model.grounds(source[:, 0].float()), batch.grounds)))
    return told, kind, box, traits, loss_of_looks(model.looked(), batch, model.shape.cells)


@torch.no_grad()
def examined(model, lessons):
    """Shares of captions right to the letter, and of figures found (F1: right class, half of the boxes in common)."""
    model.eval()
    right = found = told = true = 0
    for _ in range(EXAMINED // 64):
        batch = lessons.batch(64)
        words, kinds, boxes, _ = model(batch.pixels, batch.tokens)
        # Where each next word is the likeliest after the right ones before it, greedy writing gives just these.
        right += ((words.argmax(dim=-1) == batch.targets) | (batch.targets < 0)).all(dim=1).sum().item()
        sure, kind = kinds.softmax(dim=-1)[..., :-1].max(dim=-1)
        told, true, first = told + (sure > 0.5).sum().item(), true + len(batch.kinds), 0
        for picture, count in enumerate(batch.counts.tolist()):
            chosen = sure[picture] > 0.5
            for figure in range(first, first + count):
                same = overlap(boxes[picture][chosen], batch.boxes[figure][None].expand(int(chosen.sum()), 4)) >= 0.5
                found += (same & (kind[picture][chosen] == batch.kinds[figure])).any().item()
            first += count
    model.train()
    return right / EXAMINED, 2 * found / max(1, told + true)


def optimisers_of(model):
    matrices = [p for name, p in model.named_parameters() if p.dim() == 2 and (".layers." in name or "conv2.weight" in name or "conv3.weight" in name)]
    chosen = set(map(id, matrices))
    others = [p for p in model.parameters() if id(p) not in chosen]
    return Muon(matrices), torch.optim.AdamW(others, betas=(0.9, 0.98), weight_decay=0.01)


def main(options):
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    vocabulary = Vocabulary()
    shape = Shape(vocabulary.size, len(SHAPES), len(COLOURS), len(SIZES))
    model = Seer(shape)
    optimisers = optimisers_of(model)
    if options.start:
        before = torch.load(options.start)
        model.load_state_dict(before["weights"])
        for optimiser, state in zip(optimisers, before["optimisers"]):
            optimiser.load_state_dict(state)
    average = {name: value.clone() for name, value in model.state_dict().items()}
    judged = Seer(shape)
    lessons = Lessons(options.seed, vocabulary, shape)
    print(f"{sum(p.numel() for p in model.parameters())} parameters", flush=True)

    def save():
        torch.save({"shape": shape.__dict__, "weights": model.state_dict(), "average": average, "optimisers": [o.state_dict() for o in optimisers]},
                   str(options.checkpoint) + ".new")
        pathlib.Path(str(options.checkpoint) + ".new").rename(options.checkpoint)

    began, saved, sums, step, left_out = time.time(), time.time(), torch.zeros(6), 0, 0
    while True:
        gone = (time.time() - began) / options.seconds
        if gone >= 1:
            break
        share = options.rate * min(1, (step + 1) / WARMING_STEPS) * min(1, (1 - gone) / (1 - options.hold))
        for optimiser, rate in zip(optimisers, (0.02, 0.02 * ADAM_SHARE)):
            optimiser.param_groups[0]["lr"] = rate * share
        told, kind, box, traits, looks = losses = losses_of(model, lessons.batch(options.batch))
        for optimiser in optimisers:
            optimiser.zero_grad(set_to_none=True)
        (told + kind + box + TRAITS_SHARE * traits + LOOKS_SHARE * (1 - 0.9 * gone) * looks).backward()
        if not torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0).isfinite():
            left_out += 1
            continue
        for optimiser in optimisers:
            optimiser.step()
        with torch.no_grad():
            for name, value in model.state_dict().items():
                average[name].lerp_(value, 0.01)
        step += 1
        sums += torch.stack([*losses, torch.tensor(1.0)]).detach()
        if step % 50 == 0:
            told, kind, box, traits, looks = (sums[:5] / sums[5]).tolist()
            print(f"{time.time() - began:5.0f} s, {time.process_time():5.0f} computing: step {step}, {step * options.batch} pictures, words {told:.4f}, "
                  f"kinds {kind:.4f}, boxes {box:.4f}, traits {traits:.4f}, looks {looks:.4f}, {left_out} left out", flush=True)
            sums.zero_()
        if time.time() - saved > SAVING_SECONDS:
            save()
            judged.load_state_dict(average)
            captions, objects = examined(judged, Lessons(1, vocabulary, shape, seen=False))
            print(f"      captions {captions:.1%}, objects F1 {objects:.1%}", flush=True)
            saved = time.time()
    save()
    judged.load_state_dict(average)
    print("at the end: captions {:.1%}, objects F1 {:.1%}".format(*examined(judged, Lessons(2, vocabulary, shape, seen=False))), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=1800)
    parser.add_argument("--rate", type=float, default=1.0)
    parser.add_argument("--from", dest="start")
    parser.add_argument("--seed", type=int, default=20261123)
    parser.add_argument("--batch", type=int, default=48)
    parser.add_argument("--hold", type=float, default=0.4)
    main(parser.parse_args())
