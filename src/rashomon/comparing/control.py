"""Places of whose control at least two voices speak."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.comparing.changes import Change, change_of
from rashomon.comparing.holding import partings_of
from rashomon.comparing.ids import matter_id
from rashomon.comparing.names import Names, is_label
from rashomon.comparing.parties import usual_names
from rashomon.comparing.places import Spot, held
from rashomon.comparing.saying import ACTUAL, Saying, Told, sayings, several, stances
from rashomon.comparing.types import Matter
from rashomon.comparing.words import head


def controls(names: Names, told: Sequence[Told]) -> Iterator[Matter]:
    """One matter for each place of whose control two voices or more speak."""
    some = [t for t in told if t.claim.kind == "control" and t.claim.control and t.claim.factuality in ACTUAL]
    found = placed(names, some)
    by_place: dict[str, list[Told]] = defaultdict(list)
    spots: dict[str, list[Spot]] = defaultdict(list)
    for item, where in found:
        by_place[where.key].append(item)
        spots[where.key].append(where)
    for key in sorted(by_place):
        group = sorted(by_place[key], key=lambda t: t.order)
        said = list(sayings(group))
        if not several(said):
            continue
        place = min((s.shown for s in spots[key]), key=lambda shown: (len(shown), shown))
        changes: list[Change] = [change_of(names, saying) for saying in said]
        yield Matter(
            id=matter_id("control", group),
            kind="control",
            title=f"Control of {place}",
            place=place,
            actors=tuple(sorted(set(usual_names(p for c in changes for p in c.sides).values()))),
            stances=stances(said),
            partings=partings_of(changes),
        )


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
    return bool(change.loser or change.gainer) or all(is_label(side.split()[-1]) for side in named)
