"""A reader that is fast and does as the text says, and what is in a case."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path
from typing import Any

from rashomon.case.opening import connect
from rashomon.case.settings import Settings
from rashomon.model import Actor, Claim, Document, Reading, TextQuote, Versions

_DEED = re.compile(r"(\w+) (attacked) (\w+)")


class Fake:
    """Reads `A attacked B`; fails at `fail`, dies at `die!`, makes a reading that no case can hold at `unfit`."""

    def __init__(self, version: str) -> None:
        self.name = version
        self._versions = Versions(rashomon="0", reader=version, parser="none", knowledge="en-1")

    def read(self, document: Document) -> Reading:
        if "fail" in document.text:
            raise ValueError("no")
        if "die!" in document.text:
            os._exit(1)
        claims = [claim(match, number + 1) for number, match in enumerate(_DEED.finditer(document.text))]
        if "unfit" in document.text:
            claims += claims
        actors = tuple(Actor(name=name) for name in sorted({n for c in claims for n in (*c.agents, *c.recipients)}))
        return Reading(document=document, claims=tuple(claims), actors=actors, versions=self._versions)


def claim(match: re.Match[str], number: int) -> Claim:
    quote = TextQuote(exact=match[0], prefix="", suffix="")
    return Claim(
        id=f"c{number}", kind="event", type="ASSAULT", trigger=match[2], start=match.start(2), end=match.end(2),
        quote=match[0], quote_start=match.start(), quote_end=match.end(), selector=quote,
        agents=(match[1],), recipients=(match[3],),
    )  # fmt: skip


def load_fake() -> Fake:
    return Fake("fake-1")


def load_newer() -> Fake:
    return Fake("fake-2")


FAKE = Settings(load_fake)


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(connect(path)) as connection:
        return [tuple(row) for row in connection.execute(query)]


def one(path: Path, query: str) -> Any:
    [[value]] = rows(path, query)
    return value


def content(path: Path) -> list[Any]:
    """All that a case says, in an order that does not hang on when it was added: what an export is made of."""
    query = (
        "SELECT id, name, text, source, title, author, published, url, path, reader, body FROM documents "
        "LEFT JOIN readings ON readings.docno = documents.docno AND current = 1 ORDER BY id"
    )
    documents = [(*row[:-1], json.loads(zlib.decompress(row[-1]))) for row in rows(path, query)]
    places = (
        "SELECT id, how, a.path, member, a.raw_sha256 FROM acquisitions a JOIN documents USING (docno) ORDER BY 1, 3, 4"
    )
    claims = (
        "SELECT d.id, c.id, quote, agents, r.role, a.key, a.name, a.kind FROM claims c JOIN documents d USING (docno) "
        "JOIN claim_actors r USING (claimno) JOIN actors a USING (actorno) ORDER BY 1, 2, 5, 6"
    )
    refused = "SELECT place, reason, error, settled FROM quarantine ORDER BY 1, 2"
    return [documents, rows(path, places), rows(path, claims), rows(path, refused), sound(path)]


def sound(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO claims_text (claims_text) VALUES ('integrity-check')")
        found: str = connection.execute("PRAGMA integrity_check").fetchone()[0]
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
        return found
