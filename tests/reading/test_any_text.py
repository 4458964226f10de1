"""What holds for any text at all: reading never raises, offsets are exact, nothing depends on chance."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Document, Reading
from rashomon.reading.rules import RuleReader

WORDS = [
    "the army", "rebels", "General Orvan", "said", "that", "attacked", "was bombed", "by", "near",
    "Tarvol", "on Friday", "denied", "killing", "12", "at least 40 civilians", "according to", "“", "”",
    '"', "'", "‘", "’", "(", ")", ",", ".", ":", ";", "–", "—", "?", "…", "they", "it", "who", "and",
    "or", "not", "would", "if", "to", "retake", "its", "both", "\n", "\n\n", "\r\n", "\r", "\t",
    "\u00a0", "\u2028", "\u200f", "\u202e", "e\u0301", "😀", "👩\u200d🌾", "İ", "ß", "ﬁ", "\x00", "\ufeff",
    "# ", "* ", "[a](b)", "http://a.example/b?c=d", "الجيش", "軍", "'s", "n't", "U.S.", "Mr.", "in 2016",
    "vowed",
]  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> RuleReader:
    return RuleReader.load()


def exact(reading: Reading) -> None:
    """Every offset of the reading points at what it says it points at."""
    text = reading.document.text
    for number, claim in enumerate(reading.claims, 1):
        assert claim.id == f"c{number}"
        assert 0 <= claim.quote_start <= claim.start < claim.end <= claim.quote_end <= len(text)
        assert text[claim.start : claim.end] == claim.trigger
        assert text[claim.quote_start : claim.quote_end] == claim.quote == claim.selector.exact
        assert text[: claim.quote_start].endswith(claim.selector.prefix)
        assert text[claim.quote_end :].startswith(claim.selector.suffix)
        for item in claim.evidence:
            assert 0 <= item.start <= item.end <= len(text)
            assert 0 <= item.score <= 1
        for quantity in claim.quantities:
            assert 0 <= quantity.start <= quantity.end <= len(text)
    spans = [span for actor in reading.actors for span in actor.mentions]
    spans += [span for place in reading.places for span in place.mentions]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    told = [claim_id for teller in reading.tellers for claim_id in teller.claims]
    assert sorted(told) == sorted(claim.id for claim in reading.claims)


@given(st.text(max_size=400))
@settings(deadline=None)
def test_any_text_is_read_with_exact_offsets(reader: RuleReader, text: str) -> None:
    exact(reader.read(Document(id="a", text=text)))


@given(st.lists(st.sampled_from(WORDS), max_size=80), st.sampled_from([" ", "", "  "]))
@settings(max_examples=150, deadline=None)
def test_any_wording_is_read_with_exact_offsets(reader: RuleReader, words: list[str], blank: str) -> None:
    exact(reader.read(Document(id="a", text=blank.join(words))))


@given(st.lists(st.sampled_from(WORDS), min_size=5, max_size=60))
@settings(max_examples=30, deadline=None)
def test_what_was_read_before_changes_nothing(reader: RuleReader, words: list[str]) -> None:
    document = Document(id="a", text=" ".join(words))
    first = reader.read(document)
    shuffled = random.Random(0).sample(words, len(words))
    reader.read(Document(id="b", text=" ".join(shuffled)))
    assert reader.read(document) == first
