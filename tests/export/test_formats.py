import csv
import io
import json
from collections.abc import Callable

import pytest

from rashomon.export import FORMATS
from rashomon.export.comma_separated import COLUMNS, quantity_text
from rashomon.model import Claim, Control, Quantity, Reading
from rashomon.reading.confident import confident

GUIDELINE_FIELDS = [
    "doc", "kind", "trigger", "start", "end", "quote_start", "quote_end", "type", "mode", "agents",
    "recipients", "place", "when", "speakers", "factuality", "endorsement", "negated", "control", "sign",
    "quantities",
]  # fmt: skip


def text(format: str, *readings: Reading) -> str:
    return "".join(FORMATS[format](readings))


def rows(*readings: Reading) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text("csv", *readings), newline="")))


def test_json_is_an_array_of_readings(written: Reading) -> None:
    values = json.loads(text("json", written, written))
    assert [Reading.model_validate(value) for value in values] == [written, written]
    assert json.loads(text("json")) == []


def test_jsonl_is_a_reading_a_line(written: Reading) -> None:
    lines = text("jsonl", written, written).split("\n")
    assert [Reading.model_validate_json(line) for line in lines[:-1]] == [written, written]
    assert lines[-1] == ""


def test_gold_has_exactly_the_annotated_fields(written: Reading) -> None:
    claims = [json.loads(line) for line in text("gold", written).splitlines()]
    assert [list(claim) for claim in claims] == [GUIDELINE_FIELDS] * 4
    assert claims[0]["control"] == {"place": "Tarvol", "from": "Red Lances", "to": "army"}
    assert claims[0]["agents"] == ["army"]
    assert claims[3]["quantities"] == [
        {"what": "killed", "min": 12, "max": None, "who": "farmers", "start": 0, "end": 0}
    ]
    assert {claim["doc"] for claim in claims} == {"radio"}


def test_gold_says_of_a_standing_hold_that_it_holds(written: Reading, make_claim: Callable[..., Claim]) -> None:
    hold = make_claim(
        "c1", "holding", "holding", text="holding", control=Control(place="Tarvol", to="army", holds=True)
    )
    [line] = text("gold", written.model_copy(update={"claims": (hold,)})).splitlines()
    assert json.loads(line)["control"] == {"place": "Tarvol", "from": None, "to": "army", "holds": True}


def test_csv_has_a_row_a_claim(written: Reading) -> None:
    found = rows(written)
    assert [row["id"] for row in found] == ["c1", "c2", "c3", "c4"]
    assert list(found[0]) == list(COLUMNS)
    assert (found[0]["control_from"], found[0]["control_holds"], found[2]["control_holds"]) == (
        "Red Lances",
        "false",
        "",
    )
    assert (found[2]["sign"], found[3]["quantities"]) == ("negative", "killed 12+ farmers")
    assert found[0]["speakers"] == "State radio"


def test_csv_has_a_column_for_confidence_that_is_empty_where_there_is_none(
    written: Reading, calibrated: Reading
) -> None:
    assert [row["confidence"] for row in rows(calibrated)] == ["0.910", "0.634", "0.300", "0.050"]
    assert {row["confidence"] for row in rows(written)} == {""}


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_json_says_how_many_claims_were_left_out(calibrated: Reading, format: str) -> None:
    given = json.loads(text(format, confident(calibrated, 0.5)))
    [reading] = given if isinstance(given, list) else [given]
    assert reading["left_out"] == {"least": 0.5, "claims": 2}
    assert reading["claims"][0]["confidence"] == {"claim": 0.91, "fields": {"found": 0.98, "agents": 0.95}}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_csv_cells_are_no_formulas(written: Reading, make_claim: Callable[..., Claim], start: str) -> None:
    name = f"{start}HYPERLINK(1)"
    claim = make_claim("c1", "left", "left", text="left", agents=(name,), place="-12.5")
    [row] = rows(written.model_copy(update={"claims": (claim,)}))
    assert row["agents"] == f"'{name}"
    assert row["place"] == "-12.5"


def test_csv_keeps_quotes_commas_and_line_breaks(written: Reading, make_claim: Callable[..., Claim]) -> None:
    quote = 'the army,\r\n"at last",\nleft'
    claim = make_claim("c1", "left", quote, text=quote)
    [row] = rows(written.model_copy(update={"claims": (claim,)}))
    assert row["quote"] == quote


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [(12, 12, "killed 12"), (12, None, "killed 12+"), (24, 99, "killed 24-99"), (None, 40, "killed 0-40")],
)
def test_numbers_in_short(low: int | None, high: int | None, shown: str) -> None:
    assert quantity_text(Quantity(what="killed", min=low, max=high, who=None, start=0, end=0)) == shown
