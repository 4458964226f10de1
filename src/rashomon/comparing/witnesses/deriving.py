"""Which documents have their words from which, and which passages else are shared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from rashomon.comparing.witnesses.alignment import Run, shared
from rashomon.comparing.witnesses.candidates import pairs
from rashomon.comparing.witnesses.keeping import Texts, in_order
from rashomon.comparing.witnesses.rooting import Roots
from rashomon.comparing.witnesses.types import Passage, Reprint

REPRINT = 0.5
"""A document that has so much of its words from others is no text of its own."""
SHORT, ALL = 80, 0.9
"""Of fewer words it must have more from others, up to this share: news in a line or two is written by one pattern."""
PASSAGE = 12
"""So many words in a row, or more, are a passage: nobody writes them by chance."""
_PART = 0.15
_PART_WORDS = 20
"""What gives a reprint less than this share, or fewer words, is no origin of it."""
_QUOTED = re.compile(r"[\"“«„][^\"“”«»„\n]{2,4000}[\"”»]")
_MOST = 0.8


class Derived:
    """The origins of documents by their words: `of` for each document the ids of the texts that it rests on.

    Where the dates of two do not say who was first, the longer one is the origin: one witness at least they are, and
    a cut text must not make two of them.
    """

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._roots = Roots()
        self.reprints: list[Reprint] = []
        self.passages: list[Passage] = []
        earlier: dict[int, list[int]] = defaultdict(list)
        for one, other in pairs([kept.features for kept in texts.kept]):
            earlier[other].append(one)
        for at in range(len(texts.kept)):
            self._derive(at, earlier.pop(at, []))
        self.of = self._roots.all()
        self.passages = [one for one in self.passages if not {*self.of[one.document]} & {*self.of[one.other]}]

    def _derive(self, at: int, earlier: Sequence[int]) -> None:
        """Of the words of a document, each is ascribed to the earliest one that has it in a shared run."""
        words = self._texts.words(at).hashes
        cuts = {other: cut for other in earlier if (cut := self._cut(other, at))}
        free = np.ones(len(words), dtype=bool)
        given, runs = dict[int, int](), dict[int, list[Run]]()
        for other in (one for one in earlier if one not in cuts):
            found = shared(words, self._texts.words(other).hashes)
            taken = 0
            for run in found:
                taken += int(free[run.here : run.here + run.words].sum())
                free[run.here : run.here + run.words] = False
            if found:
                given[other], runs[other] = taken, found
        count = len(words)
        needed = _needed(count)
        least = min(max(_PART * count, _PART_WORDS), needed)
        sources = [other for other, taken in given.items() if taken >= least]
        if count and sources and sum(given.values()) >= needed:
            self._reprint(at, {other: given[other] / count for other in sources}, runs)
        else:
            sources = []
            self._roots.put(self._id(at), [self._id(at)])
        for other, found in cuts.items():
            if self._roots.give_way(self._id(other), self._id(at)):
                self._printed(other, at, sum(run.words for run in found) / self._texts.kept[other].words, found)
        mine = set(self._roots.of(self._id(at)))
        for other, found in runs.items():
            if other not in sources and not mine & set(self._roots.of(self._id(other))):
                self.passages += [self._passage(at, other, run) for run in found if run.words >= PASSAGE]

    def _cut(self, other: int, at: int) -> list[Run]:
        """What a shorter text has from one that may be older than it, though it comes later here; else nothing."""
        one, longer = self._texts.kept[other], self._texts.kept[at]
        if in_order(one.day, longer.day) or one.words >= longer.words or not self._roots.is_root(one.id):
            return []
        found = shared(self._texts.words(other).hashes, self._texts.words(at).hashes)
        return found if sum(run.words for run in found) >= _needed(one.words) else []

    def _reprint(self, at: int, shares: dict[int, float], runs: dict[int, list[Run]]) -> None:
        self._roots.put(self._id(at), {root for other in shares for root in self._roots.of(self._id(other))})
        for other, share in shares.items():
            self._printed(at, other, share, runs[other])

    def _printed(self, at: int, other: int, share: float, runs: Sequence[Run]) -> None:
        longest = max(runs, key=lambda run: (run.words, -run.here))
        self.reprints.append(Reprint(self._id(at), self._id(other), round(share, 3), self._passage(at, other, longest)))

    def _passage(self, at: int, other: int, run: Run) -> Passage:
        start, end = self._place(at, run.here, run.words)
        text = self._texts.text(at)
        return Passage(
            self._id(at), start, end, self._id(other), *self._place(other, run.there, run.words),
            words=run.words, quoted=_is_quoted(text, start, end), text=text[start:end],
        )  # fmt: skip

    def _place(self, at: int, first: int, words: int) -> tuple[int, int]:
        spans = self._texts.words(at).spans
        return spans[first][0], spans[first + words - 1][1]

    def _id(self, at: int) -> str:
        return self._texts.kept[at].id


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether nearly all of a stretch stands in quotation marks."""
    inside = sum(max(0, min(end, last) - max(start, first)) for first, last in _quotes(text))
    return inside >= _MOST * (end - start)


def _quotes(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _QUOTED.finditer(text))


def _needed(words: int) -> float:
    """How many of its words a text must have from others to be none of its own."""
    return words * max(REPRINT, ALL - (ALL - REPRINT) * words / SHORT)
