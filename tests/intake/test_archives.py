"""Archives of every make, whole, broken and hostile; every page in them is invented."""

from __future__ import annotations

import gzip
import io
import stat
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.intake.batch import take_pieces, take_source
from rashomon.intake.limits import Limits
from rashomon.intake.sources import Source
from rashomon.intake.types import Origin, Piece, Refused, Taken

LEFT = "The army left Tarvol on Friday, residents said."
HELD = "The Red Lances hold the bridge at Orsa."
PAGE = (
    f"<!doctype html><html><head><title>Gone</title></head><body><article><h1>Gone</h1><p>{LEFT} {HELD} Traders "
    "said that the market had been closed since the shelling of the old quarter on Monday.</p></article></body></html>"
)


def zipped(**files: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()


def answer(url: str, body: bytes, media: str = "text/html", status: str = "200 OK", extra: str = "") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{extra}\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2016-12-11T08:30:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{len(url)}-{len(body)}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def take(path: Path, limits: Limits = Limits()) -> tuple[list[Taken], list[str]]:  # noqa: B008
    items = list(take_source(Source(path, path.name), limits=limits))
    taken = [item for item in items if isinstance(item, Taken)]
    return taken, [str(item.error) for item in items if isinstance(item, Refused)]


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_the_files_of_a_zip_bring_their_bytes_and_where_they_lay(tmp_path: Path) -> None:
    path = written(
        tmp_path, "news.zip", zipped(june__a_dot_txt=LEFT, b_dot_html=PAGE, c_dot_png="no", _dot_x_dot_txt="no")
    )
    [text, page], errors = take(path)
    assert not errors
    assert (text.document.text, text.raw) == (LEFT, LEFT.encode())
    assert (text.origin.how, text.origin.path, text.origin.member) == ("archive", str(path), "june/a.txt")
    assert (text.origin.shown, text.document.id) == (f"{path}!june/a.txt", "news.zip/june/a")
    assert LEFT in page.document.text
    assert page.raw == PAGE.encode()


def test_archives_lie_in_archives_but_not_too_deep(tmp_path: Path) -> None:
    inner = zipped(a_dot_txt=LEFT)
    path = written(tmp_path, "outer.zip", zipped(in_dot_zip=inner, b_dot_txt_dot_gz=gzip.compress(HELD.encode())))
    taken, errors = take(path)
    assert [(t.document.text, t.origin.member) for t in taken] == [(LEFT, "in.zip!a.txt"), (HELD, "b.txt.gz!b.txt")]
    assert not errors
    for _ in range(3):
        inner = zipped(in_dot_zip=inner)
    assert take(written(tmp_path, "deep.zip", inner)) == (
        [],
        [f"{tmp_path}/deep.zip!in.zip!in.zip!in.zip: lies more than 3 archives deep"],
    )


def test_names_that_lead_out_links_and_locked_files_are_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("../../up.txt", "/etc/abs.txt", "C:\\dos.txt", "..\\back.txt", "good.txt"):
            archive.writestr(zipfile.ZipInfo(name), LEFT)
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "good.txt")
    path = written(tmp_path, "a.zip", out.getvalue())
    taken, errors = take(path)
    assert [t.origin.member for t in taken] == ["good.txt"]
    assert [error.split(": ", 1)[1] for error in errors] == [
        *["has a name that leads out of its archive"] * 4,
        "is a link, not a file",
    ]
    locked = bytearray(zipped(a_dot_txt=LEFT))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + at] |= 1
    assert take(written(tmp_path, "l.zip", bytes(locked)))[1] == [f"{tmp_path}/l.zip!a.txt: is locked with a password"]


def test_an_archive_of_nothing_we_read_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, "a.zip", zipped(a_dot_png="no"))
    assert take(path)[1] == [f"{path}: is an archive without a file that can be read"]


@pytest.mark.parametrize("name", ["bomb.zip", "bomb.txt.gz", "bomb.zip.gz", "bomb.warc.gz"])
def test_a_bomb_is_one_line_and_what_came_before_is_kept(tmp_path: Path, name: str) -> None:
    zeros = b"word " * (8 << 20)
    bomb = {
        "bomb.zip": lambda: zipped(a_dot_txt=LEFT, b_dot_html=zeros, c_dot_html=zeros),
        "bomb.txt.gz": lambda: gzip.compress(zeros),
        "bomb.zip.gz": lambda: gzip.compress(zipped(b_dot_html=zeros)),
        "bomb.warc.gz": lambda: (
            gzip.compress(answer("http://a.test/a", PAGE.encode()))
            + gzip.compress(answer("http://a.test/b.html", zeros))
        ),
    }[name]()
    limits = Limits(piece=64 << 20, free=1 << 20, ratio=20)
    taken, errors = take(written(tmp_path, name, bomb), limits)
    assert len(taken) == (name in ("bomb.zip", "bomb.warc.gz"))
    [error] = errors
    assert "unpacks to more than" in error


def test_sizes_in_headers_are_not_believed(tmp_path: Path) -> None:
    data = bytearray(zipped(a_dot_html=b"x" * (4 << 20)))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.index(mark) + at
        data[start : start + 4] = (100).to_bytes(4, "little")
    taken, [error] = take(written(tmp_path, "a.zip", bytes(data)), Limits(piece=1 << 20))
    assert not taken
    assert error.startswith(f"{tmp_path}/a.zip!a.html: ")


