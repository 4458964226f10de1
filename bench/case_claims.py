"""Fills a case with invented claims, straight through SQL: many at once, of a realistic spread.

Actors, places, outlets and words occur as Zipf has it: a few everywhere, most hardly ever. Dates lie between 2010 and
2025, denser in some years. Nothing in it was ever read in a text.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast, get_args

import numpy as np

from rashomon.case.opening import connect
from rashomon.knowledge.folding import fold
from rashomon.model import EventType

ACTORS, PLACES, OUTLETS, COUNTRIES, WORDS = 5_000, 3_000, 300, 60, 20_000
A_DOCUMENT = 20  # claims
_AT_ONCE = 50_000
_KINDS = {"event": 0.72, "control": 0.1, "relation": 0.08, "appraisal": 0.1}
_FACTUALITY = {"happened": 0.72, "not": 0.05, "possible": 0.05, "future": 0.07, "demanded": 0.07, "hypothetical": 0.04}
_MODES = ("aerial", "explosives", "firearms", "heavy-weapons", "seize", "arrest", "withdraw", "ceasefire", "meet", None)
_FIRST, _LAST = date(2010, 1, 1).toordinal(), date(2025, 12, 31).toordinal()
SYLLABLES = (
    "ba",
    "dor",
    "el",
    "fin",
    "gar",
    "hes",
    "im",
    "jol",
    "kun",
    "lat",
    "mer",
    "nos",
    "or",
    "pel",
    "ras",
    "sut",
)

Numbers = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class World:
    """The invented names, and a source of chance."""

    chance: np.random.Generator
    words: list[str]

    def actor(self, number: int) -> str:
        """The name of an actor."""
        return f"{self.words[number].title()} {self.words[WORDS - 1 - number].title()}"

    def place(self, number: int) -> str:
        """The name of a place."""
        return f"Tel {self.words[number + ACTORS].title()}"

    def outlet(self, number: int) -> str:
        """The name of an outlet."""
        return f"The {self.words[number + ACTORS + PLACES].title()} Post"


def world(seed: int) -> World:
    """The world of a seed."""
    syllables = SYLLABLES
    words = ["".join(syllables[(n // len(syllables) ** k) % len(syllables)] for k in range(4)) for n in range(WORDS)]
    return World(np.random.default_rng(seed), words)


def zipf(chance: np.random.Generator, kinds: int, size: int, slope: float = 1.0) -> Numbers:
    """Numbers below `kinds`; the n-th with a probability of 1 in n to the power of `slope`."""
    weights = 1 / np.arange(1, kinds + 1) ** slope
    return np.searchsorted(np.cumsum(weights / weights.sum()), chance.random(size)).clip(0, kinds - 1).astype(np.int64)


def fill(path: Path, claims: int, seed: int = 1) -> None:
    """Makes a case of so many claims."""
    there = world(seed)
    db = connect(path, create=True)
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA cache_size = -400000")
    db.execute("BEGIN")
    db.execute("INSERT INTO runs VALUES (1, 'add', '{}', 'bench', '2026-01-01T00:00:00Z', NULL, NULL)")
    chance = there.chance
    for n in range(ACTORS + OUTLETS):
        name = there.actor(n) if n < ACTORS else there.outlet(n - ACTORS)
        db.execute("INSERT INTO actors VALUES (?, ?, ?, ?, NULL)", (n + 1, f"name:{fold(name)}", name, "armed group"))
        db.execute("INSERT INTO actor_names VALUES (?, ?, ?)", (fold(name), n + 1, name))
    for n in range(PLACES):
        name, country = there.place(n), f"X{chr(65 + n % COUNTRIES // 26)}{chr(65 + n % COUNTRIES % 26)}"
        point = (float(chance.uniform(10, 40)), float(chance.uniform(20, 60)))
        row = (n + 1, f"name:{fold(name)}", name, "town", None, country, f"Division {n % 400}", *point, 5.0)
        db.execute("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        db.execute("INSERT INTO place_names VALUES (?, ?, ?)", (fold(name), n + 1, name))
    db.execute("COMMIT")
    for begin in range(0, claims, _AT_ONCE):
        db.execute("BEGIN")
        _some(db, there, begin, min(_AT_ONCE, claims - begin))
        db.execute("COMMIT")
    db.execute("PRAGMA optimize")
    db.close()


def _some(db: Any, there: World, begin: int, size: int) -> None:
    rows = list(_claims(there, begin, size))
    documents = [rows[n : n + A_DOCUMENT] for n in range(0, size, A_DOCUMENT)]
    body = zlib.compress(b'{"claims": []}')
    for claims in documents:
        docno, first = claims[0].docno, claims[0].published
        outlet, text = there.outlet(claims[0].outlet), ". ".join(claim.quote for claim in claims)
        iso = date.fromordinal(first).isoformat()
        db.execute(
            "INSERT INTO documents (docno, id, name, text, text_sha256, source, title, published, lang, first_day, "
            "last_day, runno) VALUES (?, ?, ?, ?, '', ?, ?, ?, 'en', ?, ?, 1)",
            (docno, f"{docno * 2654435761 % 2**64:016x}", f"d{docno}", text, outlet, text[:60], iso, first, first),
        )
        db.execute(
            "INSERT INTO readings VALUES (?, ?, '0', 'bench', 'none', 'none', '2026-01-01T00:00:00Z', 1, ?, ?, 1)",
            (docno, docno, len(claims), body),
        )
    marks = ", ".join("?" * 21)
    db.executemany(
        'INSERT INTO claims (claimno, docno, readingno, id, kind, type, mode, trigger, start, "end", quote, '
        "quote_start, quote_end, agents, recipients, speakers, place, first_day, last_day, dated, factuality, negated, "
        f"endorsement, quantities, unresolved, confidence) VALUES ({marks}, 0, ?, '[]', '[]', ?)",
        (claim.row(there) for claim in rows),
    )
    for table, column, width in (
        ("claim_actors", "parts", 3),
        ("claim_tellers", "tellers", 4),
        ("claim_places", "where", 3),
    ):
        given = sorted({row for claim in rows for row in cast("list[tuple[Any, ...]]", getattr(claim, column))})
        db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", given)


@dataclass(frozen=True, slots=True)
class _Claim:
    number: int
    docno: int
    outlet: int
    published: int
    first: int
    last: int
    dated: bool
    kind: str
    type: str | None
    mode: str | None
    factuality: str
    quote: str
    confidence: float | None
    roles: tuple[tuple[int, str], ...]
    speakers: tuple[int, ...]
    place: int | None

    @property
    def parts(self) -> list[tuple[int, str, int]]:
        return [(actor + 1, role, self.number) for actor, role in self.roles]

    @property
    def tellers(self) -> list[tuple[int, int, int, int]]:
        chain = (self.outlet + ACTORS, *self.speakers)
        return [(actor + 1, self.number, n, int(n == len(chain) - 1)) for n, actor in enumerate(chain)]

    @property
    def where(self) -> list[tuple[int, int, str]]:
        return [] if self.place is None else [(self.place + 1, self.number, "where")]

    def row(self, there: World) -> tuple[object, ...]:
        names = {
            role: json.dumps([there.actor(actor) for actor, its in self.roles if its == role])
            for role in ("agent", "recipient")
        }
        trigger = self.quote.partition(" ")[0]
        at = (self.number - 1) % A_DOCUMENT
        return (
            self.number, self.docno, self.docno, f"c{at + 1}", self.kind, self.type, self.mode, trigger, 200 * at,
            200 * at + len(trigger), self.quote, 200 * at, 200 * at + len(self.quote), names["agent"],
            names["recipient"], json.dumps([there.actor(actor) for actor in self.speakers]),
            None if self.place is None else there.place(self.place), self.first, self.last, int(self.dated),
            self.factuality, "neutral" if self.speakers else "endorses", self.confidence,
        )  # fmt: skip


def _claims(there: World, begin: int, size: int) -> Iterator[_Claim]:
    chance, types = there.chance, get_args(EventType)
    agents, recipients, speakers = (zipf(chance, ACTORS, size) for _ in range(3))
    places = zipf(chance, PLACES, size, 0.9)
    kinds = chance.choice(list(_KINDS), size, p=list(_KINDS.values()))
    said = chance.choice(list(_FACTUALITY), size, p=list(_FACTUALITY.values()))
    type_numbers, modes = zipf(chance, len(types), size, 0.7), chance.integers(0, len(_MODES), size)
    lengths = chance.integers(10, 41, size)
    words, used = zipf(chance, WORDS, int(lengths.sum()), 1.05), 0
    have = chance.random((5, size))
    months = [*np.cumsum(1 + 0.8 * np.sin(np.arange(192) / 9))]
    days = _FIRST + np.searchsorted(np.array(months) / months[-1], chance.random(size)) * 30.4
    outlets = zipf(chance, OUTLETS, size)
    for n in range(size):
        number = begin + n + 1
        lead = n - n % A_DOCUMENT  # the document's own
        published = min(int(days[lead]) + 15, _LAST)
        dated = bool(have[0, n] < 0.5)
        first = published - int(have[1, n] ** 4 * 700) if dated else published
        last = first + (364 if have[1, n] > 0.97 else 29 if have[1, n] > 0.9 else 0) if dated else published
        quote = " ".join(there.words[word] for word in words[used : used + lengths[n]])
        used += int(lengths[n])
        roles: tuple[tuple[int, str], ...] = ((int(agents[n]), "agent"),) if have[2, n] < 0.88 else ()
        if have[3, n] < 0.55:
            roles += ((int(recipients[n]), "recipient"),)
        told: tuple[int, ...] = (int(speakers[n]),) if have[4, n] < 0.4 else ()
        if have[4, n] < 0.04:
            told += (int(speakers[n - 1]),)
        yield _Claim(
            number, (number - 1) // A_DOCUMENT + 1, int(outlets[lead]), published, first, last, dated, str(kinds[n]),
            types[type_numbers[n]] if kinds[n] in ("event", "control") else None, _MODES[modes[n]], str(said[n]), quote,
            None if have[2, n] > 0.95 else round(float(have[3, n]), 3), roles, told,
            int(places[n]) if have[1, n] < 0.6 else None,
        )  # fmt: skip
