"""Filters as conditions on claims, each in two forms: a list of the claims that meet it, and a test of one claim."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rashomon.case.query.filters import Filters
from rashomon.case.query.identifying import document_number
from rashomon.case.query.naming import Tellers, actors_named, tellers_named
from rashomon.case.query.placing import places_named, places_near
from rashomon.case.query.words import expression

_ON_CLAIMS = ("type", "kind", "factuality")
_SIDES = (("agent", "recipient"), ("recipient", "agent"), ("from", "to"), ("to", "from"))


@dataclass(frozen=True, slots=True)
class Condition:
    """One filter.

    Attributes:
        name: the filter's.
        ids: a SELECT of the numbers of the claims that meet it (`claimno`, perhaps repeated), from an index alone.
        test: whether one claim meets it, an expression over `{claim}`, its number; or over the row `c` of `claims`
            where `on_row` is true.
        params: named parameters of both.
        index: of `claims`, the index that lists claims meeting it by day; None if there is none.
        dear: what one test costs, a look-up in an index being 1.
        bound: no more claims than this meet it; where it is given, they are not counted.
    """

    name: str
    ids: str
    test: str
    params: Mapping[str, object] = field(default_factory=dict)
    on_row: bool = False
    index: str | None = None
    dear: float = 1.0
    bound: int | None = None


def conditions(db: sqlite3.Connection, filters: Filters) -> list[Condition]:
    """The conditions of these filters. Raises QueryError if a name or an id in them means nothing in the case."""
    return list(_conditions(db, filters))


def _conditions(db: sqlite3.Connection, filters: Filters) -> Iterator[Condition]:
    for name, roles in (("actor", ""), ("agent", "agent"), ("recipient", "recipient")):
        if (wanted := getattr(filters, name)) is not None:
            yield _actor(name, actors_named(db, wanted, name), roles)
    if filters.pair is not None:
        one, other = (actors_named(db, name, "pair") for name in filters.pair)
        yield _pair(*sorted(((_parts(db, one), one), (_parts(db, other), other))))
    if filters.place is not None:
        yield _places("place", places_named(db, filters.place))
    if filters.near is not None:
        yield _places("near", places_near(db, filters.near))
    if filters.teller is not None:
        yield _teller(tellers_named(db, filters.teller))
    if filters.text is not None:
        yield _text(expression(filters.text))
    if filters.document is not None:
        yield _document(document_number(db, filters.document))
    yield from _columns(filters)


def _actor(name: str, numbers: Iterable[int], role: str) -> Condition:
    these = f"IN ({_listed(numbers)})" + (f" AND t.role = '{role}'" if role else "")
    return Condition(
        name,
        f"SELECT t.claimno FROM claim_actors t WHERE t.actorno {these}",
        f"EXISTS (SELECT 1 FROM claim_actors t INDEXED BY claim_actors_by_claim "
        f"WHERE t.claimno = {{claim}} AND +t.actorno {these})",
    )


def _pair(rarer: tuple[int, tuple[int, ...]], other: tuple[int, tuple[int, ...]]) -> Condition:
    """Of each actor its part in how many claims, and its numbers."""
    ways = [
        f"SELECT t.claimno FROM claim_actors t WHERE t.actorno IN ({_listed(rarer[1])}) AND t.role = '{one}' "
        f"AND EXISTS (SELECT 1 FROM claim_actors u WHERE u.actorno IN ({_listed(other[1])}) AND u.role = '{its}' "
        "AND u.claimno = t.claimno)"
        for one, its in _SIDES
    ]
    tests = [f"EXISTS ({way} AND t.claimno = {{claim}})" for way in ways]
    return Condition("pair", " UNION ALL ".join(ways), f"({' OR '.join(tests)})", dear=4.0, bound=rarer[0])


def _parts(db: sqlite3.Connection, numbers: Iterable[int]) -> int:
    """In how many claims these actors have a part, each part counted."""
    sql = f"SELECT count(*) FROM claim_actors WHERE actorno IN ({_listed(numbers)})"
    return int(db.execute(sql).fetchone()[0])


def _places(name: str, numbers: Iterable[int]) -> Condition:
    these = f"IN ({_listed(numbers)})"
    return Condition(
        name,
        f"SELECT t.claimno FROM claim_places t WHERE t.placeno {these}",
        f"EXISTS (SELECT 1 FROM claim_places t INDEXED BY claim_places_by_claim "
        f"WHERE t.claimno = {{claim}} AND +t.placeno {these})",
    )


def _teller(tellers: Tellers) -> Condition:
    these = f"IN ({_listed(tellers.actors)})"
    ids = f"SELECT t.claimno FROM claim_tellers t WHERE t.actorno {these}"
    test = (
        f"EXISTS (SELECT 1 FROM claim_tellers t INDEXED BY claim_tellers_by_claim "
        f"WHERE t.claimno = {{claim}} AND +t.actorno {these})"
    )
    params: dict[str, object] = {}
    for column, names in (("source", tellers.sources), ("author", tellers.authors)):
        if names:
            params[f"teller_{column}"] = json.dumps(names)
            theirs = (
                f"SELECT k.claimno FROM documents o CROSS JOIN claims k ON k.docno = o.docno "
                f"WHERE o.{column} IN (SELECT value FROM json_each(:teller_{column}))"
            )
            ids += f" UNION ALL {theirs}"
            test += f" OR {{claim}} IN ({theirs})"
    return Condition("teller", ids, f"({test})", params)


def _text(wanted: str) -> Condition:
    return Condition(
        "text",
        "SELECT t.rowid AS claimno FROM claims_text t WHERE t.claims_text MATCH :text",
        "EXISTS (SELECT 1 FROM claims_text t WHERE t.claims_text MATCH :text AND t.rowid = {claim})",
        {"text": wanted},
        dear=40.0,
    )


def _document(number: int) -> Condition:
    return Condition(
        "document",
        f"SELECT t.claimno FROM claims t WHERE t.docno = {number}",
        f"c.docno = {number}",
        on_row=True,
    )


def _columns(filters: Filters) -> Iterator[Condition]:
    """The conditions that stand in the rows of `claims`; where an index has the days too, within the period."""
    since, until = filters.days
    days: dict[str, object] = {}
    within = []
    if until is not None:
        within.append("{row}.first_day <= :until")
        days["until"] = until
    if since is not None:
        within.append("{row}.last_day >= :since")
        days["since"] = since
    period = " AND ".join(within)
    if period:
        listed, test = period.format(row="t"), period.format(row="c")
        ids = f"SELECT t.claimno FROM claims t INDEXED BY claims_by_day WHERE {listed}"
        yield Condition("period", ids, test, days, on_row=True, index="claims_by_day")
    for name in _ON_CLAIMS:
        if values := getattr(filters, name):
            index = f"claims_by_{name}"
            params = {f"{name}{n}": value for n, value in enumerate(values)}
            one_of = f"{name} IN ({', '.join(f':{param}' for param in params)})"
            if len(values) == 1:
                one_of = f"{name} = :{name}0"
            listed = " AND ".join([f"t.{one_of}", *(part.format(row="t") for part in within)])
            ids = f"SELECT t.claimno FROM claims t INDEXED BY {index} WHERE {listed}"
            only = index if len(values) == 1 else None
            yield Condition(name, ids, f"c.{one_of}", {**params, **days}, on_row=True, index=only)
    if filters.min_confidence is not None:
        yield Condition(
            "min_confidence",
            "SELECT t.claimno FROM claims t INDEXED BY claims_by_confidence WHERE t.confidence >= :min_confidence",
            "c.confidence >= :min_confidence",
            {"min_confidence": filters.min_confidence},
            on_row=True,
        )


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))
