from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.reading.parser import load, parse
from rashomon.reading.tellers.layout import lay_out
from rashomon.reading.tellers.quotes import Quote, find_quotes


def quotes(text: str) -> list[tuple[str, int, bool]]:
    doc = parse(load(), text)
    return [(doc[q.start : q.end].text, q.depth, q.closed) for q in find_quotes(doc, lay_out(doc))]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("“", "”"),
        ('"', '"'),
        ("«", "»"),
        ("„", "“"),
        ("‘", "’"),
        ("'", "'"),
        ("‹", "›"),
        ("「", "」"),
        ("``", "''"),
        ('""', '""'),
    ],
)
def test_every_style_of_marks(opening: str, closing: str) -> None:
    (found,) = quotes(f"He said {opening}we hold the mill{closing} and left.")
    assert (found[0].strip(opening + closing), *found[1:]) == ("we hold the mill", 1, True)


def test_single_within_double() -> None:
    found = quotes("She said: “A soldier told me ‘leave now’ at noon.”")
    assert found == [("A soldier told me ‘leave now’ at noon.", 1, True), ("leave now", 2, True)]


@pytest.mark.parametrize(
    "text", ["The rebels’ guns and Orla's mill.", "In the '90s it wasn't so.", "The 3\" pipe, the 5' wall."]
)
def test_apostrophes_and_measures_are_no_quotations(text: str) -> None:
    assert quotes(text) == []


def test_lines_of_a_spreadsheet_dump() -> None:
    text = '"""We hold the mill,"" said the mayor. ""It is ours."""'
    assert [q for q, _, _ in quotes(text)] == ["We hold the mill,", "It is ours."]


def test_quotation_over_paragraphs() -> None:
    text = "“We hold the mill.\n\n“We hold the bridge.\n\n“We hold the town,” he said."
    doc = parse(load(), text)
    found = find_quotes(doc, lay_out(doc))
    assert [(q.closed, q.continues) for q in found] == [(False, False), (False, True), (True, True)]


def test_unclosed_mark_ends_with_its_sentence() -> None:
    assert quotes("He called them “bandits. The town slept.") == [("bandits.", 1, False)]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab .,\n“”‘’\"'«»„`", max_size=60))
def test_any_marks_are_survived(text: str) -> None:
    doc = parse(load(), text)
    for quote in find_quotes(doc, lay_out(doc)):
        assert isinstance(quote, Quote)
        assert 0 <= quote.left <= quote.start < quote.end <= quote.right <= len(doc)
