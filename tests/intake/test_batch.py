import hashlib
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from rashomon.errors import InputError
from rashomon.intake import Details, count, take_in
from rashomon.intake.text import front_matter
from rashomon.model import Document

LEFT = "The army left Tarvol on Friday."


def write_lines(path: Path, *records: dict[str, Any] | str) -> Path:
    path.write_text("".join((r if isinstance(r, str) else json.dumps(r, ensure_ascii=False)) + "\n" for r in records))
    return path


def take(*arguments: Path | str, given: Details = Details()) -> tuple[list[Document], list[str]]:  # noqa: B008
    items = list(take_in(map(str, arguments), given))
    documents = [item for item in items if isinstance(item, Document)]
    return documents, [str(item) for item in items if isinstance(item, InputError)]


def test_a_text_file_keeps_its_line_ends_and_its_hash(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + f"{LEFT}\r\n\r\nNobody saw it.\r\n".encode()
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    [document], errors = take(path)
    assert not errors
    assert document.text == f"{LEFT}\r\n\r\nNobody saw it.\r\n"
    assert document.raw_sha256 == hashlib.sha256(data).hexdigest()
    assert (document.id, document.path, document.lang, document.encoding) == ("a", str(path), "en", "utf-8")


def test_records_bring_their_details(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "many.jsonl",
        {"doc": "one", "text": LEFT, "outlet": "The Courier", "title": "Gone", "author": "Ada Merrin"},
        "",
        {"id": 7, "text": LEFT, "source": "Radio", "published": "2016-12-11T08:00:00Z", "url": "x:y", "n": [1]},
        {"text": LEFT},
    )
    documents, errors = take(path)
    assert not errors
    assert [document.id for document in documents] == ["one", "7", "many:4"]
    assert (documents[0].source, documents[0].title, documents[0].author) == ("The Courier", "Gone", "Ada Merrin")
    assert (documents[1].source, documents[1].published, documents[1].url) == ("Radio", "2016-12-11", "x:y")


def test_a_bad_record_is_one_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    lines = [
        b'{"doc": "a", "text": "' + LEFT.encode() + b'"}',
        b'{"doc": "b", "text": ',
        b'{"doc": "c"}',
        b'["text"]',
        b'{"doc": "d", "text": 5}',
        b'{"doc": "e", "text": "  "}',
        b'{"doc": "f", "text": "\xff"}',
        b'{"doc": "g", "text": "half \\ud800 a pair"}',
        b'{"doc": "h", "text": "' + LEFT.encode() + b'", "published": "yesterday"}',
        b"[" * 100_000,
        b'{"doc": "z", "text": "' + LEFT.encode() + b'"}',
    ]
    path.write_bytes(b"\r\n".join(lines))
    documents, errors = take(path)
    assert [document.id for document in documents] == ["a", "z"]
    assert [error.removeprefix(f"{path}:").split(":")[0] for error in errors] == [str(n) for n in range(2, 11)]


def test_records_may_hold_line_separators_of_unicode(tmp_path: Path) -> None:
    text = f"{LEFT}\u2028Nobody saw it.\x85"
    [document], errors = take(write_lines(tmp_path / "a.jsonl", {"doc": "a", "text": text}))
    assert (document.text, errors) == (text, [])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_records_with_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"doc": "a", "text": f"{LEFT} Café."}, ensure_ascii=False) + "\n", encoding=encoding)
    [document], _ = take(path)
    assert document.text == f"{LEFT} Café."


def test_a_file_that_begins_as_utf_16_and_is_none_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\xfe\xff" + "{}\n".encode("utf-16-be") + b"\x74")
    write_lines(tmp_path / "b.jsonl", {"doc": "b", "text": LEFT})
    documents, errors = take(tmp_path)
    assert [document.id for document in documents] == ["b"]
    assert len(errors) == 1
    assert "a.jsonl: begins as UTF-16 and is none (byte" in errors[0]


