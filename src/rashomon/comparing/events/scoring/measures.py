"""What two mentions share and where they part, measured: one row a pair, one column a measure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from rashomon.comparing.events.scoring.types import Sight, Vector

Column = NDArray[np.float64]
Pairs = NDArray[np.int64]
"""(P, 2): two positions in the list of mentions."""
Bag = Mapping[str, float]

_CHUNK = 50_000
"""Pairs measured at a time: bounds memory."""
_FAMILY, _SHARE = 4, 0.6
"""With how many equal letters words of one family begin, and which share of the longer word these are."""


class Measures:
    """The measures of pairs of some mentions.

    Args:
        sights: the mentions.
        words: how often each word stands in each document: which words are rare, which documents are about the same.
    """

    def __init__(self, sights: Sequence[Sight], words: Mapping[str, Counter[str]]) -> None:
        rarity = _rarity(words.values())
        documents = sorted({sight.document for sight in sights})
        place = {document: at for at, document in enumerate(documents)}
        self._documents = np.array([place[sight.document] for sight in sights], dtype=np.int64)
        self._about = _rows(({w: rarity.get(w, 0.0) * (1 + math.log(n)) for w, n in words[d].items()} for d in documents))
        self._lemmas = [sight.lemma for sight in sights]
        self._codes = {
            name: _codes([getattr(sight, name) for sight in sights]) for name in ("lemma", "sort", "type")
        }
        rare = max(rarity.values(), default=1.0)
        weigh = lambda phrases: {w: rarity.get(w, rare) for phrase in phrases for w in phrase}  # noqa: E731
        self._bags = {
            "agents": _rows(weigh(s.agents) for s in sights),
            "targets": _rows(weigh(s.targets) for s in sights),
            "roles": _rows(weigh((*s.agents, *s.targets, *s.others)) for s in sights),
            "context": _rows(weigh([s.context]) for s in sights),
            "names": _rows(weigh([s.names]) for s in sights),
            "words": _rows(dict.fromkeys((*s.words, s.lemma), 1.0) for s in sights),
            "places": _rows(dict.fromkeys(s.places, 1.0) for s in sights),
            "numbers": _rows(dict.fromkeys(map(str, s.numbers), 1.0) for s in sights),
        }
        self._days = np.array([s.days or (1, 0) for s in sights], dtype=np.int64).reshape(-1, 2)
        self._vectors = {
            "word vectors": _centred([s.vector for s in sights]),
            "passage vectors": _centred([s.passage for s in sights]),
        }

    def of(self, pairs: Pairs) -> dict[str, Column]:
        """Name of each measure -> its value for each pair, in -1..1; swapping a pair changes nothing."""
        starts = range(0, max(len(pairs), 1), _CHUNK)
        chunks = [self._measured(pairs[at : at + _CHUNK, 0], pairs[at : at + _CHUNK, 1]) for at in starts]
        return {name: np.concatenate([chunk[name] for chunk in chunks]) for name in chunks[0]}

    def _measured(self, one: NDArray[np.int64], other: NDArray[np.int64]) -> dict[str, Column]:
        found: dict[str, Column] = {}
        for name, codes in self._codes.items():
            known = (codes[one] >= 0) & (codes[other] >= 0)
            same = codes[one] == codes[other]
            found[name] = (known & same).astype(float)
            found[f"{name} parts"] = (known & ~same).astype(float)
        found["family"] = self._family(one, other)
        for name, rows in self._bags.items():
            found[name] = _products(rows, one, other)
            told = np.diff(rows.indptr) > 0
            found[f"{name} part"] = (told[one] & told[other] & (found[name] == 0)).astype(float)
        first, last = self._days[:, 0], self._days[:, 1]
        dated = (first <= last)[one] & (first <= last)[other]
        meet = (first[one] <= last[other]) & (first[other] <= last[one])
        found["days"], found["days part"] = (dated & meet).astype(float), (dated & ~meet).astype(float)
        for name, vectors in self._vectors.items():
            found[name] = np.einsum("ij,ij->i", vectors[one], vectors[other]).astype(float)
        found["documents"] = _products(self._about, self._documents[one], self._documents[other])
        found["one document"] = (self._documents[one] == self._documents[other]).astype(float)
        return found

    def _family(self, one: NDArray[np.int64], other: NDArray[np.int64]) -> Column:
        codes = self._codes["lemma"]
        kinds, at = np.unique(np.sort(np.stack((codes[one], codes[other]), 1), 1), axis=0, return_inverse=True)
        lemma = dict(zip(codes.tolist(), self._lemmas, strict=True))
        return np.array([_akin(lemma[a], lemma[b]) for a, b in kinds.tolist()], dtype=float)[at.ravel()]


def _akin(one: str, other: str) -> float:
    """1 where two different words begin alike: "attack", "attacker"."""
    alike = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return float(one != other and alike >= _FAMILY and alike >= _SHARE * max(len(one), len(other)))


def _rarity(documents: Iterable[Mapping[str, int]]) -> dict[str, float]:
    """Word -> how rare it is: the logarithm of one in so many documents."""
    known = list(documents)
    counted = Counter(word for document in known for word in document)
    return {word: math.log((len(known) + 1) / (n + 0.5)) for word, n in counted.items()}


def _codes(values: Sequence[str | None]) -> NDArray[np.int64]:
    """A number for each value, equal for equal ones; -1 for None."""
    numbers = {value: at for at, value in enumerate(sorted({value for value in values if value is not None}))}
    return np.array([-1 if value is None else numbers[value] for value in values], dtype=np.int64)


def _rows(bags: Iterable[Bag]) -> sparse.csr_matrix:
    """Weighted words as rows of length 1; rows of nothing stay empty."""
    columns: dict[str, int] = {}
    data, indices, ends = list[float](), list[int](), [0]
    for bag in bags:
        weighed = {word: weight for word, weight in sorted(bag.items()) if weight > 0}
        length = math.sqrt(sum(weight * weight for weight in weighed.values()))
        data += [weight / length for weight in weighed.values()]
        indices += [columns.setdefault(word, len(columns)) for word in weighed]
        ends.append(len(data))
    return sparse.csr_matrix((data, indices, ends), shape=(len(ends) - 1, max(len(columns), 1)))


def _products(rows: sparse.csr_matrix, one: NDArray[np.int64], other: NDArray[np.int64]) -> Column:
    return np.asarray(rows[one].multiply(rows[other]).sum(axis=1), dtype=float).ravel()


def _centred(vectors: Sequence[Vector | None]) -> NDArray[np.float32]:
    """Vectors less their mean, of length 1; zeros where one is not known."""
    known = [vector for vector in vectors if vector is not None]
    if not known:
        return np.zeros((len(vectors), 1), dtype=np.float32)
    middle, nothing = np.mean(known, axis=0), np.zeros_like(known[0])
    rows = np.array([nothing if vector is None else vector - middle for vector in vectors], dtype=np.float32)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(lengths > 0, lengths, 1)
