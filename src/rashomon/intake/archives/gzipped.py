"""Files packed by gzip: the one file in each."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator

from rashomon.intake.archives.base import Entry, refused, within
from rashomon.intake.kinds import suffix_of
from rashomon.intake.limits import Budget, LimitError, Limits, shown_size
from rashomon.intake.types import Refused

_BLOCK = 1 << 16


def open_gzip(entry: Entry, limits: Limits, budget: Budget) -> Iterator[Entry | Refused]:
    """What is packed. Of what is cut off or damaged, first as much as there is, then a refusal."""
    inner = entry.file[:-3] if entry.file.lower().endswith(".gz") else entry.file
    origin = within(entry.origin, inner.replace("\\", "/").rsplit("/", 1)[-1] or "content")
    parts: list[bytes] = []
    size = 0
    fault = None
    try:
        with gzip.GzipFile(fileobj=entry.stream) as file:
            while block := file.read(_BLOCK):
                size += len(block)
                budget.take(len(block))
                if size > limits.piece:
                    raise LimitError(f"unpacks to more than {shown_size(limits.piece)}, more than is read at once")
                parts.append(block)
    except LimitError as error:
        yield refused(entry.origin, str(error))
        return
    except (EOFError, zlib.error, OSError, ValueError) as error:
        fault = "is cut off" if isinstance(error, EOFError) else "is damaged"
        lines = inner.lower().endswith(".jsonl")  # whole lines are whole documents
        parts = [b"".join(parts).rpartition(b"\n")[0]] if lines else []
    data = b"".join(parts)
    if data:
        name = entry.name.removesuffix(suffix_of(inner))
        yield Entry(name, inner, io.BytesIO(data), origin, entry.details, len(data))
    if fault:
        yield refused(entry.origin, f"{fault}: its gzip stream does not end as it should")
    elif not data:
        yield refused(entry.origin, "is empty")
