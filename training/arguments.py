"""What the arguments of a claim's record say: which words stand for whom, in which role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.reading.learned.types import Stretch
from training.records import Record

ACTORS = {"agent", "recipient", "from", "to", "teller", "place"}
"""Roles whose words stand for an actor or a place."""

Named = tuple[str, int, int]
"""A name, and the words that stand for it: their first and last, or where they start and end in the text."""


def roles(record: Record) -> Iterator[tuple[str, str, int | None, int | None]]:
    """The arguments of a claim, tellers divided into the innermost and those around it; the innermost one's cue."""
    inner = record["speakers"][-1] if record["speakers"] else ""
    for a in record["arguments"]:
        role, within = a["role"], bool(a["name"]) and a["name"] in inner
        if role == "cue" and not within:
            continue  # the cue around another is that one's
        if role == "teller" and not within:
            role = "teller-outer"
        yield role, a["name"], a["start"], a["end"]


def named(claims: Iterable[Record]) -> Iterator[Named]:
    """Everybody and every place that fills a role anywhere in the text, where its words stand (code points)."""
    for claim in claims:
        for a in claim["arguments"]:
            if a["start"] is not None and a["role"] in ACTORS:
                yield a["name"], a["start"], a["end"]


def nearest(name: str, at: int, places: Iterable[Named]) -> Stretch | None:
    """The nearest words that stand for this name elsewhere in the text; those before the trigger first."""
    same = [(first, last) for other, first, last in places if other == name]
    return min(same, key=lambda s: (s[0] > at, abs(at - s[0])), default=None)
