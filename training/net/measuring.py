"""How well a network reads held-out examples, word by word: no names, no decoding beyond a threshold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import torch

from training.examples.labels import FRAME_HEADS, ROLES, SENSES
from training.net.batches import IGNORED, Batch, Part, batches, tensors
from training.net.heads import Network


def f1(hits: float, read: float, gold: float) -> float:
    """2PR / (P + R)."""
    return 2 * hits / (read + gold) if read + gold else 0.0


@torch.no_grad()
def measure(network: Network, found: Sequence[Part], pieces: int = 4096) -> dict[str, float]:
    """F1 of triggers, senses and (under gold triggers) first words of arguments; accuracy of labels and links."""
    network.eval()
    n: Counter[str] = Counter()
    for group in batches(found, pieces, None):
        batch = tensors(group)
        with torch.autocast("cpu", torch.bfloat16):
            words = network.encode(batch.pieces, batch.shapes, batch.marks, batch.begins)
            _words(network, batch, words, n)
            if len(batch.first):
                _frames(network, batch, words, n)
    out = {key: f1(n[f"{key}+"], n[f"{key}?"], n[f"{key}!"]) for key in _names(n)}
    out |= {key[:-1]: n[key] / n[key[:-1] + "!"] for key in n if key.endswith("=")}
    return out


def _names(n: Counter[str]) -> list[str]:
    return sorted({key[:-1] for key in n if key[-1] in "+?"})


def _words(network: Network, batch: Batch, words: torch.Tensor, n: Counter[str]) -> None:
    if (batch.sense != IGNORED).any():
        marked = batch.sense != IGNORED
        gold = batch.sense[marked]
        read = network.words.sense(words).float()[..., : len(SENSES)].argmax(2)[marked]
        n["found+"] += int(((gold > 0) & (read > 0)).sum())
        n["sense+"] += int(((gold > 0) & (read == gold)).sum())
        for key in ("found", "sense"):
            n[f"{key}?"] += int((read > 0).sum())
            n[f"{key}!"] += int((gold > 0).sum())
    for name, tags in batch.sorts.items():
        marked = (tags != IGNORED) & batch.present
        if marked.any():
            read = network.words.sorts[name](words).float().argmax(2)[marked]
            gold = tags[marked]
            n[f"{name}+"] += int(((gold > 0) & (read == gold)).sum())
            n[f"{name}?"] += int((read > 0).sum())
            n[f"{name}!"] += int((gold > 0).sum())
    linked = batch.links.sum(2) > 0
    if linked.any():
        present = torch.cat([torch.ones_like(batch.present[:, :1]), batch.present], 1)
        best = network.words.links(words).float().masked_fill(~present[:, None, :], -1e4)[linked].argmax(1)
        right = batch.links[linked].gather(1, best[:, None])[:, 0] > 0
        away = batch.links[linked][:, 0] == 0
        n["link="] += int((right & away).sum())
        n["link!"] += int(away.sum())
        n["self="] += int((right & ~away).sum())
        n["self!"] += int((~away).sum())
    if (batch.heads != IGNORED).any():
        marked = batch.heads != IGNORED
        scores = network.arcs(words).float().masked_fill(~batch.present[:, None, :], -1e4)
        n["arcs="] += int((scores.argmax(2)[marked] == batch.heads[marked]).sum())
        n["arcs!"] += int(marked.sum())


def _frames(network: Network, batch: Batch, words: torch.Tensor, n: Counter[str]) -> None:
    vectors = network.frames.vectors(words, batch.window, batch.first, batch.last)
    for name in FRAME_HEADS:
        marked = batch.labels[name] != IGNORED
        if marked.any():
            read = network.frames.labels[name](vectors).argmax(1)[marked]
            gold = batch.labels[name][marked]
            rare = gold > 0
            n[f"{name}="] += int((read == gold).sum())
            n[f"{name}!"] += int(marked.sum())
            n[f"{name}'+"] += int(((read == gold) & rare).sum())
            n[f"{name}'?"] += int((read > 0).sum())
            n[f"{name}'!"] += int(rare.sum())
    scores = network.frames.arguments(vectors, words, batch.window, batch.first, batch.sentence).float()
    present = batch.present[batch.window][:, :, None]
    read = (scores[..., 0] > 0) & present
    gold = batch.arguments[..., 0] > 0
    for i, role in enumerate(ROLES):
        marked = batch.roles[:, i]
        if marked.any():
            n[f"{role}+"] += int((read[marked][..., i] & gold[marked][..., i]).sum())
            n[f"{role}?"] += int(read[marked][..., i].sum())
            n[f"{role}!"] += int(gold[marked][..., i].sum())
