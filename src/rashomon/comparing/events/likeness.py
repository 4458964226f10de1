"""Whether two claims speak of one event: what they share, and what keeps them apart."""

from __future__ import annotations

from rashomon.comparing import parties, places, targets
from rashomon.comparing.numbers import counts
from rashomon.comparing.saying import Told

_FEW = 3
"""A number above this, told by two, is hardly chance."""
_ROUND = 10
_SEASON = 60
"""Days within which accounts that give no date may speak of one event."""
_CLOSE = 3
"""Days by which two accounts of a single deed may differ."""


def likeness(one: Told, other: Told) -> int:
    """How many signs say that two claims speak of one event; 0: too few, or one speaks against it."""
    if one.sort != other.sort or conflict(one, other) or _far(one, other):
        return 0
    agent = parties.meet(one.agents, other.agents)
    target = targets.meet(one.targets, other.targets)
    strong = target and any(a.same(b) and not a.weak for a in one.targets for b in other.targets)
    place = any(a.same(b) and not a.broad for a in one.spots for b in other.spots)
    day = bool(one.days and other.days and one.days.exact and other.days.exact and one.days.meets(other.days))
    number = _same_number(one, other)
    denial = one.at == other.at and "denies" in (one.stand, other.stand) and one.stand != other.stand
    thing = strong and not any(t.party for t in (*one.targets, *other.targets))
    if one.setting != other.setting and not (agent or place or (strong and not thing)):
        return 0
    enough = (
        (target and place and (day or number))
        or (strong and place and (thing or agent))
        or (strong and day and (agent or thing or number))
        or (agent and target and (denial or number or (day and place)))
        or (agent and place and day)
        or (place and day and (target or _untold(one) or _untold(other)))
        or (number and _distinctive(one) and _distinctive(other) and one.setting == other.setting)
        or (number and (place or day) and (target or not (one.targets and other.targets)))
        or (strong and number and one.at == other.at)
        or (one.single and strong and (agent or not thing))
    )
    return sum((agent, target, strong, place, day, number, denial)) if enough else 0


def conflict(one: Told, other: Told) -> bool:
    """Whether two claims cannot speak of one event."""
    if places.apart(one.spots, other.spots):
        return True
    if one.days and other.days and not one.days.meets(other.days):
        close = one.days.gap(other.days) <= _CLOSE
        if not (one.single and close and targets.meet(one.targets, other.targets)):
            return True
    if targets.apart(one.targets, other.targets):
        return True
    return _agents_apart(one, other) and not _disputable(one, other)


def _far(one: Told, other: Told) -> bool:
    """Whether the documents of two claims without a common date lie too far apart."""
    if one.days and other.days:
        return False
    here, there = one.days or one.published, other.days or other.published
    return here is not None and there is not None and one.at != other.at and here.gap(there) > _SEASON


def _agents_apart(one: Told, other: Told) -> bool:
    """Whether both say who did it, and say another."""
    if "denies" in (one.stand, other.stand):
        return False
    return bool(one.agents and other.agents) and not parties.meet(one.agents, other.agents)


def _disputable(one: Told, other: Told) -> bool:
    """Whether target, place and time are so much the same that only the doer is in dispute."""
    strong = any(a.same(b) and not (a.weak or a.party) for a in one.targets for b in other.targets)
    place = any(a.same(b) and not a.broad for a in one.spots for b in other.spots)
    day = bool(one.days and other.days and one.days.exact and other.days.exact)
    return (strong and (place or day or one.at == other.at)) or (place and day)


def _untold(told: Told) -> bool:
    """Whether a claim says nothing, or next to nothing, of whom or what it befell."""
    return all(target.weak for target in told.targets)


def _distinctive(told: Told) -> bool:
    """Whether a claim has a number that hardly two events share: 44, not 40 or 4."""
    return any(count.least > _ROUND and count.least % _ROUND for count in counts(told.claim))


def _same_number(one: Told, other: Told) -> bool:
    enough = 1 if one.at == other.at else _FEW
    return any(a.same(b) and a.least > enough for a in counts(one.claim) for b in counts(other.claim))
