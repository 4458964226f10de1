"""Parsing keeps the text, and cuts it where its author did."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import ParserError
from rashomon.reading.parser import load, parse


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_offsets_survive_parsing(text: str) -> None:
    parsed = parse(load(), text).text
    assert len(parsed) == len(text)
    assert all(a == b or b == " " for a, b in zip(text, parsed, strict=True))


def test_invisible_marks_stick_to_no_name() -> None:
    words = [t.text for t in parse(load(), "The\u200e Herons left \u202bMarsa\u202c.")]
    assert {"The", "Herons", "Marsa"} <= set(words)


def test_long_texts_are_cut_without_loss() -> None:
    text = "The Herons left Orsa. " * 2500
    assert parse(load(), text).text == text


def test_hyphenated_names_are_one_token() -> None:
    doc = parse(load(), "They left al-Marsa, Dasht-e-Lor and Da’esh-held Sana’im.")
    words = [t.text for t in doc]
    assert {"al-Marsa", "Dasht-e-Lor", "Sana’im", "held"} <= set(words)


def test_a_blank_line_ends_a_sentence_and_a_wrapped_line_does_not() -> None:
    doc = parse(load(), "Rebels seize Orsa\n\nThe army left the town after a long\nand costly siege.")
    assert len(list(doc.sents)) == 2


def test_a_missing_pipeline_is_a_clear_error() -> None:
    with pytest.raises(ParserError, match="no_such_pipeline"):
        load("no_such_pipeline")


@pytest.mark.parametrize(
    "dateline", ["PORT MARSA (Meridian) - ", "MARSA, 12 March — ", "QARVOL, June 11 (Meridian) - ", "DELVEK – "]
)
def test_a_dateline_is_no_part_of_the_first_sentence(dateline: str) -> None:
    doc = parse(load(), dateline + "Soldiers took the palace.")
    assert [s.text for s in doc.sents][-1] == "Soldiers took the palace."


def test_a_dash_alone_makes_no_dateline() -> None:
    assert len(list(parse(load(), "HERONS - who took the palace - fled.").sents)) == 1
