"""The knowledge of actors as it ships: is it whole, and does it say what the world knows?"""

from itertools import pairwise

import pytest

from rashomon.knowledge.actors import KnownActor, key, known_actors
from rashomon.knowledge.classes import classes
from rashomon.knowledge.deeds import senses

STATES = [a for a in known_actors() if a.id == a.country]
CITY_STATES = {"MC", "SG", "SM", "VA"}
ORDINARY = {
    "LeT",
    "Amnesty",
    "Guardian",
    "Israel",
    "Palestine",
    "Rohingya",
    "Peshmerga",
    "peshmerga",
    "Shabiha",
    "shabiha",
}
"""Names of one word that are ordinary words too, or stand among the nouns for their own sake."""


def test_there_is_much() -> None:
    actors = list(known_actors())
    assert len(actors) > 3000
    assert sum(a.kind == "media" for a in actors) > 600
    assert len({a.country for a in actors if a.kind == "media" and a.country}) > 100
    assert len(STATES) >= 198


@pytest.mark.parametrize("organ", ["army", "police", "mfa", "mod", "interior", "parliament", "government", "statetv"])
def test_every_state_has_its_organs(organ: str) -> None:
    known = known_actors()
    for state in STATES:
        found = known.get(f"{state.id}.{organ}")
        assert found is not None, state.id
        assert found.country == state.country, found.id


def test_every_state_has_a_seat() -> None:
    without = {a.id for a in STATES if not a.metonyms}
    assert without <= CITY_STATES | {"EH"}


@pytest.mark.parametrize(
    "name",
    [
        "Abkhazia", "South Ossetia", "Transnistria", "Somaliland", "Northern Cyprus", "Kosovo", "Taiwan", "Palestine",
        "SADR", "Artsakh", "Puntland", "AANES", "Kurdistan Regional Government", "Tamil Eelam",
        "Luhansk People's Republic",
    ],
)  # fmt: skip
def test_states_in_fact_are_known(name: str) -> None:
    assert known_actors().named(name) is not None


def test_no_name_is_an_ordinary_word() -> None:
    common = {w for members in classes().values() for w in members} | {w for w, _ in senses()}
    found = {
        name for actor in known_actors() for name in actor.names
        if " " not in name and not name.isupper() and key(name).lower() in common
    }  # fmt: skip
    assert found <= ORDINARY


def test_media_speak_for_states_and_parties() -> None:
    for actor in known_actors():
        voice = known_actors().voice_of(actor.id)
        assert voice is None or voice.kind not in {"media", "person", "civilians"}, actor.id


@pytest.mark.parametrize(
    ("outlet", "voice"),
    [("TASS", "RU"), ("Al-Masirah", "ye.houthi"), ("Amaq", "is"), ("KCNA", "KP"), ("Reuters", None)],
)
def test_whose_voice(outlet: str, voice: str | None) -> None:
    actor = known_actors().named(outlet)
    assert actor is not None
    assert actor.voice == voice


@pytest.mark.parametrize(
    ("role", "of", "on", "holder"),
    [
        ("president", "US", "2012-05-01", "Barack Obama"),
        ("president", "US", "2018", "Donald Trump"),
        ("secretary-general", "un", "2000-01", "Kofi Annan"),
        ("president", "SY", "2015-06-01", "Bashar al-Assad"),
        ("prosecutor", "icc", "2022-01-01", "Karim Khan"),
    ],
)
def test_who_held_an_office_in_the_world(role: str, of: str, on: str, holder: str) -> None:
    assert [a.name for a in known_actors().holders(role, of, on)] == [holder]


@pytest.mark.parametrize(("role", "of"), [("president", "US"), ("prime minister", "GB"), ("secretary-general", "un")])
def test_offices_follow_one_another(role: str, of: str) -> None:
    terms = sorted(
        (r.start, r.end) for a in known_actors() for r in a.roles if (r.role, r.of) == (role, of) and r.start
    )
    assert len(terms) > 4
    for (_, end), (start, _) in pairwise(terms):
        assert end is not None
        assert end <= start


@pytest.mark.parametrize(
    ("body", "on", "later"),
    [("csce", "1999", ["osce"]), ("oau", "2005-01-01", ["au"]), ("oau", "1999", ["oau"]), ("yu", "2010", ["RS", "ME"])],
)
def test_what_became_of_bodies_of_the_world(body: str, on: str, later: list[str]) -> None:
    assert [a.id for a in known_actors().became(body, on)] == later


def test_nusra_became_hts() -> None:
    names = [a.name for a in known_actors().became("sy.nusra", "2018")]
    assert names == ["HTS"]


def test_two_parties_may_have_one_outlet_of_one_name() -> None:
    voices: set[KnownActor | None] = {known_actors().voice_of(a.id) for a in known_actors().all_named("Saba")}
    assert {v.id for v in voices if v} == {"ye.houthi", "YE"}
