"""What is read from the encoder's vectors: one vector a word, a window at a time padded to the longest."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.examples.labels import FRAME_HEADS, ROLES, SENSES
from training.net.encoder import WIDTH, Encoder
from training.net.inventory import RELATIONS, SORTS

HIDDEN, PAIR, LINKING, ARC = 256, 128, 128, 96
NEAR = 12
"""Distances (in words) beyond which all are alike, on a rough logarithmic scale."""


def bucket(distance: Tensor) -> Tensor:
    """Signed distances in words, (…) -> 0..2*NEAR: exact up to 4, then by powers of 1.5."""
    size = distance.abs().float()
    far = 4 + torch.log(size.clamp(min=4) / 4) / 0.405465
    near = torch.where(size <= 4, size, far).floor().clamp(max=NEAR).long()
    return torch.where(distance < 0, NEAR - near, NEAR + near)


class Perceptron(nn.Sequential):
    """One hidden layer."""

    def __init__(self, width: int, hidden: int, out: int, dropout: float) -> None:
        super().__init__(nn.Linear(width, hidden), nn.GELU(), nn.Dropout(dropout), nn.Linear(hidden, out))


class WordHeads(nn.Module):
    """Each word by itself: is it (in) a trigger or a mention, how certain is it, and for whom does it stand."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.sense = Perceptron(WIDTH, HIDDEN, len(SENSES) + 1, dropout)  # the last: a trigger goes on
        self.sorts = nn.ModuleDict({name: nn.Linear(WIDTH, 1 + 2 * len(sorts)) for name, sorts in SORTS.items()})
        self.certainty = Perceptron(WIDTH, 128, 1, dropout)
        self.linking = nn.Linear(WIDTH, LINKING)
        self.linked = nn.Linear(WIDTH, LINKING + 1)  # the last: names itself

    def links(self, words: Tensor) -> Tensor:
        """(batch, words, words + 1): score of each word as what this one stands for; the first column: itself."""
        query, key = self.linking(words), self.linked(words)
        pairs = query @ key[..., :LINKING].transpose(1, 2) / LINKING**0.5
        return torch.cat([key[..., LINKING:], pairs], 2)


class FrameHeads(nn.Module):
    """What hangs on a trigger: its labels, and for each role the words that begin and continue an argument."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.trigger = nn.Sequential(nn.Linear(2 * WIDTH, HIDDEN), nn.GELU(), nn.Dropout(dropout))
        self.labels = nn.ModuleDict({name: nn.Linear(HIDDEN, len(values)) for name, values in FRAME_HEADS.items()})
        self.frame = nn.Linear(HIDDEN, PAIR)
        self.word = nn.Linear(WIDTH, PAIR)
        self.distance = nn.Embedding(2 * NEAR + 1, PAIR)
        self.sentence = nn.Embedding(5, PAIR)
        self.dropout = nn.Dropout(dropout)
        self.roles = nn.Linear(PAIR, 2 * len(ROLES))
        self.keys = nn.Linear(WIDTH, PAIR)
        self.queries = nn.Linear(HIDDEN, 2 * len(ROLES) * PAIR)
        nn.init.constant_(self.roles.bias, -5.0)  # hardly any word fills a role

    def vectors(self, words: Tensor, window: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """(frames, HIDDEN) of triggers given by window and words."""
        return self.trigger(torch.cat([words[window, first], words[window, last]], 1))

    def arguments(self, frames: Tensor, words: Tensor, window: Tensor, first: Tensor, sentence: Tensor) -> Tensor:
        """(frames, words, roles, 2): scores of each word as the first of an argument, and as one that goes on.

        `frames`: (frames, HIDDEN), `words`: (windows, words, WIDTH), `window`, `first`: (frames), `sentence`:
        (windows, words) counts sentences.
        """
        places = torch.arange(words.shape[1], device=words.device)
        apart = bucket(places[None, :] - first[:, None])
        sentences = sentence[window]
        between = (sentences - sentences.gather(1, first[:, None])).clamp(-2, 2) + 2
        hidden = self.frame(frames)[:, None] + self.word(words)[window] + self.distance(apart) + self.sentence(between)
        added = self.roles(self.dropout(functional.gelu(hidden)))
        queries = self.queries(frames).view(frames.shape[0], -1, PAIR)
        paired = torch.bmm(self.keys(words)[window], queries.transpose(1, 2)) / PAIR**0.5
        return (added + paired).view(frames.shape[0], words.shape[1], len(ROLES), 2)


class ArcHeads(nn.Module):
    """Which word governs each word, and in which relation: syntax, to learn from, not shipped."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.down, self.up = Perceptron(WIDTH, HIDDEN, ARC, dropout), Perceptron(WIDTH, HIDDEN, ARC + 1, dropout)
        self.relation = nn.Linear(2 * WIDTH, len(RELATIONS))

    def forward(self, words: Tensor) -> Tensor:
        """(batch, words, words): score of each word as the head of this one."""
        up = self.up(words)
        return self.down(words) @ up[..., :ARC].transpose(1, 2) / ARC**0.5 + up[..., ARC:].transpose(1, 2)


class Network(nn.Module):
    """The encoder with all its heads."""

    def __init__(self, layers: int = 6, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(layers, dropout)
        self.words, self.frames, self.arcs = WordHeads(dropout), FrameHeads(dropout), ArcHeads(dropout)
        self.dropout = nn.Dropout(dropout)

    def encode(self, pieces: Tensor, shapes: Tensor, marks: Tensor, begins: Tensor) -> Tensor:
        """(batch, words, WIDTH): the vector of each word's first piece; `begins`: (batch, words) says where that is."""
        x = self.encoder(pieces, shapes, marks)
        return self.dropout(x.gather(1, begins[..., None].expand(-1, -1, WIDTH)))
