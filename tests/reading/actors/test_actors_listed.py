"""The list of actors of a reading: which mentions it holds, and which known actor each is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.knowledge.actors import KnownActor, KnownActors
from rashomon.model import Actor
from rashomon.reading.actors import ambiguity

Reads = Callable[..., Any]


def listed(reads: Reads, text: str, *claimed: str) -> dict[str, list[str]]:
    """The words of every actor's mentions, where claims use these names."""
    actors = reads(text).actors.actors(set(claimed))
    return {a.name: [text[m.start : m.end] for m in a.mentions] for a in actors}


@pytest.mark.parametrize(
    "text",
    [
        "The poet was born in Kenya.",
        "The poet travelled to Kenya in May.",
        "It was her first visit to Kenya.",
        "They dream of a new Kenya.",
        "The dunes lie outside of Kenya.",
        "The border between Kenya and Ethiopia is long.",
    ],
)
def test_a_state_named_as_a_land_is_no_actor(reads: Reads, text: str) -> None:
    assert "Kenya" not in listed(reads, text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya closed the camp.",
        "The talks between Kenya and Ethiopia failed.",
        "The envoy thanked Kenya.",
        "A letter from Kenya arrived.",
    ],
)
def test_a_state_that_acts_is_an_actor(reads: Reads, text: str) -> None:
    assert listed(reads, text)["Kenya"] == ["Kenya"]


def test_a_state_that_is_but_a_land_stays_where_a_claim_names_it(reads: Reads) -> None:
    assert listed(reads, "The poet was born in Kenya.", "Kenya")["Kenya"] == ["Kenya"]


def test_only_the_mentions_as_an_actor_count(reads: Reads) -> None:
    text = "The poet was born in Kenya. Kenya closed the camp."
    actor = next(a for a in reads(text).actors.actors(set()) if a.name == "Kenya")
    assert [m.start for m in actor.mentions] == [text.rindex("Kenya")]


def test_a_word_of_belonging_is_a_mention_only_before_a_deed(reads: Reads) -> None:
    assert "Kenya" not in listed(reads, "A Kenyan blanket lay there.")
    assert listed(reads, "A Kenyan raid began.", "Kenya")["Kenya"] == ["Kenyan"]


def test_a_noun_before_another_is_no_mention(reads: Reads) -> None:
    assert "refugee" not in listed(reads, "They spoke of the refugee crisis.")


@pytest.mark.parametrize(("text", "group"), [("They want security.", False), ("Security fired on the crowd.", True)])
def test_some_nouns_are_bodies_only_where_they_act(reads: Reads, text: str, group: bool) -> None:
    assert (reads(text).sort("security" if not group else "Security") == "group") is group


@pytest.mark.parametrize("name", ["Tarn Conference", "Penal Code", "Vell Declaration"])
def test_names_of_matters_are_nobody(reads: Reads, name: str) -> None:
    assert name not in listed(reads, f"They all spoke of {name} again.")


def test_a_body_is_known_by_the_noun_that_governs_its_name(reads: Reads) -> None:
    read = reads("The Department of Salt said no. The Department then closed.")
    assert read.who("Department", 1) == ["Department of Salt"]


HERON_KE = KnownActor("ke.heron", "Heron Front", "armed group", country="KE", aliases=("HF",))
HERON_ET = KnownActor("et.heron", "Heron Front", "armed group", country="ET", aliases=("HF",), since="2012")
QUAY = KnownActor("so.quay", "Quay Movement", "armed group", country="SO", aliases=("QM",))


@pytest.fixture
def knowledge(monkeypatch: pytest.MonkeyPatch) -> None:
    known = KnownActors([HERON_KE, HERON_ET, QUAY])
    monkeypatch.setattr(ambiguity, "known_actors", lambda: known)


def link(reads: Reads, text: str, name: str, **fields: str) -> str | None:
    actors: list[Actor] = reads(text, **fields).actors.actors(set())
    return next(a.known_as for a in actors if a.name == name)


@pytest.mark.usefixtures("knowledge")
@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("The Heron Front burned a barn in Kenya.", "ke.heron"),
        ("The Heron Front burned a barn in Ethiopia.", "et.heron"),
        ("The Heron Front burned a barn.", None),
        ("The Heron Front crossed from Kenya into Ethiopia.", None),
    ],
)
def test_a_name_of_two_is_decided_by_the_country(reads: Reads, text: str, known: str | None) -> None:
    assert link(reads, text, "Heron Front") == known


@pytest.mark.usefixtures("knowledge")
def test_who_did_not_yet_exist_is_not_meant(reads: Reads) -> None:
    text = "The Heron Front burned a barn."
    assert link(reads, text, "Heron Front", published="2009-05-01") == "ke.heron"


@pytest.mark.usefixtures("knowledge")
def test_an_acronym_spelled_out_otherwise_is_somebody_else(reads: Reads) -> None:
    assert link(reads, "The QM burned a barn.", "QM") == "so.quay"
    assert link(reads, "The Quiet Millers (QM) burned a barn. The QM then fled.", "QM") is None
    assert link(reads, "The Quay Movement (QM) burned a barn. The QM then fled.", "QM") == "so.quay"
