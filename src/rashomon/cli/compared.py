"""What the commands share that lay out a whole case: its comparison, its networks scope by scope."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rashomon.analysis.comparison import Comparison
from rashomon.analysis.relations import Entry, divide
from rashomon.case.case import Case
from rashomon.case.query.filters import Filters
from rashomon.comparing.slimming import slim
from rashomon.showing.report.adapting import camps
from rashomon.showing.report.types import Camps

EVERYTHING = "All accounts, all times"
_PERIODS, _TELLERS = 8, 8
"""So many periods and tellers have a network of their own, at most."""
_LEAST = 2
"""Ties that make a network worth drawing."""
_SECONDS = 5.0


def comparison(case: Case, filters: Filters) -> Comparison:
    """The comparison of a case; with filters, of the claims that fit. Who is who the whole case tells."""
    wanted = {f"{row.document}:{row.id}" for row in case.claims(filters)} if filters.asked else None
    return Comparison.of(slim(case.readings()), wanted)


def networks(compared: Comparison) -> Iterator[Camps]:
    """The network of everything, then of each period, then of each teller, those with most ties."""
    entries = [entry for entry in compared.relations.entries if entry.counts]
    yield _scope(compared, EVERYTHING, entries)
    periods = _periods(entries)
    if len(periods) > 1:
        for period, some in sorted(periods.items())[-_PERIODS:]:
            yield _scope(compared, f"Told of {period}", some)
    tellers = Counter(entry.account for entry in entries if entry.account)
    if len(tellers) > 1:
        for teller, _ in sorted(tellers.items(), key=lambda item: (-item[1], item[0]))[:_TELLERS]:
            some = [entry for entry in entries if entry.account == teller]
            if len({entry.pair for entry in some}) >= _LEAST:
                yield _scope(compared, f"As told by {teller}", some)


def _scope(compared: Comparison, scope: str, entries: list[Entry]) -> Camps:
    return camps(scope, divide(entries, independent=compared.origins.independent, seconds=_SECONDS))


def _periods(entries: list[Entry]) -> dict[str, list[Entry]]:
    """The entries of each month, or of each year if there are many months, by their own day, else the publication's."""
    found: dict[str, list[Entry]] = {}
    for length in (7, 4):
        found = {}
        for entry in entries:
            if day := entry.since or entry.published:
                found.setdefault(day[:length], []).append(entry)
        if len(found) <= _PERIODS:
            return found
    return found
