import csv
import hashlib
import io
from collections.abc import Iterable
from typing import Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rashomon.intake.columns import Columns
from rashomon.intake.details import Details
from rashomon.intake.tables import read_csv, rows
from rashomon.intake.types import Origin, Piece, Refused, Taken
from rashomon.model import Document

LEFT = "The army left Tarvol on Friday and nobody saw it leave."
CALM = "Calm returned to the market of Orrin after the truce."


def take(table: str | bytes, columns: Columns = Columns()) -> tuple[list[Taken], list[Refused]]:  # noqa: B008
    data = table.encode() if isinstance(table, str) else table
    items = list(read_csv(Piece("news", data, Origin("file", path="in/news.csv")), Details(), columns))
    return [i for i in items if isinstance(i, Taken)], [i for i in items if isinstance(i, Refused)]


def documents(table: str | bytes) -> list[Document]:
    taken, refused = take(table)
    assert not refused
    return [item.document for item in taken]


def reasons(refused: Iterable[Refused]) -> list[str]:
    return [str(item.error) for item in refused]


def test_the_common_columns_of_news_are_known() -> None:
    [document] = documents(
        "Headline;Publication;Byline;Pub Date;Link;Body;lang;n\n"
        f'Gone;The Courier;Ada Merrin;"Dec 11, 2016";x:y;{LEFT};en;1\n'
    )
    assert document.text == LEFT
    assert (document.title, document.source, document.author) == ("Gone", "The Courier", "Ada Merrin")
    assert (document.published, document.url, document.lang) == ("2016-12-11", "x:y", "en")
    assert (document.id, document.path, document.encoding) == ("news:2", "in/news.csv", "utf-8")


def test_a_row_comes_with_its_place_and_its_head() -> None:
    [one, two], _ = take(f'text,title\r\n"{LEFT}\r\nNobody spoke.",Gone\r\n"{CALM}",Calm\r\n')
    assert (one.origin.how, one.origin.member, two.origin.member) == ("table", "line 2", "line 4")
    assert two.raw == f'text,title\r\n"{CALM}",Calm\r\n'.encode()
    assert two.document.raw_sha256 == hashlib.sha256(two.raw).hexdigest()
    [again], _ = take(two.raw)
    assert again.document.text == two.document.text == CALM


def test_columns_that_are_named() -> None:
    table = f"text,note,when\nno,{LEFT},2016-12-11\n"
    [taken], _ = take(table, Columns(text="note", published="when"))
    assert (taken.document.text, taken.document.published) == (LEFT, "2016-12-11")
    _, refused = take(table, Columns(text="story"))
    assert reasons(refused) == ["in/news.csv: has no column “story” for text (it has text, note, when)"]


def test_a_table_without_a_column_of_texts_says_what_it_has() -> None:
    _, refused = take("day,place\n2016,Tarvol\n")
    assert reasons(refused) == [
        "in/news.csv: has no column known to hold texts (it has day, place); --column text=NAME names it"
    ]


def test_broken_rows_are_refused_each_with_its_line_and_the_rest_goes_on() -> None:
    taken, refused = take(
        f'id,text,title\na,"{LEFT}",x\n'
        f'b,"{LEFT}\n{CALM},y\nc,{CALM}\n\nd,"",x\ne,"say "no" now",z\nf,z,x,q\n"g","{CALM}",'
    )
    assert [item.document.id for item in taken] == ["a", "g"]
    assert [item.error.path for item in refused] == [f"in/news.csv:{n}" for n in (3, 4, 5, 7, 8, 9)]


def test_a_quote_that_never_closes_takes_only_its_row() -> None:
    lines = [f"{n},{LEFT}" for n in range(1000)]
    lines[10] = f'10,"{LEFT}'
    taken, refused = take("\n".join(["id,text", *lines]))
    assert len(taken) == 999
    assert reasons(refused) == ["in/news.csv:12: has a quote that never closes"]


@pytest.mark.parametrize("cell", ["w" * 5_000_000, '"' + ("w" * 50_000 + "\n") * 100])
def test_a_huge_cell_is_refused_by_its_line(cell: str) -> None:
    taken, refused = take(f"id,text\n1,{LEFT}\n2,{cell}")
    assert [item.document.text for item in taken] == [LEFT]
    assert reasons(refused)[0].startswith("in/news.csv:3: is longer than 4,000,000 characters")


def test_many_quotes_that_never_close_end_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MAX_ROW", 20_000)
    monkeypatch.setattr(rows, "_MOST_REREAD", 100_000)
    table = "id,text\n" + "".join(f'{n},"{CALM}\n' + "1,plain\n" * 5000 for n in range(20))
    _, refused = take(table)
    assert len([item for item in refused if "a quote that opens in it" in item.error.reason]) == 5
    assert refused[-1].error.reason.endswith("so many rows are broken that the rest is not read")


