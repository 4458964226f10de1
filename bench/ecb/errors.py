"""Pairs that we get wrong, counted and with their words: of two events but put together, of one but kept apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from bench.ecb.baseline import SCOPES
from bench.ecb.grouping import Split, is_one, pairs_of
from bench.ecb.loading import Gold
from rashomon.comparing.events.scoring.measures import Pairs

Which = NDArray[np.bool_]
_AROUND = 60
"""Code points shown on either side of a mention."""


def wrong(split: Split, labels: Mapping[str, int]) -> tuple[Pairs, dict[str, Which]]:
    """All pairs, and which of them are wrong in either way."""
    pairs = pairs_of(split.mentions, SCOPES["over all"])
    own = np.array([labels[mention.id] for mention in split.mentions])
    gold, found = is_one(split.mentions, pairs), own[pairs[:, 0]] == own[pairs[:, 1]]
    return pairs, {"put together": found & ~gold, "kept apart": gold & ~found}


def causes(split: Split, labels: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """How many pairs are wrong, by what the two mentions have in common."""
    pairs, sorts = wrong(split, labels)
    same = {}
    for name in ("lemma", "document", "subtopic", "topic"):
        values = np.array([getattr(mention, name) for mention in split.mentions])
        same[name] = values[pairs[:, 0]] == values[pairs[:, 1]]
    alike = {
        "of one lemma": same["lemma"],
        "in one document": same["document"],
        "in two documents of a subtopic": same["subtopic"] & ~same["document"],
        "in two subtopics of a topic": same["topic"] & ~same["subtopic"],
        "in two topics": ~same["topic"],
    }
    for sort, which in sorts.items():
        yield sort, int(which.sum())
        yield from ((f"  {name}", int((which & where).sum())) for name, where in alike.items())


def shown(split: Split, labels: Mapping[str, int], count: int) -> Iterator[str]:
    """So many wrong pairs of either sort, drawn over all, with the words around them."""
    pairs, sorts = wrong(split, labels)
    for sort, which in sorts.items():
        found = np.flatnonzero(which)
        for at in found[:: max(1, len(found) // max(1, count))][:count]:
            one, other = (split.mentions[place] for place in pairs[at])
            yield f"\n{sort}\n  {_passage(split, one)}\n  {_passage(split, other)}"


def _passage(split: Split, mention: Gold) -> str:
    article = split.articles[mention.document]
    start, end = article.offsets[mention.words[0]][0], article.offsets[mention.words[-1]][1]
    before, after = article.text[max(0, start - _AROUND) : start], article.text[end : end + _AROUND]
    return f"{mention.document}: " + " ".join(f"{before}[{article.text[start:end]}]{after}".split())
