"""Slot "control": who holds a place after it changed hands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.comparing.changes import Change, change_of
from rashomon.comparing.disputes.doers import is_bare_unit
from rashomon.comparing.disputes.drafts import Draft
from rashomon.comparing.disputes.statements import Speakers, Statement
from rashomon.comparing.disputes.views import View, partings
from rashomon.comparing.parties import Party, in_a_row, usual_names
from rashomon.comparing.places import held
from rashomon.comparing.saying import ACTUAL, Saying, Told
from rashomon.comparing.words import core

_LATER = 60
"""Days after a change of hands within which a hold without a date may be the one that followed it."""
_PART = re.compile(r"(?:the )?([a-z][\w -]*?) (?:of|in|at) ([A-Z].*)$")


@dataclass(frozen=True)
class Held:
    """Who holds the place afterwards, or who does not."""

    parties: tuple[Party, ...]
    denied: bool = False

    @property
    def sides(self) -> frozenset[str]:
        """The sides of the parties."""
        return frozenset(p.side for p in self.parties)


class Holds:
    """The claims of some readings that somebody holds a place, by the words of its name."""

    def __init__(self, speakers: Speakers) -> None:
        self._speakers = speakers
        some = [t for t in speakers.all() if t.claim.kind == "control" and t.claim.control]
        some = [t for t in some if t.claim.factuality in ACTUAL]
        self._wholes = _wholes(some)
        self._by_word: dict[str, list[tuple[frozenset[str], Told]]] = defaultdict(list)
        for told in some:
            words = self.words(told)
            for word in words:
                self._by_word[word].append((words, told))

    def words(self, told: Told) -> frozenset[str]:
        """The words of the place: of "the barracks" with those of the one town whose barracks are told of."""
        spot, control = held(told.reading, told.claim), told.claim.control
        if spot is not None:
            return frozenset(spot.words) - {"of", "in", "at"}
        name = (control.place or "").removeprefix("the ") if control else ""
        whole = self._wholes.get(name)
        if whole is None or whole not in told.reading.document.text:
            return frozenset()
        return frozenset({*core(name), *core(whole)})

    def within(self, words: frozenset[str]) -> list[Told]:
        """Claims on the control of this place, or of a part of it."""
        if not words:
            return []
        found = min((self._by_word[word] for word in sorted(words)), key=len)
        return [told for own, told in found if words <= own]


def control(some: Sequence[Statement], speakers: Speakers, holds: Holds) -> Iterator[Draft]:
    """Who holds each place that changed hands, by those who tell the change or what followed."""
    changes = [(s, _change(speakers, s)) for s in some if s.told.claim.kind == "control" and s.told.claim.control]
    by_place: dict[frozenset[str], list[tuple[Statement, Change]]] = defaultdict(list)
    for statement, change in changes:
        if not change.holds and (words := holds.words(statement.told)):
            by_place[words].append((statement, change))
    for words in sorted(by_place, key=lambda w: (len(w), sorted(w))):
        if any(other < words for other in by_place):
            continue  # a part of a place that changed hands in the same event
        own = [item for some_words, items in by_place.items() if words <= some_words for item in items]
        yield from _of_place(own, words, speakers, holds)


def _of_place(
    own: Sequence[tuple[Statement, Change]], words: frozenset[str], speakers: Speakers, holds: Holds
) -> Iterator[Draft]:
    place = min((s.told.claim.control.place or "" for s, _ in own if s.told.claim.control), key=lambda p: (len(p), p))
    days = [d.first for s, _ in own if (d := s.told.days or s.told.published)]
    views = [View(s, value) for s, change in own if (value := _after(s, change)) is not None]
    if days:
        known = {s.told.order for s, _ in own}
        followed = [t for t in holds.within(words) if t.order not in known and _follows(t, min(days))]
        for statement in speakers.statements(followed):
            change = _change(speakers, statement)
            if change.stands and (value := _after(statement, change)) is not None:
                views.append(View(statement, value))
    lost = frozenset(p.side for _, change in own for p in change.loser)

    def apart(one: Held, other: Held) -> bool:
        if one.denied or other.denied:
            yes, no = (other, one) if one.denied else (one, other)
            return not yes.denied and yes.sides <= no.sides
        bare = [p for p in (*one.parties, *other.parties) if is_bare_unit(p) and p.side not in lost]
        return not one.sides & other.sides and not bare

    called = usual_names(p for v in views for p in v.value.parties)
    parted = [v for pair in partings(views, apart) for v in pair]
    if parted:
        yield Draft("control", "conflict", f"who holds {place}", _groups(parted, called, apart))
    elif groups := _groups([v for v in views if not v.value.denied], called, apart):
        yield Draft("control", None, f"who holds {place}", groups)


def _change(speakers: Speakers, statement: Statement) -> Change:
    told = statement.told
    return change_of(speakers.names, Saying(told, told.claim.speakers, statement.stand, statement.rejects))


def _after(statement: Statement, change: Change) -> Held | None:
    """Who holds the place by this claim, or who does not any more."""
    if statement.stand == "leaves open":
        return None
    denies = statement.stand == "denies"
    if change.gainer:
        return Held(change.gainer, denied=denies)
    return Held(change.loser, denied=not denies) if change.loser and not denies else None


def _follows(told: Told, day: int) -> bool:
    """Whether a hold is told of within the weeks after a day."""
    if told.claim.control is None or not told.claim.control.holds or told.published is None:
        return False
    if told.days is not None and told.days.last < day:
        return False
    return day <= told.published.first <= day + _LATER


def _groups(
    views: Sequence[View[Held]], called: Mapping[str, str], apart: Callable[[Held, Held], bool]
) -> list[tuple[str, list[Statement]]]:
    """By side; a unit that may be anybody's goes with the one side told that it may be of."""
    found: dict[str, list[Statement]] = defaultdict(list)
    known = {v.value.sides: v.value for v in views if not any(map(is_bare_unit, v.value.parties))}
    for view in views:
        value = view.value
        fit = [other for other in known.values() if other.denied == value.denied and not apart(value, other)]
        if any(map(is_bare_unit, value.parties)) and len(fit) == 1:
            value = fit[0]
        name = in_a_row(value.parties, called)
        found[f"not {name}" if value.denied else name].append(view.statement)
    return [(name, found[name]) for name in sorted(found)]


def _wholes(some: Sequence[Told]) -> Mapping[str, str]:
    """Parts that are told of one place only: "barracks" -> "Orm", of "the barracks of Orm"."""
    found: dict[str, set[str]] = defaultdict(set)
    for told in some:
        control = told.claim.control
        if control and control.place and (part := _PART.match(control.place)):
            found[part[1]].add(part[2])
    return {part: next(iter(wholes)) for part, wholes in found.items() if len(wholes) == 1}