def test_a_line_of_twenty_megabytes_is_refused_clearly(tmp_path: Path) -> None:
    text = tmp_path / "long.txt"
    text.write_text("word " * 4_000_000)
    records = write_lines(tmp_path / "r.jsonl", {"doc": "big", "text": "w" * 20_000_000}, {"doc": "b", "text": LEFT})
    documents, errors = take(text, records)
    assert [document.id for document in documents] == ["b"]
    assert errors == [
        f"{text}: has over 1,000,000 characters, more than are read at once",
        f"{records}:1: line is longer than 12,000,000 bytes",
    ]


def test_two_documents_of_one_name_are_an_error(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(LEFT)
    documents, [error] = take(tmp_path / "x", tmp_path / "y" / "a.txt")
    assert [document.id for document in documents] == ["a"]
    assert error == f"{tmp_path}/y/a.txt: document name 'a' is already that of {tmp_path}/x/a.txt"


def test_given_details_hold_over_those_of_the_documents(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", {"doc": "a", "text": LEFT, "source": "Radio", "title": "Gone"})
    [document], _ = take(path, given=Details(source="The Courier"))
    assert (document.source, document.title) == ("The Courier", "Gone")


def test_standard_input_is_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LEFT.encode("utf-16"))))
    [document], _ = take("-")
    assert (document.id, document.text, document.path) == ("stdin", LEFT, None)


def test_documents_are_counted_without_reading_them(tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", {"doc": "a", "text": LEFT}, {"doc": "b", "text": LEFT})
    (tmp_path / "c.txt").write_text(LEFT)
    assert count([str(tmp_path), "nothing.txt"]) == 4


def test_front_matter_of_markdown_is_known_and_stays_in_the_text(tmp_path: Path) -> None:
    text = (
        f"---\r\ntitle: 'Gone by dawn'\r\nauthor: Ada Merrin\r\ndate: 2016-12-11\r\ntags: [a]\r\n---\r\n\r\n{LEFT}\r\n"
    )
    path = tmp_path / "a.md"
    path.write_bytes(text.encode())
    [document], _ = take(path)
    assert document.text == text
    assert (document.title, document.author, document.published) == ("Gone by dawn", "Ada Merrin", "2016-12-11")


@pytest.mark.parametrize("text", ["", LEFT, "---\ntitle: A\n", "# T\n---\ntitle: A\n---\n", "---\ndate: soon\n---\n"])
def test_what_is_no_front_matter_says_nothing(text: str) -> None:
    assert front_matter(text) == Details()


def test_a_file_of_a_hundred_megabytes_is_one_line(tmp_path: Path) -> None:
    for name, length in (("a.txt", 100 << 20), ("b.html", 200 << 20)):
        with (tmp_path / name).open("wb") as file:
            file.write(b"<!doctype html>" if name == "b.html" else b"The army left. ")
            file.truncate(length)  # a hole: it takes no room
    (tmp_path / "c.txt").write_text("The army left Tarvol.")
    first, second, third = take_in([str(tmp_path)])
    assert str(first) == f"{tmp_path}/a.txt: has over 1,000,000 characters, more than are read at once"
    assert str(second) == f"{tmp_path}/b.html: has more than 128 MiB, more than is read at once"
    assert isinstance(third, Document)


def test_a_file_that_cannot_be_opened_is_one_line_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The army left Tarvol.")
    opened = Path.open

    def locked(self: Path, *args: Any, **kwargs: Any) -> Any:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", locked)
    error, document = take_in([str(tmp_path)])
    assert str(error) == f"{tmp_path}/a.txt: cannot be read: Permission denied"
    assert isinstance(document, Document)


def test_files_that_differ_in_one_byte_are_two_documents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nine men left Tarvol.")
    (tmp_path / "b.txt").write_text("Nine men left Tarvol,")
    (tmp_path / "c.txt").write_bytes(b"Nine men left Tarvol.\n")
    documents = [item for item in take_in([str(tmp_path)]) if isinstance(item, Document)]
    assert len({document.raw_sha256 for document in documents}) == 3
    assert len({document.text for document in documents}) == 3
