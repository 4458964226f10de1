"""The knowledge of actors."""

import pytest

from rashomon.errors import KnowledgeError
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


def test_double_ids_and_unknown_parents_are_refused() -> None:
    with pytest.raises(KnowledgeError, match="two entries"):
        KnownActors(iter([KnownActor("a", "A", "state"), KnownActor("a", "B", "state")]))
    with pytest.raises(KnowledgeError, match="unknown parent"):
        KnownActors(iter([KnownActor("a", "A", "state", parent="b")]))
