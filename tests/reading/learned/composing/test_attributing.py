"""Whole quotations to those who tell them."""

from __future__ import annotations

import pytest

from rashomon.reading.learned.composing import attributed
from tests.reading.learned.drafts import at, draft, frame


def _tellers(text: str, trigger: str, *others: tuple[str, list[tuple[str, str]]]) -> list[str]:
    frames = [frame(text, trigger, []), *(frame(text, words, arguments) for words, arguments in others)]
    found = next(f for f in attributed(draft(text, *frames)).frames if f.start == at(text, trigger)[0])
    return [text[a.start : a.end] for a in found.arguments if a.role == "teller"]


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("“The Falcons shelled the mill at dawn,” the mayor of Tarn said.", "the mayor of Tarn"),
        ("“The Falcons shelled the mill at dawn,” said Ida Vell, a miller.", "Ida Vell"),
        ("“The Falcons shelled the mill at dawn,” she also added.", "she"),
        ("Ida Vell said: “The Falcons shelled the mill at dawn.”", "Ida Vell"),
        ('"The Falcons shelled the mill at dawn," said Orlo in Tarn.', "Orlo"),
    ],
)
def test_the_words_beside_a_quotation_name_its_teller(text: str, teller: str) -> None:
    assert _tellers(text, "shelled") == [teller]


@pytest.mark.parametrize(
    "text",
    [
        "The Falcons shelled the mill at dawn, and “so it goes on and on here,” Orlo said.",
        "“The Falcons shelled the mill at dawn,” and then nobody came.",
        "They “shelled” the mill, Orlo said.",
        "“The Falcons shelled the mill at dawn.” The mayor said that it rained.",
    ],
)
def test_what_nobody_quotes_stays_the_authors(text: str) -> None:
    assert _tellers(text, "shelled") == []


def test_a_quotation_that_goes_on_has_the_teller_of_the_one_before() -> None:
    text = "“The Falcons came at dawn from Vell,” Orlo said. “They shelled the mill for an hour.”"
    assert _tellers(text, "shelled") == ["Orlo"]
    text = "“The Falcons came at dawn from Vell,” Orlo said.\n“They shelled the mill for an hour.”"
    assert _tellers(text, "shelled") == ["Orlo"]
    text = "“The Falcons came at dawn from Vell,” Orlo said.\nIt rained.\n“They shelled the mill for an hour.”"
    assert _tellers(text, "shelled") == []


def test_a_teller_heard_at_one_deed_tells_the_others_of_his_quotation() -> None:
    text = "The mayor was clear. “The Falcons entered Tarn and shelled the mill.”"
    assert _tellers(text, "shelled", ("entered", [("teller", "The mayor")])) == ["The mayor"]


def test_a_teller_of_its_own_stays() -> None:
    text = "“The Falcons, Vell told us, shelled the mill,” Orlo said."
    told = frame(text, "shelled", [("teller", "Vell")])
    (found,) = attributed(draft(text, told)).frames
    assert found == told