def test_too_many_entries_end_an_archive(tmp_path: Path) -> None:
    path = written(tmp_path, "a.zip", zipped(a_dot_txt=LEFT, b_dot_txt=HELD, c_dot_txt=LEFT))
    taken, errors = take(path, Limits(entries=2))
    assert len(taken) == 2
    assert errors == [f"{path}: has more than 2 entries, so the rest of them is not read"]


def test_records_of_a_web_archive(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE.encode())
    records = [
        answer("https://courier.test/gone?x=1", PAGE.encode()),
        answer("https://courier.test/packed", packed, extra="Content-Encoding: gzip\r\n"),
        answer("https://courier.test/none", PAGE.encode(), status="404 Not Found"),
        answer("https://courier.test/a.png", b"\x89PNG", "image/png"),
        answer("https://courier.test/note.txt", "Café: ".encode("latin-1") + LEFT.encode(), "text/plain"),
    ]
    plain = written(tmp_path, "a.warc", b"".join(records))
    whole = written(tmp_path, "b.warc.gz", b"".join(map(gzip.compress, records)))
    inside = written(
        tmp_path, "c.wacz", zipped(archive__b_dot_warc_dot_gz=whole.read_bytes(), **{"datapackage_dot_json": "{}"})
    )
    for path, member in ((plain, "record 1"), (whole, "record 1"), (inside, "archive/b.warc.gz!record 1")):
        taken, errors = take(path)
        assert not errors
        assert [LEFT in t.document.text for t in taken] == [True] * 3
        first = taken[0].origin
        assert (first.url, first.captured, first.member) == (
            "https://courier.test/gone?x=1",
            "2016-12-11T08:30:00Z",
            member,
        )
        assert taken[0].document.url == "https://courier.test/gone?x=1"
        assert taken[1].raw == PAGE.encode()
        assert taken[2].document.text.startswith("Café")


@pytest.mark.parametrize("packed", [False, True])
def test_of_a_web_archive_that_is_cut_off_what_came_before_is_kept(tmp_path: Path, packed: bool) -> None:
    pages = [answer(f"https://courier.test/{n}", PAGE.replace("Gone", f"Gone {n}").encode()) for n in range(4)]
    data = b"".join(map(gzip.compress, pages)) if packed else b"".join(pages)
    path = written(tmp_path, "a.warc.gz" if packed else "a.warc", data[: -len(data) // 8])
    taken, [error] = take(path)
    assert len(taken) == 3
    assert "cut off" in error


def test_of_packed_lines_that_are_cut_off_the_whole_ones_are_kept(tmp_path: Path) -> None:
    line = '{"doc": "d%d", "text": "' + LEFT + ' %s"}\n'
    noise = zlib.compress(b"x" * 10).hex()
    data = gzip.compress("".join(line % (n, f"{noise}{n * 7919}") for n in range(3000)).encode())
    taken, errors = take(written(tmp_path, "a.jsonl.gz", data[: len(data) // 2]))
    assert 100 < len(taken) < 3000
    assert errors[-1] == f"{tmp_path}/a.jsonl.gz: is cut off: its gzip stream does not end as it should"
    assert len(errors) == 1
    page = gzip.compress(PAGE.encode())
    assert take(written(tmp_path, "a.html.gz", page[:-20]))[0] == []


def test_a_file_is_what_its_bytes_say_whatever_its_name(tmp_path: Path) -> None:
    assert len(take(written(tmp_path, "a.html", zipped(a_dot_txt=LEFT)))[0]) == 1
    assert LEFT in take(written(tmp_path, "b.txt", PAGE.encode()))[0][0].document.text
    assert take(written(tmp_path, "c.zip", b"no zip"))[1] == [f"{tmp_path}/c.zip: is of no kind that can be read"]
    assert take(written(tmp_path, "d.xml", b"<map><a/></map>"))[1][0].startswith(f"{tmp_path}/d.xml: ")


def test_bytes_that_are_tried_again_are_of_the_kind_they_were(tmp_path: Path) -> None:
    path = written(
        tmp_path, "a.zip", zipped(b_dot_html="<html><body></body></html>", c_dot_jsonl='{"doc": "a", "text": 5}\n')
    )
    refused = [item for item in take_source(Source(path, "a")) if isinstance(item, Refused)]
    assert len(refused) == 2
    again = [Piece("again", r.raw or b"", r.origin or Origin("stdin")) for r in refused]
    for before, after in zip(refused, take_pieces(again), strict=True):
        assert isinstance(after, Refused)
        assert after.error.reason == before.error.reason
        assert after.origin == before.origin


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=200), st.sampled_from([b"PK\x03\x04", b"\x1f\x8b\x08", b"WARC/1.0\r\n", b"PAR1", b"%PDF-", b""])
)
def test_any_bytes_give_documents_or_refusals(tail: bytes, head: bytes) -> None:
    piece = Piece("any", head + tail, Origin("file", path="any.zip"))
    for item in take_pieces([piece]):
        assert isinstance(item, Taken | Refused)


def test_flipped_bits_of_a_zip_give_documents_or_refusals() -> None:
    whole = zipped(a_dot_txt=LEFT, b_dot_html=PAGE)
    for at in range(0, len(whole), 3):
        broken = bytearray(whole)
        broken[at] ^= 0xFF
        items = list(take_pieces([Piece("any", bytes(broken), Origin("file", path="any.zip"))]))
        assert items
        assert all(isinstance(item, Taken | Refused) for item in items)
