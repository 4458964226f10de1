"""The pairs of a case, with how many claims, tellers and places have them friendly, and how many hostile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rashomon.analysis.relations.counting import Independent, accounts, places, tellers
from rashomon.analysis.relations.types import Entry

PairOrder = Literal["claims", "name"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides, and what is claimed between them. Figures count ties (`Entry.counts`) alone.

    Attributes:
        one, other: as usually named, by the alphabet. `one_key`, `other_key`: who they are.
        both: whether there are friendly and hostile ties.
        friendly, hostile: how many claims. `*_tellers`: how many accounts. `*_accounts`, `*_places`: whose and where.
        uncounted: how many claims are no ties: not said to be so, demands, belonging.
        since, until: ISO days between which the dated ties lie.
        friendly_claims, hostile_claims, uncounted_claims: their ids.
    """

    one: str
    other: str
    one_key: str
    other_key: str
    both: bool
    friendly: int
    friendly_tellers: int
    friendly_accounts: tuple[str, ...]
    friendly_places: tuple[str, ...]
    hostile: int
    hostile_tellers: int
    hostile_accounts: tuple[str, ...]
    hostile_places: tuple[str, ...]
    uncounted: int
    since: str | None
    until: str | None
    friendly_claims: tuple[str, ...]
    hostile_claims: tuple[str, ...]
    uncounted_claims: tuple[str, ...]


def pairs(
    entries: Iterable[Entry], *, sort: PairOrder = "claims", independent: Independent | None = None
) -> tuple[Pair, ...]:
    """The pairs of entries in the order of a ledger: those with most ties first, those without any last."""
    found = [_pair(group, independent) for group in by_pair(entries)]
    if sort == "claims":
        found.sort(key=lambda pair: (-(pair.friendly + pair.hostile), -pair.uncounted, pair.one, pair.other))
    return tuple(found)


def by_pair(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """The entries of each pair, in their order."""
    for _, group in groupby(entries, key=lambda entry: entry.pair):
        yield list(group)


def several_outlets(entries: Iterable[Entry]) -> bool:
    """Whether the ties of any pair are told by more than one outlet for itself: then reprints may be among them."""
    return any(
        len({entry.account_key for entry in group if entry.counts and entry.own}) > 1 for group in by_pair(entries)
    )


def uncounted(entries: Iterable[Entry]) -> dict[str, int]:
    """How many claims are no ties, by why."""
    why: dict[str, set[str]] = {}
    for entry in entries:
        if not entry.counts:
            why.setdefault(reason(entry), set()).add(entry.claim)
    return dict(sorted(Counter({name: len(claims) for name, claims in why.items()}).items()))


def reason(entry: Entry) -> str:
    """Why an entry is no tie."""
    if entry.standing != "said":
        return _STANDING[entry.standing]
    if entry.how == "named":
        return "naming both without a tie read between them"
    if entry.how == "telling":
        return "of the teller alone, who is no party"
    return "asking for something" if entry.how == "demand" else "neither friendly nor hostile"


_STANDING = {
    "disowned": "disowned by the author",
    "denied": "denied",
    "possible": "called possible",
    "meant": "meant or to come",
    "demanded": "called for",
    "supposed": "an if or an aim",
}


def _pair(group: list[Entry], independent: Independent | None) -> Pair:
    ties = [entry for entry in group if entry.counts]
    friendly = [entry for entry in ties if entry.sign == "+"]
    hostile = [entry for entry in ties if entry.sign == "-"]
    first = group[0]
    none = sorted({entry.claim for entry in group if not entry.counts} - {entry.claim for entry in ties})
    return Pair(
        one=first.one,
        other=first.other,
        one_key=first.one_key,
        other_key=first.other_key,
        both=bool(friendly and hostile),
        friendly=len(_ids(friendly)),
        friendly_tellers=tellers(friendly, independent),
        friendly_accounts=accounts(friendly),
        friendly_places=places(friendly),
        hostile=len(_ids(hostile)),
        hostile_tellers=tellers(hostile, independent),
        hostile_accounts=accounts(hostile),
        hostile_places=places(hostile),
        uncounted=len(none),
        since=min((entry.since for entry in ties if entry.since), default=None),
        until=max((entry.until for entry in ties if entry.until), default=None),
        friendly_claims=_ids(friendly),
        hostile_claims=_ids(hostile),
        uncounted_claims=tuple(none),
    )


def _ids(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.claim for entry in entries))
