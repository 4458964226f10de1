"""Samples of what the intake reads, and what may come of them once they are changed: for `bench.intake_fuzz`.

    python -m bench.intake_bytes KIND SECONDS FOLDER

runs atheris on one kind. All samples are invented. The intake is imported late, so that atheris can follow it.
"""

from __future__ import annotations

import gzip
import io
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

SLOWEST, LARGEST, LONGEST = 20, 2048, 8192
"""Seconds and MiB that an input may take, and how long it may be."""
KINDS = ("page", "feed", "table", "archive")
_LEFT = "The army left Tarvol on Friday, residents said. The Red Lances hold the bridge at Orsa."
_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gone</title><script type="application/ld+json">'
    '{"@type": "NewsArticle", "headline": "Gone", "datePublished": "2016-12-11", "author": {"name": "Ada Venn"}}'
    f"</script></head><body><article><h1>Gone</h1><p>{_LEFT}</p></article></body></html>"
)
_RSS = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><item><guid>a</guid><title>Gone</title>'
    f"<pubDate>Sun, 11 Dec 2016 08:30:00 GMT</pubDate><description><![CDATA[<p>{_LEFT}</p>]]></description></item>"
    "</channel></rss>"
)
_ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><id>a</id><published>2016-12-11</published>'
    f'<content type="html">&lt;p&gt;{_LEFT}&lt;/p&gt;</content></entry></feed>'
)
_CSV = f'id,title,date,source,text\r\n1,Gone,2016-12-11,Wire,"{_LEFT}"\r\n2,"A ""word""",,Wire,"{_LEFT}\nMore."\r\n'


def samples(kind: str) -> dict[str, bytes]:
    """Whole samples of a kind, by file name."""
    made: dict[str, Callable[[], dict[str, bytes]]] = {
        "page": lambda: {"a.html": _PAGE.encode(), "b.html": _PAGE.encode("utf-16")},
        "feed": lambda: {"a.rss": _RSS.encode(), "a.atom": _ATOM.encode()},
        "table": lambda: {
            "a.csv": _CSV.encode(),
            "a.tsv": _CSV.replace(",", "\t").encode("latin-1"),
            "a.jsonl": f'{{"id": "a", "text": "{_LEFT}", "date": "2016-12-11"}}\n'.encode() * 2,
        },
        "archive": _archives,
    }
    return made[kind]()


def _archives() -> dict[str, bytes]:
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (("a.txt", _LEFT), ("b/c.html", _PAGE), ("d.csv", _CSV)):
            archive.writestr(zipfile.ZipInfo(name), data)
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{_PAGE}"
    warc = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://wire.test/a\r\nWARC-Date: 2016-12-11T08:30:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n{http}\r\n\r\n"
    ).encode()
    return {
        "a.zip": zipped.getvalue(),
        "a.txt.gz": gzip.compress(_LEFT.encode(), mtime=0),
        "a.warc": warc * 2,
        "a.warc.gz": gzip.compress(warc, mtime=0) * 2,
    }


def checker(kind: str) -> Callable[[bytes], None]:
    """What takes bytes in as a file of this kind. It raises AssertionError, or what escapes, if that goes wrong."""
    from rashomon.errors import InputError
    from rashomon.intake import feeds, html, records, tables  # noqa: F401 - what the frame imports only when needed
    from rashomon.intake.batch import take_pieces
    from rashomon.intake.limits import Limits
    from rashomon.intake.types import Origin, Piece, Refused

    files = list(samples(kind))
    limits = Limits(piece=4 << 20, total=32 << 20, free=8 << 20, entries=1000)

    def check(data: bytes) -> None:
        file = files[data[-1] % len(files)] if data else files[0]
        items = list(take_pieces([Piece("bytes", data, Origin("file", path=file))], limits=limits))
        assert items or not data.strip() or kind == "table", "neither a document nor a word why not"
        for item in items:
            if isinstance(item, Refused):
                assert isinstance(item.error, InputError)
                assert "\n" not in item.error.reason, f"not one line: {item.error.reason!r}"
            else:
                assert item.document.text.strip()
                assert item.document.id
                item.document.text.encode("utf-8")

    return check


def fuzz(kind: str, seconds: int, folder: str) -> None:
    """Runs until the time is over or an input fails, which is kept in the folder; ends the process."""
    import atheris

    with atheris.instrument_imports(include=["rashomon.intake"]):
        check = checker(kind)
    options = [f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-rss_limit_mb={LARGEST}", f"-max_len={LONGEST}"]
    with tempfile.TemporaryDirectory() as corpus:
        for name, data in samples(kind).items():
            Path(corpus, name).write_bytes(data)
        atheris.Setup(
            [sys.argv[0], *options, "-print_final_stats=1", f"-artifact_prefix={folder}/{kind}-", corpus], check
        )
        atheris.Fuzz()


if __name__ == "__main__":
    fuzz(sys.argv[1], int(sys.argv[2]), sys.argv[3])
