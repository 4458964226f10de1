"""One document of a case shown to people: what is known of it, how it came, its readings; a claim with its evidence."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rashomon.case.types import Acquisition, ReadingRow
from rashomon.model import Document
from rashomon.showing.claim_line import ASIDE
from rashomon.showing.safe import visible


def show_custody(
    document: Document, came: Sequence[Acquisition], readings: Sequence[ReadingRow], console: Console
) -> None:
    """Draws what is known of a document, every way in which it came, and its readings."""
    table = _pairs()
    known = {
        "id": document.id, "title": document.title, "author": document.author, "outlet": document.source,
        "published": document.published, "address": document.url, "language": document.lang, "path": document.path,
        "encoding": document.encoding, "characters": f"{len(document.text):,}", "SHA-256 of the text": document.sha256,
    }  # fmt: skip
    for name, value in known.items():
        if value:
            table.add_row(name, visible(value))
    console.print(table)
    console.print()
    console.print(Text("How it came", "bold underline"))
    for one in came:
        console.print(_way(one))
    console.print()
    console.print(Text("Readings", "bold underline"))
    if not readings:
        console.print("It has not been read.")
    for row in readings:
        console.print(_reading(row, len(readings)))


def _way(one: Acquisition) -> Text:
    where = one.path or one.url or "standard input"
    inside = f"!{one.member}" if one.member else ""
    text = Text().append(f"{one.obtained}  ", ASIDE).append(visible(f"{one.how}: {where}{inside}"))
    details = {
        "address": one.url if one.path else None,
        "captured": one.captured,
        "media type": one.media,
        "SHA-256": one.raw_sha256 or "bytes not kept",
    }
    told = [
        visible(f"{name} {value}" if name != "SHA-256" or one.raw_sha256 else value)
        for name, value in details.items()
        if value
    ]
    return text.append("".join(f"\n  {part}" for part in told), ASIDE)


def _reading(row: ReadingRow, last: int) -> Text:
    claims = f"{row.claims:,} claim{'s' * (row.claims != 1)}"
    now = ", current" if row.current else f" (--reading {row.number} shows it)"
    text = Text().append(f"{row.number:>{len(str(last))}}  {claims}{now}", "bold" if row.current else "")
    made = f"{row.made}, rashomon {row.rashomon}, reader {row.reader} over {row.parser}, knowledge {row.knowledge}"
    return text.append(f"\n  {visible(made)}", ASIDE)


def _pairs() -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False)
    table.add_column(style=ASIDE, no_wrap=True)
    table.add_column(overflow="fold")
    return table
