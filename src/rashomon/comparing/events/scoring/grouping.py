"""Mentions put together: pairs first, then the groups as wholes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rashomon.comparing.events.scoring.linking import average_link
from rashomon.comparing.events.scoring.measures import Measures, Pairs
from rashomon.comparing.events.scoring.rows import Column
from rashomon.comparing.events.scoring.types import Sight
from rashomon.comparing.events.scoring.weights import Weights
from rashomon.comparing.events.scoring.wholes import Wholes

_WORTH = 0.01
"""Scores below this are left out, as good as nothing."""


def linked(count: int, pairs: Pairs, scores: Column, least: float) -> list[list[int]]:
    """Groups by the mean score of their pairs; see `linking`."""
    worth = scores >= _WORTH
    return average_link(count, zip(*pairs[worth].T.tolist(), scores[worth].tolist(), strict=True), least)


def grouped(
    sights: Sequence[Sight],
    words: Mapping[str, Counter[str]],
    pairs: Pairs,
    weights: Mapping[str, Weights],
    measures: Measures | None = None,
) -> list[list[int]]:
    """Groups of mentions of one happening, by their positions; the groups in the order of their first mention.

    Args:
        sights: the mentions, in an order of their own (by document and place), not that of adding.
        words: how often each word stands in each document.
        pairs: which mentions may be of one happening, each two once.
        weights: of "pairs" and of "wholes".
        measures: of the mentions, where they are known already.
    """
    scores = weights["pairs"].scores((measures or Measures(sights, words)).of(pairs))
    first = linked(len(sights), pairs, scores, weights["pairs"].least)
    some, measured = Wholes(sights, words, first).of(pairs, scores)
    whole = weights["wholes"]
    second = linked(len(first), some, whole.scores(measured), whole.least)
    return sorted(sorted(at for number in group for at in first[number]) for group in second)
