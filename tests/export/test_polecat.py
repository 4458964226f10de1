"""Claims in the shape of POLECAT."""

from __future__ import annotations

import csv
import io

import pytest

from rashomon.export.countries import table
from rashomon.export.polecat import UNTYPED, as_polecat
from rashomon.export.reality import Tally
from rashomon.model import Reading


def rows(reading: Reading, tally: Tally | None = None) -> list[dict[str, str]]:
    text = "".join(as_polecat([reading], tally or Tally()))
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t"))


def test_a_row_has_the_40_columns(mapped: Reading) -> None:
    row = rows(mapped)[0]
    assert len(row) == 40
    assert list(row) == table("polecat")["columns"]
    assert {name: value for name, value in row.items() if value != "None"} == {
        "Event ID": "00000000000000aa_c1_ASSAULT", "Event Date": "2031-05-03", "Event Type": "ASSAULT",
        "Event Mode": "heavy-weapons", "Intensity": "-9.3", "Quad Code": "MATERIAL CONFLICT",
        "Actor Name": "Coral Guard", "Actor Name Raw": "Coral Guard",
        "Primary Actor Sector": "MIL", "Actor Sectors": "MIL",
        "Recipient Name": "villagers", "Recipient Name Raw": "villagers", "Primary Recipient Sector": "CVL",
        "Recipient Sectors": "CVL", "Placename": "Nukuvale", "City": "Nukuvale", "Province": "Western",
        "Country": "FJI",
        "Latitude": "-17.12346", "Longitude": "178.50000", "GeoNames ID": "4242", "Raw Placename": "Nukuvale",
        "Feature Type": "PPL", "Source": "Ilo Sen → Fleet Radio", "Publication Date": "2031-05-04",
        "Story People": "Ilo Sen", "Story Organizations": "Coral Guard; Reef Front; Fleet Radio",
        "Story Locations": "Nukuvale", "Language": "english",
        "Version": "Rashomon 0 (by hand); machine-read; unreviewed; claim=00000000000000aa:c1; factuality=happened; "
                   "endorsement=neutral; confidence=0.750; when=2031-05-03",
    }  # fmt: skip


def test_what_has_no_type_is_counted(mapped: Reading) -> None:
    tally = Tally()
    assert len(rows(mapped, tally)) == 3
    assert (tally.written, tally.left_out) == (3, {UNTYPED: 1})


@pytest.mark.parametrize(
    ("factuality", "negated", "contexts"),
    [
        ("happened", False, "None"),
        ("not", False, "negation"),
        ("future", False, "future"),
        ("demanded", True, "hypothetical; negation"),
    ],
)
def test_plovers_contexts_mark_what_is_not_said_to_be_so(
    mapped: Reading, factuality: str, negated: bool, contexts: str
) -> None:
    claim = mapped.claims[0].model_copy(update={"factuality": factuality, "negated": negated})
    assert rows(mapped.model_copy(update={"claims": (claim,)}))[0]["Contexts"] == contexts


def test_no_date_is_made_up(mapped: Reading) -> None:
    claim = mapped.claims[0].model_copy(update={"when": "2031-05"})
    row = rows(mapped.model_copy(update={"claims": (claim,)}))[0]
    assert (row["Event Date"], row["Publication Date"]) == ("None", "2031-05-04")
    assert "when=2031-05" in row["Version"]


def test_a_hostile_name_is_one_harmless_cell(hostile: Reading) -> None:
    for row in rows(hostile):
        assert None not in row
        assert not any(cell.startswith(("=", "+", "@", "\t")) for cell in row.values())
