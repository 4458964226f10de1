"""Weighted words and vectors as rows of length 1, so that the product of two rows is their likeness."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from rashomon.comparing.events.scoring.types import Phrase, Vector

Column = NDArray[np.float64]
Places = NDArray[np.int64]
"""Positions of rows."""
Rows: TypeAlias = Any
"""A sparse matrix of scipy, which has no types."""


class Rarity:
    """How rare each word is among some documents: the logarithm of how many documents hold it once."""

    def __init__(self, documents: Iterable[Mapping[str, int]]) -> None:
        counted, number = Counter[str](), 0
        for document in documents:
            counted.update(document.keys())
            number += 1
        self._rarity = {word: math.log((number + 1) / (times + 0.5)) for word, times in counted.items()}
        self.most = max(self._rarity.values(), default=1.0)

    def of(self, word: str) -> float:
        """Of one word; of one that no document holds, as much as of the rarest."""
        return self._rarity.get(word, self.most)

    def weighed(self, phrases: Iterable[Phrase]) -> dict[str, float]:
        """The words of some phrases with their rarity."""
        return {word: self.of(word) for phrase in phrases for word in phrase}


def rows(bags: Iterable[Mapping[str, float]]) -> Rows:
    """A row for each bag of weighted words; one of nothing stays empty."""
    columns: dict[str, int] = {}
    data, places, ends = list[float](), list[int](), [0]
    for bag in bags:
        weighed = [(word, weight) for word, weight in sorted(bag.items()) if weight > 0]
        length = math.sqrt(sum(weight * weight for _, weight in weighed))
        data += [weight / length for _, weight in weighed]
        places += [columns.setdefault(word, len(columns)) for word, _ in weighed]
        ends.append(len(data))
    return sparse.csr_matrix((data, places, ends), shape=(len(ends) - 1, max(len(columns), 1)))


def products(some: Rows, one: Places, other: Places) -> Column:
    """The likeness of rows, pair by pair."""
    return np.asarray(some[one].multiply(some[other]).sum(axis=1), dtype=float).ravel()


def filled(some: Rows) -> NDArray[np.bool_]:
    """Which rows hold anything."""
    return np.asarray(np.diff(some.indptr) > 0)


def codes(values: Sequence[str | None]) -> Places:
    """A number for each value, equal for equal ones; -1 for None."""
    numbers = {value: at for at, value in enumerate(sorted({value for value in values if value is not None}))}
    return np.array([-1 if value is None else numbers[value] for value in values], dtype=np.int64)


def centred(vectors: Sequence[Vector | None]) -> NDArray[np.float32]:
    """Vectors less their mean, of length 1; zeros where one is not known."""
    known = [vector for vector in vectors if vector is not None]
    if not known:
        return np.zeros((len(vectors), 1), dtype=np.float32)
    middle = np.mean(known, axis=0)
    found = np.array([middle if vector is None else vector for vector in vectors], dtype=np.float32) - middle
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    return np.asarray(found / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def averages(some: Rows, members: Sequence[Sequence[int]]) -> Rows:
    """For each list of positions the mean of these rows; the product of two means is the mean of all products."""
    places = [at for group in members for at in group]
    shares = [1 / len(group) for group in members for _ in group]
    ends = np.cumsum([0, *(len(group) for group in members)])
    return sparse.csr_matrix((shares, places, ends), shape=(len(members), some.shape[0])) @ some


def means(vectors: NDArray[np.float32], members: Sequence[Sequence[int]]) -> NDArray[np.float32]:
    """For each list of positions the mean of these vectors, brought to length 1."""
    found = np.array([vectors[list(group)].mean(axis=0) for group in members], dtype=np.float32)
    found = found.reshape(-1, vectors.shape[1])
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    return np.asarray(found / np.where(lengths > 0, lengths, 1), dtype=np.float32)
