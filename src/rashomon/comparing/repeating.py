"""Denials of one source that are one denial, though they stand in different events.

Who denies seldom says the day or place of what he denies, so that a denial that several documents pass on may end up in
several events. It is one and the same if the source is the same, and the sort of deed; if it is told after the deed and
within days of the others; and if nothing that it says, or that the charge beside it says, is of another place, day,
victim or doer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.comparing import targets
from rashomon.comparing.disputes.doers import differ, doer
from rashomon.comparing.disputes.drafts import denies, family
from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.events.types import Event
from rashomon.comparing.places import Spot
from rashomon.comparing.times import Days, days
from rashomon.comparing.words import core, singular
from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.folding import fold

Key = tuple[str, str]
"""Who denies, and which sort of deed."""
_DAYS = 10
"""So many days before or after it a denial may be passed on as the same."""


def repeated_denials(events: Sequence[Event], said: Mapping[str, Sequence[Statement]]) -> dict[str, list[Statement]]:
    """Event id -> the denials in other events that repeat a denial in it; each denial goes to one event at most.

    Args:
        events: the events.
        said: event id -> what is said in it.
    """
    found: dict[str, list[Statement]] = {event.id: [] for event in events}
    answered = {event.id: _answered(said[event.id]) for event in events}
    moved: set[str] = set()
    rows = [(key, event) for event in events for key in answered[event.id]]
    for key, event in sorted(rows, key=lambda row: (row[0], -_documents(answered[row[1].id][row[0]]), row[1].id)):
        own = answered[event.id][key]
        if any(statement.id in moved for statement in own):
            continue
        for other in sorted(events, key=lambda e: e.id):
            if other.id == event.id or found[other.id]:
                continue
            for statement in said[other.id]:
                if statement.id in moved or _key(statement) != key:
                    continue
                if _repeats(statement, _charges(said[other.id], key), event, own, _charges(said[event.id], key)):
                    found[event.id].append(statement)
                    moved.add(statement.id)
    return found


def _documents(some: Sequence[Statement]) -> int:
    return len({statement.document for statement in some})


def _key(statement: Statement) -> Key | None:
    sort = family(statement)
    return (statement.teller.key, sort) if sort is not None and denies(statement) and not statement.rejects else None


def _charges(some: Sequence[Statement], key: Key) -> list[Statement]:
    """What others say was done of the sort that is denied."""
    return [s for s in some if s.stand == "says" and s.teller.key != key[0] and family(s) == key[1]]


def _answered(some: Sequence[Statement]) -> dict[Key, list[Statement]]:
    """The denials that answer a charge of the same event."""
    found: dict[Key, list[Statement]] = defaultdict(list)
    for statement in some:
        key = _key(statement)
        if key is not None and _charges(some, key):
            found[key].append(statement)
    return found


def _repeats(
    one: Statement,
    beside: Sequence[Statement],
    event: Event,
    own: Sequence[Statement],
    charges: Sequence[Statement],
) -> bool:
    """Whether a denial is that of an event.

    Args:
        one: a denial that stands in another event.
        beside: the charges that it answers there.
        event: the event.
        own: the same source's denials in it.
        charges: what these answer.
    """
    published = [statement.day for statement in own if statement.day is not None]
    if one.day is None or not published or not min(published) - _DAYS <= one.day <= max(published) + _DAYS:
        return False
    deed = days(event.since)
    if deed is not None and one.day < deed.first:
        return False
    when = one.told.days or next((s.told.days for s in beside if s.told.days), None)
    if not _may_be_days(when, [s.told.days for s in charges if s.told.days]):
        return False
    where = one.told.spots or tuple(spot for s in beside for spot in s.told.spots)
    if not _may_be_places(where, tuple(spot for s in (*charges, *own) for spot in s.told.spots), one):
        return False
    if any(targets.apart(one.told.targets, s.told.targets) for s in own):
        return False
    here = doer(one)
    return not any(here and (there := doer(s)) and differ(here, there) for s in own)


def _may_be_days(when: Days | None, others: Sequence[Days]) -> bool:
    return when is None or not others or not when.exact or any(when.meets(other) for other in others)


def _may_be_places(where: Sequence[Spot], others: Sequence[Spot], one: Statement) -> bool:
    """Whether a place may be one of the others, or part of one that the same document names."""
    if not where or not others:
        return True
    text = fold(one.told.reading.document.text)
    return any(
        not here.apart(there) or (_is_part(here) and fold(there.shown) in text) for here in where for there in others
    )


def _is_part(spot: Spot) -> bool:
    """Whether a place is by its name a part of another: "Registry district"."""
    words = core(spot.shown)
    return bool(words) and singular(words[-1]) in load_yaml("control.yaml")["parts"]
