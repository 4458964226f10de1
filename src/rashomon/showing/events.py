"""Events of a case shown to people: a list, and one with its tellers side by side."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rashomon.comparing.events.tellings import SLOTS, Slot, Telling, Told, Words
from rashomon.export.events import EventRow
from rashomon.showing.claim_line import ASIDE, TRIGGER
from rashomon.showing.phrases import NOTICE
from rashomon.showing.quoting import around
from rashomon.showing.safe import visible

_WIDE = 110
_COLUMN = 27
"""Columns of the terminal that a teller gets at least."""
_SLOT = 10
_WORDS = 70
_SHORT = 8
_FEW = 3
_LEAD = "That claims speak of one happening is inferred."


def show_events(rows: Sequence[EventRow], heading: str, console: Console) -> None:
    """Draws events, one a row."""
    console.print(Text(f"{heading}. {NOTICE} {_LEAD}", "yellow"))
    if not rows:
        return
    wide = console.width >= _WIDE
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, header_style=ASIDE)
    table.add_column("event", no_wrap=True, style=ASIDE)
    table.add_column("day", no_wrap=True)
    table.add_column("what, where" if wide else "what, where; told by", ratio=3)
    if wide:
        table.add_column("told by", ratio=2)
    table.add_column("told in", no_wrap=True)
    for row in rows:
        what, tellers = Text(visible(_undated(row)), "bold"), _some(row.tellers)
        if wide:
            table.add_row(row.id, _days(row), what, tellers, _counts(row))
        else:
            table.add_row(row.id, _days(row), what.append(f"\n{tellers}", "not bold dim"), _counts(row))
    console.print(table)


def show_event(told: Told, tellings: Sequence[Telling], console: Console) -> None:
    """Draws an event: its tellers as columns, what they say as rows, with their words; as many tables as need be."""
    event = told.event
    console.print(Text(visible(event.title), "bold underline"))
    origins = f", {_number(told.origins, 'independent origin')}" if told.origins is not None else ""
    about = f"{_number(len(event.mentions), 'claim')}, {_number(told.documents, 'document')}{origins}"
    console.print(Text(f"{event.id}  {event.type or 'no type'}  {about}", ASIDE))
    console.print(Text(f"{NOTICE} {_LEAD} No teller is called right; an empty cell: he does not say.", "yellow"))
    each = max(1, (console.width - _SLOT) // _COLUMN)
    for at in range(0, len(told.tellers), each):
        console.print()
        console.print(_table(told.tellers[at : at + each], tellings))


def _table(tellers: Sequence[str], tellings: Sequence[Telling]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, header_style="bold cyan")
    table.add_column("", width=_SLOT, style=ASIDE)
    quoted = set[str]()
    for teller in tellers:
        outlets = next((one.outlets for one in tellings if one.teller == teller), ())
        head = Text(visible(teller))
        if outlets:
            head.append(f"\nin {visible(_some(outlets))}", "not bold dim")
        table.add_column(head, ratio=1, overflow="fold")
    for slot in SLOTS:
        cells = [_cell([t for t in tellings if t.teller == name and t.slot == slot], slot, quoted) for name in tellers]
        if any(cell.plain for cell in cells):
            table.add_row(slot, *cells)
    return table


def _cell(some: Sequence[Telling], slot: Slot, quoted: set[str]) -> Text:
    """The values that a teller gives, with the claims; the words of a claim once, where it is met first."""
    lines = []
    for one in some:
        line = Text(visible(one.value), "" if slot == "wording" else "bold")
        fresh = [words for words in one.words if words.claim not in quoted]
        quoted.update(words.claim for words in fresh)
        old = [words for words in one.words if words not in fresh]
        for words in fresh:
            line.append("\n").append_text(_quote(words))
        if old:
            line.append(f" ({', '.join(_id(words) for words in old[:_FEW])}{_more(len(old) - _FEW)})", "not bold dim")
        lines.append(line)
    return Text("\n").join(lines)


def _quote(words: Words) -> Text:
    before, trigger, after = around(words.quote, words.start, words.end, _WORDS)
    text = Text("“", "not bold").append(before, "not bold").append(trigger, TRIGGER)
    return text.append(f"{after}” ", "not bold").append(_id(words), "not bold dim")


def _id(words: Words) -> str:
    document, _, claim = words.claim.rpartition(":")
    return visible(f"{document[:_SHORT]}:{claim}")


def _some(names: Sequence[str]) -> str:
    return visible(", ".join(names[:_FEW])) + _more(len(names) - _FEW)


def _more(count: int) -> str:
    return f" and {count:,} more" if count > 0 else ""


def _undated(row: EventRow) -> str:
    """The title without the days, which stand beside it."""
    return row.title.partition(f", {row.since}")[0] if row.since else row.title


def _days(row: EventRow) -> str:
    if row.since == row.until:
        return row.since or "–"
    return f"{row.since or '..'}\nto {row.until or '..'}"


def _counts(row: EventRow) -> Text:
    told = f"{_number(len(row.claims), 'claim')}, {_number(row.documents, 'doc')}"
    text = Text(told)
    if row.origins is not None:
        text.append(f"\n{_number(row.origins, 'origin')}")
    if row.disputed:
        text.append(f"\n{_number(row.disputed, 'dispute')}", "red")
    return text.append(f"\ndenied by {row.denied:,}", "red") if row.denied else text


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
