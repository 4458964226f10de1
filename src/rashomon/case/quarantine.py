"""What was refused, and why: kept with its bytes, so that it can be looked at and tried again."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from rashomon.case.plain import plain
from rashomon.intake.types import How, Origin, Refused

MOST_KEPT = 64 << 20
"""Bytes of one refused input that are kept at most; of more there is only the reason."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One input that was refused.

    Attributes:
        place: how messages name it. `reason`: why, in a plain sentence. `error`: the name of its class.
        origin: where it came from, as far as that is known. `details`: what the user said of it.
        raw_sha256: digest of its bytes. `kept`: whether the bytes themselves are there.
        first, last: when it was refused, the first and the last time (ISO 8601, UTC). `tries`: how often.
        settled: a later try took it in.
    """

    refusalno: int
    place: str
    reason: str
    error: str
    origin: Origin | None
    details: Mapping[str, Any]
    raw_sha256: str | None
    kept: bool
    first: str
    last: str
    tries: int
    settled: bool


def refuse(
    connection: sqlite3.Connection, refused: Refused, raw: str | None, details: Mapping[str, Any], runno: int
) -> None:
    """Keeps a refusal; another one of the same place for the same reason counts as another try.

    `raw`: the digest under which its bytes are kept. Inside the caller's transaction.
    """
    origin, error = refused.origin, refused.error
    custody: tuple[str | None, ...] = (None,) * 6
    if origin:
        custody = (origin.how, origin.path, origin.member, origin.url, origin.captured, origin.media)
    connection.execute(
        "INSERT INTO quarantine (place, reason, error, how, path, member, url, captured, media, details, raw_sha256, "
        "first_runno, last_runno) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (place, reason) "
        "DO UPDATE SET tries = tries + (last_runno <> excluded.last_runno), settled = 0, "
        "last_runno = excluded.last_runno, details = excluded.details, "
        "raw_sha256 = coalesce(excluded.raw_sha256, raw_sha256)",
        (
            plain(origin.shown if origin else error.path), plain(error.reason), type(error).__name__,
            *(plain(value) if isinstance(value, str) else value for value in custody),
            json.dumps(details), raw, runno, runno,
        ),
    )  # fmt: skip


def settle_place(connection: sqlite3.Connection, place: str, runno: int) -> None:
    """Notes that what was refused there in earlier runs was taken in. Inside the caller's transaction."""
    connection.execute(
        "UPDATE quarantine SET settled = 1 WHERE place = ? AND settled = 0 AND last_runno < ?", (plain(place), runno)
    )


def settle_file(connection: sqlite3.Connection, path: str, runno: int) -> None:
    """The same of all of a file that was not refused again in this run."""
    connection.execute(
        "UPDATE quarantine SET settled = 1 WHERE path = ? AND settled = 0 AND last_runno < ?", (plain(path), runno)
    )


def settle_one(connection: sqlite3.Connection, refusalno: int, runno: int) -> None:
    """The same of one refusal that was tried again, unless it was refused again for the same reason in this run."""
    connection.execute("UPDATE quarantine SET settled = 1 WHERE refusalno = ? AND last_runno < ?", (refusalno, runno))


def refusals(connection: sqlite3.Connection, *, settled: bool = False) -> Iterator[Refusal]:
    """What was refused and not taken in since, in the order in which it was refused first. `settled`: the rest too."""
    rows = connection.execute(
        "SELECT q.*, w.data IS NOT NULL AS kept, a.begun AS first, z.begun AS last FROM quarantine q "
        "JOIN runs a ON a.runno = q.first_runno JOIN runs z ON z.runno = q.last_runno "
        "LEFT JOIN raw w ON w.sha256 = q.raw_sha256 WHERE q.settled <= ? ORDER BY q.refusalno",
        (settled,),
    )
    return map(_refusal, rows)


def waiting(connection: sqlite3.Connection, path: str) -> int:
    """How many refusals of one file are not settled."""
    found = connection.execute("SELECT count(*) FROM quarantine WHERE path = ? AND settled = 0", (plain(path),))
    return int(found.fetchone()[0])


def bytes_of(connection: sqlite3.Connection, digest: str) -> bytes | None:
    """Raw bytes that a case keeps, or None."""
    row = connection.execute("SELECT codec, data FROM raw WHERE sha256 = ?", (digest,)).fetchone()
    if row is None or row["data"] is None:
        return None
    data: bytes = row["data"]
    return zlib.decompress(data) if row["codec"] == "zlib" else data


def _refusal(row: sqlite3.Row) -> Refusal:
    origin = None
    if row["how"] in get_args(How):
        origin = Origin(row["how"], row["path"], row["member"], row["url"], row["captured"], row["media"])
    return Refusal(
        row["refusalno"], row["place"], row["reason"], row["error"], origin, json.loads(row["details"]),
        row["raw_sha256"], bool(row["kept"]), row["first"], row["last"], row["tries"], bool(row["settled"]),
    )  # fmt: skip
