"""In which way the claims that meet all conditions are found: from the rarest condition, or along the days.

SQLite is told the way, since it cannot know how often a name occurs. Both ways give the same claims.

- From the rarest: its claims are listed, the other conditions are tested one by one, what is left is sorted.
- Along the days: claims are gone through in the order of an index until there are enough. That is the better way where
  the conditions are met so often that the first page fills at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.case.query.conditions import Condition

_COUNTED = 200_000  # claims; a condition that is met more often is taken to be met so often
_COUNTED_WORDS = 100_000
_DEAR = 10.0
_ROW = 3.0  # what fetching a row of `claims` costs, a look-up in an index being 1
_STEP = 0.3  # what a step along an index costs
_WARY = 4.0  # conditions may exclude one another: fewer claims meet all than chance has it


@dataclass(frozen=True, slots=True)
class Way:
    """FROM and WHERE of a SELECT over the rows `c` of `claims`, with its parameters.

    Attributes:
        along: the index that gives the order; None: the claims come as they come.
    """

    sql: str
    params: dict[str, object]
    along: str | None = None


def way(db: sqlite3.Connection, met: Sequence[Condition], wanted: int | None, *, by_day: bool) -> Way:
    """How to find claims that meet all conditions: `wanted` of them (None: all), by day or in any order."""
    params: dict[str, object] = {}
    for condition in met:
        params.update(condition.params)
    if not met:
        return Way("FROM claims c" + (" INDEXED BY claims_by_day" if by_day else ""), params, "claims_by_day")
    total = max(1, int(db.execute("SELECT coalesce(max(claimno), 0) FROM claims").fetchone()[0]))
    often = {condition.name: _count(db, condition) for condition in met}
    rarest = min(met, key=lambda condition: often[condition.name])
    others = [condition for condition in met if condition is not rarest]
    if by_day and wanted is not None:
        index, steps = _steps(met, often, total, wanted)
        tests = sum(condition.dear for condition in met if not condition.on_row) or 0.5
        share = 1.0
        for condition in others:
            share *= often[condition.name] / total
        dear = sum(min(c.dear, 1 + often[c.name] / max(1, often[rarest.name])) for c in others if not c.on_row)
        listing = often[rarest.name] * (1 + dear + _ROW * min(1.0, share * 2))
        if steps * (_STEP + tests) < listing:
            return Way(
                f"FROM claims c INDEXED BY {index} WHERE {_tests(met, 'c.claimno', steps, often)}", params, index
            )
    return Way(_from_rarest(rarest, others, often), params)


def _from_rarest(rarest: Condition, others: Sequence[Condition], often: dict[str, int]) -> str:
    tests = [condition for condition in others if not condition.on_row]
    ids = rarest.ids
    if tests:
        ids = f"SELECT d.claimno FROM ({ids}) d WHERE {_tests(tests, 'd.claimno', often[rarest.name], often)}"
    on_rows = [f"+{test}" if test.startswith("c.") else test for test in (c.test for c in others if c.on_row)]
    return " AND ".join([f"FROM claims c WHERE c.claimno IN ({ids})", *on_rows])


def _tests(tested: Sequence[Condition], claim: str, times: float, often: dict[str, int]) -> str:
    """Those on the row first: they cost least. What is dear to test so many times is listed once instead."""
    ordered = sorted(tested, key=lambda condition: (not condition.on_row, condition.dear))
    return " AND ".join(
        f"{claim} IN ({condition.ids})" if _list_it(condition, times, often) else condition.test.format(claim=claim)
        for condition in ordered
    )


def _list_it(condition: Condition, times: float, often: dict[str, int]) -> bool:
    return condition.dear >= _DEAR and times * condition.dear > often[condition.name]


def _steps(met: Sequence[Condition], often: dict[str, int], total: int, wanted: int) -> tuple[str, float]:
    """Along which index claims are best gone through, and how many have to be until there are enough."""
    indexed = [condition for condition in met if condition.index]
    best = min(indexed, key=lambda condition: often[condition.name], default=None)
    length = float(often[best.name]) if best else float(total)
    share = 1.0
    for condition in met:
        if condition is not best:
            share *= often[condition.name] / total
    steps = wanted * _WARY / share if share else length
    return (best.index if best and best.index else "claims_by_day"), min(length, steps)


def _count(db: sqlite3.Connection, condition: Condition) -> int:
    """How many claims meet a condition, up to a cap."""
    if condition.bound is not None:
        return condition.bound
    cap = _COUNTED_WORDS if condition.name == "text" else _COUNTED
    sql = f"SELECT count(*) FROM (SELECT 1 FROM ({condition.ids}) LIMIT {cap})"
    return int(db.execute(sql, condition.params).fetchone()[0])
