"""Rows of a case shown to people: claims with who tells them and how firmly, documents, names with counts."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rashomon.case.types import ActorRow, ClaimRow, DocumentRow, PlaceRow, Snippet, TellerRow
from rashomon.showing.claim_line import ASIDE, FIRMNESS, claim_line, words_line
from rashomon.showing.phrases import NOTICE, firmness, sure
from rashomon.showing.safe import visible

SHORT = 8
"""So many digits of a document's id are shown; `rashomon show` takes them."""

FOUND = "bold underline"
_WIDE = 110
_WORDS = 160
_NAMES = 4


def show_claims(rows: Sequence[ClaimRow], heading: str, console: Console) -> None:
    """Draws claims, one a row."""
    _head(heading, console)
    if not rows:
        return
    wide = console.width >= _WIDE
    table = _table()
    table.add_column("claim", no_wrap=True, style=ASIDE)
    table.add_column("who tells, how firmly", ratio=3)
    table.add_column("who → whom: “word” [sort], where, when", ratio=4 if wide else 5)
    if wide:
        table.add_column("in the words", ratio=4)
    for row in rows:
        claim = row.brief()
        told = _told(row).append("\n").append(firmness(claim), FIRMNESS[claim.factuality])
        published = f"published {row.published}" if row.published else "undated"
        about = [sure(claim.confidence)] if claim.confidence else []
        told.append(f"\n{visible(', '.join([*about, published]))}", ASIDE)
        line = claim_line(claim)
        words = _marked_words(row) if row.marks else words_line(claim, _WORDS)
        cells = [line, words] if wide else [line.append("\n").append_text(words)]
        table.add_row(f"{row.document[:SHORT]}:{row.id}", told, *cells)
    console.print(table)


def show_documents(rows: Sequence[DocumentRow], heading: str, console: Console) -> None:
    """Draws documents, one a row, with what they say of the words looked for."""
    _head(heading, console)
    if not rows:
        return
    table = _table()
    table.add_column("document", no_wrap=True, style=ASIDE)
    table.add_column("published", no_wrap=True)
    table.add_column("title, whose", ratio=1)
    table.add_column("claims", justify="right", no_wrap=True)
    for row in rows:
        title = Text().append(visible(row.title or row.name), "bold")
        if whose := " · ".join(visible(part) for part in (row.author, row.source) if part):
            title.append(f"\n{whose}", ASIDE)
        if row.snippet:
            title.append("\n").append_text(snippet_text(row.snippet))
        read = f"{row.claims:,}" if row.reader else "not read"
        table.add_row(row.id[:SHORT], visible(row.published or "–"), title, read)
    console.print(table)


def show_actors(rows: Sequence[ActorRow], heading: str, console: Console) -> None:
    """Draws actors with the number of their claims by role."""
    _head(heading, console)
    table = _names("actor", ("claims", "does", "undergoes", "loses", "holds"))
    for row in rows:
        counts = (row.claims, row.agent, row.recipient, row.loses, row.gains)
        table.add_row(_name(row.name, row.names), row.kind, *(f"{n:,}" if n else "–" for n in counts))
    if rows:
        console.print(table)


def show_tellers(rows: Sequence[TellerRow], heading: str, console: Console) -> None:
    """Draws tellers with the number of claims that they tell, and hold."""
    _head(heading, console)
    table = _names("teller", ("claims", "its own"))
    for row in rows:
        table.add_row(_name(row.name, row.names), row.kind, f"{row.claims:,}", f"{row.holds:,}" if row.holds else "–")
    if rows:
        console.print(table)


def show_places(rows: Sequence[PlaceRow], heading: str, console: Console) -> None:
    """Draws places with where they are, and the number of claims."""
    _head(heading, console)
    table = _names("place", ("claims", "of control"), "where")
    for row in rows:
        point = None if row.latitude is None or row.longitude is None else f"{row.latitude:.2f}, {row.longitude:.2f}"
        where = ", ".join(part for part in (row.admin1, row.country, point) if part)
        counts = (f"{n:,}" if n else "–" for n in (row.claims, row.controls))
        table.add_row(_name(row.name, row.names), visible(row.kind or "–"), visible(where) or "not known", *counts)
    if rows:
        console.print(table)


def snippet_text(snippet: Snippet) -> Text:
    """A stretch of text on one line, the words looked for marked."""
    text, at = Text(), 0
    for start, end in snippet.marks:
        _add(text, snippet.text[at:start])
        _add(text, snippet.text[start:end], FOUND)
        at = end
    _add(text, snippet.text[at:])
    return text


def _add(text: Text, words: str, style: str = "") -> None:
    """Words made safe, that keep a blank at either end: more stand beside them."""
    inner = visible(words)
    if not inner:
        text.append(" " if words else "")
        return
    text.append(" " * words[:1].isspace()).append(inner, style).append(" " * words[-1:].isspace())


def _marked_words(row: ClaimRow) -> Text:
    """The quote around the first words that were looked for, those marked."""
    begin, end = row.marks[0][0], row.marks[0][1]
    left = max(0, min(begin - _WORDS // 2, len(row.quote) - _WORDS))
    right = min(len(row.quote), max(left + _WORDS, end))
    left = row.quote.find(" ", left, begin) + 1 if left else 0
    if right < len(row.quote):
        right = max(row.quote.rfind(" ", end, right), end)
    marks = tuple((start - left, stop - left) for start, stop in row.marks if start >= left and stop <= right)
    cut = snippet_text(Snippet(row.quote[left:right], marks))
    return Text("“…" if left else "“").append_text(cut).append("…”" if right < len(row.quote) else "”")


def _told(row: ClaimRow) -> Text:
    """Through whom, the author first: `Ada Merrin (The Delta Courier) → State radio`."""
    author = row.author or row.source
    text = Text().append(visible(author or f"the author, in “{row.title or row.name}”"), "bold")
    if row.source and row.source != author:
        text.append(f" ({visible(row.source)})", ASIDE)
    for speaker in row.speakers:
        text.append(" → ", ASIDE).append(visible(speaker))
    return text.append(" (unresolved)") if "speakers" in row.unresolved else text


def _head(heading: str, console: Console) -> None:
    console.print(Text(f"{heading}. {NOTICE}", "yellow"))


def _table() -> Table:
    return Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, header_style=ASIDE)


def _names(what: str, counts: Sequence[str], where: str | None = None) -> Table:
    table = _table()
    table.add_column(what, ratio=3, overflow="fold")
    table.add_column("kind", no_wrap=True)
    if where:
        table.add_column(where, ratio=2)
    for name in counts:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _name(name: str, names: tuple[str, ...]) -> Text:
    text = Text().append(visible(name), "bold")
    others = [other for other in names if other != name]
    if others:
        more = f" and {len(others) - _NAMES:,} more" if len(others) > _NAMES else ""
        also = f"also {', '.join(others[:_NAMES])}{more}"
        text.append(f"\n{visible(also)}", ASIDE)
    return text
