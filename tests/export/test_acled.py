"""Claims in the shape of ACLED: its columns, its codes, and nothing that it would not take for an event."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any, get_args

import pytest

from rashomon.export.acled import NO_COUNTERPART, as_acled, interaction, sub_event_of
from rashomon.export.countries import country, table
from rashomon.export.parties import Parties, Side
from rashomon.export.reality import Tally
from rashomon.knowledge.base import load_yaml
from rashomon.model import Actor, Claim, Control, Place, Reading, Where


def rows(reading: Reading, tally: Tally | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(as_acled([reading], tally or Tally())), newline="")))


def changed(reading: Reading, **changes: Any) -> Reading:
    """The reading with its first claim alone, changed."""
    return reading.model_copy(update={"claims": (reading.claims[0].model_copy(update=changes),)})


def test_a_row_has_the_31_columns_and_acleds_values(mapped: Reading) -> None:
    [row] = rows(changed(mapped))
    assert len(row) == 31
    assert list(row) == table("acled")["columns"]
    notes = row.pop("notes")
    assert notes.startswith(
        "According to Fleet Radio, as told by Ilo Sen, in “Shells on Nukuvale” (Lagoon Post, 2031-05-04): “"
    )
    assert notes.endswith("Machine-read, unreviewed.")
    assert {name: value for name, value in row.items() if value} == {
        "event_id_cnty": "FJI-00000000000000aa-c1", "event_date": "2031-05-03", "year": "2031", "time_precision": "1",
        "disorder_type": "Political violence", "event_type": "Explosions/Remote violence",
        "sub_event_type": "Shelling/artillery/missile attack", "actor1": "Coral Guard", "inter1": "State forces",
        "actor2": "villagers", "inter2": "Civilians", "interaction": "State forces-Civilians",
        "civilian_targeting": "Civilian targeting", "iso": "242", "region": "Oceania", "country": "Fiji",
        "admin1": "Western", "location": "Nukuvale", "latitude": "-17.1235", "longitude": "178.5000",
        "geo_precision": "1", "source": "Lagoon Post", "fatalities": "12",
        "tags": "machine-read; unreviewed; claim=00000000000000aa:c1; teller=Ilo Sen → Fleet Radio; "
                "factuality=happened; endorsement=neutral; confidence=0.750; plover=ASSAULT/heavy-weapons; "
                "when=2031-05-03; published=2031-05-04",
        "timestamp": "1935619200",
    }  # fmt: skip


def test_what_is_no_event_to_acled_is_counted(mapped: Reading) -> None:
    tally = Tally()
    found = rows(mapped, tally)
    assert [row["event_id_cnty"][-2:] for row in found] == ["c1", "c2", "c3"]
    assert (tally.written, tally.left_out) == (3, {NO_COUNTERPART: 1})


@pytest.mark.parametrize(
    ("when", "date", "precision"),
    [
        ("2031-05-03", "2031-05-03", "1"),
        ("2031-05-03/2031-05-09", "2031-05-06", "2"),
        ("2031-05", "2031-05-16", "3"),
        ("2031-05-03/2031-07-01", "", ""),
        ("2031", "", ""),
        ("../2031-05-03", "", ""),
        (None, "", ""),
    ],
)
def test_a_date_is_as_precise_as_it_is_told(mapped: Reading, when: str | None, date: str, precision: str) -> None:
    [row] = rows(changed(mapped, when=when))
    assert (row["event_date"], row["year"], row["time_precision"]) == (date, date[:4], precision)


@pytest.mark.parametrize(
    ("where_prec", "precision"), [(1, "1"), (2, "2"), (3, "2"), (4, "3"), (5, "3"), (6, ""), (7, "3")]
)
def test_a_country_is_no_location(mapped: Reading, where_prec: int, precision: str) -> None:
    spot = Where(name="Nukuvale", country="FJ", latitude=1.0, longitude=2.0, where_prec=where_prec)
    [row] = rows(changed(mapped, where=(spot,)))
    assert (row["geo_precision"], bool(row["latitude"])) == (precision, bool(precision))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"type": "ASSAULT"}, "Armed clash"),
        ({"type": "ASSAULT", "recipients": ("villagers",)}, "Attack"),
        ({"type": "ASSAULT", "mode": "aerial", "recipients": ("villagers",)}, "Air/drone strike"),
        ({"type": "ASSAULT", "mode": "abduct"}, "Abduction/forced disappearance"),
        ({"type": "PROTEST"}, "Peaceful protest"),
        ({"type": "PROTEST", "mode": "riot"}, "Violent demonstration"),
        ({"type": "RETREAT", "mode": "release"}, None),
        ({"type": "CONSULT"}, None),
        ({"type": "COERCE", "mode": "seize"}, None),
        ({"type": "COERCE", "control": Control(place="Nukuvale", to="Coral Guard")}, "Government regains territory"),
        (
            {"type": "COERCE", "control": Control(place="Nukuvale", to="Reef Front")},
            "Non-state actor overtakes territory",
        ),
        (
            {"type": "RETREAT", "control": Control(place="Nukuvale", from_="Reef Front")},
            "Non-violent transfer of territory",
        ),
        ({"type": None, "control": Control(place="Nukuvale", to="Reef Front", holds=True)}, None),
    ],
)
def test_sub_events(
    mapped: Reading, make_claim: Callable[..., Claim], fields: dict[str, Any], expected: str | None
) -> None:
    kind = "control" if "control" in fields else "event"
    claim = make_claim("c1", "shelled", "shelled", text=mapped.document.text, kind=kind, **fields)
    assert sub_event_of(claim, Parties(mapped)) == expected


def test_the_table_of_rules_is_whole() -> None:
    given = table("acled")
    plover = load_yaml("plover.yaml")["types"]
    for rule in given["rules"]:
        event, _ = given["sub_events"][rule["sub_event"]]
        assert {"event": event, "sub_event": rule["sub_event"]} in plover[rule["type"]]["acled"], rule
        assert set(rule.get("mode", [])) <= {*plover[rule["type"]]["modes"], *plover[rule["type"]].get("own_modes", [])}
        for field in ("agents", "recipients", "from", "to"):
            assert set(rule.get(field, [])) <= set(get_args(Side)), rule
    assert set(given["inter_of"].values()) <= set(given["inters"])


@pytest.mark.parametrize(
    ("one", "other", "named"),
    [
        ("Rebel group", "State forces", "State forces-Rebel group"),
        ("Civilians", "External/Other forces", "External/Other forces-Civilians"),
        ("Protesters", None, "Protesters only"),
        ("Civilians", "Civilians", "Civilians-Civilians"),
        ("", "Civilians", ""),
        ("Civilians", "", ""),
    ],
)
def test_interactions(one: str, other: str | None, named: str) -> None:
    assert interaction(one, other) == named


def test_a_state_abroad_is_an_external_force(mapped: Reading) -> None:
    foreign = Actor(name="US Army", kind="military", known_as="us.army")
    abroad = changed(mapped, agents=("US Army",)).model_copy(update={"actors": (*mapped.actors, foreign)})
    assert rows(abroad)[0]["inter1"] == "External/Other forces"
    assert rows(changed(mapped, agents=("Samoan soldiers",)))[0]["inter1"] == "External/Other forces"
    assert rows(changed(mapped, agents=("Fijian soldiers",)))[0]["inter1"] == "State forces"


def test_a_region_lies_in_itself(mapped: Reading) -> None:
    region = mapped.model_copy(update={"places": (Place(name="Nukuvale", kind="region", country="FJ"),)})
    assert rows(changed(region))[0]["admin1"] == "Nukuvale"


def test_every_region_and_number_is_of_a_country_there_is() -> None:
    given = table("countries")
    codes = [code for region in given["regions"].values() for code in region]
    assert len(codes) == len(set(codes))
    assert not [code for code in (*codes, *given["cow"]) if not country(code).iso3]
    assert (country("SY").cow, country("SY").number, country("SY").region) == ("652", "760", "Middle East")
    assert country("??").name == ""
