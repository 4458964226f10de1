"""Dates of claims as calendar days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.when import Days, days_of


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2016-01-09", date(2016, 1, 9), date(2016, 1, 9)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("2011/2016", date(2011, 1, 1), date(2016, 12, 31)),
        ("2016-05-01/2016-05-10", date(2016, 5, 1), date(2016, 5, 10)),
        ("2016-05/2016-05-10", date(2016, 5, 1), date(2016, 5, 10)),
        ("../2016-03", None, date(2016, 3, 31)),
        ("2011/..", date(2011, 1, 1), None),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_dates(when: str, first: date | None, last: date | None) -> None:
    assert days_of(when) == Days(first, last)


@pytest.mark.parametrize(
    "when",
    [
        "",
        "soon",
        "2016-13",
        "2016-02-30",
        "0000",
        "16",
        "2016-1-9",
        "../..",
        "2016/2015",
        "2016/",
        "/2016",
        "٢٠١٦",
        "2016 ",
    ],
)
def test_what_is_no_date(when: str) -> None:
    assert days_of(when) is None


@given(st.text(max_size=24))
def test_any_text_is_a_date_or_none(when: str) -> None:
    found = days_of(when)
    assert found is None or found.first or found.last


@given(st.dates(), st.integers(0, 4000))
def test_an_interval_of_days_holds_both(first: date, more: int) -> None:
    last = min(date.max.toordinal(), first.toordinal() + more)
    end = first + timedelta(days=last - first.toordinal())
    assert days_of(f"{first}/{end}") == Days(first, end)
