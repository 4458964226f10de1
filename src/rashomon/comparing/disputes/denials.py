"""Slot "happened": some say that it was done, others that it was not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.comparing.disputes.doers import differ, doer, grants
from rashomon.comparing.disputes.drafts import Draft, affirmed, denies, family
from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.disputes.views import View, partings

_WORDS = {"says": "happened", "denies": "did not happen", "leaves open": "undetermined"}


def happened(some: Sequence[Statement]) -> Iterator[Draft]:
    """Whether it happened: a denial, and those whom it denies; where there is one, also who leaves it open."""
    views = [View(s, s.stand) for s in some if s.stand == "says" or (denies(s) and not grants(s, some))]
    apart = [pair for pair in partings(views, lambda a, b: a != b) if _answers(pair[0].statement, pair[1].statement)]
    if not apart:
        by_family: dict[str, list[Statement]] = defaultdict(list)
        for statement in affirmed(some):
            by_family[family(statement) or ""].append(statement)
        yield Draft(
            "happened", None, "whether it happened", [("happened", by_family[sort]) for sort in sorted(by_family)]
        )
        return
    denials = {v.statement for pair in apart for v in pair if v.value == "denies"}
    sorts = {family(s) for s in denials}
    parted = {v.statement for pair in apart for v in pair}
    tellers = {s.teller.key for s in parted}
    parted |= {s for s in some if s.stand == "leaves open" and family(s) in sorts and s.teller.key not in tellers}
    groups = [(value, [s for s in some if s in parted and s.stand == stand]) for stand, value in _WORDS.items()]
    yield Draft("happened", "conflict", "whether it happened", [(value, own) for value, own in groups if own])


def _answers(one: Statement, other: Statement) -> bool:
    """Whether the denial is of what the other tells: the same sort of deed, and nobody else's."""
    if family(one) is None or family(one) != family(other):
        return False
    here, there = doer(one), doer(other)
    return here is None or there is None or not differ(here, there)
