"""Numbers and dates in claims, against the figures of a case's gold (documents.jsonl, gold.json).

    python -m bench.cases FOLDER             the figures
    python -m bench.cases FOLDER --errors    and what is wrong

Numbers. Under a dispute whose slot is `number`, each position has a figure and the quotes that hold it, by
document. It is right in a document when a claim there that shares words with one of those quotes (its trigger
or its quote does) has a quantity with the figure as its least or its most ("at least five" is right for 5), of
the sort that the dispute names (killed, wounded); where it names none, of any sort. "Of those found": without
the positions whose words no claim shares.

Figures of the disputes. Of the quantities of that sort in claims whose trigger stands in a mention of the
disputed event, those that have a figure which anybody holds in the dispute. The others are wrong, or count a
part ("three of the wounded"): `--errors` lists them.

Dates. A mention of an event that is found (the claim's trigger overlaps its own) is right when the claim's time
lies within the event's, is a span of at most a week that has the event's within it, or overlaps it and begins
within a week of it where both last; wrong when it names another time; else it has no date, as most mentions'
own words have none. Positions of disputes about times are compared in the same way.
"""

from __future__ import annotations

import argparse
import calendar
import datetime
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from bench.common import Record, document, json_lines, need, reader_option, readings, table
from rashomon.model import Claim, Document, Reading
from rashomon.model.claim import QuantityKind

SORTS = frozenset(get_args(QuantityKind))
WEEK = datetime.timedelta(days=7)

Span = tuple[datetime.date, datetime.date]
"""First and last day."""


@dataclass
class Row:
    """How many were right, of how many that were found, of how many in all; and which were not."""

    right: int = 0
    found: int = 0
    all: int = 0
    wrong: list[str] = field(default_factory=list)


def overlapping(reading: Reading, quote: str) -> list[Claim]:
    """The claims that share words with a quote (which stands once in its document)."""
    start = reading.document.text.find(quote)
    end = start + len(quote)
    if start < 0:
        return []
    triggers = [c for c in reading.claims if c.start < end and c.end > start]
    return triggers or [c for c in reading.claims if c.quote_start < end and c.quote_end > start]


def numbers(gold: Record, read: Mapping[str, Reading]) -> Row:
    """The figures that positions hold in disputes about numbers."""
    row = Row()
    for dispute, position, doc, quotes in _positions(gold, "number"):
        claims = [c for quote in quotes for c in overlapping(read[doc], quote)]
        sort, figure = _sort(dispute), int(position["value"])
        row.all += 1
        row.found += bool(claims)
        if any(_has(c, sort, {figure}) for c in claims):
            row.right += 1
        else:
            line = f"{dispute['id']} {doc}: {sort or 'number'} {figure}: {quotes[0]!r}, read: {_quantities(claims)}"
            row.wrong.append(line)
    return row


def figures(gold: Record, read: Mapping[str, Reading]) -> Row:
    """The quantities of mentions of a disputed event that have a figure of the dispute."""
    row = Row()
    mentions = {event["id"]: event["mentions"] for event in gold["events"]}
    held: dict[tuple[str, str], set[int]] = {}
    for dispute, position, _, _ in _positions(gold, "number"):
        if sort := _sort(dispute):
            held.setdefault((dispute["event"], sort), set()).add(int(position["value"]))
    for (event, sort), values in held.items():
        for doc, claim in _claims_of(mentions[event], read):
            for quantity in claim.quantities:
                if quantity.what != sort:
                    continue
                row.all += 1
                row.found += 1
                if {quantity.min, quantity.max} & values:
                    row.right += 1
                else:
                    words = read[doc].document.text[quantity.start : quantity.end]
                    row.wrong.append(f"{event} {doc}: {sort} {words!r}, held: {sorted(values)}")
    return row


def dates(gold: Record, read: Mapping[str, Reading]) -> Row:
    """The dates of events in their mentions."""
    row = Row()
    for event in gold["events"]:
        if not event.get("date"):
            continue
        row.all += len(event["mentions"])
        for doc, claim in _claims_of(event["mentions"], read):
            row.found += 1
            if claim.when is None:
                continue
            if same_time(claim.when, event["date"]):
                row.right += 1
            else:
                row.wrong.append(f"{event['id']} {doc}: {event['date']}, read {claim.when}: {claim.quote!r}")
    for dispute, position, doc, quotes in (*_positions(gold, "time"), *_positions(gold, "date")):
        claims = [c for quote in quotes for c in overlapping(read[doc], quote)]
        row.all += 1
        row.found += bool(claims)
        if any(c.when and same_time(c.when, position["value"]) for c in claims):
            row.right += 1
        else:
            row.wrong.append(f"{dispute['id']} {doc}: {position['value']}: {quotes[0]!r}")
    return row


