"""Relations as accounts state them, one row a pair, sign, place and account: what the case's export carries."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from rashomon.analysis.relations.counting import is_name
from rashomon.analysis.relations.types import Entry
from rashomon.comparing.words import listed, singular
from rashomon.model import Sign


@dataclass(frozen=True, slots=True)
class Stated:
    """One account's word that two parties are friendly (`+`) or hostile (`-`).

    Attributes:
        one, other: the parties themselves ("Hadreli Army"), not the side that they are of; by the alphabet.
        account: whose words it is. `place`: where, if it is said.
        since, until: ISO days, where the claims give dates.
        document, claim, quote: the first claim. `claims`: all of them.
    """

    one: str
    other: str
    sign: Sign
    account: str
    place: str | None
    since: str | None
    until: str | None
    document: str
    claim: str
    quote: str
    claims: tuple[str, ...]


def stated(entries: Iterable[Entry], reprints: Collection[str] = ()) -> tuple[Stated, ...]:
    """The relations that accounts state.

    What is told without a place stands with what the same account tells of a place. Left out are entries whose teller
    is not known, people at large, and persons who stand for no body; and what an outlet tells as its own in a document
    that is another's text (`reprints`, by id).
    """
    some = sorted(
        (
            entry
            for entry in entries
            if entry.counts
            and entry.account is not None
            and _of_bodies(entry)
            and not (entry.own and entry.document in reprints)
        ),
        key=lambda entry: (*_parties(entry), entry.sign, entry.account_key),
    )
    rows: list[Stated] = []
    for _, group in groupby(some, key=lambda entry: (_parties(entry), entry.sign, entry.account_key)):
        of_pair = sorted(group, key=lambda entry: (entry.since or entry.published or "", entry.document, entry.claim))
        by_place: dict[str | None, list[Entry]] = {}
        for entry in of_pair:
            by_place.setdefault(entry.place_key if entry.place and is_name(entry.place) else None, []).append(entry)
        nowhere = by_place.pop(None, [])
        if nowhere and by_place:
            next(iter(by_place.values())).extend(nowhere)
        elif nowhere:
            by_place[None] = nowhere
        rows += [_row(told) for told in by_place.values()]
    return tuple(rows)


def _of_bodies(entry: Entry) -> bool:
    """Whether neither is people at large, or a person who stands for no body."""
    ends = ((entry.one_kind, entry.one_member), (entry.other_kind, entry.other_member))
    if any(singular((name.split() or [""])[0]) in listed("anybody") for name in (entry.one_party, entry.other_party)):
        return False
    return all(kind != "civilians" and (kind != "person" or member) for kind, member in ends)


def _parties(entry: Entry) -> tuple[str, str]:
    """The two parties; a person's is the side that he stands for."""
    one = entry.one if entry.one_member else entry.one_party
    other = entry.other if entry.other_member else entry.other_party
    return min(one, other), max(one, other)


def _row(told: list[Entry]) -> Stated:
    first = told[0]
    one, other = _parties(first)
    return Stated(
        one=one,
        other=other,
        sign=first.sign,
        account=first.account or "",
        place=next((entry.place for entry in told if entry.place and is_name(entry.place)), None),
        since=min((entry.since for entry in told if entry.since), default=None),
        until=max((entry.until for entry in told if entry.until), default=None),
        document=first.document,
        claim=first.claim,
        quote=first.quote,
        claims=tuple(dict.fromkeys(entry.claim for entry in told)),
    )
