"""Offices on a date, and what became of a body."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.knowledge.actors import KnownActor, KnownActors, Link, Role
from rashomon.knowledge.actors.partial import bounds, iso, meets

ORSA = KnownActors(
    [
        KnownActor("ZZ", "Orsa", "state", "ZZ"),
        KnownActor("zz.prenn", "Ada Prenn", "person", roles=(Role("president", "ZZ", "2001-03-04", "2010-06"),)),
        KnownActor("zz.varn", "Osk Varn", "person", roles=(Role("president", "ZZ", "2010-06", None),)),
        KnownActor("zz.old", "Il Teru", "person", roles=(Role("president", "ZZ", None, "2001-03-04"),)),
        KnownActor("zz.front", "Front", "armed group", links=(Link("renamed", "zz.movement", "2012-05-01"),)),
        KnownActor("zz.movement", "Movement", "armed group", links=(Link("merged", "zz.union", "2014"),)),
        KnownActor("zz.others", "Others", "armed group", links=(Link("merged", "zz.union", "2014"),)),
        KnownActor("zz.union", "Union", "armed group", links=(Link("split", "zz.real", "2018-09"),)),
        KnownActor("zz.real", "Real Union", "armed group", until="2020"),
        KnownActor("zz.tv", "Orsa TV", "media", voice="zz.union"),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2005", ["Ada Prenn"]),
        ("2001-03-03", []),
        ("2001-03-04", ["Ada Prenn"]),
        ("2010-06-15", ["Ada Prenn", "Osk Varn"]),
        ("2030-01-01", ["Osk Varn"]),
        (None, ["Ada Prenn", "Osk Varn", "Il Teru"]),
    ],
)
def test_who_held_an_office(on: str | None, expected: list[str]) -> None:
    assert [a.name for a in ORSA.holders("president", "ZZ", on)] == expected
    assert ORSA.holders("president", "zz.union", on) == ()


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2012-04-30", ["Front"]),
        ("2012-05", ["Movement"]),
        ("2013-12-31", ["Movement"]),
        ("2016", ["Union"]),
        ("2019", ["Union", "Real Union"]),
        ("2021", ["Union"]),
        (None, ["Union"]),
    ],
)
def test_what_became_of_a_body(on: str | None, expected: list[str]) -> None:
    assert [a.name for a in ORSA.became("zz.front", on)] == expected


def test_what_ended_or_is_unknown_became_nothing() -> None:
    assert ORSA.became("zz.real", "2021-01-01") == ()
    assert ORSA.became("zz.nobody") == ()


def test_names_may_change_back() -> None:
    known = KnownActors(
        [
            KnownActor("a", "A", "party", links=(Link("renamed", "b", "2010"), Link("merged", "c", "2014"))),
            KnownActor("b", "B", "party", links=(Link("renamed", "a", "2012"),)),
            KnownActor("c", "C", "party", links=(Link("succeeded", "c2"),)),
            KnownActor("c2", "C2", "party", links=(Link("succeeded", "c"),)),
        ]
    )
    assert [a.id for a in known.became("b", "2013")] == ["a"]
    assert known.became("c") == ()


def test_whose_voice_an_outlet_is() -> None:
    voice = ORSA.voice_of("zz.tv")
    assert voice is not None
    assert voice.name == "Union"
    assert ORSA.voice_of("zz.union") is None
    assert ORSA.voice_of("zz.nobody") is None


@pytest.mark.parametrize("wrong", ["", "16", "2016-7", "2016-02-30", "2016-00", "2016-07-28T10:00", "0000"])
def test_what_is_no_date_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        iso(wrong)
    with pytest.raises(ValueError, match="is no date"):
        ORSA.holders("president", "ZZ", wrong)


@given(st.dates(min_value=date(1, 1, 2)))
def test_coarser_dates_hold_finer_ones(day: date) -> None:
    text = day.isoformat()
    for partial in (text, text[:7], text[:4]):
        first, last = bounds(partial)
        assert first <= day <= last
        assert meets(text, partial, partial)
    assert bounds(text) == (day, day)
    assert iso(day) == text


@given(st.dates(), st.dates(), st.dates())
def test_a_stretch_includes_its_days_and_no_others(on: date, one: date, other: date) -> None:
    start, end = sorted((one, other))
    assert meets(on.isoformat(), start.isoformat(), end.isoformat()) == (start <= on <= end)
    assert meets(on.isoformat(), None, None)


@given(st.integers(1990, 2030), st.integers(1990, 2030), st.integers(1990, 2030))
def test_one_office_is_never_empty_between_terms_that_meet(first: int, second: int, on: int) -> None:
    first, second = sorted((first, second))
    known = KnownActors(
        [
            KnownActor("ZZ", "Orsa", "state"),
            KnownActor("a", "A", "person", roles=(Role("president", "ZZ", str(first), str(second)),)),
            KnownActor("b", "B", "person", roles=(Role("president", "ZZ", str(second)),)),
        ]
    )
    assert bool(known.holders("president", "ZZ", str(on))) == (on >= first)
