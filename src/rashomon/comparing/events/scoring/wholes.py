"""Groups of mentions measured as wholes: what all their words, roles and vectors together share.

What one mention leaves open another tells, and the mean of several vectors depends less on their sentences: so groups
may belong together whose mentions, taken two by two, show it too little.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.events.scoring.measures import Pairs
from rashomon.comparing.events.scoring.rows import Column, Rarity, Rows, averages, centred, means, products, rows
from rashomon.comparing.events.scoring.types import Sight

Groups = Sequence[Sequence[int]]
"""Positions of mentions, each in one group."""

_WORTH = 0.03
"""Groups are measured where some two of their mentions score no less."""
_LEAST = 0.003
"""Keeps the logarithm of odds finite."""


class Wholes:
    """Measures of pairs of groups; swapping a pair changes nothing.

    Args:
        sights: the mentions. `words`: how often each word stands in each document.
        groups: the groups, by the positions of their mentions.
    """

    def __init__(self, sights: Sequence[Sight], words: Mapping[str, Counter[str]], groups: Groups) -> None:
        rarity = Rarity(words.values())
        self._groups = groups
        self._members = [[sights[at] for at in group] for group in groups]
        self._bags = {
            "lemma": self._pooled(lambda sight: {sight.lemma}),
            "roles": self._pooled(_roles, rarity),
            "context": self._pooled(lambda sight: sight.context, rarity),
            "names": self._pooled(lambda sight: sight.names, rarity),
        }
        self._vectors = {
            "word vectors": means(centred([sight.vector for sight in sights]), groups),
            "lemma vectors": means(centred([sight.meaning for sight in sights]), groups),
        }
        known = sorted(words)
        place = {document: at for at, document in enumerate(known)}
        about = rows({w: rarity.of(w) * (1 + math.log(n)) for w, n in words[d].items()} for d in known)
        self._about = averages(about, [[place[sight.document] for sight in some] for some in self._members])
        self._documents = [{sight.document for sight in some} for some in self._members]
        self._sentences = [{(sight.document, sight.sentence) for sight in some} for some in self._members]

    def _pooled(self, words_of: Callable[[Sight], Iterable[str]], rarity: Rarity | None = None) -> Rows:
        """All words of each group, those that several mentions share counting for more."""
        counted = [Counter(word for sight in some for word in words_of(sight)) for some in self._members]
        if rarity is None:
            return rows(counted)
        return rows({word: rarity.of(word) * (1 + math.log(n)) for word, n in bag.items()} for bag in counted)

    def of(self, pairs: Pairs, scores: Column) -> tuple[Pairs, dict[str, Column]]:
        """Pairs of groups worth measuring, and their measures; `scores`: how alike these pairs of mentions are."""
        group = np.full(max((at for some in self._groups for at in some), default=-1) + 1, -1)
        for number, some in enumerate(self._groups):
            group[list(some)] = number
        of = np.sort(group[pairs], axis=1)
        between = of[:, 0] != of[:, 1]
        found, at = np.unique(of[between], axis=0, return_inverse=True)
        total, most = np.zeros(len(found)), np.zeros(len(found))
        np.add.at(total, at.ravel(), scores[between])
        np.maximum.at(most, at.ravel(), scores[between])
        worth = most >= _WORTH
        return found[worth], self._measured(found[worth], total[worth], most[worth])

    def _measured(self, pairs: Pairs, total: Column, most: Column) -> dict[str, Column]:
        one, other = pairs[:, 0], pairs[:, 1]
        sizes = np.array([len(some) for some in self._groups], dtype=float)
        mean = total / (sizes[one] * sizes[other])
        found = {"odds": np.log((mean + _LEAST) / (1 + _LEAST - mean)), "highest": most}
        found |= {name: products(bag, one, other) for name, bag in self._bags.items()}
        found |= {name: np.einsum("ij,ij->i", v[one], v[other]).astype(float) for name, v in self._vectors.items()}
        found["documents"] = products(self._about, one, other)
        found["one document"] = _shared(self._documents, pairs)
        found["one sentence"] = _shared(self._sentences, pairs)
        found["smaller"] = np.log(np.minimum(sizes[one], sizes[other]))
        found["larger"] = np.log(np.maximum(sizes[one], sizes[other]))
        return found


def _roles(sight: Sight) -> set[str]:
    return {word for phrase in (*sight.agents, *sight.targets, *sight.others) for word in phrase}


def _shared(some: Sequence[Set[object]], pairs: Pairs) -> NDArray[np.float64]:
    """Which share of the smaller set is in the larger."""
    return np.array([len(some[a] & some[b]) / min(len(some[a]), len(some[b])) for a, b in pairs.tolist()], dtype=float)
