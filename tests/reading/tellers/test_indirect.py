from __future__ import annotations

from collections.abc import Callable

import pytest

Who = Callable[[str, str], list[str | None]]
Row = tuple[str | None, str | None, str]
Tell = Callable[[str, str], list[Row]]


@pytest.mark.parametrize(
    ("text", "word", "sources"),
    [
        ("The mayor said that raiders burned the mill.", "burned", ["mayor"]),
        ("The mayor said raiders burned the mill.", "burned", ["mayor"]),
        ("Raiders burned the mill, the mayor said.", "burned", ["mayor"]),
        ("Raiders burned the mill, said the mayor, a retired miller.", "burned", ["mayor"]),
        ("The raiders, the mayor said, had burned the mill.", "burned", ["mayor"]),
        ("The raiders, Ostra assured Belmar, had burned no mill.", "burned", ["Ostra"]),
        ("According to the mayor, raiders burned the mill.", "burned", ["mayor"]),
        ("Raiders, according to the mayor, burned the mill.", "burned", ["mayor"]),
        ("Raiders burned the mill, according to the mayor. Two guards fled.", "fled", []),
        ("In the mayor's view, the raiders are heroes.", "heroes", ["mayor"]),
        ("By its own account, the Dorn Brigade burned the mill.", "burned", ["Brigade"]),
        ("As the mayor put it, raiders burned the mill.", "burned", ["mayor"]),
        ("The mayor told villagers that raiders had burned the mill.", "burned", ["mayor"]),
        ("The mayor was told by villagers that raiders had burned the mill.", "burned", ["villagers"]),
        ("The mayor heard from a shepherd that raiders had burned the mill.", "burned", ["shepherd"]),
        ("Mayor Anders Holm, who said raiders had burned the mill, left.", "burned", ["Holm"]),
        ("The mayor recalled seeing raiders burn the mill.", "burn", ["mayor"]),
        ("The mayor's claim that raiders burned the mill was ignored.", "burned", ["mayor"]),
        ("The claim by Ostra that raiders burned the mill was ignored.", "burned", ["Ostra"]),
        ("The villagers released a statement saying raiders had burned the mill.", "burned", ["villagers"]),
        ("Satellite images show that raiders burned the mill.", "burned", ["images"]),
        ("Raiders burned the mill, the Vale Relief Fund (VRF) said on Monday.", "burned", ["Fund"]),
        ("Human rights groups have documented dozens of raids by the Larks.", "raids", ["groups"]),
        ("Raiders burned the mill, a member of a team trying to broker a truce has said.", "burned", ["member"]),
        ("“Raiders burned the mill,” an officer, speaking by telephone, told the Courier.", "burned", ["officer"]),
        ("The mayor said in a statement on Friday that raiders burned the mill.", "burned", ["mayor"]),
        ("The mayor told villagers in a public letter that the raid was over, that raiders fled.", "over", ["mayor"]),
        ("The mayor admitted to the Courier that guards had burned the mill.", "burned", ["mayor"]),
        ("The mayor said the guard would never leave and accused Belmar of burning the mill.", "burning", ["mayor"]),
        ("Quoting villagers, Radio Ostra reported that raiders burned the mill.", "burned", ["Ostra", "villagers"]),
        ("Raiders burned the mill, the Courier has learned.", "burned", ["Courier"]),
        ("As you know, raiders burned the mill.", "burned", []),
        ("Two shepherds believe that raiders burned the mill.", "burned", ["shepherds"]),
    ],
)
def test_who_tells(who: Who, text: str, word: str, sources: list[str]) -> None:
    assert who(text, word) == sources


@pytest.mark.parametrize(
    ("text", "word", "sources"),
    [
        ("Raiders burned the mill, the mayor said, but the town is calm.", "calm", []),
        ("Raiders burned the mill, said the mayor, and the bakery is working again.", "working", []),
        ("Raiders burned the mill, the mayor said, and two men were shot.", "shot", ["mayor"]),
        ("The mayor said raiders burned the mill, while the miller said soldiers burned the barn.", "barn", ["miller"]),
        ("The mayor said raiders burned the mill, while the miller said soldiers burned the barn.", "mill", ["mayor"]),
        ("The mayor said that raiders burned the mill and that soldiers watched.", "watched", ["mayor"]),
        ("The mayor said raiders burned the mill, adding that soldiers had watched.", "watched", ["mayor"]),
    ],
)
def test_where_the_content_ends(who: Who, text: str, word: str, sources: list[str]) -> None:
    assert who(text, word) == sources


