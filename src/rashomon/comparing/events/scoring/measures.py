"""What two mentions share and where they part, measured: one entry a pair in each column."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.events.scoring.rows import (
    Column,
    Places,
    Rarity,
    Rows,
    centred,
    codes,
    filled,
    products,
    rows,
)
from rashomon.comparing.events.scoring.types import Sight

Pairs = NDArray[np.int64]
"""(P, 2): two positions in the list of mentions."""

_CHUNK = 50_000
"""Pairs measured at a time: bounds memory."""
_FAMILY, _SHARE = 4, 0.6
"""With how many equal letters words of one family begin, and which share of the longer word these are."""


class Measures:
    """The measures of pairs of some mentions.

    Each is named for what is shared: 1, or a likeness of 0 to 1 (of vectors -1 to 1). "part" after a name: both
    mentions tell it, and share nothing of it.

    Args:
        sights: the mentions.
        words: how often each word stands in each document: which words are rare, which documents are about the same.
    """

    def __init__(self, sights: Sequence[Sight], words: Mapping[str, Counter[str]]) -> None:
        rarity = Rarity(words.values())
        self._lemmas = [sight.lemma for sight in sights]
        self._rarity = np.array([rarity.of(lemma) / rarity.most for lemma in self._lemmas])
        self._codes = {name: codes([getattr(sight, name) for sight in sights]) for name in ("lemma", "sort", "type")}
        self._bags: dict[str, Rows] = {
            "agents": rows(rarity.weighed(s.agents) for s in sights),
            "targets": rows(rarity.weighed(s.targets) for s in sights),
            "roles": rows(rarity.weighed((*s.agents, *s.targets, *s.others)) for s in sights),
            "context": rows(rarity.weighed([s.context]) for s in sights),
            "names": rows(rarity.weighed([s.names]) for s in sights),
            "words": rows(dict.fromkeys((*s.words, s.lemma), 1.0) for s in sights),
            "places": rows(dict.fromkeys(s.places, 1.0) for s in sights),
            "numbers": rows(dict.fromkeys(s.numbers, 1.0) for s in sights),
        }
        self._days = np.array([s.days or (1, 0) for s in sights], dtype=np.int64).reshape(-1, 2)
        self._vectors = {
            "word vectors": centred([s.vector for s in sights]),
            "passage vectors": centred([s.passage for s in sights]),
            "lemma vectors": centred([s.meaning for s in sights]),
        }
        documents = sorted({sight.document for sight in sights})
        self._document = codes([sight.document for sight in sights])
        named: dict[str, set[str]] = {document: set() for document in documents}
        for sight in sights:
            named[sight.document] |= sight.names
        self._documents: dict[str, Rows] = {
            "documents": rows(
                {word: rarity.of(word) * (1 + math.log(n)) for word, n in words[document].items()}
                for document in documents
            ),
            "document names": rows(rarity.weighed([frozenset(named[document])]) for document in documents),
        }

    def of(self, pairs: Pairs) -> dict[str, Column]:
        """Name of each measure -> its value for each pair; swapping a pair changes nothing."""
        starts = range(0, max(len(pairs), 1), _CHUNK)
        chunks = [self._measured(pairs[at : at + _CHUNK, 0], pairs[at : at + _CHUNK, 1]) for at in starts]
        return {name: np.concatenate([chunk[name] for chunk in chunks]) for name in chunks[0]}

    def _measured(self, one: Places, other: Places) -> dict[str, Column]:
        found: dict[str, Column] = {}
        for name, code in self._codes.items():
            known, same = (code[one] >= 0) & (code[other] >= 0), code[one] == code[other]
            found[name], found[f"{name} part"] = (known & same).astype(float), (known & ~same).astype(float)
        found["rare lemma"] = found["lemma"] * self._rarity[one]
        found["family"] = self._family(one, other)
        for name, bag in self._bags.items():
            told = filled(bag)
            found[name] = products(bag, one, other)
            found[f"{name} part"] = (told[one] & told[other] & (found[name] == 0)).astype(float)
        first, last = self._days[:, 0], self._days[:, 1]
        dated = (first <= last)[one] & (first <= last)[other]
        meet = (first[one] <= last[other]) & (first[other] <= last[one])
        found["days"], found["days part"] = (dated & meet).astype(float), (dated & ~meet).astype(float)
        for name, vectors in self._vectors.items():
            found[name] = np.einsum("ij,ij->i", vectors[one], vectors[other]).astype(float)
        here, there = self._document[one], self._document[other]
        for name, bag in self._documents.items():
            found[name] = products(bag, here, there)
        found["one document"] = (here == there).astype(float)
        return found

    def _family(self, one: Places, other: Places) -> Column:
        """Whether lemmas are of one family of words; each two lemmas are looked at once."""
        code = self._codes["lemma"]
        kinds, at = np.unique(np.sort(np.stack((code[one], code[other]), 1), 1), axis=0, return_inverse=True)
        lemma = dict(zip(code.tolist(), self._lemmas, strict=True))
        return np.array([_akin(lemma[a], lemma[b]) for a, b in kinds.tolist()], dtype=float)[at.ravel()]


def _akin(one: str, other: str) -> float:
    """1 where two different words begin alike: "attack", "attacker"."""
    alike = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return float(one != other and alike >= _FAMILY and alike >= _SHARE * max(len(one), len(other)))
