"""How documents came into a case, and the very bytes that they came as."""

from __future__ import annotations

import sqlite3
import zlib
from hashlib import sha256
from pathlib import Path

from rashomon.case.types import Acquisition
from rashomon.errors import CaseError


def acquisitions(db: sqlite3.Connection, docno: int) -> list[Acquisition]:
    """Every way in which a document came, the first one first."""
    rows = db.execute(
        "SELECT how, path, member, url, captured, media, raw_sha256, obtained FROM acquisitions WHERE docno = ? "
        "ORDER BY obtained, acquisitionno",
        (docno,),
    )
    return [Acquisition(**dict(row)) for row in rows]


def raw(db: sqlite3.Connection, docno: int, path: Path) -> bytes:
    """The bytes that a document was first taken from. Raises CaseError if they were not kept or are damaged."""
    found = db.execute(
        "SELECT d.id, r.sha256, r.codec, r.data FROM documents d LEFT JOIN acquisitions a ON a.docno = d.docno "
        "LEFT JOIN raw r ON r.sha256 = a.raw_sha256 WHERE d.docno = ? ORDER BY r.data IS NULL, a.acquisitionno LIMIT 1",
        (docno,),
    ).fetchone()
    if found["data"] is None:
        raise CaseError(f"{path}: the bytes of {found['id']} were not kept")
    try:
        data = zlib.decompress(found["data"]) if found["codec"] == "zlib" else bytes(found["data"])
    except zlib.error:
        data = b""
    if sha256(data).hexdigest() != found["sha256"]:
        raise CaseError(f"{path}: the bytes of {found['id']} are damaged: they do not have their SHA-256 any more")
    return data
