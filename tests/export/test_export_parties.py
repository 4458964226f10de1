"""What actors are to those who classify actors."""

import pytest

from rashomon.export.parties import Parties, Side
from rashomon.model import Actor, Reading


@pytest.mark.parametrize(
    ("name", "kind", "known_as", "side"),
    [
        ("Hayat Tahrir al-Sham", "armed group", None, "rebels"),
        ("soldiers", "civilians", None, "armed"),  # the reader's kind of any people in the plural
        ("sixty terrorists", "civilians", None, "armed"),
        ("two villagers", "civilians", None, "civilians"),
        ("protesters", "civilians", None, "protesters"),
        ("the army", "group", None, "state"),
        ("Foreign Ministry", "group", None, "state"),
        ("prisoners", "civilians", None, "unknown"),
        ("Bashar al-Assad", "person", "sy.assad", "state"),  # by whom he serves
        ("Ilo Sen", "person", None, "unknown"),
        ("regime's police", "group", None, "state"),
        ("", "other", None, "unknown"),
    ],
)
def test_sides(written: Reading, name: str, kind: str, known_as: str | None, side: Side) -> None:
    actor = Actor.model_validate({"name": name, "kind": kind, "known_as": known_as})
    assert Parties(written.model_copy(update={"actors": (actor,)})).party(name).side == side


def test_a_name_of_no_actor_is_somebody_all_the_same(written: Reading) -> None:
    party = Parties(written).party("Grey Herons")
    assert (party.key, party.kind, party.side, party.country) == ("name:grey herons", "other", "unknown", "")


def test_the_country_is_that_of_the_entry_or_of_the_organ(written: Reading) -> None:
    actors = (Actor(name="ISIS", known_as="sy.regime"),)
    parties = Parties(written.model_copy(update={"actors": actors}))
    assert [parties.party(name).country for name in ("ISIS", "Samoan soldiers", "Kadrian soldiers")] == ["SY", "WS", ""]
