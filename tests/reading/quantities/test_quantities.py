"""Numbers that claims carry: figures and words, bounds, and what is counted."""

from __future__ import annotations

import pytest

from rashomon.model import Document
from rashomon.reading.actors import Mentions, resolve
from rashomon.reading.parser import load, parse
from rashomon.reading.quantities import number_at, quantities_of
from rashomon.reading.syntax import slots
from rashomon.reading.tellers import find_tellings
from rashomon.reading.types import Deed, Scene


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("12 bakers", 12, 12),
        ("twelve bakers", 12, 12),
        ("a dozen bakers", 12, 12),
        ("two dozen bakers", 24, 24),
        ("forty-two bakers", 42, 42),
        ("two hundred and six bakers", 206, 206),
        ("1,200 bakers", 1200, 1200),
        ("3.5 million people", 3_500_000, 3_500_000),
        ("nine hundred bakers", 900, 900),
        ("at least 12 bakers", 12, None),
        ("no fewer than twelve bakers", 12, None),
        ("more than 60 bakers", 60, None),
        ("60 or more bakers", 60, None),
        ("up to 40 bakers", None, 40),
        ("as many as forty bakers", None, 40),
        ("about 30 bakers", 30, 30),
        ("between 10 and 15 bakers", 10, 15),
        ("10 to 15 bakers", 10, 15),
        ("10-15 bakers", 10, 15),
        ("dozens of bakers", 24, 99),
        ("hundreds of bakers", 200, 999),
        ("tens of thousands of bakers", 20_000, 99_999),
        ("half a dozen bakers", 6, 6),
        ("half a million bakers", 500_000, 500_000),
        ("two and a half thousand bakers", 2500, 2500),
        ("a million and a half bakers", 1_500_000, 1_500_000),
        ("two to three hundred bakers", 200, 300),
        ("2-3 thousand bakers", 2000, 3000),
        ("a few hundred bakers", 300, 999),
        ("several bakers", 3, 9),
        ("3k bakers", 3000, 3000),
        ("12 000 bakers", 12_000, 12_000),
        ("1.200.000 bakers", 1_200_000, 1_200_000),
        ("100+ bakers", 100, None),
        ("just under 50 bakers", None, 50),
        ("at least 12 and possibly as many as 20 bakers", 12, 20),
        ("forty or so bakers", 40, 40),
    ],
)
def test_numbers(text: str, low: int | None, high: int | None) -> None:
    doc = parse(load(), text)
    found = next(n for n in (number_at(doc, i) for i in range(len(doc))) if n is not None)
    assert (found.low, found.high) == (low, high)
    assert doc[found.start : found.end].text == text.rsplit(" of ", 1)[0].removesuffix(" bakers").removesuffix(
        " people"
    )


@pytest.mark.parametrize("text", ["the bakers", "one-sided talks", "10.42 shells", "many bakers"])
def test_no_numbers(text: str) -> None:
    doc = parse(load(), text)
    assert number_at(doc, len(doc) - 1) is None
    assert all((n := number_at(doc, i)) is None or n.low == 1 for i in range(len(doc)))


def quantities(
    text: str, trigger: str, mode: str | None = None
) -> list[tuple[str, int | None, int | None, str | None, str]]:
    doc = parse(load(), text)
    document = Document(id="t", text=text)
    mentions = Mentions(doc, document)
    tellings = find_tellings(doc, mentions)
    scene = Scene(document=document, doc=doc, actors=resolve(mentions, tellings), tellings=tellings)
    head = next(t for t in doc if t.text == trigger)
    deed = Deed(head, head.i, head.i + 1, "event", "ASSAULT", mode, None, "test", 1.0)
    deed.recipients = slots(head).get("obj", [])
    return [(q.what, q.min, q.max, q.who, text[q.start : q.end]) for q in quantities_of(scene, deed)]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Shells killed 15 farm workers.", "killed", ("killed", 15, 15, "farm workers", "15 farm workers")),
        ("At least nine people were killed.", "killed", ("killed", 9, None, "people", "At least nine people")),
        ("The blast wounded a baker.", "wounded", ("wounded", 1, 1, "baker", "a baker")),
        ("Police arrested dozens of young men.", "arrested", ("captured", 24, 99, "young men", "dozens of young men")),
        (
            "The flood displaced some 12,000 people.",
            "displaced",
            ("displaced", 12000, 12000, "people", "some 12,000 people"),
        ),
        ("Jets launched 10 airstrikes.", "launched", ("strikes", 10, 10, "airstrikes", "10 airstrikes")),
        ("Shells killed up to forty.", "killed", ("killed", None, 40, None, "up to forty")),
        ("The Herons burned nine houses.", "burned", ("other", 9, 9, "houses", "nine houses")),
    ],
)
def test_quantities_of_a_deed(
    text: str, trigger: str, expected: tuple[str, int | None, int | None, str | None, str]
) -> None:
    assert quantities(text, trigger) == [expected]


def test_dead_and_wounded_told_together_are_neither() -> None:
    doc_text = "Shells killed and wounded 30 bakers."
    doc = parse(load(), doc_text)
    deed = Deed(doc[1], 1, 4, "event", "ASSAULT", None, None, "test", 1.0)
    deed.recipients = [doc[5]]
    document = Document(id="t", text=doc_text)
    mentions = Mentions(doc, document)
    scene = Scene(document=document, doc=doc, actors=resolve(mentions, find_tellings(doc, mentions)))
    assert [(q.what, q.min, q.who) for q in quantities_of(scene, deed)] == [("other", 30, "bakers")]


def test_each_deed_has_its_own_numbers() -> None:
    text = "Shells killed five of the bakers and wounded 14 others."
    assert [q[:3] for q in quantities(text, "killed")] == [("killed", 5, 5)]
    assert [q[:3] for q in quantities(text, "wounded")] == [("wounded", 14, 14)]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The Herons shelled Ostry for three weeks.", "shelled"),
        ("The Herons freed the two divers.", "freed"),
        ("The Herons shelled a mill.", "shelled"),
        ("The Herons shelled Hill 215.", "shelled"),
        ("The Herons shelled 30 percent of the mills.", "shelled"),
        ("The Herons shelled the miller, 54, in his mill.", "shelled"),
    ],
)
def test_times_and_known_groups_are_no_counts(text: str, trigger: str) -> None:
    assert quantities(text, trigger) == []
