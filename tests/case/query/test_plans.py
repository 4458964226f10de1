"""By which way claims are found: no filter with an index behind it goes through the table of claims."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bench.case_claims import fill, world
from rashomon.case.case import Case, open_case
from rashomon.case.query import claims
from rashomon.case.query.filters import Filters, Near

THERE = world(1)
FEW, MANY = THERE.actor(900), THERE.actor(0)
FILTERS: list[dict[str, Any]] = [
    {},
    {"actor": MANY},
    {"actor": FEW},
    {"agent": MANY, "recipient": MANY},
    {"pair": (MANY, THERE.actor(1))},
    {"pair": (MANY, THERE.actor(1)), "since": "2011", "until": "2019"},
    {"place": THERE.place(0)},
    {"place": "Division 7", "type": ("ASSAULT",), "since": "2014-03"},
    {"near": Near((25.0, 40.0), 300.0)},
    {"teller": MANY},
    {"teller": THERE.outlet(2), "text": THERE.words[9]},
    {"text": THERE.words[0]},
    {"text": f"{THERE.words[3]} {THERE.words[5]}", "place": THERE.place(1)},
    {"type": ("ASSAULT", "COERCE"), "until": "2012"},
    {"kind": ("control",), "factuality": ("not",), "since": "2015", "until": "2016"},
    {"min_confidence": 0.99},
    {"since": "2014-05-05", "until": "2014-05-05"},
]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    path: Path = tmp_path_factory.mktemp("plans") / "many.db"
    fill(path, 3_000)
    with open_case(path) as case:
        yield case


@pytest.mark.parametrize("filters", FILTERS)
def test_claims_are_found_by_an_index(many: Case, filters: dict[str, Any]) -> None:
    with many._steady() as db:
        sql, params = claims.numbers(db, Filters(**filters), "newest", 50)
        plan = [row["detail"] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}", params)]
    assert plan
    for step in plan:
        assert not step.startswith("SCAN") or "COVERING INDEX" in step or "VIRTUAL" in step or "CONSTANT" in step, plan
        assert "AUTOMATIC" not in step


@pytest.mark.parametrize("filters", FILTERS)
def test_every_way_finds_the_same(many: Case, filters: dict[str, Any]) -> None:
    """Along the days or from the rarest condition, with and without a limit, counted or listed."""
    asked = Filters(**filters)
    every = [row.ref for row in many.claims(asked)]
    for limit in (1, 20, 2_999):
        assert [row.ref for row in many.claims(asked, limit=limit)] == every[:limit]
        for most in (5, 3_000):
            rows, count = many.page(asked, limit=limit, most=most)
            assert [row.ref for row in rows] == every[:limit]
            assert min(count, most + 1) == min(len(every), most + 1)
    assert many.count_claims(asked) == many.count_claims(asked, most=3_000) == len(every)
    assert sorted(row.ref for row in many.claims(asked, sort="document")) == sorted(every)


def test_the_filters_of_the_plans_find_something(many: Case) -> None:
    found = [many.count_claims(Filters(**filters)) for filters in FILTERS]
    assert sum(1 for count in found if count) >= len(FILTERS) - 2
