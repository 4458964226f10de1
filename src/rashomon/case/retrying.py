"""Tries again what was refused: from the bytes that were kept, else from the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from sqlite3 import Connection

from rashomon.case import feeding
from rashomon.case.adding import Adding
from rashomon.case.feeding import Fed, Input
from rashomon.case.locking import writing
from rashomon.case.quarantine import Refusal, bytes_of, refusals
from rashomon.case.settings import Settings
from rashomon.case.summary import Summary, Tell
from rashomon.errors import InputError
from rashomon.intake.types import Origin, Piece, Refused, Taken

_NUMBERED = re.compile(r"(?:line|row|entry) (\d+)")


def retry(path: Path, settings: Settings, tell: Tell | None = None) -> Summary:
    """Tries to add what is in quarantine, with the details that were given when it was refused.

    Details given now go before those. What is taken in is settled; the rest stays, with another try counted.

    Raises as `rashomon.case.adding.add` does.
    """
    with writing(path) as connection:
        waiting = list(refusals(connection))
        return Adding(path, connection, settings, tell).run("retry", _again(connection, waiting, settings))


def _again(connection: Connection, waiting: Sequence[Refusal], settings: Settings) -> Iterator[Fed]:
    opened: set[str] = set()
    for refusal in waiting:
        now = settings.filled(refusal.details)
        origin = refusal.origin
        data = bytes_of(connection, refusal.raw_sha256) if refusal.raw_sha256 else None
        if data is not None and origin is not None:
            yield from _from_bytes(refusal, data, origin, now)
        elif origin is not None and origin.path and Path(origin.path).is_file():
            if origin.path not in opened:
                opened.add(origin.path)
                yield from feeding.file_again(origin.path, now)
        else:
            reason = f"{refusal.reason} (cannot be tried again: its bytes were not kept, and the file is not there)"
            yield Input(now), Refused(InputError(refusal.place, reason))


def _from_bytes(refusal: Refusal, data: bytes, origin: Origin, settings: Settings) -> Iterator[Fed]:
    name = _name(refusal.place, origin)
    for source, item in feeding.pieces([Piece(name, data, origin)], settings, refusal.refusalno):
        if isinstance(item, Taken) and item.document.id.startswith(f"{name}:"):  # numbered within the one line of it
            item = replace(item, document=item.document.model_copy(update={"id": name}))
        yield source, item


def _name(place: str, origin: Origin) -> str:
    """A name like that which its document would have had in its batch: `news:7` of line 7 of `news.csv`."""
    *above, last = [part for part in ((origin.path or ""), *(origin.member or "").split("!")) if part] or [place]
    if above and (number := _NUMBERED.fullmatch(last)):
        return f"{PurePath(above[-1]).with_suffix('').name}:{number[1]}"
    return PurePath(last).with_suffix("").name or place
