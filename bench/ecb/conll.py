"""How well groups of mentions meet the gold groups: MUC, B³, CEAFe and their mean, the CoNLL F1.

Both sides hold the same mentions; lone mentions count as groups of one. Sources: Vilain et al. 1995 (MUC), Bagga and
Baldwin 1998 (B³), Luo 2005 (CEAF with the similarity 2|K∩R| / (|K|+|R|)), Pradhan et al. 2012 (the mean).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

Groups = Sequence[frozenset[str]]


class Rates(NamedTuple):
    """Precision and recall."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Conll(NamedTuple):
    """All three measures."""

    muc: Rates
    b3: Rates
    ceafe: Rates

    @property
    def f1(self) -> float:
        """The mean of their F1."""
        return (self.muc.f1 + self.b3.f1 + self.ceafe.f1) / 3


def groups(labels: Mapping[str, object]) -> list[frozenset[str]]:
    """Mentions grouped by label, in a lasting order."""
    found: dict[object, set[str]] = {}
    for mention, label in sorted(labels.items()):
        found.setdefault(label, set()).add(mention)
    return [frozenset(group) for group in found.values()]


def conll(gold: Mapping[str, object], ours: Mapping[str, object]) -> Conll:
    """The measures for two labellings of the same mentions. Raises ValueError if they are not the same."""
    if gold.keys() != ours.keys():
        raise ValueError("both sides must label the same mentions")
    key, response = groups(gold), groups(ours)
    return Conll(_both(_muc, key, response), _both(_b3, key, response), _ceafe(key, response))


def _both(recall: Callable[[Groups, Groups], float], key: Groups, response: Groups) -> Rates:
    return Rates(recall(response, key), recall(key, response))


def _at(some: Groups) -> dict[str, int]:
    return {mention: at for at, group in enumerate(some) for mention in group}


def _muc(key: Groups, response: Groups) -> float:
    """Recall of links: a group of n needs n - 1 links, and lacks one for each part beyond the first."""
    at = _at(response)
    needed = sum(len(group) - 1 for group in key)
    lacking = sum(len({at[mention] for mention in group}) - 1 for group in key)
    return (needed - lacking) / needed if needed else 0.0


def _b3(key: Groups, response: Groups) -> float:
    """Recall by mention: which share of its own group stands beside it."""
    at = _at(response)
    total = sum(sum(n * n for n in Counter(at[mention] for mention in group).values()) / len(group) for group in key)
    mentions = sum(map(len, key))
    return total / mentions if mentions else 0.0


def _ceafe(key: Groups, response: Groups) -> Rates:
    """Groups matched one to one so that their likeness is greatest."""
    at = _at(response)
    alike = np.zeros((len(key), len(response)))
    for row, group in enumerate(key):
        for column, shared in Counter(at[mention] for mention in group).items():
            alike[row, column] = 2 * shared / (len(group) + len(response[column]))
    total = float(alike[linear_sum_assignment(alike, maximize=True)].sum())
    return Rates(total / len(response) if response else 0.0, total / len(key) if key else 0.0)
