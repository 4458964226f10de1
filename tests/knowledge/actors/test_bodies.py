"""Organs that every state has, without entries of their own."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import KnowledgeError
from rashomon.knowledge.actors import KnownActor, KnownActors, known_actors
from rashomon.knowledge.actors.bodies import Body, templates

ORSA = KnownActor("ZZ", "Orsa", "state", "ZZ", aliases=("Republic of Orsa",), demonyms=("Orsan", "Orsans"))
ORGANS = (
    Body("army", "military", "army", ("army", "armed forces", "forces")),
    Body("mfa", "state", "foreign ministry", ("foreign ministry", "ministry of foreign affairs")),
    Body("statetv", "media", "state television", ("state television",), voice=True),
)
DERIVED = sorted(known_actors().derived(), key=lambda a: a.id)


def small(*actors: KnownActor) -> KnownActors:
    return KnownActors([ORSA, *actors], ORGANS)


@pytest.mark.parametrize(
    "name",
    [
        "Orsan army", "the Orsan army", "Orsa army", "Orsa's army", "army of Orsa",
        "armed forces of the Republic of Orsa", "ORSAN ARMY", "Orsan  Armed Forces", "Orsa’s forces",
    ],
)  # fmt: skip
def test_a_body_is_known_by_its_state(name: str) -> None:
    found = small().body(name)
    assert found is not None
    assert (found.id, found.name, found.parent, found.country) == ("ZZ.army", "Orsan army", "ZZ", "ZZ")


@pytest.mark.parametrize(
    "name", ["army", "Orsan", "the army", "Velish army", "Orsan army chief", "army of", "of Orsa", ""]
)
def test_what_names_no_organ_of_a_state_is_none(name: str) -> None:
    assert small().body(name) is None


def test_an_entry_stands_for_the_body_that_it_says_it_is() -> None:
    guard = KnownActor("zz.guard", "Home Guard", "military", "ZZ", body="army")
    known = small(guard)
    assert known.body("Orsan armed forces") == guard
    assert known.get("ZZ.army") == guard
    assert {a.id for a in known.derived()} == {"ZZ.mfa", "ZZ.statetv"}


def test_an_entry_stands_for_the_body_whose_name_it_bears() -> None:
    column = KnownActor("zz.column", "Column", "military", "ZZ", aliases=("Orsan army",))
    abroad = KnownActor("yy.column", "Column", "military", "YY", aliases=("Orsan foreign ministry",))
    known = small(column, abroad)
    assert known.body("army of Orsa") == column
    found = known.body("ministry of foreign affairs of Orsa")
    assert found is not None
    assert found.id == "ZZ.mfa"


def test_state_television_is_the_voice_of_its_state() -> None:
    assert small().voice_of("ZZ.statetv") == ORSA
    assert small().voice_of("ZZ.army") is None


def test_derived_bodies_may_be_referred_to() -> None:
    assert len(small(KnownActor("zz.unit", "Unit", "military", parent="ZZ.army"))) == 2
    with pytest.raises(KnowledgeError, match=r"unknown parent ZZ\.fleet"):
        small(KnownActor("zz.unit", "Unit", "military", parent="ZZ.fleet"))
    with pytest.raises(KnowledgeError, match="unknown body fleet"):
        small(KnownActor("zz.unit", "Unit", "military", "ZZ", body="fleet"))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([], "expected a mapping"),
        ({"army": {"kind": "military", "name": "army"}}, "needs kind, name and words"),
        ({"army": {"kind": "military", "name": "army", "words": ["army"], "size": 3}}, "needs kind, name and words"),
        ({"army": {"kind": "horde", "name": "army", "words": ["army"]}}, "unknown kind horde"),
        ({"army": {"kind": "military", "name": "army", "words": ["Army"]}}, "'Army' must be text in lower case"),
        (
            {n: {"kind": "military", "name": n, "words": ["army"]} for n in ("army", "host")},
            "'army' names army already",
        ),
    ],
)
def test_what_breaks_the_file_of_bodies_is_told(rows: Any, told: str) -> None:
    with pytest.raises(KnowledgeError, match=told):
        templates(rows)


@given(st.sampled_from(DERIVED))
def test_a_derived_body_is_found_by_its_id_and_by_its_name(body: KnownActor) -> None:
    known = known_actors()
    assert known.get(body.id) == body
    assert known.body(body.name) == body
    assert body.parent is not None
    state = known.get(body.parent)
    assert state is not None
    assert (state.kind, state.country) == ("state", body.country)
