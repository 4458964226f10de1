"""Claims of a case under filters, one by one and together."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from rashomon import Filters, Near, QueryError
from rashomon.case.case import Case, open_case
from tests.case.query.conftest import readings, write


def triggers(case: Case, **filters: Any) -> list[str]:
    return sorted(f"{row.name}:{row.trigger}" for row in case.claims(Filters(**filters)))


ALL = ["courier:killed", "courier:losing", "courier:met", "courier:retaken", "letter:met", "letter:shelled",
       "radio:attacked", "radio:liberated", "radio:shell"]  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ALL),
        ({"actor": "the army"}, ["courier:retaken", "letter:met", "radio:liberated", "radio:shell"]),
        ({"actor": "Army"}, ["courier:retaken", "letter:met", "radio:liberated", "radio:shell"]),
        ({"agent": "army"}, ["courier:retaken", "radio:liberated", "radio:shell"]),
        ({"recipient": "red lances"}, ["courier:met", "courier:retaken"]),
        ({"pair": ("army", "Red Lances")}, ["courier:retaken"]),
        ({"pair": ("Red Lances", "army")}, ["courier:retaken"]),
        ({"pair": ("UN", "army")}, ["letter:met"]),
        ({"actor": "UN"}, ["letter:met"]),
        ({"actor": "un"}, ["letter:met"]),
        ({"place": "Tarvol"}, ["courier:losing", "courier:retaken", "radio:liberated"]),
        ({"place": "Syria"}, ["courier:losing", "courier:retaken", "letter:met", "radio:liberated"]),
        ({"place": "IQ"}, ["courier:killed", "radio:attacked", "radio:shell"]),
        ({"place": "Iraq"}, ["courier:killed", "radio:attacked", "radio:shell"]),
        ({"place": "Homs"}, ["courier:losing", "courier:retaken", "radio:liberated"]),
        ({"near": Near((34.5, 38.0), 5)}, ["courier:losing", "courier:retaken", "radio:liberated"]),
        ({"near": Near("Tarvol", 5)}, ["courier:losing", "courier:retaken", "radio:liberated"]),
        ({"near": Near("Tarvol", 60)}, ["courier:killed", "courier:losing", "courier:retaken", "radio:attacked",
                                        "radio:liberated", "radio:shell"]),
        ({"near": Near((-34.5, 38.0), 500)}, []),
        ({"teller": "state radio"}, ["courier:retaken", "radio:attacked", "radio:liberated", "radio:shell"]),
        ({"teller": "Delta Courier"}, ["courier:killed", "courier:losing", "courier:met", "courier:retaken"]),
        ({"teller": "The Delta Courier"}, ["courier:killed", "courier:losing", "courier:met", "courier:retaken"]),
        ({"teller": "Ada Merrin"}, ["courier:killed", "courier:losing", "courier:met", "courier:retaken"]),
        ({"type": ("ASSAULT",)}, ["courier:killed", "letter:shelled", "radio:attacked", "radio:shell"]),
        ({"type": ("CONSULT", "RETREAT")}, ["courier:losing", "courier:met", "letter:met"]),
        ({"kind": ("control",)}, ["courier:losing", "courier:retaken", "radio:liberated"]),
        ({"factuality": ("not", "possible")}, ["courier:losing", "radio:shell"]),
        ({"since": "2016-03-29"}, ["radio:attacked"]),
        ({"until": "2015"}, ["radio:shell"]),
        ({"since": "2016-02", "until": "2016-02-29"}, ["courier:killed", "radio:attacked"]),
        ({"since": "2016-03-28", "until": "2016-03-28"}, ["courier:losing", "courier:met", "radio:attacked"]),
        ({"text": "lances"}, ["courier:losing", "courier:met", "courier:retaken", "radio:attacked"]),
        ({"text": '"red lances"'}, ["courier:met", "courier:retaken", "radio:attacked"]),
        ({"text": "lances red deny"}, []),
        ({"text": "ret* LANCES"}, ["courier:retaken"]),
        ({"text": "cafe"}, ["radio:attacked"]),
        ({"min_confidence": 0.7}, ["courier:killed", "courier:retaken", "radio:liberated"]),
        ({"actor": "army", "place": "Tarvol", "since": "2016", "text": "tarvol", "type": ("COERCE",),
          "kind": ("control",), "factuality": ("happened",), "teller": "State Radio", "min_confidence": 0.85},
         ["courier:retaken"]),
    ],
)  # fmt: skip
def test_filters_find_the_claims_that_fit(case: Case, filters: dict[str, Any], expected: list[str]) -> None:
    assert triggers(case, **filters) == expected
    assert case.count_claims(Filters(**filters)) == len(expected)


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (
            {"actor": "Red Lancers"},
            "actor “Red Lancers”: nothing in this case has that name; did you mean “Red Lances”",
        ),
        ({"pair": ("army", "Lances")}, "pair “Lances”: nothing in this case has that name; did you mean “Red Lances”?"),
        ({"place": "Tarvul"}, "place “Tarvul”: nothing in this case has that name; did you mean “Tarvol”?"),
        ({"teller": "Courier"}, "did you mean “The Delta Courier”?"),
        ({"near": Near("Nowhere at all", 5)}, "near “Nowhere at all”: it is not known where that is; give LAT,LON"),
        ({"near": Near((91.0, 5.0), 5)}, "near 91,5: is not a point in degrees"),
        ({"text": "?! * -"}, "holds no word to look for"),
        ({"document": "xyz"}, "'xyz' is not the id of a document"),
        ({"document": "0"}, "0: no document of this case has an id that begins so"),
        ({"since": "March"}, "since 'March' is not a date like"),
        ({"since": "2017", "until": "2016"}, "since 2017 is after until 2016"),
        ({"type": ("WAR",)}, "type 'WAR' is none: there are AGREE"),
        ({"min_confidence": 2}, "2 is no confidence"),
        ({"actor": " "}, "actor: is empty"),
    ],
)
def test_what_cannot_be_asked_is_said(case: Case, filters: dict[str, Any], said: str) -> None:
    with pytest.raises(QueryError, match=re.escape(said)):
        triggers(case, **filters)


def test_claims_come_in_the_order_asked_for(case: Case) -> None:
    newest = [row.trigger for row in case.claims(sort="newest")]
    oldest = [row.trigger for row in case.claims(sort="oldest")]
    assert newest[:2] == ["losing", "met"]
    assert oldest[:2] == ["shell", "attacked"]
    assert newest[-2:] == oldest[-2:] == ["met", "shelled"]  # undated
    sure = [row.confidence for row in case.claims(sort="confidence")][:7]
    assert sure == [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, None]
    refs = [(row.document, row.start) for row in case.claims(sort="document")]
    assert refs == sorted(refs)
    for order in ("newest", "oldest", "confidence", "document"):
        every = list(case.claims(sort=order))
        assert list(case.claims(sort=order, limit=3)) == every[:3]


def test_a_limit_cuts_the_count_short(case: Case) -> None:
    assert case.count_claims(most=4) == 5
    assert case.count_claims(Filters(actor="army"), most=9) == 4


def test_a_row_holds_the_claim(case: Case) -> None:
    [row] = case.claims(Filters(actor="army", teller="Ada Merrin"))
    given = readings()[0].claims[0]
    assert row.brief().model_dump(exclude={"selector", "where", "confidence"}) == given.model_dump(
        exclude={"selector", "where", "confidence"}
    )
    assert (row.confidence, row.title, row.dated) == (0.9, "Who holds Tarvol?", True)
    assert row.ref == f"{row.document}:c1"


def test_the_words_found_are_marked(case: Case) -> None:
    [row] = case.claims(Filters(text="ret* lances"))
    assert [row.quote[start:end] for start, end in row.marks] == ["retaken", "Lances"]


def test_an_open_end_has_no_day(case: Case) -> None:
    [row] = case.claims(Filters(since="2016-03-29"))
    assert (str(row.first), row.last) == ("2016-01-01", None)
    [row] = case.claims(Filters(until="2015"))
    assert (row.first, str(row.last)) == (None, "2015-12-31")


def test_readings_come_by_document_id_whatever_their_order(case: Case, tmp_path: Path) -> None:
    write(tmp_path / "turned.db", readings()[::-1])
    with open_case(tmp_path / "turned.db") as turned:
        assert list(turned.readings()) == list(case.readings())
    given = {reading.document.text: reading for reading in readings()}
    for reading in case.readings():
        before = given[reading.document.text]
        assert reading == before.model_copy(
            update={"document": before.document.model_copy(update={"id": reading.document.id})}
        )
    ids = [reading.document.id for reading in case.readings()]
    assert ids == sorted(ids)


def test_readings_hold_only_claims_that_fit(case: Case) -> None:
    found = {
        reading.document.title: [claim.trigger for claim in reading.claims]
        for reading in case.readings(Filters(actor="army"))
    }
    assert found == {"Who holds Tarvol?": ["retaken"], None: ["liberated", "shell"], "A letter": ["met"]}


def test_readings_say_what_a_least_confidence_leaves_out(case: Case) -> None:
    [courier] = case.readings(Filters(min_confidence=0.5, teller="Ada Merrin"))
    assert [claim.id for claim in courier.claims] == ["c1", "c3"]
    assert courier.left_out is not None
    assert (courier.left_out.least, courier.left_out.claims) == (0.5, 2)
