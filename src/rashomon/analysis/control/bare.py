"""Places without a name where they are told: "the town", "the barracks" are of the place last named, or spoken of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rashomon.analysis.control.words import listed as listed_here
from rashomon.analysis.control.words import parts
from rashomon.comparing.places import Spot, spot
from rashomon.comparing.saying import Told
from rashomon.comparing.words import listed
from rashomon.model import Reading

_BROAD = frozenset({"country", "continent", "region", "sea", "ocean", "river", "territory"})
_LAST_WORD = re.compile(r"(?<![\w’'-])([A-Z][\w-]*) $")
_TITLE = 3
"""A name in the title counts as so many in the text."""


class Bare:
    """What nouns for places stand for in the documents of some claims; what is known of one helps in the others."""

    def __init__(self, told: Iterable[Told]) -> None:
        readings = {one.at: one for one in told}
        self._known: dict[int, dict[str, Spot]] = defaultdict(dict)
        self._all: dict[int, dict[str, Spot]] = defaultdict(dict)
        for one in sorted(readings.values(), key=lambda o: o.order):
            for name, found in _spots(one.reading):
                self._all[one.setting].setdefault(name, found)
                if name.split()[-1].casefold() not in parts():
                    self._known[one.setting].setdefault(name, found)
        self._main: dict[int, Spot | None] = {}

    def named(self, setting: int) -> Iterable[Spot]:
        """The settlements and the like that the documents of one war name."""
        return self._known[setting].values()

    def place(self, told: Told) -> tuple[Spot | None, str | None]:
        """The place that a claim's bare noun is about, and which part of it; None: it has no such noun."""
        control = told.claim.control
        words = control.place.split() if control and control.place else []
        if not words or any(word[:1].isupper() for word in words[1:]):
            return None, None
        noun = words[-1].casefold()
        if noun not in parts() and noun not in listed("settlements"):
            return None, None
        known = self._all if noun in listed_here("sides") else self._known
        return self._last(told, known[told.setting]) or self._spoken_of(told), noun if noun in parts() else None

    def _last(self, told: Told, known: Mapping[str, Spot]) -> Spot | None:
        """The place that the paragraph names last before the claim's words."""
        text = told.reading.document.text
        before = text[text.rfind("\n", 0, told.claim.start) + 1 : told.claim.start]
        last = max(((at, name) for name in known if (at := _where(name, before)) >= 0), default=None)
        return known[last[1]] if last else None

    def _spoken_of(self, told: Told) -> Spot | None:
        """The place that a document names most, in its title above all; None if two are named as often."""
        if told.at not in self._main:
            self._main[told.at] = _most_named(told.reading, self._known[told.setting])
        return self._main[told.at]


def _spots(reading: Reading) -> Iterator[tuple[str, Spot]]:
    """The places of a document that are no regions."""
    for place in reading.places:
        if place.kind in _BROAD:
            continue
        if (found := spot(reading, place.name)) is not None and not found.broad:
            yield place.name, found


def _most_named(reading: Reading, known: Mapping[str, Spot]) -> Spot | None:
    counted: Counter[str] = Counter()
    spots: dict[str, Spot] = {}
    for name, found in known.items():
        text, title = reading.document.text, reading.document.title or ""
        times = len(list(_stands(name, text))) + _TITLE * len(list(_stands(name, title)))
        if times:
            counted[found.key] += times
            spots.setdefault(found.key, found)
    ranked = sorted(counted, key=lambda key: (-counted[key], key))
    if not ranked or (len(ranked) > 1 and counted[ranked[0]] == counted[ranked[1]]):
        return None
    return spots[ranked[0]]


def _where(name: str, text: str) -> int:
    """Where a name stands last in a text, -1 if it does not."""
    return max(_stands(name, text), default=-1)


def _stands(name: str, text: str) -> Iterator[int]:
    """Where a name stands by itself: "Orm", not in "Upper Orm" or "Orm Council"."""
    for found in _pattern(name).finditer(text):
        before = _LAST_WORD.search(text, 0, found.start())
        after = text[found.end() : found.end() + 2]
        longer = before is not None and before[1].casefold() not in listed_here("before_names")
        if not longer and not (after[:1] == " " and after[1:].isupper()):
            yield found.start()


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    """The name as it stands, or all in capitals."""
    return re.compile(rf"\b(?:{re.escape(name)}|{re.escape(name.upper())})\b")
