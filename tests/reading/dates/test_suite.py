"""Our suite of date expressions, case by case, and the share that must be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.dates import Case, cases, days, ours, right

SUITE = list(cases(Path(__file__).with_name("suite.yaml")))
LEAST = 0.95
AMBIGUOUS = {
    "The second half of the column lay in the spring.",  # a season nine times in ten
}


def _name(case: Case) -> str:
    return f"{case.today} {case.text}"


def test_the_suite_is_large_enough() -> None:
    assert sum(not case.held for case in SUITE) >= 170
    assert len({(_name(case), case.source, case.before) for case in SUITE}) == len(SUITE)
    for case in SUITE:
        for iso in case.expected:
            first, last = days(iso)
            assert first is not None or last is not None
            assert first is None or last is None or first <= last


@pytest.mark.parametrize("case", [c for c in SUITE if c.text not in AMBIGUOUS and not c.held], ids=_name)
def test_what_an_expression_stands_for(case: Case) -> None:
    assert [days(iso) for iso in ours(case)] == [days(iso) for iso in case.expected]


@pytest.mark.parametrize("held", [False, True])
def test_the_share_that_is_right(held: bool) -> None:
    part = [case for case in SUITE if case.held == held]
    assert sum(right(case, ours(case)) for case in part) >= LEAST * len(part)
