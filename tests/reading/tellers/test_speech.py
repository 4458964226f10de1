from __future__ import annotations

from collections.abc import Callable

import pytest

Who = Callable[[str, str], list[str | None]]


@pytest.mark.parametrize(
    ("text", "word", "sources"),
    [
        ("“Raiders burned the mill,” said the mayor.", "burned", ["mayor"]),
        ("“Raiders burned the mill,” the mayor said.", "burned", ["mayor"]),
        ("Radio Ostra quoted the mayor: “Raiders burned the mill.”", "burned", ["Ostra", "mayor"]),
        ("The mayor said: “Raiders burned the mill.”", "burned", ["mayor"]),
        ("The mayor added, “Raiders burned the mill.”", "burned", ["mayor"]),
        ("“The raiders,” the mayor said, “burned the mill.”", "burned", ["mayor"]),
        ("“Raiders came,” said the mayor. “They burned the mill.”", "burned", ["mayor"]),
        ("“Raiders came,” said the mayor. They burned the mill.", "burned", []),
        ("Raiders burned the barn. “They shot two men,” said the mayor.", "burned", []),
        (
            "“Raiders came,” the mayor told reporters.\n\n“They burned the mill.”\n\nThe army denies it.",
            "burned",
            ["mayor"],
        ),
        ("“Raiders came.\n\n“They burned the mill,” the mayor said.", "came", ["mayor"]),
        ("“Raiders came.” “They burned the mill,” said the mayor.", "came", ["mayor"]),
        ("The mayor said that raiders “burned” the mill.", "burned", ["mayor"]),
        ("'Raiders burned the mill,' one miller said. 'They shot two men.'", "shot", ["miller"]),
        ('"""Raiders burned the mill,"" said the mayor. ""They shot two men."""', "shot", ["mayor"]),
    ],
)
def test_direct_speech(who: Who, text: str, word: str, sources: list[str]) -> None:
    assert who(text, word) == sources


RELEASE = (
    "Foreign Minister Ada Korr said:\n\nI condemn the raid. We stand with the villagers.\n\n"
    "Belmar must leave the valley.\n\nNotes to editors\n\nBelmar entered the valley in May."
)


@pytest.mark.parametrize(("word", "sources"), [("raid", ["Korr"]), ("leave", ["Korr"]), ("entered", [])])
def test_statement_goes_on_to_its_end(who: Who, word: str, sources: list[str]) -> None:
    assert who(RELEASE, word) == sources


@pytest.mark.parametrize(
    ("text", "word", "sources"),
    [
        ("Army: raiders burned mill", "burned", ["Army"]),
        ("Raiders burned mill: police", "burned", ["police"]),
        ("Raiders 'burned mill' - police", "burned", ["police"]),
        ("Raiders 'burned mill', says UN", "burned", ["UN"]),
        (
            "QUESTION: Did raiders burn the mill?\n\nMS LOHM: They burned it.\n\nQUESTION: Thank you.",
            "burn",
            ["questioner"],
        ),
        (
            "QUESTION: Did raiders burn the mill?\n\nMS LOHM: They burned it.\n\nQUESTION: Thank you.",
            "burned",
            ["LOHM"],
        ),
        (
            "In the Vale Courier newspaper, an article entitled “Rebirth of Olm” praises raiders.",
            "Rebirth",
            ["newspaper"],
        ),
        (
            "In the Vale Courier newspaper, an article covers the raid. It says that soldiers fled.",
            "fled",
            ["newspaper"],
        ),
        (
            "The council adopted a resolution. The resolution demands that Belmar leave the valley.",
            "leave",
            ["council"],
        ),
    ],
)
def test_headlines_transcripts_and_works(who: Who, text: str, word: str, sources: list[str]) -> None:
    assert who(text, word) == sources


FRAMED = (
    "According to Ms Varga, soldiers shot two men in Olm.\n\nOn Monday they reportedly burned the mill.\n\n"
    "Villagers were allegedly beaten.\n\n“We fear for Olm,” said Ms Varga.\n\nOn Friday troops left."
)


@pytest.mark.parametrize(
    ("word", "sources"), [("shot", ["Varga"]), ("burned", ["Varga"]), ("beaten", ["Varga"]), ("left", [])]
)
def test_hearsay_between_two_tellings_of_one_source(who: Who, word: str, sources: list[str]) -> None:
    assert who(FRAMED, word) == sources
