"""Which places claims of control are about, and whether they name a side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.comparing.changes import change_of
from rashomon.comparing.names import Names, is_label
from rashomon.comparing.places import Spot, held
from rashomon.comparing.saying import Saying, Told
from rashomon.comparing.words import head


def placed(names: Names, told: Sequence[Told]) -> Iterator[tuple[Told, Spot]]:
    """Each claim of control that names a side, or none, with its place.

    "The base" is the one base of its document; a name is the place of that name that is known elsewhere.
    """
    some = [(item, held(item.reading, item.claim)) for item in told if sided(names, item)]
    known: dict[tuple[str, ...], set[str]] = defaultdict(set)
    named: dict[tuple[int, str], set[Spot]] = defaultdict(set)
    for item, where in some:
        if where is not None:
            known[where.words] |= {where.key} if not where.key.startswith("name:") else set()
            named[item.at, head(where.shown) or ""].add(where)
    for item, where in some:
        control = item.claim.control
        if where is None and control is not None and control.place is not None and control.place.islower():
            alike = named[item.at, head(control.place) or ""]
            where = next(iter(alike)) if len(alike) == 1 else None
        if where is not None:
            keys = known[where.words]
            lone = where.key.startswith("name:") and len(keys) == 1
            yield item, replace(where, key=next(iter(keys))) if lone else where


def sided(names: Names, told: Told) -> bool:
    """Whether a claim names no sides, or somebody among them: carts that leave a town hold none."""
    change = change_of(names, Saying(told, told.claim.speakers, told.stand))
    control = told.claim.control
    named = [side for side in (control.from_, control.to) if side] if control else []
    return bool(change.loser or change.gainer) or all(is_label(side.split()[-1]) for side in named if side.split())
