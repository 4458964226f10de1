"""Arguments that the parser hangs elsewhere or takes for something else."""

from __future__ import annotations

from tests.reading.syntax.conftest import Slot


def test_two_objects_taken_for_one(slot: Slot) -> None:
    assert slot("The company sold the Brigade fuel.", "sold", "iobj") == ["Brigade"]
    assert slot("It lends the government money.", "lends", "iobj") == ["government"]


def test_a_compound_is_no_receiver(slot: Slot) -> None:
    assert slot("The firm sold army uniforms.", "sold", "iobj") == []


def test_by_phrase_far_from_its_noun(slot: Slot) -> None:
    text = "The Ministry condemns the cowardly shelling of Harn by Tarnish artillery."
    assert slot(text, "shelling", "by") == ["artillery"]


def test_driven_off_their_land(slot: Slot) -> None:
    text = "Hundreds of families were driven off their land by the militia."
    assert slot(text, "driven", "obj") == ["Hundreds"]
    assert slot(text, "driven", "subj") == ["militia"]


def test_the_armys_hands(slot: Slot) -> None:
    assert slot("The tower is in the army's hands.", "is", "of") == ["army"]
