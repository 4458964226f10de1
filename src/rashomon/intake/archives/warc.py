"""Web archives (WARC, ISO 28500): the pages, feeds, texts and PDFs that servers answered with."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from rashomon.intake.archives.base import Entry, refused, within
from rashomon.intake.kinds import CONTAINERS, HEAD, kind_of
from rashomon.intake.limits import Budget, LimitError, Limits, shown_size
from rashomon.intake.types import Refused

_READ = WarcRecordType.response | WarcRecordType.resource
_ANSWERED = 200
_BLOCK = 1 << 16
_MOST_HEADERS = 1 << 20


def open_warc(entry: Entry, limits: Limits, budget: Budget) -> Iterator[Entry | Refused]:
    """What is archived, in its order. Answers other than 200, and pictures, scripts and the like, are passed over.

    Of an archive that is cut off or damaged, first all that comes before, then a refusal.
    """
    seen = taken = 0
    try:
        records = ArchiveIterator(
            entry.stream, record_types=_READ, parse_http=True, auto_decode="all", max_header_len=_MOST_HEADERS,
            fsspec_args=False,
        )  # fmt: skip
        for record in records:
            seen += 1
            budget.entry(seen)
            found = _entry(record, entry, seen, limits, budget)
            if found is not None:
                taken += 1
                yield found
    except LimitError as error:
        yield refused(entry.origin, str(error))
    except (OSError, ValueError, EOFError, RuntimeError) as error:
        text = str(error).strip().splitlines()
        yield refused(entry.origin, f"is cut off or damaged after {seen:,} records: {text[0][:120] if text else error}")
    else:
        if not taken:
            yield refused(entry.origin, "holds no page, text, feed or PDF" if seen else "holds no record of an answer")


def _entry(record: WarcRecord, outer: Entry, number: int, limits: Limits, budget: Budget) -> Entry | Refused | None:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    media = record.headers.get("Content-Type")
    if record.is_http:
        headers = record.http_headers
        if headers is None or headers.status_code != _ANSWERED:
            return None
        media = headers.get("Content-Type")
    path = (url or "").partition("?")[0].partition("#")[0]
    origin = within(outer.origin, f"record {number}")
    origin = replace(origin, url=url, captured=_captured(record), media=media)
    head = record.reader.read(HEAD)
    kind = kind_of(path.rsplit("/", 1)[-1], head, media)
    if kind is None or kind in CONTAINERS:
        return None
    parts, size = [head], len(head)
    budget.take(size)
    while block := record.reader.read(_BLOCK):
        size += len(block)
        budget.take(len(block))
        if size > limits.piece:
            return refused(origin, f"has more than {shown_size(limits.piece)}, more than is read at once")
        parts.append(block)
    data = b"".join(parts)
    return Entry(f"{outer.name}:{number}", path, io.BytesIO(data), origin, outer.details, size) if data else None


def _captured(record: WarcRecord) -> str | None:
    when = record.record_date
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if when else None
