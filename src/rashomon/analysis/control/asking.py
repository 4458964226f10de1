"""Who holds a place on a day, by each account."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.analysis.control.types import Ledger, Standing, Tenure


def as_of(ledgers: Iterable[Ledger], day: str) -> tuple[Standing, ...]:
    """What each account has on a day (ISO), in the ledgers' order; accounts that are silent on that day are left out.

    Of several tenures that may hold, the latest one counts, and those of parts beside it.
    """
    return tuple(standing for ledger in ledgers for standing in _standings(ledger, day))


def _standings(ledger: Ledger, day: str) -> Iterator[Standing]:
    holding: dict[str | None, Tenure] = {}
    for tenure in ledger.tenures:
        begun = tenure.since is None or tenure.since <= day
        ended = tenure.until is not None and tenure.until <= day
        if begun and not ended and not (tenure.until is None and tenure.ended_by and tenure.since is None):
            holding[tenure.part] = tenure
    states = tuple(
        mark.state
        for mark in ledger.marks
        if mark.since is not None and mark.since <= day and (mark.until is None or day <= mark.until)
    )
    for part, tenure in sorted(holding.items(), key=lambda item: item[0] or ""):
        sure = tenure.since is not None and (tenure.until is not None or not tenure.ended_by)
        yield Standing(
            ledger.place, ledger.account, tenure.holder, part, tuple(dict.fromkeys(states)), sure, tenure.claims
        )
