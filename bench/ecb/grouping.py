"""Our groups of gold mentions: pairs measured, weighed and linked, then the groups."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.ecb.baseline import Scope
from bench.ecb.loading import Article, Gold, articles, by, mentions
from bench.ecb.sighting import Sighter
from rashomon.comparing.events.scoring.grouping import grouped
from rashomon.comparing.events.scoring.measures import Measures, Pairs
from rashomon.comparing.events.scoring.types import Sight
from rashomon.comparing.events.scoring.weights import Weights

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Split:
    """The gold mentions of a split as we read them, the measures of their pairs, and the articles by name.

    `words`: how often each word stands in each article.
    """

    mentions: Sequence[Gold]
    sights: Sequence[Sight]
    words: Mapping[str, Counter[str]]
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
        in_order = [known[mention.id] for mention in some]
        return cls(some, in_order, words, Measures(in_order, words), found)


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


def ours(split: Split, scope: Scope, weights: Mapping[str, Weights]) -> dict[str, int]:
    """The group of each mention by these weights."""
    groups = grouped(split.sights, split.words, pairs_of(split.mentions, scope), weights, split.measures)
    return {split.mentions[at].id: number for number, group in enumerate(groups) for at in group}
