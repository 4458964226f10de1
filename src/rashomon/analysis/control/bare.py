"""Places without a name where they are told: "the town", "the barracks" are of the place a document is about."""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.analysis.control.words import parts
from rashomon.comparing.places import Spot, spot
from rashomon.comparing.saying import Told
from rashomon.comparing.words import listed
from rashomon.model import Reading

_BROAD = frozenset({"country", "continent", "region", "sea", "ocean", "river", "territory"})
_TITLE = 3
"""A name in the title counts as so many in the text."""


def bare_place(told: Told) -> tuple[Spot | None, str | None]:
    """The place that a document is about, and which part of it a claim's bare noun means; None: it has no such noun."""
    control = told.claim.control
    words = control.place.split() if control and control.place else []
    if not words or any(word[:1].isupper() for word in words[1:]):
        return None, None
    noun = words[-1].casefold()
    if noun not in parts() and noun not in listed("settlements"):
        return None, None
    return main_place(told.reading), noun if noun in parts() else None


@lru_cache(maxsize=512)
def main_place(reading: Reading) -> Spot | None:
    """The place that a document names most, in its title above all; None if two are named as often."""
    counted = []
    for place in reading.places:
        if place.kind not in _BROAD:
            name = re.compile(rf"\b{re.escape(place.name)}\b")
            times = len(name.findall(reading.document.text)) + _TITLE * len(name.findall(reading.document.title or ""))
            counted.append((times, place.name))
    counted.sort(key=lambda pair: (-pair[0], pair[1]))
    if not counted or (len(counted) > 1 and counted[0][0] == counted[1][0]):
        return None
    return spot(reading, counted[0][1])
