# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Which patch answers for which figure, and what the answers lack.

DETR (Carion et al. 2020) lets the answers themselves decide, at the least cost in all. Here neighbouring patches then disagreed for long about who is to
answer, and figures were told twice. So where they stand decides: least distance in all, each patch for one figure at most.
"""

import scipy.optimize
import torch

def edges(boxes):
    return torch.cat([boxes[..., :2] - boxes[..., 2:] / 2, boxes[..., :2] + boxes[..., 2:] / 2], dim=-1)


def overlap(one, other):
    """Generalised intersection over union (Rezatofighi et al. 2019) of boxes given as middle and size; shapes must fit each other."""
    a, b = edges(one), edges(other)
    inner = (torch.minimum(a[..., 2:], b[..., 2:]) - torch.maximum(a[..., :2], b[..., :2])).clamp_min(0).prod(dim=-1)
    outer = (torch.maximum(a[..., 2:], b[..., 2:]) - torch.minimum(a[..., :2], b[..., :2])).prod(dim=-1)
    joined = one[..., 2:].prod(dim=-1) + other[..., 2:].prod(dim=-1) - inner
    return inner / joined - (outer - joined) / outer


def matched(boxes, cells):
    """Figures of one picture: the patch of each."""
    middles = (torch.arange(cells) + 0.5) / cells
    rows, columns = middles[:, None].expand(cells, cells).flatten(), middles[None].expand(cells, cells).flatten()
    distances = (boxes[:, :1] - columns) ** 2 + (boxes[:, 1:2] - rows) ** 2
    return torch.from_numpy(scipy.optimize.linear_sum_assignment(distances.numpy())[1])


def loss_of_objects(logits, boxes, batch):
    """Cross entropy of all patches for each figure; absolute differences and overlap of the boxes, weighted as in DETR."""
    targets = torch.full(logits.shape[:2], logits.shape[2] - 1)
    targets[batch.pictures, batch.patches] = batch.kinds
    kinds = torch.nn.functional.cross_entropy(logits.flatten(0, 1), targets.flatten(), reduction="sum") / len(batch.kinds)
    own = boxes[batch.pictures, batch.patches]
    return kinds, 5 * (own - batch.boxes).abs().sum(dim=-1).mean() + 2 * (1 - overlap(own, batch.boxes)).mean()
