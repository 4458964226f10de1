"""Statements that FollowTheMoney's own model takes, and entities that claim nothing of anybody."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import pytest
from followthemoney import model
from followthemoney.statement import Statement, read_statements

from rashomon.export.ftm import as_ftm
from rashomon.export.reality import Tally, only_real
from rashomon.model import Actor, Reading


def statements(readings: Iterable[Reading]) -> list[Statement]:
    text = "".join(as_ftm(readings, Tally()))
    return list(read_statements(io.BytesIO(text.encode()), "json"))


def entities(readings: Iterable[Reading]) -> dict[str, Any]:
    """Every entity, as FollowTheMoney makes it of its statements."""
    found = {}
    for name, group in groupby(sorted(statements(readings), key=lambda s: s.entity_id), key=lambda s: s.entity_id):
        own = list(group)
        [schema] = {statement.schema for statement in own}
        proxy: Any = model.make_entity(schema)
        proxy.id = name
        for statement in own:
            proxy.add(statement.prop, statement.value)
        proxy.schema.validate(proxy.to_dict())
        found[name] = proxy
    return found


@pytest.mark.parametrize("which", ["mapped", "written"])
def test_every_value_is_one_that_followthemoney_would_write(request: pytest.FixtureRequest, which: str) -> None:
    for statement in statements([request.getfixturevalue(which)]):
        prop = model[statement.schema].get(statement.prop)
        assert prop is not None, statement
        assert prop.type.clean(statement.value) == statement.value
        assert statement.id == statement.generate_key()


def test_hostile_values_are_taken(hostile: Reading) -> None:
    found = statements([hostile])
    assert {s.value for s in found if s.prop == "name"} >= {"</data><script>alert(1)</script>&amp;]]>", "+"}
    for statement in found:
        prop = model[statement.schema].get(statement.prop)
        assert prop is not None
        assert prop.type.clean(statement.value) is not None, statement
        assert "javascript:" not in statement.value


def test_the_bundled_example_makes_valid_entities(bundled: list[Reading]) -> None:
    made = entities(only_real(bundled, Tally())).values()
    schemata = {proxy.schema.name for proxy in made}
    assert {"Article", "Event", "Organization", "Person"} <= schemata
    assert sum(proxy.schema.name == "Article" for proxy in made) == len(bundled)


def test_a_claim_is_an_event_that_names_its_teller_and_its_proof(mapped: Reading) -> None:
    made = entities([mapped])
    [event] = [proxy for proxy in made.values() if proxy.get("recordId", quiet=True) == ["00000000000000aa:c1"]]
    assert event.first("name").startswith("Claim by Ilo Sen → Fleet Radio: the Coral Guard shelled Nukuvale")
    assert event.first("summary").endswith("Machine-read, unreviewed.")
    assert {"machine-read", "unreviewed", "factuality: happened", "confidence: 0.750"} <= set(event.get("keywords"))
    assert event.get("date") == ["2031-05-03"]
    [article] = [made[name] for name in event.get("proof")]
    assert (article.first("title"), article.first("publishedAt")) == ("Shells on Nukuvale", "2031-05-04")
    assert sorted(made[name].first("name") for name in event.get("involved")) == ["Coral Guard", "villagers"]


def test_actors_have_names_and_nothing_more_is_said_of_them(mapped: Reading) -> None:
    people = [proxy for proxy in entities([mapped]).values() if proxy.schema.is_a("LegalEntity")]
    assert {prop.name for proxy in people for prop in proxy.iterprops()} <= {"name", "notes", "country"}


def test_an_actor_of_two_kinds_is_one_entity(mapped: Reading) -> None:
    person = Actor(name="Coral Guard", kind="person")
    other = mapped.document.model_copy(update={"id": "00000000000000ab"})
    again = mapped.model_copy(update={"document": other, "actors": (person,)})
    made = entities([mapped, again])
    assert sum(proxy.get("name") == ["Coral Guard"] for proxy in made.values()) == 1


def test_no_statement_comes_twice(mapped: Reading) -> None:
    other = mapped.document.model_copy(update={"id": "00000000000000ab"})
    lines = list(as_ftm([mapped, mapped.model_copy(update={"document": other})], Tally()))
    assert len(lines) == len(set(lines))
    assert all(json.loads(line)["dataset"] == "rashomon" for line in lines)
