"""Finds texts that are nearly the same, by the words that they have in common in a row."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

IN_A_ROW = 3
MOST = 0.5
"""Jaccard similarity of two texts' shingles above which they are nearly the same."""


def shingles(text: str) -> set[tuple[str, ...]]:
    """All runs of a few words of a text, in small letters and without punctuation."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + IN_A_ROW]) for i in range(max(len(words) - IN_A_ROW + 1, 1))}


def nearly_the_same(texts: Mapping[str, str]) -> Iterator[tuple[str, str, float]]:
    """Pairs of names whose texts are nearly the same, the earlier one second, with their similarity."""
    known: dict[str, set[tuple[str, ...]]] = {}
    holding: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, text in texts.items():
        own = shingles(text)
        shared = Counter(other for shingle in own for other in holding[shingle])
        for other, n in shared.items():
            if (similarity := n / (len(own) + len(known[other]) - n)) > MOST:
                yield name, other, similarity
        known[name] = own
        for shingle in own:
            holding[shingle].append(name)