def _positions(gold: Record, slot: str) -> Iterator[tuple[Record, Record, str, list[str]]]:
    """Dispute, position, document and its quotes."""
    for dispute in gold["disputes"]:
        for position in dispute["positions"] if dispute["slot"] == slot else ():
            by_doc: dict[str, list[str]] = {}
            for doc, quote in zip(position["docs"], position["quotes"], strict=True):
                by_doc.setdefault(doc, []).append(quote)
            for doc, quotes in by_doc.items():
                yield dispute, position, doc, quotes


def _claims_of(mentions: Sequence[Record], read: Mapping[str, Reading]) -> Iterator[tuple[str, Claim]]:
    """The claim of each mention that is found: the one whose trigger shares most with the mention's."""
    for mention in mentions:
        start, end = mention["start"], mention["end"]
        shared = [
            (min(c.end, end) - max(c.start, start), -c.start, c)
            for c in read[mention["doc"]].claims
            if min(c.end, end) > max(c.start, start)
        ]
        if shared:
            yield mention["doc"], max(shared, key=lambda s: s[:2])[2]


def _sort(dispute: Record) -> str | None:
    about: str = dispute["about"].partition(",")[0]
    return about if about in SORTS else None


def _has(claim: Claim, sort: str | None, values: set[int]) -> bool:
    return any({q.min, q.max} & values for q in claim.quantities if sort in (None, q.what))


def _quantities(claims: Sequence[Claim]) -> str:
    return ", ".join(f"{q.what} {q.min}-{q.max}" for c in claims for q in c.quantities) or f"{len(claims)} claims"


def same_time(when: str, gold: str) -> bool:
    """Whether a claim's time lies within the gold's, is a short span around it, or lasts as the gold's does."""
    first, last = span(when)
    gold_first, gold_last = span(gold)
    if gold_first <= first and last <= gold_last:
        return True
    if first <= gold_first and gold_last <= last and last - first <= WEEK:
        return True
    lasting = gold_first < gold_last and first < last
    return lasting and first <= gold_last and gold_first <= last and abs(first - gold_first) <= WEEK


def span(iso: str) -> Span:
    """First and last day of an ISO date, month, year or interval (an open end: `..`)."""
    first, _, last = iso.partition("/")
    return _day(first, last=False), _day(last or first, last=True)


def _day(part: str, *, last: bool) -> datetime.date:
    if part in {"", ".."}:
        return datetime.date.max if last else datetime.date.min
    numbers = [int(n) for n in part.partition("T")[0].split("-")]
    year, month = numbers[0], numbers[1] if len(numbers) > 1 else (12 if last else 1)
    ends = calendar.monthrange(year, month)[1] if last else 1
    return datetime.date(year, month, numbers[2] if len(numbers) > 2 else ends)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder of a case: documents.jsonl, gold.json")
    parser.add_argument("--errors", action="store_true", help="show what is wrong")
    reader_option(parser)
    given = parser.parse_args(arguments)
    files = given.folder / "documents.jsonl", given.folder / "gold.json"
    need(*files)
    gold = json.loads(files[1].read_text(encoding="utf-8"))
    documents = (_document(record) for record in json_lines(files[0]))
    read = {reading.document.id: reading for reading in readings(documents, reader=given.reader)}
    rows = {
        "numbers that positions hold": numbers(gold, read),
        "dates of mentions": dates(gold, read),
        "quantities with a figure of the dispute": figures(gold, read),
    }
    cells = [
        (name, r.right, len(r.wrong), r.found, r.all, r.right / max(r.found, 1), r.right / max(r.all, 1))
        for name, r in rows.items()
    ]
    print(table(("", "right", "wrong", "found", "all", "of found", "of all"), cells))
    if given.errors:
        for name, row in rows.items():
            print("\n".join([f"\n{name}, wrong:", *(f"  {line}" for line in row.wrong)]))
    return 0


def _document(record: Record) -> Document:
    return document({**record, "source": record.get("outlet")})


if __name__ == "__main__":
    raise SystemExit(main())
