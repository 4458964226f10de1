"""Who and where: the actors, tellers and places of the claims that fit filters, counted."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import Any, Literal

from rashomon.case.query.claims import matching
from rashomon.case.query.filters import Filters
from rashomon.case.types import ActorRow, PlaceRow, TellerRow

NameOrder = Literal["claims", "name"]
"""The most claims first, or by name."""

_ALL_NAMES = 500  # from so many rows on, names are looked up for all at once
_ACTOR = (
    "count(DISTINCT x.claimno) AS claims, sum(x.role = 'agent') AS agent, sum(x.role = 'recipient') AS recipient, "
    "sum(x.role = 'from') AS loses, sum(x.role = 'to') AS gains"
)
_TELLER = "count(DISTINCT x.claimno) AS claims, sum(x.last) AS holds"
_PLACE = "count(DISTINCT x.claimno) AS claims, sum(x.role = 'control') AS controls"


def actors(db: sqlite3.Connection, filters: Filters, order: NameOrder, limit: int | None) -> list[ActorRow]:
    """The actors who take part in claims that fit, at most `limit`."""
    rows = _counted(db, filters, order, limit, "actor", "claim_actors", _ACTOR, "a.key, a.name, a.kind, a.known_as")
    return [ActorRow(**row) for row in rows]


def tellers(db: sqlite3.Connection, filters: Filters, order: NameOrder, limit: int | None) -> list[TellerRow]:
    """Those who tell claims that fit, at most `limit`."""
    rows = _counted(db, filters, order, limit, "actor", "claim_tellers", _TELLER, "a.key, a.name, a.kind, a.known_as")
    return [TellerRow(**row) for row in rows]


def places(db: sqlite3.Connection, filters: Filters, order: NameOrder, limit: int | None) -> list[PlaceRow]:
    """The places of claims that fit, at most `limit`."""
    columns = "a.key, a.name, a.kind, a.known_as, a.country, a.admin1, a.latitude, a.longitude, a.radius_km"
    return [PlaceRow(**row) for row in _counted(db, filters, order, limit, "place", "claim_places", _PLACE, columns)]


def _counted(
    db: sqlite3.Connection,
    filters: Filters,
    order: NameOrder,
    limit: int | None,
    what: str,
    table: str,
    counts: str,
    columns: str,
) -> list[dict[str, Any]]:
    """Rows of actors or places with their counts; what each claim has of them stands in `table`."""
    number, source, params = f"{what}no", f"{table} x", dict[str, object]()
    if filters.asked:
        found = matching(db, filters)
        params = found.params
        source = (
            f"(SELECT c.claimno {found.sql}) m CROSS JOIN {table} x INDEXED BY {table}_by_claim "
            "ON x.claimno = m.claimno"
        )
    ordered = "claims DESC, a.name, a.key" if order == "claims" else "a.name COLLATE NOCASE, a.key"
    sql = (
        f"SELECT a.{number} AS number, {columns}, m.* FROM (SELECT x.{number} AS counted, {counts} FROM {source} "
        f"GROUP BY x.{number}) m CROSS JOIN {what}s a ON a.{number} = m.counted ORDER BY {ordered}"
    )
    if limit is not None:
        sql += f" LIMIT {int(limit)}"
    rows = [dict(row) for row in db.execute(sql, params)]
    names = _names(db, what, [int(row["number"]) for row in rows])
    for row in rows:
        others = (name for name in names[int(row["number"])] if name != row["name"])
        row["names"] = (row["name"], *others)
        del row["number"], row["counted"]
    return rows


def _names(db: sqlite3.Connection, what: str, numbers: list[int]) -> dict[int, list[str]]:
    """Every name of these actors or places, in alphabetical order."""
    some = "" if len(numbers) > _ALL_NAMES else f"WHERE {what}no IN ({', '.join(map(str, numbers))})"
    names: dict[int, list[str]] = defaultdict(list)
    for number, name in db.execute(f"SELECT {what}no, name FROM {what}_names {some} ORDER BY {what}no, name"):
        names[number].append(name)
    return names
