"""Changes of hands: which claims tell the same one, and where voices part on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.comparing.names import Names
from rashomon.comparing.parties import Party, in_a_row, meet, usual_names
from rashomon.comparing.partings import dated, framed, parting, reprint
from rashomon.comparing.saying import Saying, Voice, voices
from rashomon.comparing.types import Parting
from rashomon.comparing.words import listed

_CLOSE = 60
"""Days by which two accounts of one change of hands may differ; beyond, they tell two."""


@dataclass(frozen=True, slots=True)
class Change:
    """A place changes hands, or is held (`holds`), as one voice tells it. Sides may be unknown (empty)."""

    saying: Saying
    loser: tuple[Party, ...]
    gainer: tuple[Party, ...]
    holds: bool

    @property
    def sides(self) -> tuple[Party, ...]:
        """Who lost and who gained it."""
        return (*self.loser, *self.gainer)

    def may_be(self, other: Change) -> bool:
        """Whether both may tell the same change, or the same hold."""
        if self.holds != other.holds or _apart(self.loser, other.loser) or _apart(self.gainer, other.gainer):
            return False
        if meet(self.loser, other.gainer) or meet(self.gainer, other.loser):
            return False
        return not self.saying.told.days or not other.saying.told.days or self._gap(other) <= _CLOSE

    def after_same(self, other: Change) -> bool:
        """Whether both tell who holds the place after one change: at one time, or from the same loser."""
        one, two = self.saying.told.days, other.saying.told.days
        if self.holds != other.holds:
            return (self.stands or other.stands) and not self._long_before(other)
        if one and two:
            return one.meets(two) and max(one.last - one.first, two.last - two.first) <= _CLOSE
        return bool(self.loser) and meet(self.loser, other.loser) and not meet(self.loser, other.gainer)

    @property
    def stands(self) -> bool:
        """Whether it says who holds the place at the time of writing."""
        claim = self.saying.told.claim
        words = {*claim.trigger.casefold().split(), *claim.quote.casefold().split()}
        return self.holds and not claim.when and bool(words & listed("standing"))

    def _long_before(self, other: Change) -> bool:
        """Whether the one was told, or the change of hands lies, long before or after the other."""
        told = [c.saying.told for c in (self, other)]
        here, there = (t.days or t.published for t in told)
        return here is not None and there is not None and here.gap(there) > _CLOSE

    def _gap(self, other: Change) -> int:
        one, two = self.saying.told.days, other.saying.told.days
        return one.gap(two) if one and two else 0


def change_of(names: Names, saying: Saying) -> Change:
    """The change, or the hold, that a control claim tells."""
    told = saying.told
    control = told.claim.control
    if control is None:
        raise ValueError(f"{told.claim.id}: no claim of control")
    loser = names.parties(told.at, _sides(control.from_))
    gainer = names.parties(told.at, _sides(control.to))
    begins = told.days is not None and told.days.exact  # "occupied it on Monday"
    return Change(saying, loser, gainer, control.holds and not begins)


def partings_of(changes: Sequence[Change]) -> tuple[Parting, ...]:
    """Where voices part on the control of one place: on each change of hands by itself."""
    order = voices([c.saying for c in changes])
    affirmed = [c for c in changes if c.saying.stand != "denies" and not c.saying.rejects]
    called = usual_names(p for c in changes for p in c.sides)
    found = [parting("happened", values, order) for values in _denied(changes, called)]
    found.append(parting("holder", _holders(affirmed, called), order))
    for change in same_changes([c for c in affirmed if not c.holds]):
        told = [c.saying for c in change]
        found.append(parting("time", dated(told), order))
        found.append(parting("framing", framed(told), order))
    return tuple(p for p in found if p is not None)


def same_changes(changes: Sequence[Change]) -> list[list[Change]]:
    """Tellings of one change each. What names no side ("the liberation of X") is taken to mean the last change."""
    sided = [c for c in changes if c.gainer or c.loser]
    groups: list[list[Change]] = []
    for change in sorted(
        sided, key=lambda c: (not (c.gainer and c.loser), not c.saying.told.days, c.saying.told.order)
    ):
        fit = [g for g in groups if all(change.may_be(c) for c in g) and any(_same_side(change, c) for c in g)]
        joined = fit or [g for g in groups if all(_completes(change, c) for c in g)]
        if fit or len(joined) == 1:
            joined[0].append(change)
        else:
            groups.append([change])
    for change in (c for c in changes if c not in sided):
        fit = [g for g in groups if all(change.may_be(c) for c in g)]
        if fit:
            max(fit, key=_lateness).append(change)
        else:
            groups.append([change])
    return groups


def _lateness(group: Sequence[Change]) -> tuple[int, int, int]:
    """The later a change lies by its dates, or without any by where it is told, the greater."""
    last = max((c.saying.told.days.last for c in group if c.saying.told.days), default=0)
    return last, len({c.saying.told.at for c in group}), max(c.saying.told.claim.start for c in group)


def _completes(one: Change, other: Change) -> bool:
    """Whether one account names who lost the place, and the other who gained it, at one time."""
    if not one.may_be(other) or bool(one.gainer) == bool(other.gainer) or bool(one.loser) == bool(other.loser):
        return False
    dated = one.saying.told.days is not None and other.saying.told.days is not None
    return dated or one.saying.told.at == other.saying.told.at


def _same_side(one: Change, other: Change) -> bool:
    return meet(one.gainer, other.gainer) or meet(one.loser, other.loser)


def _denied(changes: Sequence[Change], called: Mapping[str, str]) -> Iterator[dict[str, set[Voice]]]:
    """For each side of whom a loss or a gain is denied: who tells it, and who denies it."""
    found: dict[tuple[str, str], dict[str, set[Voice]]] = {}
    for denial in (c for c in changes if c.saying.stand == "denies"):
        who, verb, base = (denial.loser, "lost", "lose") if denial.loser else (denial.gainer, "gained", "gain")
        name = in_a_row(who, called)
        for other in changes:
            told = other.loser if denial.loser else other.gainer
            if other.saying.stand == "says" and denial.may_be(other) and meet(who, told):
                values = found.setdefault(
                    (name, verb), {f"{name} {verb} it": set(), f"{name} did not {base} it": set()}
                )
                values[f"{name} {verb} it"].add(other.saying.voice)
                values[f"{name} did not {base} it"].add(denial.saying.voice)
    yield from (found[key] for key in sorted(found))


def _holders(changes: Sequence[Change], called: Mapping[str, str]) -> dict[str, set[Voice]]:
    """Who holds the place after the same change, where voices name different ones."""
    by_voice: dict[Voice, list[Change]] = defaultdict(list)
    for change in changes:
        by_voice[change.saying.voice].append(change)
    found: dict[str, set[Voice]] = defaultdict(set)
    for one in changes:
        for other in changes:
            if one.saying.voice == other.saying.voice or not _apart(one.gainer, other.gainer):
                continue
            agreed = any(one.may_be(c) or meet(one.gainer, c.gainer) for c in by_voice[other.saying.voice])
            back = any(meet(other.gainer, c.gainer) for c in by_voice[one.saying.voice])
            if one.after_same(other) and not agreed and not back and not reprint(one.saying, other.saying):
                found[in_a_row(one.gainer, called)].add(one.saying.voice)
                found[in_a_row(other.gainer, called)].add(other.saying.voice)
    return found


def _apart(ones: Sequence[Party], others: Sequence[Party]) -> bool:
    return bool(ones and others) and not meet(ones, others)


def _sides(name: str | None) -> tuple[str, ...]:
    """The names that a side of a change of hands joins."""
    return tuple(name.split(" and ")) if name else ()
