"""A network in training, as the reader's model: what it scores, decoded by the shipped code."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from rashomon.reading.learned.decoding import FrameScores, Labels, Scores, WordScores
from rashomon.reading.learned.drafting import Numbers, Seen
from rashomon.reading.learned.lexicon import Lexicon
from training.examples.labels import FRAME_HEADS, ROLES, SENSES
from training.net.heads import Network
from training.net.inventory import SORTS


def labels(thresholds: dict[str, float] | None = None) -> dict[str, Any]:
    """What ships beside the model as `labels.json`."""
    heads = {name: list(values) for name, values in FRAME_HEADS.items()}
    sorts = list(SORTS["re3d"])
    return {
        "senses": list(SENSES), "heads": heads, "roles": list(ROLES), "sorts": sorts, "thresholds": thresholds or {},
    }  # fmt: skip


class TorchModel:
    """Scores windows with a network in memory."""

    def __init__(
        self, network: Network, tokenizer: Tokenizer, lexicon: Lexicon, thresholds: dict[str, float] | None = None
    ) -> None:
        self._network, self.tokenizer, self.lexicon = network.eval(), tokenizer, lexicon
        self.labels = Labels.of(labels(thresholds))

    @torch.no_grad()
    def see(self, pieces: Numbers, shapes: Numbers, marks: Scores, begins: Numbers) -> Seen:
        """As the protocol has it."""
        net = self._network
        words = net.encode(*(torch.from_numpy(np.asarray(a))[None] for a in (pieces, shapes, marks, begins)))
        scores = WordScores(
            _array(net.words.sense(words)), _array(net.words.sorts["re3d"](words)), _array(net.words.links(words)),
            _array(net.words.certainty(words))[:, 0],
        )  # fmt: skip
        return Seen(_array(words), scores)

    @torch.no_grad()
    def hang(self, vectors: Scores, first: Numbers, last: Numbers, sentence: Numbers) -> FrameScores:
        """As the protocol has it."""
        heads = self._network.frames
        words = torch.from_numpy(vectors)[None]
        at, to = torch.from_numpy(first), torch.from_numpy(last)
        window = torch.zeros_like(at)
        found = heads.vectors(words, window, at, to)
        roles = heads.arguments(found, words, window, at, torch.from_numpy(sentence)[None])
        return FrameScores({name: heads.labels[name](found).numpy() for name in FRAME_HEADS}, roles.numpy())


def _array(x: torch.Tensor) -> Scores:
    found: Scores = x[0].numpy()
    return found
