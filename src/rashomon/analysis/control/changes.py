"""Control claims made ready for the ledger: whose account, which place, which part of it, who loses and who gains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rashomon.analysis.control.bare import Bare
from rashomon.analysis.control.sides import Sides
from rashomon.analysis.control.words import listed, parts, state_named
from rashomon.comparing.changes import Change, change_of
from rashomon.comparing.control import placed, sided
from rashomon.comparing.disputes.statements import Speakers, Statement
from rashomon.comparing.names import Names
from rashomon.comparing.parties import Party
from rashomon.comparing.places import Spot, held
from rashomon.comparing.saying import ACTUAL, Saying, Told
from rashomon.model.when import days_of

_NEVER, _FOREVER = 1, date.max.toordinal()
"""The first and the last day there are: an open beginning, an open end ("since 2017")."""


@dataclass(frozen=True, slots=True)
class Step:
    """One claim about one place in one account.

    Attributes:
        spot: the place itself; `part`: what of it, if the words say so.
        first, last: the days between which it lies, as ordinals; None: nothing is said.
        day: by what it is put in order: the day told, else the publication's.
        state: of a siege or of fighting; None: a change or a hold.
        unheld: the claim says that nobody holds it. over: that somebody did, and no longer does.
    """

    statement: Statement
    spot: Spot
    part: str | None
    loser: tuple[Party, ...]
    gainer: tuple[Party, ...]
    holds: bool
    state: str | None
    first: int | None
    last: int | None
    unheld: bool = False
    over: bool = False

    @property
    def claim(self) -> str:
        """Its id in the case."""
        return f"{self.statement.told.reading.document.id}:{self.statement.told.claim.id}"

    @property
    def day(self) -> int:
        """The first day on which it may lie, as far as it is said; else the publication's; 0: nothing is known."""
        told = self.statement.told
        for days in (told.days, told.published):
            if days is not None:
                return days.first if days.first > _NEVER else days.last
        return 0

    @property
    def by(self) -> int | None:
        """The last day on which it can have happened or begun, where that is told roughly: "in June", "since 2017"."""
        days, when = self.statement.told.days, self.statement.told.claim.when
        if days is None or when is None or self.first is not None:
            return None
        begins = days_of(when.partition("/")[0] if self.holds or days.last >= _FOREVER else when)
        return begins.last.toordinal() if begins is not None and begins.last is not None else None

    def before(self, other: Step) -> bool:
        """Whether it lies, or a hold begins, before the other's day, or if that has none before its publication."""
        mine, its = self.statement.told.days, other.statement.told.days or other.statement.told.published
        if mine is None or its is None:
            return False
        return (mine.first if self.holds or mine.last >= _FOREVER else mine.last) < its.first

    @property
    def order(self) -> tuple[int, tuple[str, str, int, str]]:
        """When it was published, then the document and the text."""
        told = self.statement.told
        return told.published.first if told.published else 0, told.order


def in_time(some: Iterable[Step]) -> list[Step]:
    """Steps in the order of time: as they are told, but for those whose days say for sure that they came earlier."""
    ordered: list[Step] = []
    for step in sorted(some, key=lambda one: one.order):
        at = len(ordered)
        while at and step.before(ordered[at - 1]):
            at -= 1
        ordered.insert(at, step)
    return ordered


def steps(speakers: Speakers) -> Iterator[Step]:
    """Every control claim with a place, and every siege or fight at one, that is said, denied or left open."""
    told = [one for one in speakers.all() if one.claim.factuality in ACTUAL]
    control = [one for one in told if one.claim.kind == "control" and one.claim.control]
    places = {one.order: spot for one, spot in placed(speakers.names, control)}
    sides, bare = Sides(speakers.names, control), Bare(told)
    wholes = _wholes([*places.values(), *(spot for at in {t.setting for t in told} for spot in bare.named(at))])
    for statement in speakers.statements(told):
        one = statement.told
        if one.claim.control is not None:
            where = places.get(one.order) or held(one.reading, one.claim)
            spot, part = _whole(where, wholes) if where is not None else bare.place(one)
            change = _full(_sided(statement, sides, speakers.names), speakers)
            if spot is not None and (change.sides or sided(speakers.names, one)):
                yield _step(statement, spot, part, change, None)
        elif (state := state_of(one)) is not None:
            for found in dict.fromkeys(s for s in one.spots if not s.broad):
                spot, part = _whole(found, wholes)
                yield _step(statement, spot, part, None, state)


