"""Claims at triggers that are given: the reader's own where it has one, else roles, place and time all the same."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rashomon.model import Claim, Document, Reading
from rashomon.reading.rules import RuleReader

TEXT = (
    "Veshtian jets bombed the market of Orm on 3 April 2014, a doctor said. "
    "A raid on its mill killed 12 farmers. Salt Guard drummers serenaded the governor in Tarvol."
)


@pytest.fixture(scope="module")
def reader() -> RuleReader:
    return RuleReader.load()


def _document(text: str = TEXT) -> Document:
    return Document(id="t", text=text, published="2014-04-05")


def _at(reader: RuleReader, trigger: str, text: str = TEXT) -> Reading:
    start = text.index(trigger)
    return reader.read_at(_document(text), [(start, start + len(trigger))])


def _one(reader: RuleReader, trigger: str, text: str = TEXT) -> Claim:
    [claim] = _at(reader, trigger, text).claims
    return claim


def test_what_the_reader_finds_itself_is_read_alike(reader: RuleReader) -> None:
    own = next(c for c in reader.read(_document()).claims if c.trigger == "bombed")
    assert _one(reader, "bombed").model_copy(update={"id": own.id}) == own


def test_a_word_merged_into_another_deed_is_a_claim_where_it_is_asked_for(reader: RuleReader) -> None:
    assert "killed" not in {c.trigger for c in reader.read(_document()).claims}
    claim = _one(reader, "killed")
    assert (claim.type, claim.recipients) == ("ASSAULT", ("12 farmers",))
    assert [(q.what, q.min) for q in claim.quantities] == [("killed", 12)]


def test_an_unknown_word_has_roles_and_place_but_no_type(reader: RuleReader) -> None:
    claim = _one(reader, "serenaded")
    assert (claim.kind, claim.type, claim.place) == ("event", None, "Tarvol")
    assert (claim.agents, claim.recipients) == (("Salt Guard drummers",), ("governor",))


def test_nouns_and_numbers_of_the_dead(reader: RuleReader) -> None:
    text = "Aid workers counted 16 dead in Orsa. Two of the wounded were nurses."
    dead = _one(reader, "dead", text)
    assert [(q.what, q.min) for q in dead.quantities] == [("killed", 16)]
    assert _one(reader, "wounded", text).trigger == "wounded"


def test_who_tells_it_and_how_firmly_is_read_too(reader: RuleReader) -> None:
    text = "A Lances spokesman denied that the gate had been unlocked."
    claim = _one(reader, "unlocked", text)
    assert (claim.factuality, len(claim.speakers)) == ("not", 1)


def test_a_part_of_a_word_is_a_trigger_of_that_word(reader: RuleReader) -> None:
    start = TEXT.index("bombed")
    [claim] = reader.read_at(_document(), [(start, start + 4)]).claims
    assert (claim.trigger, claim.start, claim.end, claim.type) == ("bomb", start, start + 4, "ASSAULT")


@pytest.mark.parametrize("span", [(5, 5), (9, 3), (-2, 3), (len(TEXT), len(TEXT) + 4)])
def test_what_is_no_stretch_of_the_text_is_refused(reader: RuleReader, span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no trigger"):
        reader.read_at(_document(), [span])


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_stretch_makes_a_claim_of_its_words(reader: RuleReader, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, min(start + 30, len(TEXT))))
    assume(TEXT[start:end].strip())
    claims = reader.read_at(_document(), [(start, end)]).claims
    assert claims
    for claim in claims:
        assert TEXT[claim.start : claim.end] == claim.trigger
        assert claim.quote_start <= claim.start < claim.end <= claim.quote_end
