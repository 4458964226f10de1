import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.intake.details import Details
from rashomon.intake.pdf import PdfLimits, read_pdf
from rashomon.intake.types import Origin, Piece, Refused, Taken
from tests.intake.pdf.minimal import lines, pdf

WORDS = ["The army left the bar-", "racks of Tarvol on Friday (nobody saw it),", "the town’s mayor said."]
TEXT = "The army left the barracks of Tarvol on Friday (nobody saw it), the town’s mayor said."
LONG = "BT /F1 9 Tf " + "1 0 0 1 10 10 Tm (The army left Tarvol. ) Tj " * 300_000 + "ET"
ENCRYPTED = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'28' * 32}> /U <{'29' * 32}> /P -4 >> /ID [<00><00>]"


def take(data: bytes, limits: PdfLimits = PdfLimits(), given: Details = Details()) -> Taken | Refused:  # noqa: B008
    [item] = read_pdf(Piece("news", data, Origin("file", path="in/news.pdf")), given, limits)
    return item


def taken(data: bytes, given: Details = Details()) -> Taken:  # noqa: B008
    item = take(data, given=given)
    assert isinstance(item, Taken), item
    return item


def reason(data: bytes, limits: PdfLimits = PdfLimits()) -> str:  # noqa: B008
    item = take(data, limits)
    assert isinstance(item, Refused), item
    assert item.raw == data
    assert item.error.path == "in/news.pdf"
    return item.error.reason


def test_text_title_and_author() -> None:
    data = pdf([lines(WORDS)], "/Title (Gone by dawn) /Author (Ada Merrin) /CreationDate (D:20161211083000Z)")
    item = taken(data)
    document = item.document
    assert document.text == TEXT
    assert (document.id, document.title, document.author) == ("news", "Gone by dawn", "Ada Merrin")
    assert document.published is None  # when a file was made is not when its text was published
    assert (document.raw_sha256, item.raw) == (hashlib.sha256(data).hexdigest(), data)
    assert (item.origin.media, item.origin.captured) == ("application/pdf", None)


def test_what_the_user_says_holds() -> None:
    document = taken(pdf([lines(WORDS)], "/Title (Gone)"), Details(title="Left", source="The Courier")).document
    assert (document.title, document.source) == ("Left", "The Courier")


def test_pages_are_joined() -> None:
    assert taken(pdf([lines(WORDS[:2]), lines(WORDS[2:])])).document.text == TEXT


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is no PDF that can be read"),
        (b"%PDF-1.4 and nothing else", "is no PDF that can be read"),
        (pdf([lines(WORDS)])[:700], "is no PDF that can be read"),
        (pdf([lines(WORDS)], trailer=ENCRYPTED), "is encrypted, and needs a password"),
        (pdf([[]]), "holds no text: it may be scanned"),
    ],
)
def test_what_holds_no_text_is_refused_clearly(data: bytes, why: str) -> None:
    assert reason(data) == why


def test_one_that_takes_too_long_or_too_much_is_given_up_and_the_next_is_read() -> None:
    data = pdf([[]], content=LONG)
    assert reason(data, PdfLimits(wall=0.05)) == "takes longer than 0.05 seconds to read"
    assert "32 MiB of memory" in reason(pdf([[]], content="q " * 3_000_000), PdfLimits(memory=1 << 25))
    assert taken(pdf([lines(WORDS)])).document.text == TEXT


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 900), st.binary(max_size=12))
def test_damage_gives_a_document_or_a_refusal(where: int, damage: bytes) -> None:
    whole = pdf([lines(WORDS)])
    assert isinstance(take(whole[:where] + damage + whole[where + len(damage) :]), Taken | Refused)
