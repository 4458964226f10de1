"""Slot "actor": who did it. A denial of the doer by one who grants the deed is of this slot."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rashomon.comparing import targets
from rashomon.comparing.disputes.drafts import (
    Draft,
    affirmed,
    apart_in_time,
    denies,
    family,
    foiled,
    habitual,
    words_of,
)
from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.disputes.views import View, partings
from rashomon.comparing.parties import Party, usual_names
from rashomon.comparing.words import core, singular

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)?$")
_STATE = "state:"


@dataclass(frozen=True)
class Doer:
    """Who did it, or did not: parties, else a label ("rebels") that only says on which side of a state he stands."""

    parties: tuple[Party, ...]
    label: str | None = None
    denied: bool = False

    @property
    def sides(self) -> frozenset[str]:
        """The sides of the parties."""
        return frozenset(p.side for p in self.parties)


def actors(some: Sequence[Statement]) -> Iterator[Draft]:
    """Who did it, sort by sort of deed."""
    by_family: dict[str, list[Statement]] = defaultdict(list)
    for statement in some:
        sort = family(statement)
        claim = statement.told.claim
        blamed = claim.kind == "event" and claim.type in words_of("blamed")
        if sort is not None and blamed and sort not in words_of("mutual"):
            by_family[sort].append(statement)
    for sort in sorted(by_family):
        yield from _of_family(by_family[sort])


def _of_family(some: Sequence[Statement]) -> Iterator[Draft]:
    views = _views(some)
    apart = [pair for pair in partings(views, differ) if _one_deed(pair[0].statement, pair[1].statement)]
    if apart:
        parted = {id(view) for pair in apart for view in pair}
        yield Draft("actor", "conflict", "who did it", _groups([v for v in views if id(v) in parted]))
        return
    said = [v for v in views if not v.value.denied and v.value.parties]
    if groups := _groups(said):
        yield Draft("actor", None, "who did it", groups)


def grants(statement: Statement, some: Sequence[Statement]) -> bool:
    """Whether who denies somebody's deed elsewhere says that the deed was done, so that he denies the doer only."""
    return bool(statement.told.agents) and any(
        s.teller.key == statement.teller.key and family(s) == family(statement) for s in affirmed(some)
    )


def doer(statement: Statement) -> Doer | None:
    """Whom a statement names as the doer."""
    told = statement.told
    parties = tuple(p for p in told.agents if not _private(statement, p))
    if parties:
        return Doer(parties)
    for name in told.claim.agents:
        words = [singular(word) for word in core(name)]
        if words and (words[-1] in words_of("against_state") or words[-1] in words_of("of_state")):
            return Doer((), words[-1])
    return None


def differ(one: Doer, other: Doer) -> bool:
    """Whether not both can have done it."""
    if one.denied or other.denied:
        yes, no = (other, one) if one.denied else (one, other)
        return not yes.denied and bool(yes.sides) and yes.sides <= no.sides
    if one.parties and other.parties:
        units = any(map(is_bare_unit, (*one.parties, *other.parties)))
        return not one.sides & other.sides and not units and not _one_name(one, other)
    if one.label and other.label:
        return _against(one.label) != _against(other.label)
    label, known = (one, other) if one.label else (other, one)
    state = [p.side.startswith(_STATE) for p in known.parties if not is_bare_unit(p)]
    return bool(state) and label.label is not None and all(is_state == _against(label.label) for is_state in state)


def _one_deed(one: Statement, other: Statement) -> bool:
    """Whether both name the doer of one deed: what befell another, on no common day, is of another deed."""
    if apart_in_time(one, other):
        return False
    here, there = one.told.days, other.told.days
    same_day = bool(here and there and here.exact and there.exact and here.meets(there))
    return same_day or not targets.apart(one.told.targets, other.told.targets)


def _one_name(one: Doer, other: Doer) -> bool:
    """Whether all words of a name are among those of a longer one: "Lances", "two masked Lances"."""
    names = [[set(core(p.shown)) for p in doer.parties] for doer in (one, other)]
    return any(here <= there or there <= here for here in names[0] for there in names[1] if here and there)


@lru_cache(maxsize=8192)
def is_bare_unit(party: Party) -> bool:
    """Whether a name is of a unit that may be anybody's: "4th Division"."""
    if party.side != party.key:
        return False
    words = core(party.shown)
    return bool(words) and all(w in words_of("units") or _ORDINAL.match(w) for w in words)


def _views(some: Sequence[Statement]) -> list[View[Doer]]:
    views = []
    for statement in some:
        named = doer(statement)
        if named is None or foiled(statement) or habitual(statement):
            continue
        if statement.stand == "says":
            views.append(View(statement, named))
        elif denies(statement) and named.parties and grants(statement, some):
            views.append(View(statement, replace(named, denied=True)))
    return _without_other_deeds(views)


def _without_other_deeds(views: Sequence[View[Doer]]) -> list[View[Doer]]:
    """Without what a teller says that somebody did who by his own words did not do it: that is another deed."""
    denied = {(v.statement.teller.key, side) for v in views if v.value.denied for side in v.value.sides}
    return [
        v for v in views
        if v.value.denied or not v.value.sides or any((v.statement.teller.key, s) not in denied for s in v.value.sides)
    ]  # fmt: skip


def _groups(views: Sequence[View[Doer]]) -> list[tuple[str, list[Statement]]]:
    """By side; a label goes with the one party told that it may mean."""
    called = usual_names(p for v in views for p in v.value.parties)
    found: dict[str, list[Statement]] = defaultdict(list)
    known = {v.value.sides: v.value for v in views if v.value.parties and not v.value.denied}
    for view in views:
        value, name = view.value, view.value.label or ""
        if value.label:
            fit = {sides for sides, other in known.items() if not differ(value, other)}
            if len(fit) == 1:
                value = known[next(iter(fit))]
        if value.parties:
            name = " and ".join(sorted({called[p.side] for p in value.parties}))
        found[f"not {name}" if value.denied else name].append(view.statement)
    return [(name, found[name]) for name in sorted(found)]


def _against(label: str) -> bool:
    return label in words_of("against_state")


def _private(statement: Statement, party: Party) -> bool:
    """Whether it is a person of whom no body is known, or somebody's who is one ("our army")."""
    if party.member or party.side != party.key or not party.key.startswith("name:"):
        return False
    reading = statement.told.reading
    persons = {a.name for a in reading.actors if a.kind == "person"} | {reading.document.author}
    named = [name for name in statement.told.claim.agents if core(name) and party.key.endswith(core(name)[-1])]
    return any(name in persons or re.split("['’]", name)[0] in persons for name in named)
