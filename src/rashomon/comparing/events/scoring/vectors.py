"""Vectors of words and passages in their context, from the network of the learned reader."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.events.scoring.types import Vector
from rashomon.reading.learned.drafting import MARKS, encoded
from rashomon.reading.learned.network import Network
from rashomon.reading.learned.sentences import sentences
from rashomon.reading.learned.words import split, windows


@dataclass(frozen=True, eq=False)
class Vectors:
    """The words of one text. `begins`: (W,) the code point at which each begins; `rows`: (W, width)."""

    begins: NDArray[np.int64]
    rows: NDArray[np.float32]

    def of(self, start: int, end: int) -> Vector | None:
        """The mean of the words that begin in these code points; None if none does."""
        first, last = np.searchsorted(self.begins, (start, end))
        return self.rows[first:last].mean(axis=0) if first < last else None


class Encoder:
    """Makes vectors. Holds the shipped network (or another), and nothing of the texts."""

    def __init__(self, network: Network | None = None) -> None:
        self._network = network or Network()

    def read(self, text: str) -> Vectors:
        """The vectors of all words of a text, each seen among its sentence and those around it."""
        network = self._network
        words = split(text, network.tokenizer)
        if not words.stretches:
            return Vectors(np.zeros(0, dtype=np.int64), np.zeros((0, 1), dtype=np.float32))
        known = network.lexicon.of([text[start:end] for start, end in words.stretches])
        starts = sorted({0, *(words.at(start) for start, _ in sentences(text))} - {len(words.stretches)})
        rows = []
        for window in windows(words, starts):
            pieces, shapes, marked, begins = encoded(text, words, window, known)
            marks = np.zeros((len(pieces), MARKS), dtype=np.float32)
            for at, some in enumerate(marked):
                marks[at, list(some)] = 1
            rows.append(network.see(np.array(pieces), np.array(shapes), marks, np.array(begins)).vectors)
        return Vectors(np.array([start for start, _ in words.stretches], dtype=np.int64), np.concatenate(rows))
