"""Changes of hands: which claims tell the same one, and where voices part on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from rashomon.comparing.names import Names
from rashomon.comparing.parties import Party, meet
from rashomon.comparing.saying import Saying, Voice
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
        if self.holds != other.holds or apart(self.loser, other.loser) or apart(self.gainer, other.gainer):
            return False
        if meet(self.loser, other.gainer) or meet(self.gainer, other.loser):
            return False
        return not self.saying.told.days or not other.saying.told.days or self._gap(other) <= _CLOSE

    def after_same(self, other: Change) -> bool:
        """Whether both tell who holds the place after one change: at one time, or from the same loser."""
        one, two = self.saying.told.days, other.saying.told.days
        if self.holds != other.holds:
            return (self.stands or other.stands) and not self.long_before(other)
        if one and two:
            return one.meets(two) and max(one.last - one.first, two.last - two.first) <= _CLOSE
        return bool(self.loser) and meet(self.loser, other.loser) and not meet(self.loser, other.gainer)

    @property
    def stands(self) -> bool:
        """Whether it says who holds the place at the time of writing."""
        claim = self.saying.told.claim
        words = {*claim.trigger.casefold().split(), *claim.quote.casefold().split()}
        return self.holds and not claim.when and bool(words & listed("standing"))

    def long_before(self, other: Change) -> bool:
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


def same_changes(changes: Sequence[Change]) -> list[list[Change]]:
    """Tellings of one change each, with the denials that answer them.

    What names no side ("the liberation of X") is taken to mean the last change.
    """
    told = [c for c in changes if c.saying.stand != "denies"]
    denials = [c for c in changes if c.saying.stand == "denies"]
    groups = _affirmed([c for c in told if not c.holds])
    groups += [[c] for c in told if c.holds and any(_answers(denial, c) for denial in denials)]
    for denial in denials:
        if fit := [g for g in groups if any(_answers(denial, c) for c in g)]:
            max(fit, key=_lateness).append(denial)
    return groups


def rivals(changes: Sequence[Change]) -> Iterator[tuple[Change, Change]]:
    """Pairs in which two voices have another side hold the place after one change, and neither tells both."""
    by_voice: dict[Voice, list[Change]] = defaultdict(list)
    for change in changes:
        if change.saying.stand != "denies":
            by_voice[change.saying.voice].append(change)
    for mine, theirs in combinations(by_voice, 2):
        for one, other in product(by_voice[mine], by_voice[theirs]):
            both = _tells(by_voice[theirs], one) or _tells(by_voice[mine], other)
            if apart(one.gainer, other.gainer) and one.after_same(other) and not both:
                yield one, other


def _tells(told: Sequence[Change], change: Change) -> bool:
    """Whether somebody tells this change among others, or that its gainer had the place at another time."""
    return any(change.may_be(other) or meet(change.gainer, other.gainer) for other in told)


def _answers(denial: Change, other: Change) -> bool:
    """Whether a denial denies what another voice tells: the same loss, the same gain or hold, or any change."""
    if other.saying.stand == "denies" or denial.long_before(other):
        return False
    if denial.loser:
        return denial.may_be(other) and meet(denial.loser, other.loser)
    if denial.gainer:
        return meet(denial.gainer, other.gainer) and not apart(denial.loser, other.loser)
    return not denial.holds and not other.holds


def _affirmed(changes: Sequence[Change]) -> list[list[Change]]:
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
        own = [g for g in fit if any(c.saying.told.at == change.saying.told.at for c in g)]
        if fit:
            max(own or fit, key=_lateness).append(change)
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


def apart(ones: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether both are told, and are not the same."""
    return bool(ones and others) and not meet(ones, others)


def _sides(name: str | None) -> tuple[str, ...]:
    """The names that a side of a change of hands joins."""
    return tuple(name.split(" and ")) if name else ()
