"""Lines that were merely wrapped hold together; headings and paragraphs stay apart."""

import pytest

from rashomon.model import Document
from rashomon.reading.parser import load, parse
from rashomon.reading.rules import RuleReader

SENTENCE = "Masked and heavily armed men of the Grey Lances attacked the convoy of General Omar Orvan near Tarvol."


@pytest.mark.parametrize("word", ["Orvan", "Omar", "convoy", "heavily"])
def test_a_wrap_within_a_sentence_changes_no_claim(word: str) -> None:
    reader = RuleReader.load()
    wrapped = SENTENCE.replace(f" {word} ", f"\n{word} ", 1)
    plain = reader.read(Document(id="a", text=SENTENCE)).claims
    found = reader.read(Document(id="a", text=wrapped)).claims
    assert [(c.agents, c.recipients, c.start, c.end) for c in found] == [
        (c.agents, c.recipients, c.start, c.end) for c in plain
    ]
    assert all(wrapped[c.quote_start : c.quote_end] == c.quote for c in found)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Army retakes Tarvol\nResidents say that it is calm.", 2),
        ("The army left.\nIt came back.", 2),
        ("The army left the town\n\nand came back", 2),
        ("The army left\nthe town.", 1),
    ],
)
def test_what_is_no_wrap_begins_a_sentence(text: str, sentences: int) -> None:
    doc = parse(load(), text)
    assert len(list(doc.sents)) == sentences
    assert len(doc.text) == len(text)
