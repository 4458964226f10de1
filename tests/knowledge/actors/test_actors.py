"""The knowledge of actors."""

import pytest

from rashomon.knowledge.actors import KnownActor, KnownActors, known_actors


def test_every_region_is_there() -> None:
    assert len(known_actors()) > 500
    for name in ("Syria", "RSF", "ELN", "Taliban", "Arakan Army", "UN Security Council", "Reuters", "Kurds"):
        assert known_actors().named(name) is not None


@pytest.mark.parametrize(
    ("name", "actor_id"),
    [("Al-Shabaab", "so.shabaab"), ("rapid support forces", "sd.rsf"), ("ISIL", "is")],
)
def test_spellings_meet(name: str, actor_id: str) -> None:
    found = known_actors().named(name)
    assert found is not None
    assert found.id == actor_id


def test_common_words_are_no_acronyms() -> None:
    assert known_actors().named("is") is None


def test_demonyms_seats_and_states() -> None:
    israeli, ankara = known_actors().demonym("Israeli"), known_actors().seat("Ankara")
    assert israeli is not None
    assert israeli.id == "IL"
    assert ankara is not None
    assert ankara.id == "TR"
    assert known_actors().state("SD") is known_actors().named("Sudan")
    assert known_actors().state(None) is None


def test_two_actors_may_share_an_alias() -> None:
    known = KnownActors(
        [
            KnownActor("a", "Orsan Front", "party", aliases=("OF",)),
            KnownActor("b", "Ormen Force", "party", aliases=("OF",)),
        ]
    )
    first = known.named("OF")
    assert first is not None
    assert first.id == "a"
    assert [a.id for a in known.all_named("OF")] == ["a", "b"]
    assert known.all_named("of") == ()
