"""Web archives (WARC, ISO 28500): the pages, feeds, texts and PDFs that servers answered with."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from typing import BinaryIO, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from rashomon.intake.archives.base import Entry, refused, within
from rashomon.intake.kinds import CONTAINERS, HEAD, kind_of
from rashomon.intake.limits import Budget, LimitError, Limits, PieceError, read_all, shown_size
from rashomon.intake.types import Refused

_READ = WarcRecordType.response | WarcRecordType.resource
_ANSWERED = 200
_MOST_HEADERS = 1 << 20
_BROKEN = (OSError, ValueError, EOFError, RuntimeError)


def open_warc(entry: Entry, limits: Limits, budget: Budget) -> Iterator[Entry | Refused]:
    """What is archived, in its order. Answers other than 200, and pictures, scripts and the like, are passed over.

    Of an archive that is cut off or damaged, first all that comes before, then a refusal.
    """
    seen = taken = 0
    fault: str | None = None
    try:
        for record in ArchiveIterator(entry.stream, record_types=_READ, parse_http=False, fsspec_args=False):
            seen += 1
            budget.entry(seen)
            found = _entry(record, entry, seen, limits, budget)
            if found is not None:
                taken += 1
                yield found
    except LimitError as error:
        yield refused(entry.origin, str(error))
        return
    except _BROKEN as error:
        fault = next(iter(str(error).strip().splitlines()), type(error).__name__)[:120]
    except BaseException as error:  # the library's way to say that it gave up; it is no Exception
        if type(error).__name__ != "PanicException":
            raise
        fault = "its records cannot be told apart"
    if fault:
        yield refused(entry.origin, f"is cut off or damaged at its answer {seen:,}: {fault}")
    elif not taken:
        yield refused(entry.origin, "holds no page, text, feed or PDF" if seen else "holds no record of an answer")


def _entry(record: WarcRecord, outer: Entry, number: int, limits: Limits, budget: Budget) -> Entry | Refused | None:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    origin = replace(within(outer.origin, f"record {number}"), url=url, captured=_captured(record))
    if record.content_length > limits.piece:
        budget.take(record.content_length)
        return refused(origin, f"has more than {shown_size(limits.piece)}, more than is read at once")
    raw = read_all(cast(BinaryIO, record.reader), limits, budget)
    if len(raw) < record.content_length:
        raise EOFError("it ends before it should")
    media = record.headers.get("Content-Type")
    if record.is_http:
        record.set_bytes_content(raw)
        try:
            record.parse_http(auto_decode="all", max_header_len=_MOST_HEADERS)
            headers = record.http_headers
            if headers is None or headers.status_code != _ANSWERED:
                return None
            media = headers.get("Content-Type")
            raw = read_all(cast(BinaryIO, record.reader), limits, budget)
        except LimitError as error:
            if isinstance(error, PieceError):
                return refused(origin, str(error))
            raise
        except _BROKEN as error:
            return refused(origin, f"is an answer that cannot be read: {str(error)[:120]}", raw)
    path = (url or "").partition("?")[0].partition("#")[0]
    kind = kind_of(path.rsplit("/", 1)[-1], raw[:HEAD], media)
    if kind is None or kind in CONTAINERS or not raw:
        return None
    origin = replace(origin, media=media)
    return Entry(f"{outer.name}:{number}", path, io.BytesIO(raw), origin, outer.details, len(raw))


def _captured(record: WarcRecord) -> str | None:
    when = record.record_date
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if when else None
