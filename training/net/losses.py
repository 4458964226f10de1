"""What the network is told it got wrong, one figure a task."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.net.batches import IGNORED, Batch
from training.net.heads import Network

WEIGHTS = {
    "sense": 25.0, "goes_on": 8.0, "roles": 1.0, "links": 0.5, "certainty": 0.3, "heads": 0.5, "relations": 0.3,
    "mode": 0.5, "factuality": 2.0, "endorsement": 0.5, "negated": 0.5, "holds": 0.5,
    "sorts": 1.0,
}  # fmt: skip
"""How much each task counts. Tasks on words are means over words, those on triggers means over triggers."""


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The loss of every task that is marked in this batch."""
    words = network.encode(batch.pieces, batch.shapes, batch.marks, batch.begins)
    found: dict[str, Tensor] = {}
    _words(network, batch, words, found)
    if len(batch.first):
        _frames(network, batch, words, found)
    return found


def total(found: dict[str, Tensor]) -> Tensor:
    """All tasks' losses, weighed and summed."""
    return torch.stack([WEIGHTS[name.split(":")[0]] * value for name, value in found.items()]).sum()


def _words(network: Network, batch: Batch, words: Tensor, found: dict[str, Tensor]) -> None:
    heads = network.words
    if (batch.sense != IGNORED).any():
        scores = heads.sense(words).float()
        found["sense"] = _classes(scores[..., :-1], batch.sense)
        marked = batch.goes_on >= 0
        found["goes_on"] = functional.binary_cross_entropy_with_logits(
            scores[..., -1][marked], batch.goes_on[marked].float()
        )
    for name, tags in batch.sorts.items():
        if (tags != IGNORED).any():
            found[f"sorts:{name}"] = _classes(heads.sorts[name](words).float(), tags)
    known = ~torch.isnan(batch.certainty)
    if known.any():
        read = heads.certainty(words[known]).float()[:, 0]
        found["certainty"] = functional.smooth_l1_loss(read, batch.certainty[known])
    linked = batch.links.sum(2) > 0
    if linked.any():
        scores = heads.links(words).float()
        present = torch.cat([torch.ones_like(batch.present[:, :1]), batch.present], 1)
        scores = scores.masked_fill(~present[:, None, :], -1e4)[linked]
        right = scores.masked_fill(batch.links[linked] == 0, -1e4)
        found["links"] = (scores.logsumexp(1) - right.logsumexp(1)).mean()
    if (batch.heads != IGNORED).any():
        scores = network.arcs(words).float().masked_fill(~batch.present[:, None, :], -1e4)
        found["heads"] = _classes(scores, batch.heads)
        up = words.gather(1, batch.heads.clamp(min=0)[..., None].expand_as(words))
        found["relations"] = _classes(network.arcs.relation(torch.cat([words, up], 2)).float(), batch.relations)


def _frames(network: Network, batch: Batch, words: Tensor, found: dict[str, Tensor]) -> None:
    heads = network.frames
    frames = heads.vectors(words, batch.window, batch.first, batch.last)
    for name, marks in batch.labels.items():
        if (marks != IGNORED).any():
            found[name] = _classes(heads.labels[name](frames).float(), marks)
    if batch.roles.any():
        scores = heads.arguments(frames, words, batch.window, batch.first, batch.sentence).float()
        counted = batch.roles[:, None, :, None] & batch.present[batch.window][:, :, None, None]
        cost = functional.binary_cross_entropy_with_logits(scores, batch.arguments, reduction="none")
        found["roles"] = (cost * counted).sum() / len(batch.first)


def _classes(scores: Tensor, marks: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, -2), marks.flatten(), ignore_index=IGNORED)
