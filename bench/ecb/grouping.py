"""Our groups of gold mentions: pairs measured and weighed, then put together by average link."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.ecb.baseline import Scope
from bench.ecb.loading import Article, Gold, articles, by, mentions
from bench.ecb.sighting import Sighter
from rashomon.comparing.events.scoring.linking import average_link
from rashomon.comparing.events.scoring.measures import Measures, Pairs
from rashomon.comparing.events.scoring.rows import Column
from rashomon.comparing.events.scoring.weights import Weights

_WORD = re.compile(r"[^\W\d_]+")
_WORTH = 0.01
"""Scores below this are left out, as good as nothing."""


@dataclass(frozen=True)
class Split:
    """The gold mentions of a split, the measures of their pairs, and the articles by name."""

    mentions: Sequence[Gold]
    measures: Measures
    articles: Mapping[str, Article]

    @classmethod
    def read(cls, folder: Path, name: str) -> Split:
        """Reads every article of a split. Mentions are put in the order of articles and words."""
        wanted = by("document", mentions(folder / f"{name}_event_mentions.jsonl"))
        found = {article.id: article for article in articles(folder, wanted)}
        some = [m for document in sorted(found) for m in sorted(wanted[document], key=lambda m: (m.words, m.id))]
        sighter = Sighter()
        sights = [sight for article in found.values() for sight in sighter.read(article, wanted[article.id])]
        known = {sight.id: sight for sight in sights}
        words = words_of({document: article.text for document, article in found.items()})
        return cls(some, Measures([known[mention.id] for mention in some], words), found)


def words_of(texts: Mapping[str, str]) -> dict[str, Counter[str]]:
    """How often each word stands in each document."""
    return {document: Counter(_WORD.findall(text.casefold())) for document, text in texts.items()}


def pairs_of(mentions: Sequence[Gold], scope: Scope) -> Pairs:
    """All pairs of mentions of one scope, by their positions."""
    found: dict[str, list[int]] = {}
    for at, mention in enumerate(mentions):
        found.setdefault(scope(mention), []).append(at)
    pairs = [np.array(some)[np.stack(np.triu_indices(len(some), 1), axis=1)] for some in found.values()]
    return np.concatenate(pairs)


def is_one(mentions: Sequence[Gold], pairs: Pairs) -> NDArray[np.bool_]:
    """Whether the gold has both mentions of a pair in one chain."""
    chains = np.array([mention.chain for mention in mentions])
    return np.asarray(chains[pairs[:, 0]] == chains[pairs[:, 1]])


def grouped(mentions: Sequence[Gold], pairs: Pairs, scores: Column, least: float) -> dict[str, int]:
    """The group of each mention."""
    worth = scores >= _WORTH
    scored: Iterable[tuple[int, int, float]] = zip(*pairs[worth].T.tolist(), scores[worth].tolist(), strict=True)
    groups = average_link(len(mentions), scored, least)
    return {mentions[at].id: number for number, group in enumerate(groups) for at in group}


def ours(split: Split, scope: Scope, weights: Weights) -> dict[str, int]:
    """The group of each mention by these weights."""
    pairs = pairs_of(split.mentions, scope)
    return grouped(split.mentions, pairs, weights.scores(split.measures.of(pairs)), weights.least)
