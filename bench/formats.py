"""Articles as files of every format that is taken in; the same articles give the same bytes."""

from __future__ import annotations

import csv
import gzip
import io
import json
import textwrap
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from bench.pdf import pdf, shown

_EPOCH = (2020, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Article:
    """An article to be written."""

    number: int
    title: str
    source: str
    author: str
    published: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its paragraphs with blank lines between them."""
        return "\n\n".join(self.paragraphs)

    @property
    def url(self) -> str:
        """An address of its own."""
        return f"https://{self.source.lower().replace(' ', '-')}.example/{self.published[:4]}/{self.number}"


def as_text(articles: Sequence[Article]) -> bytes:
    """Plain text: nothing but the article."""
    return articles[0].text.encode()


def as_markdown(articles: Sequence[Article]) -> bytes:
    """Markdown with front matter."""
    one = articles[0]
    head = f"---\ntitle: {one.title}\noutlet: {one.source}\ndate: {one.published}\nauthor: {one.author}\n---\n\n"
    return (head + one.text + "\n").encode()


def as_html(articles: Sequence[Article]) -> bytes:
    """A page with metadata, a menu and a foot around the article."""
    one = articles[0]
    text = "\n".join(f"<p>{escape(p)}</p>" for p in one.paragraphs)
    metas = {
        "og:title": one.title,
        "og:site_name": one.source,
        "article:published_time": f"{one.published}T08:30:00Z",
        "og:url": one.url,
    }
    head = "".join(f'<meta property="{key}" content="{escape(value)}">\n' for key, value in metas.items())
    author = f'<meta name="author" content="{escape(one.author)}">\n' if one.author else ""
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(one.title)}</title>\n{head}{author}"
        '</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>\n'
        f"<main><article><h1>{escape(one.title)}</h1>\n{text}\n</article></main>\n"
        "<footer><p>All rights reserved. Contact us. Subscribe.</p></footer></body></html>\n"
    ).encode()


def as_pdf(articles: Sequence[Article]) -> bytes:
    """A PDF with running heads and page numbers, lines broken at the margin."""
    one = articles[0]
    lines: list[str] = []
    for paragraph in one.paragraphs:
        lines += [*textwrap.wrap(paragraph, 88), ""]
    pages = [lines[i : i + 48] for i in range(0, len(lines), 48)]
    drawn = []
    for number, page in enumerate(pages, 1):
        words = [f"1 0 0 1 72 805 Tm ({shown(one.source)}) Tj", f"1 0 0 1 290 30 Tm ({number}) Tj"]
        words += [f"1 0 0 1 72 {770 - 14 * i} Tm ({shown(line)}) Tj" for i, line in enumerate(page) if line]
        drawn.append("BT /F1 10 Tf\n" + "\n".join(words) + "\nET")
    return pdf(drawn, f"/Title ({shown(one.title)}) /Author ({shown(one.author)})")


def as_json_lines(articles: Sequence[Article]) -> bytes:
    """Records as crawlers write them."""
    records = (
        {"maintext": a.text, "title": a.title, "source": a.source, "authors": [a.author] if a.author else [],
         "date_publish": f"{a.published} 08:30:00", "url": a.url}
        for a in articles
    )  # fmt: skip
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def as_csv(articles: Sequence[Article]) -> bytes:
    """A table with common columns."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["headline", "publication", "byline", "pub_date", "link", "body"])
    writer.writerows([a.title, a.source, a.author, a.published, a.url, a.text] for a in articles)
    return out.getvalue().encode()


def as_parquet(articles: Sequence[Article]) -> bytes:
    """A table with types."""
    import datetime

    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = {
        "title": [a.title for a in articles],
        "outlet": [a.source for a in articles],
        "published": [datetime.date.fromisoformat(a.published) for a in articles],
        "url": [a.url for a in articles],
        "content": [a.text for a in articles],
    }
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, row_group_size=100, compression="zstd")
    return out.getvalue()


def as_feed(articles: Sequence[Article]) -> bytes:
    """An RSS feed with whole articles."""
    items = "".join(
        f"<item><title>{escape(a.title)}</title><link>{a.url}</link><guid>{a.url}</guid>"
        f"<pubDate>{_rfc822(a.published)}</pubDate><dc:creator>{escape(a.author)}</dc:creator><content:encoded>"
        + escape("".join(f"<p>{escape(p)}</p>" for p in a.paragraphs))
        + "</content:encoded></item>\n"
        for a in articles
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{escape(articles[0].source)}</title><link>https://feed.example</link>"
        f"<description>News</description>\n{items}</channel></rss>\n"
    ).encode()


def as_warc(articles: Sequence[Article]) -> bytes:
    """A web archive of pages, every record compressed by itself."""
    out = io.BytesIO()
    for one in articles:
        page = as_html([one])
        response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
        response += f"Content-Length: {len(page)}\r\n\r\n".encode() + page
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {one.url}\r\nWARC-Date: {one.published}T12:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{one.number:012}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(response)}\r\n\r\n"
        ).encode()
        out.write(gzip.compress(head + response + b"\r\n\r\n", mtime=0))
    return out.getvalue()


def as_zip(articles: Sequence[Article]) -> bytes:
    """Pages in an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in articles:
            archive.writestr(zipfile.ZipInfo(f"{one.published[:4]}/{one.number:06}.html", _EPOCH), as_html([one]))
    return out.getvalue()


WRITERS: dict[str, Callable[[Sequence[Article]], bytes]] = {
    "txt": as_text,
    "md": as_markdown,
    "html": as_html,
    "pdf": as_pdf,
    "jsonl": as_json_lines,
    "csv": as_csv,
    "parquet": as_parquet,
    "rss": as_feed,
    "warc.gz": as_warc,
    "zip": as_zip,
}
"""What writes each format, by file suffix. Those of one document write the first article only."""


def _rfc822(day: str) -> str:
    import datetime

    return datetime.date.fromisoformat(day).strftime("%a, %d %b %Y 08:30:00 GMT")
