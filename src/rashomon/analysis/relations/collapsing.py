"""One sign a pair, for those who ask for it: and what is dropped to get it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.analysis.relations.counting import Independent, accounts, places, tellers
from rashomon.analysis.relations.listing import by_pair
from rashomon.analysis.relations.types import Entry
from rashomon.model import Sign


@dataclass(frozen=True, slots=True)
class Collapsed:
    """A pair under the sign that most tellers give it.

    Attributes:
        sign: `+`, `-`; `0` where as many tell the one as the other: then nothing is dropped.
        tellers, claims: how many tell it so, and in which claims.
        dropped: how many claims of the other sign, or of any place and time, this sign hides.
        dropped_tellers, dropped_accounts, dropped_places, dropped_claims: who tells them, where, and their ids.
        scopes: over how many named places the sign was spread.
    """

    one: str
    other: str
    one_key: str
    other_key: str
    sign: Sign
    tellers: int
    claims: tuple[str, ...]
    scopes: int
    dropped: int
    dropped_tellers: int
    dropped_accounts: tuple[str, ...]
    dropped_places: tuple[str, ...]
    dropped_claims: tuple[str, ...]


def collapse(entries: Iterable[Entry], *, independent: Independent | None = None) -> tuple[Collapsed, ...]:
    """Each pair with ties under one sign. Places, times and tellers are lost; the other sign's claims are named."""
    return tuple(
        _collapsed(ties, independent) for group in by_pair(entries) if (ties := [e for e in group if e.counts])
    )


def _collapsed(ties: list[Entry], independent: Independent | None) -> Collapsed:
    friendly = [entry for entry in ties if entry.sign == "+"]
    hostile = [entry for entry in ties if entry.sign == "-"]
    more = tellers(friendly, independent) - tellers(hostile, independent)
    sign: Sign = "+" if more > 0 else "-" if more < 0 else "0"
    kept, dropped = {"+": (friendly, hostile), "-": (hostile, friendly), "0": (ties, [])}[sign]
    first = ties[0]
    return Collapsed(
        one=first.one,
        other=first.other,
        one_key=first.one_key,
        other_key=first.other_key,
        sign=sign,
        tellers=tellers(kept, independent),
        claims=tuple(dict.fromkeys(entry.claim for entry in kept)),
        scopes=len(places(kept)),
        dropped=len({entry.claim for entry in dropped}),
        dropped_tellers=tellers(dropped, independent),
        dropped_accounts=accounts(dropped),
        dropped_places=places(dropped),
        dropped_claims=tuple(dict.fromkeys(entry.claim for entry in dropped)),
    )