@pytest.mark.parametrize(
    ("text", "word", "row"),
    [
        ("The mayor denied that raiders burned the mill.", "burned", ("mayor", "not", "neutral")),
        ("The mayor denied having burned the mill.", "burned", ("mayor", "not", "neutral")),
        ("The mayor rejected claims that raiders burned the mill.", "burned", ("mayor", "not", "neutral")),
        ("The mayor admitted that raiders burned the mill.", "burned", ("mayor", None, "endorses")),
        ("The mayor falsely claimed that raiders burned the mill.", "burned", ("mayor", None, "rejects")),
        ("The raiders pretend to protect the mill.", "protect", ("raiders", None, "rejects")),
        ("The raiders market themselves as protecting the mill.", "protecting", ("raiders", None, "rejects")),
        ("The mayor declined to say whether raiders burned the mill.", "burned", ("mayor", "possible", "neutral")),
        (
            "The mayor has neither confirmed nor denied that raiders burned the mill.",
            "burned",
            ("mayor", "possible", "neutral"),
        ),
        ("The mayor did not say that raiders burned the mill.", "burned", ("mayor", "possible", "neutral")),
        ("It is widely assumed that raiders burned the mill.", "burned", (None, "possible", "neutral")),
        ("Raiders reportedly burned the mill.", "burned", (None, "possible", "neutral")),
        ("Raiders are said to have burned the mill.", "burned", (None, "possible", "neutral")),
        ("There are reports of raids near the mill.", "raids", (None, "possible", "neutral")),
        ("The alleged raid on the mill alarmed villagers.", "raid", (None, "possible", "neutral")),
        ("Ostra has been accused of burning the mill.", "burning", (None, "possible", "neutral")),
        ("Ostra accused of burning mill", "burning", (None, "possible", "neutral")),
        ("Neither side admitted burning the mill.", "burning", (None, "possible", "neutral")),
        ("Raiders burned the mill, it is said.", "burned", (None, "possible", "neutral")),
        ("Ostra accused Belmar of burning the mill.", "burning", ("Ostra", None, "neutral")),
        ("Ostra urged Belmar to rebuild the mill.", "rebuild", ("Ostra", None, "neutral")),
        ("Ostra called for an end to the raids.", "end", ("Ostra", None, "neutral")),
        ("The Dorn Brigade, wrongly called brutal by villagers, left.", "brutal", ("villagers", None, "rejects")),
        ("The Dorn Brigade claimed responsibility for the raid.", "raid", ("Brigade", None, "endorses")),
        ("Ostra's “liberation” of the valley was a sham.", "liberation", ("Ostra", None, "rejects")),
    ],
)
def test_what_the_cue_does(tell: Tell, text: str, word: str, row: Row) -> None:
    assert tell(text, word) == [row]


@pytest.mark.parametrize(
    ("text", "word", "sources"),
    [
        (
            "Ostra says that Belmar has passed on word from the Larks that they burned no mill.",
            "burned",
            ["Ostra", "Belmar", "Larks"],
        ),
        (
            "Radio Ostra quoted the mayor as saying that raiders had admitted burning the mill.",
            "burning",
            ["Ostra", "mayor", "raiders"],
        ),
        (
            "The mayor was quoted as saying that raiders burned the mill, according to Radio Ostra.",
            "burned",
            ["Ostra", "mayor"],
        ),
        ("Raiders burned the mill, Radio Ostra reported, citing villagers.", "burned", ["Ostra", "villagers"]),
    ],
)
def test_chains_are_outermost_first(who: Who, text: str, word: str, sources: list[str]) -> None:
    assert who(text, word) == sources


def test_what_is_merely_demanded_is_not_yet_told(who: Who) -> None:
    assert who("Ostra urged Belmar to press the raiders to leave the mill.", "leave") == ["Ostra"]


@pytest.mark.parametrize(
    "text", ["Raiders burned the mill.", "Ostra plans to burn the mill.", "The mayor condemned the raid on the mill."]
)
def test_the_author_needs_no_telling(who: Who, text: str) -> None:
    assert who(text, "mill") == []
