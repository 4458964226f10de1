"""The tables of dates.yaml hold what the grammar takes them to hold."""

from __future__ import annotations

import pytest

from rashomon.knowledge.base import load_yaml
from rashomon.reading.dates.grammar.stream import Stream, phrases
from rashomon.reading.dates.values import Easter, Islamic, Moment, Recurring
from rashomon.reading.dates.words import table, words


@pytest.mark.parametrize("part", ["early", "mid", "late"])
def test_parts_lie_within_their_whole(part: str) -> None:
    rules = table("parts")[part]
    for name, least, most in (("month", 1, 31), ("year", 1, 12), ("week", 0, 6), ("decade", 0, 9)):
        first, last = rules[name]
        assert least <= first <= last <= most
    assert rules["third"] in {1, 2, 3}


@pytest.mark.parametrize("name", ["month", "year", "decade"])
def test_parts_leave_no_gap(name: str) -> None:
    early, mid, late = (table("parts")[part][name] for part in ("early", "mid", "late"))
    assert (early[1] + 1, mid[1] + 1) == (mid[0], late[0])


def test_every_feast_is_a_day_of_some_year() -> None:
    for month, day, *last in table("feasts").values():
        assert 1 <= month <= 12
        assert 1 <= day <= (last[0] if last else day) <= 31
    for month, day, days in table("islamic_feasts").values():
        turn = Islamic(month, day, days).of_year(1440)
        assert turn is not None
        assert turn.days is not None
        assert (turn.days[1] - turn.days[0]).days == days + 1  # a day to either side


@pytest.mark.parametrize(
    ("rite", "year", "iso"),
    [
        ("western", 2008, "2008-03-23"),
        ("western", 2019, "2019-04-21"),
        ("western", 2038, "2038-04-25"),
        ("eastern", 2008, "2008-04-27"),
        ("eastern", 2019, "2019-04-28"),
        ("eastern", 2017, "2017-04-16"),
    ],
)
def test_easter(rite: str, year: int, iso: str) -> None:
    found = Recurring(Easter(0, rite), year).at(Moment())  # type: ignore[arg-type]
    assert found is not None
    assert found.iso == iso


def test_the_islamic_calendar_ends_where_its_tables_end() -> None:
    assert Islamic(9).of_year(1342) is None
    assert Islamic(9).of_year(1501) is None
    assert Islamic(9).of_year(1437) is not None


def test_every_list_holds_words_and_every_phrase_can_be_found() -> None:
    for name, entry in load_yaml("dates.yaml").items():
        if isinstance(entry, list):
            assert all(isinstance(word, str) for word in entry), name
            assert words(name)
    for name in ("feasts", "islamic_feasts", "islamic_months", "part_words", "days", "nights", "names"):
        for key in table(name):
            found = Stream(str(key)).phrase(0, name)
            assert found is not None
            assert found[0] == str(key)
        assert phrases(name)
