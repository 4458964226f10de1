"""The words that two texts share, run by run."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from rashomon.comparing.witnesses.words import Hashes, runs_of

SEED = 4
"""Fewer words in a row are chance, or the way people write."""
_TRIED = 16
"""How many places of one run in the other text are tried: in a text that says one thing over and over, the first."""


class Run(NamedTuple):
    """So many words, from the one at `here` in a text and from the one at `there` in another."""

    here: int
    there: int
    words: int


def shared(one: Hashes, other: Hashes) -> list[Run]:
    """Runs of words that both texts have, longest first where several begin at a place; in the order of the first.

    They may stand in another order in the other text. No word of the first is in two of them.
    """
    places: dict[int, list[int]] = defaultdict(list)
    for at, run in enumerate(runs_of(other, SEED).tolist()):
        if len(places[run]) < _TRIED:
            places[run].append(at)
    here, there = one.tolist(), other.tolist()
    seeds, at, found = runs_of(one, SEED).tolist(), 0, list[Run]()
    while at < len(seeds):
        tried = [(_length(here, there, at, start), -start) for start in places.get(seeds[at], ())]
        length, start = max(tried, default=(0, 0))
        if length >= SEED:
            found.append(Run(at, -start, length))
        at += max(length, 1)
    return found


def _length(one: list[int], other: list[int], here: int, there: int) -> int:
    most, count = min(len(one) - here, len(other) - there), 0
    while count < most and one[here + count] == other[there + count]:
        count += 1
    return count
