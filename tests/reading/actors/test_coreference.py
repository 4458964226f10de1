"""Pronouns, descriptions and pairs."""

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "word", "n", "names"),
    [
        ("Kenya said that it had closed the camp.", "it", 0, ["Kenya"]),
        (
            "The Reed Front armed men. The Reed Front shelled the mill. The Front's spokesman denied shelling the mill "
            "and said that jets bombed it.",
            "it",
            0,
            ["mill"],
        ),
        ("The Grey Herons took Tarn. They burned two barns.", "They", 0, ["Grey Herons"]),
        ("Ilsa Marn met the envoy. She thanked him.", "She", 0, ["Ilsa Marn"]),
        ("The Salt League has left Tarn, which the Reed militia took from it.", "it", 0, ["Salt League"]),
        ("Hamas told Egypt that the group would stop.", "group", 0, ["Hamas"]),
        ("Shells hit Tarnholm. Nobody was left in the town.", "town", 0, ["Tarnholm"]),
        ("Prime Minister Dena Holt spoke. The prime minister left.", "minister", 0, ["Dena Holt"]),
        ("The Vell militia took Tarn. The militia burned it.", "militia", 1, ["Vell militia"]),
        ("The Herons, who burned a barn, left.", "who", 0, ["Herons"]),
        ("The army and its allies left.", "its", 0, ["army"]),
        ("The officer met Dena Holt. Ivo Rask asked her to stay. She refused.", "She", 0, ["Dena Holt"]),
        ("Gunmen of the Ember Front took Tarn, officials said. They freed six men.", "They", 0, ["Ember Front"]),
        ("Aid from the Red Cross arrived. The organisation praised the mayor.", "organisation", 0, ["Red Cross"]),
        ("In Chad, the army closed the road. It later fired on the crowd.", "It", 0, ["Chad's army"]),
        ("The Ember Front has left Tarn for good. It fled from it.", "it", 0, ["Tarn"]),
        ("The governor denied it.", "it", 0, []),
        ("From Kenya, the Reed Front made a fortune, enabling it to hire men.", "it", 0, ["Reed Front"]),
        ("Militias like the Reed Front burned a barn.", "Militias", 0, ["Reed Front"]),
        ("Countries such as Kenya and Chad condemned the raid.", "Countries", 0, ["Kenya", "Chad"]),
        ("They met Prime Minister  Dena Holt. The prime minister left.", "minister", 0, ["Dena Holt"]),
        ("Before it withdrew, the Salt League mined the road.", "it", 0, ["Salt League"]),
    ],
)
def test_a_phrase_stands_for_whom_it_means(reads: Reads, text: str, word: str, n: int, names: list[str]) -> None:
    assert reads(text).who(word, n) == names


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Kenya and Chad held talks. The former thanked the latter.", "former", ["Kenya"]),
        ("Kenya and Chad held talks. The former thanked the latter.", "latter", ["Chad"]),
        ("Kenya and Chad held talks. Both were pleased.", "Both", ["Kenya", "Chad"]),
        ("Tarn and Vell fought for a week. The two sides then agreed to stop.", "sides", ["Tarn", "Vell"]),
        ("Tarn and Vell fought for a week. They then agreed to stop.", "They", ["Tarn", "Vell"]),
        (
            "Minister Ilsa Marn met Minister Juro Vane. The ministers agreed to stop.",
            "ministers",
            ["Ilsa Marn", "Juro Vane"],
        ),
    ],
)
def test_words_for_two_give_both(reads: Reads, text: str, word: str, names: list[str]) -> None:
    assert reads(text).who(word) == names


def test_a_word_for_two_is_of_their_sort(reads: Reads) -> None:
    read = reads("Kenya and Chad held talks. The former thanked the latter.")
    assert read.sort("former") == read.sort("latter") == "group"


def test_each_and_the_other_go_both_ways(reads: Reads) -> None:
    read = reads("Tarn and Vell fought for a week. Each accuses the other of arson.")
    pairs = read.actors.reciprocal(read.token("Each"))
    assert [(a.name, b.name) for a, b in pairs] == [("Tarn", "Vell"), ("Vell", "Tarn")]


@pytest.mark.parametrize("text", ["It is feared that the dam will break.", "It rained."])
def test_an_empty_it_stands_for_nobody(reads: Reads, text: str) -> None:
    assert reads(text).who("It") == []


def test_possessors_are_named(reads: Reads) -> None:
    read = reads("Kenya said that its pilots had left. The mayor and his nephews stayed.")
    assert read.who("pilots") == ["Kenya's pilots"]
    assert read.who("mayor") == ["mayor", "mayor's nephews"]


def test_a_speaker_does_not_mean_himself_by_they(reads: Reads) -> None:
    read = reads('"The Herons burned a barn," said General Juro Vane. "They took two cows."')
    assert read.who("They") == ["Herons"]


def test_the_doer_behind_a_deed(reads: Reads) -> None:
    assert reads("Chad condemned the crimes that the Herons have committed.").who("crimes") == ["Herons"]


def test_a_designation_right_before_a_name_is_its_bearers(reads: Reads) -> None:
    assert reads("They fear the terrorist group ISIS.").who("group") == ["ISIS"]
    assert reads("The scourge of ISIS lasted.").who("scourge") == ["ISIS"]


def test_alternatives_are_kept(reads: Reads) -> None:
    read = reads("Kenya warned Chad. It had closed the border.")
    (found,) = read.actors.referents(read.token("It"))
    assert found.name == "Kenya"
    assert [a.value for a in found.alternatives] == ["Chad"]