def state_of(told: Told) -> str | None:
    """Which state of a place a deed tells: a siege, or fighting in it."""
    if told.claim.kind != "event" or told.wording is None:
        return None
    return state_named(told.wording.sort.name)


def _sided(statement: Statement, sides: Sides, names: Names) -> Change:
    """The change that a claim tells, with its sides as they can be found out in the whole case."""
    change = change_of(names, _saying(statement))
    control = statement.told.claim.control
    loser, gainer = (control.from_, control.to) if control else (None, None)
    return replace(change, loser=sides.of(statement, loser), gainer=sides.of(statement, gainer))


def _unheld(statement: Statement, change: Change) -> bool:
    """Whether a claim says that nobody holds the place: "it stands empty", "nobody holds it"."""
    claim = statement.told.claim
    if not change.holds or change.gainer or claim.control is None:
        return False
    trigger, opening = claim.trigger.casefold(), " ".join(claim.quote.casefold().split()[:2])
    said = statement.stand == "says" or trigger.startswith("no")
    if said and not claim.agents and any(word in trigger for word in listed("unheld")):
        return True
    return statement.stand == "denies" and any(
        opening == word or opening.startswith(f"{word} ") for word in listed("nobody")
    )


def _over(told: Told) -> bool:
    """Whether a hold is told as one that was: "once held", "was once in the hands of"."""
    claim = told.claim
    before = told.reading.document.text[claim.quote_start : claim.start].casefold().split()[-1:]
    return bool({*before, *claim.trigger.casefold().split()} & listed("over"))


def _full(change: Change, speakers: Speakers) -> Change:
    """The change; where it names the gainer by a label only ("rebels of the Council"), with whom the words name."""
    told = change.saying.told
    control = told.claim.control
    if change.gainer or control is None or control.to is None:
        return change
    named = [name for actor in told.reading.actors if (name := actor.name)[:1].isupper() and name != control.to]
    for name in sorted(named, key=lambda name: (-len(name), name)):
        if re.search(rf"{re.escape(control.to)} (?:of|from) (?:the )?{re.escape(name)}\b", told.claim.quote):
            return replace(change, gainer=speakers.names.parties(told.at, (name,)))
    return change


def _step(statement: Statement, spot: Spot, part: str | None, change: Change | None, state: str | None) -> Step:
    days = statement.told.days
    return Step(
        statement=statement,
        spot=spot,
        part=part,
        loser=change.loser if change else (),
        gainer=change.gainer if change else statement.told.agents,
        holds=change.holds if change else False,
        state=state,
        first=days.first if days and days.exact else None,
        last=days.last if days and days.exact else None,
        unheld=change is not None and _unheld(statement, change),
        over=change is not None and change.holds and _over(statement.told),
    )


def _saying(statement: Statement) -> Saying:
    return Saying(statement.told, statement.told.claim.speakers, statement.stand, statement.rejects)


def _wholes(spots: Iterable[Spot]) -> list[Spot]:
    """The places that others may be parts of: those that are names and no more."""
    return sorted({spot for spot in spots if not _own_nouns(spot)}, key=lambda spot: (spot.key, spot.shown))


def _whole(spot: Spot, wholes: Sequence[Spot]) -> tuple[Spot, str | None]:
    """The place that a phrase is about, and which part of it: "barracks at Orm" is a part of Orm."""
    nouns = _own_nouns(spot)
    if not nouns:
        return spot, None
    words = frozenset(spot.words)
    inner = [whole for whole in wholes if frozenset(whole.words) < words and not whole.broad]
    if not inner:
        return spot, None
    best = max(inner, key=lambda whole: (len(whole.words), whole.shown))
    return best, " ".join(nouns)


def _own_nouns(spot: Spot) -> tuple[str, ...]:
    """The common nouns of a place's name that say which part of a place it is."""
    return tuple(word for word in spot.shown.split() if word.casefold() in parts())
