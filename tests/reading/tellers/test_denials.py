"""What is denied after it was told, and what a denial calls it."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from rashomon.reading.parser import load, parse
from rashomon.reading.tellers import branches, chain, chains, find_tellings

Row = tuple[str | None, str | None]


def told(text: str, word: str) -> list[list[Row]]:
    """All chains around a word as (source, factuality)."""
    doc: Doc = parse(load(), text)
    at = next(t.i for t in doc if t.text == word)
    found = chains(find_tellings(doc), at)
    return [[(doc[t.source].text if t.source is not None else None, t.factuality) for t in c] for c in found]


@pytest.mark.parametrize(
    ("text", "word", "teller", "denier"),
    [
        ("The militia accused the brigade of torching the granary, which the brigade denied.",
         "torching", "militia", "brigade"),
        ("The militia accused the brigade of torching the granary, but the brigade denied it.",
         "torching", "militia", "brigade"),
        ("Villagers said the brigade torched the granary, a charge the Ostra Front denied.",
         "torched", "Villagers", "Front"),
        ("Villagers said the brigade torched the granary — a claim the brigade rejected.",
         "torched", "Villagers", "brigade"),
        ("Villagers said the brigade torched the granary, an accusation denied by the Ostra Front.",
         "torched", "Villagers", "Front"),
        ("The Ostra Front said the brigade torched the granary. The brigade rejected the charge.",
         "torched", "Front", "brigade"),
        ("The Ostra Front said the brigade torched the granary. The governor denied the accusation.",
         "torched", "Front", "governor"),
        ("Villagers said the brigade torched the granary, but governor Ilen Moss denied that.",
         "torched", "Villagers", "Moss"),
        ("The memo says the brigade torched the granary. The governor dismissed it as lies.",
         "torched", "memo", "governor"),
    ],
)  # fmt: skip
def test_whoever_denies_tells_it_once_more(text: str, word: str, teller: str, denier: str) -> None:
    assert told(text, word) == [[(teller, None)], [(denier, "not")]]


def test_what_the_author_tells_may_be_denied_too() -> None:
    assert told("Raiders torched the granary, which the brigade denied.", "torched") == [[], [("brigade", "not")]]


def test_a_denial_is_heard_in_a_branch_of_its_own() -> None:
    doc = parse(load(), "Raiders torched the granary, which the brigade denied.")
    seen = [[t.factuality for t in chain(some, 1)] for some in branches(find_tellings(doc), 1)]
    assert seen == [[], ["not"]]


@pytest.mark.parametrize(
    "text",
    [
        "Villagers said the brigade torched the granary, which the brigade did not deny.",
        "Villagers said the brigade torched the granary, which the brigade may deny.",
        "Villagers demanded that the men who torched the granary leave. The brigade rejected the demand.",
        "Raiders torched the granary and offered a deal, but the brigade rejected it.",
    ],
)
def test_who_does_not_deny_denies_nothing(text: str) -> None:
    assert all(factuality != "not" for row in told(text, "torched") for _, factuality in row)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The governor rejected the report as “slander”.", "slander"),
        ("The memo names the brigade. The governor dismissed it as slander.", "slander"),
        ("Belmar dismissed Ostra's claim that Belmar's raiders had burned the mill as nonsense.", "nonsense"),
    ],
)
def test_what_a_denial_calls_its_object_is_told_by_its_subject(text: str, word: str) -> None:
    assert [[name for name, _ in row] for row in told(text, word)] in ([["governor"]], [["Belmar"]])


def test_blame_goes_on_with_the_saying_verb() -> None:
    text = "Nurse Tolva said at least nine patients died and blamed a militia gunboat."
    assert told(text, "died") == [[("Tolva", None)]]
    assert told(text, "blamed") == [[]]


@pytest.mark.parametrize("words", ["he had no knowledge of", "he was unaware of", "he knew nothing about"])
def test_what_somebody_knows_nothing_of_is_left_open(words: str) -> None:
    rows = told(f"The governor said {words} the brigade torching the granary.", "torching")
    assert [factuality for row in rows for _, factuality in row][-1:] == ["possible"]
