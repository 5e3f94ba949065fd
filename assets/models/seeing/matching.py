# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Which patch answers for which figure, at the least cost in all (Carion et al. 2020), and what their answers lack."""

import numpy
import scipy.optimize
import torch

KIND_COST, BOX_COST, OVERLAP_COST = 1.0, 5.0, 2.0
# Nearly all patches show nothing: together they should not outweigh the others.
NOTHING_WEIGHT = 0.1


def edges(boxes):
    return torch.cat([boxes[..., :2] - boxes[..., 2:] / 2, boxes[..., :2] + boxes[..., 2:] / 2], dim=-1)


def overlap(one, other):
    """Generalised intersection over union (Rezatofighi et al. 2019) of boxes given as middle and size; shapes must fit each other."""
    a, b = edges(one), edges(other)
    inner = (torch.minimum(a[..., 2:], b[..., 2:]) - torch.maximum(a[..., :2], b[..., :2])).clamp_min(0).prod(dim=-1)
    outer = (torch.maximum(a[..., 2:], b[..., 2:]) - torch.minimum(a[..., :2], b[..., :2])).prod(dim=-1)
    joined = one[..., 2:].prod(dim=-1) + other[..., 2:].prod(dim=-1) - inner
    return inner / joined - (outer - joined) / outer


@torch.no_grad()
def matched(logits, boxes, kinds, truths, counts):
    """Figures of a batch, one after the other (`kinds`, `truths`; `counts` of each picture): their pictures and patches."""
    pictures = torch.repeat_interleave(torch.arange(len(counts)), counts)
    own = boxes[pictures]
    costs = -KIND_COST * logits.softmax(dim=-1)[pictures].gather(2, kinds[:, None, None].expand(-1, own.shape[1], 1))[:, :, 0]
    costs += BOX_COST * (own - truths[:, None]).abs().sum(dim=-1) - OVERLAP_COST * overlap(own, truths[:, None])
    ends = counts.cumsum(0).tolist()
    found = [scipy.optimize.linear_sum_assignment(part.numpy())[1] for part in torch.tensor_split(costs, ends[:-1])]
    return pictures, torch.from_numpy(numpy.concatenate(found))


def loss_of_objects(logits, boxes, batch, places):
    pictures, patches = places
    targets = torch.full(logits.shape[:2], logits.shape[2] - 1)
    targets[pictures, patches] = batch.kinds
    weights = torch.ones(logits.shape[2])
    weights[-1] = NOTHING_WEIGHT
    kinds = torch.nn.functional.cross_entropy(logits.flatten(0, 1), targets.flatten(), weights)
    own = boxes[pictures, patches]
    return kinds, 5 * (own - batch.boxes).abs().sum(dim=-1).mean() + 2 * (1 - overlap(own, batch.boxes)).mean()