def test_listed_actors_have_their_mentions(reads: Reads) -> None:
    read = reads("Hamas left Tarn. It had burned a barn.")
    actor = next(a for a in read.actors.actors() if a.name == "Hamas")
    assert (actor.kind, actor.known_as) == ("armed group", "ps.hamas")
    assert [read.document.text[s.start : s.end] for s in actor.mentions] == ["Hamas", "It"]


def test_we_of_a_spokesman_is_whom_he_speaks_for(reads: Reads) -> None:
    read = reads('"We have no guns," said a spokesman for the Ember Front, Ivo Rask.')
    assert read.who("We") == ["Ember Front"]


def test_the_town_of_a_name_is_that_name(reads: Reads) -> None:
    assert reads("Shells hit the village of Tarnholm.").who("village") == ["Tarnholm"]


def test_a_capital_that_acts_is_its_state(reads: Reads) -> None:
    assert reads("Ankara condemned the raid.").who("Ankara") == ["Turkey"]


def test_two_subjects_joined_by_and_are_both_meant(reads: Reads) -> None:
    read = reads("Chad and the Ember Front signed a truce.")
    assert read.who("Chad") == ["Chad", "Ember Front"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "we we we our our", '"', "and of the other each", "“We,” said we."])
def test_no_text_is_too_odd(reads: Reads, text: str) -> None:
    read = reads(text)
    for token in read.doc:
        read.actors.referents(token)
        read.actors.category(token)
        read.actors.reciprocal(token)
    assert isinstance(read.actors.actors(), list)


@pytest.mark.parametrize("title", ["Colonel Benwa", "Colonel Issa Benwa", "Issa Benwa"])
def test_a_bare_surname_is_the_person_of_the_full_name(reads: Reads, title: str) -> None:
    text = f"{title} was born in Tarn. The rebels paid Benwa to leave. Benwa will attack them. Benwa seized the dam."
    read = reads(text)
    assert [read.who("Benwa", n) for n in range(1, 4)] == [read.who("Benwa", 0)] * 3
    assert {read.sort("Benwa", n) for n in range(4)} == {"person"}


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("A soldier of the Ninth Lancers shot the mayor.", "soldier", "soldier of the Ninth Lancers"),
        ("A member of the Kestrels shot the mayor.", "member", "member of the Kestrels"),
        ("A Ninth Lancers gunman shot the mayor.", "gunman", "Ninth Lancers gunman"),
        ("Soldiers of the Ninth Lancers shot the mayor.", "Soldiers", "Ninth Lancers"),
        ("Ember Front gunmen shot the mayor.", "gunmen", "Ember Front"),
        ("The guild's deputy leader left Tarn.", "leader", "guild's deputy leader"),
        ("A Tarnish guild leader, Ada Prenn, said police beat the miners.", "leader", "Ada Prenn"),
    ],
)
def test_one_person_is_not_the_body(reads: Reads, text: str, word: str, name: str) -> None:
    assert reads(text).who(word) == [name]


@pytest.mark.parametrize("text", ["The guild's deputy leader said police beat miners.", "A guild leader said he left."])
def test_a_leader_who_tells_is_no_article(reads: Reads, text: str) -> None:
    read = reads(text)
    assert [read.doc[t.source].text for t in read.tellings if t.source is not None] == ["leader"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Kestrels attacked the Herons near Tarn. Both sides fled.", ["Kestrels", "Herons"]),
        ("The Kestrels met the Herons near Tarn. Both sides were pleased.", ["Kestrels", "Herons"]),
        ("The Kestrels and the army met in Tarn. Both sides left.", ["Kestrels", "army"]),
        ("The Kestrels have fought the army for years. Both sides left.", ["Kestrels", "army"]),
        ("The Kestrels praised the Herons. Both sides fled.", ["sides"]),
        ("The Kestrels left Tarn after the Herons came. Both sides fled.", ["sides"]),
    ],
)
def test_both_sides_are_opponents_or_partners(reads: Reads, text: str, names: list[str]) -> None:
    assert reads(text).who("sides") == names


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("The army accused the Front of theft.", "Front", ["Front"]),
        ("The Salt Front left Tarn. The army accused the Front of theft.", "Front", ["Salt Front"]),
        ("The League said the Movement had lied.", "Movement", ["Movement"]),
        ("Hamas left. The army said the Movement had lied.", "Movement", ["Hamas"]),
    ],
)
def test_a_capital_makes_a_body(reads: Reads, text: str, word: str, names: list[str]) -> None:
    n = text.count(f"{word} ") - 1
    read = reads(text)
    assert (read.who(word, n), read.sort(word, n)) == (names, "group")


def test_the_front_is_no_army(reads: Reads) -> None:
    assert reads("The army moved to the front.").sort("front") == "place"
    assert reads("The army moved to the front.").who("front") != ["army"]


def test_the_army_is_no_armed_group(reads: Reads) -> None:
    assert reads("The Free Heron Army took Tarn. The army shelled the town.").who("army") == ["army"]


def test_an_office_abroad_is_held_by_another(reads: Reads) -> None:
    assert reads("President Dena Holt left. In Chad, the president resigned.").who("president") == ["president"]
    same = "In Chad, President Dena Holt left. In Chad, the president spoke."
    assert reads(same).who("president") == ["Dena Holt"]


@pytest.mark.parametrize("opening", ["NORTH ELVIA, 3 May — ", "ELVIA (Tarnish Press) - "])
def test_a_dateline_is_a_place(reads: Reads, opening: str) -> None:
    read = reads(f"{opening}The army shelled Orsa.")
    assert read.sort("ELVIA") == "place"
    assert read.who("army") == ["army"]
