"""The text cut into segments: nothing of it is lost, every claim has its mark, and lanes do not cross."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Claim, Document, Reading, TextQuote, Versions
from rashomon.showing.page.accounts import Accounts
from rashomon.showing.page.marking import LANES, Paragraph, paragraphs, underlines
from rashomon.showing.page.reading import reading_section

VERSIONS = Versions(rashomon="0", reader="by hand", parser="none", knowledge="none")
ALPHABET = "ab <>&\"'.\n\r\t\u202e\u2069\x00\x1b\u00ad\u200dé"
BROKEN = ("x" * 60 + "\n") * 4 + "end."
SPANS = st.tuples(*[st.integers(0, 60)] * 4)


def claim_at(number: int, text: str, spans: tuple[int, int, int, int]) -> Claim:
    """A claim on these places of a text, which need not lie within each other."""
    quote_start, quote_end = sorted(min(at, len(text)) for at in spans[:2])
    start, end = sorted(min(at, len(text)) for at in spans[2:])
    quote = text[quote_start:quote_end]
    return Claim(
        id=f"c{number + 1}", kind=("event", "control")[number % 2], trigger=text[start:end], start=start, end=end,
        quote=quote, quote_start=quote_start, quote_end=quote_end,
        factuality=("happened", "not", "possible")[number % 3],
        selector=TextQuote(exact=quote, prefix="", suffix=""),
    )  # fmt: skip


def joined(cut: tuple[Paragraph, ...]) -> str:
    return "".join("".join(segment.text for segment in one.segments) + one.gap for one in cut)


class Words(HTMLParser):
    """What a browser would take the words of the first account to be, without the numbers of claims."""

    VOID = frozenset({"input", "meta", "link", "br"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.notes = "", [""]
        self._open: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.VOID:
            return
        self._open.append((tag, dict(attrs)))
        if tag == "a" and self._within("account-words"):
            self.notes.append(dict(attrs)["id"] or "")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag, "tags are well nested"

    def handle_data(self, data: str) -> None:
        if not self._within("account-words") or self._open[-1][0] == "a":
            return
        code = self._open[-1][1].get("data-code")
        self.text += chr(int(code, 16)) if code else data

    def _within(self, name: str) -> bool:
        return any(attributes.get("class") == name for _, attributes in self._open)


@given(st.text(ALPHABET, max_size=60), st.lists(SPANS, max_size=8))
def test_segments_are_the_text_and_every_claim_has_its_mark(text: str, spans: list[tuple[int, int, int, int]]) -> None:
    claims = [claim_at(number, text, places) for number, places in enumerate(spans)]
    cut = paragraphs(text, claims)
    assert joined(cut) == text
    noted = [number for one in cut for segment in one.segments for number in segment.notes]
    assert sorted(noted) == list(range(len(claims)))
    for number, claim in enumerate(claims):
        pieces = [segment for one in cut for segment in one.segments if number in segment.triggers]
        assert "".join("".join(piece.text for piece in pieces).split()) == "".join(claim.trigger.split())


@given(st.text(ALPHABET, min_size=1, max_size=40), st.lists(SPANS, max_size=5))
def test_the_page_gives_the_text_back(text: str, spans: list[tuple[int, int, int, int]]) -> None:
    claims = tuple(claim_at(number, text, places) for number, places in enumerate(spans))
    reading = Reading(document=Document(id="d", text=text), claims=claims, versions=VERSIONS)
    words = Words()
    words.feed(str(reading_section(Accounts.of([reading]))))
    words.close()
    assert words.text == text
    assert sorted(words.notes) == sorted(["", *(f"m-d0-{claim.id}" for claim in claims)])


@given(st.lists(SPANS, max_size=12))
def test_quotes_that_overlap_have_lanes_of_their_own(spans: list[tuple[int, int, int, int]]) -> None:
    text = "x" * 60
    lines = underlines([claim_at(number, text, places) for number, places in enumerate(spans)])
    assert sorted(number for line in lines for number in line.claims) == list(range(len(spans)))
    lines = tuple(line for line in lines if line.start < line.end)
    for one, other in combinations(lines, 2):
        if one.lane is not None and one.lane == other.lane:
            assert one.end <= other.start or other.end <= one.start
    for line in lines:
        crossing = {other.lane for other in lines if other.start < line.end and line.start < other.end}
        assert line.lane is not None or crossing >= set(range(LANES))


def test_what_encloses_is_underlined_below() -> None:
    text = "the army said that rebels fled"
    outer, inner = (0, 30, 9, 13), (19, 30, 26, 30)
    lines = underlines([claim_at(0, text, outer), claim_at(1, text, inner)])
    assert [(line.claims, line.lane) for line in lines] == [((0,), 1), ((1,), 0)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\n  Two.", ["One.", "Two."]),
        (f"{BROKEN}\n\nNext.", [BROKEN, "Next."]),
    ],
)  # fmt: skip
def test_paragraphs_are_kept_and_broken_lines_joined(text: str, shown: list[str]) -> None:
    assert ["".join(segment.text for segment in one.segments) for one in paragraphs(text, [])] == shown
