"""Dates as people write them."""

from __future__ import annotations

import pytest

from rashomon.showing.days import written


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2019-03-04", "4 March 2019"),
        ("2019-03", "March 2019"),
        ("2019", "2019"),
        ("2019-03-14/2019-03-16", "14–16 March 2019"),
        ("2019-03-31/2019-04-01", "31 March – 1 April 2019"),
        ("2018-12-31/2019-01-01", "31 December 2018 – 1 January 2019"),
        ("2018-09/2018-11", "September–November 2018"),
        ("2018-11/2019-01", "November 2018 – January 2019"),
        ("2017/2019", "2017–2019"),
        ("2017/2019-03-16", "2017 – 16 March 2019"),
        ("../2016-05", "until May 2016"),
        ("2011-02-03/..", "from 3 February 2011"),
        ("2016-02-03/2016-02-03", "3 February 2016"),
    ],
)
def test_dates_and_intervals_in_words(when: str, words: str) -> None:
    assert written(when) == words


@pytest.mark.parametrize("when", ["", "next Tuesday", "2016-13", "2016-02-30", "<b>", "2016-05/2016-02"])
def test_what_is_no_date_stays_as_it_is(when: str) -> None:
    assert written(when) == when