def test_a_table_of_hardly_any_documents_is_not_read_to_its_end() -> None:
    taken, refused = take("id,text\n" + f"1,{LEFT}\n" * 5 + "ragged\n" * 50_000)
    assert (len(taken), len(refused)) == (5, 1001)
    assert refused[-1].error.reason == "1,000 of its rows were refused, so the rest is not read"


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("", "is empty"),
        ("\n \n", "is empty"),
        ("text,id\n", "has a head but no rows"),
        (b"PK\x03\x04" + b"a" * 99, "is binary, not text"),
        ('"text,id\n', "has a quote that never closes, and this row is the head of the table"),
    ],
)
def test_what_is_no_table_gives_one_line(table: str | bytes, reason: str) -> None:
    taken, refused = take(table)
    assert not taken
    assert [item.error.reason for item in refused] == [reason]


def test_what_begins_as_utf_16_and_is_none_gives_one_line() -> None:
    taken, refused = take(b"\xfe\xff\xffb\xff\xff\x00")
    assert not taken
    assert [item.error.reason for item in refused] == ["begins as UTF-16-BE and is none (byte 0)"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = f"{LEFT} The café was closed."
    [document] = documents(f'text,id\n"{text}",one\n'.encode(encoding))
    assert (document.text, document.id) == (text, "one")


def test_damaged_bytes_cost_one_row() -> None:
    table = f"id;text\na;{LEFT}\nb;The café, the café, the café was clo".encode() + f"\xff\nc;{CALM}\n".encode(
        "latin-1"
    )
    taken, refused = take(table)
    assert [item.document.id for item in taken] == ["a", "c"]
    assert reasons(refused) == ["in/news.csv:3: is damaged: its bytes are not all text"]


def test_bytes_of_another_encoding_far_down_are_seen() -> None:
    table = (
        f"id,text\na,{LEFT}\n".encode() + f"b,{CALM * 20}\n".encode() * 1_200 + f"c,{CALM} Café.\n".encode("latin-1")
    )
    taken, _ = take(table)
    assert taken[-1].document.text == f"{CALM} Café."


@pytest.mark.parametrize(
    ("days", "published"),
    [
        (["11/12/2016", "25/12/2016"], ["2016-12-11", "2016-12-25"]),
        (["11/12/2016", "12/25/2016"], ["2016-11-12", "2016-12-25"]),
        (["11/12/2016", "1/2/2017"], [None, None]),
        (["11/12/2016", "25/12/2016", "12/25/2016"], [None, "2016-12-25", "2016-12-25"]),
        (["2016-12-11 08:30:00", "soon", ""], ["2016-12-11", None, None]),
    ],
)
def test_the_whole_column_tells_the_order_of_its_dates(days: list[str], published: list[str | None]) -> None:
    padding = [""] * 500  # the column is longer than what is read at once
    lines = [f"{LEFT},{day}" for day in [*padding, *days]]
    found = [document.published for document in documents("\n".join(["text,date", *lines]))]
    assert found[-len(days) :] == published


def test_backslashes_escape_where_the_rows_fit_only_so() -> None:
    [document] = documents(f'id,text\n1,"The spokesman said, \\"no\\", again. {LEFT}"\n')
    assert document.text == f'The spokesman said, "no", again. {LEFT}'
    [document] = documents(f'id,text\n1,"In C:\\new, he said. {LEFT}"\n')
    assert document.text == f"In C:\\new, he said. {LEFT}"


def test_another_language_that_the_table_names_is_refused() -> None:
    taken, refused = take(f"text,language\n{LEFT},en-GB\n{LEFT},fr\n")
    assert len(taken) == 1
    assert reasons(refused) == ["in/news.csv:3: language 'fr' is not known; the reader knows 'en'"]


CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Co"]) | st.sampled_from("\r\n\t\x85"), max_size=20
)


@settings(deadline=None)
@given(
    cells=st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5),
    delimiter=st.sampled_from(",;\t|"),
    ends=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC]),
)
@example([("a\r\nb", '"')], ";", "\n", csv.QUOTE_MINIMAL)
def test_any_table_is_read_back_exactly(
    cells: list[tuple[str, str]], delimiter: str, ends: str, quoting: Literal[0, 1, 2]
) -> None:
    if any("\r" in text for row in cells for text in row):  # Python's writer leaves it bare where lines end in “\n”
        quoting = csv.QUOTE_ALL
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, lineterminator=ends, quoting=quoting)
    writer.writerow(["title", "body"])
    cells = [(title, f"{LEFT} {text}") for title, text in cells]
    writer.writerows(cells)
    found = documents(written.getvalue())
    assert [document.text for document in found] == [text for _, text in cells]


@settings(deadline=None)
@given(st.binary())
@example(b"text\n\xff\xfe\n")
@example(b"\xff\xfetext\n\x00\n\x00")
@example(b'text\n"\n"\r"')
def test_any_bytes_give_documents_or_refusals(data: bytes) -> None:
    for lead in (b"", b"text,id\n"):
        taken, refused = take(lead + data)
        assert taken or refused
