"""What is wrong with a passage: its fields, its notation, and how its claims fit its text and the guidelines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from rashomon.knowledge.base import load_yaml
from training.finding import Text
from training.notation import NotationError, read
from training.passages import KEYS, Entry
from training.records import Record, Tied

NEEDED = ("id", "genre", "region", "text", "claims")
MOST_SENTENCES = 12

_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_WHEN = re.compile(rf"{_DATE}(?:/{_DATE})?")


@dataclass(frozen=True)
class Fault:
    """Something to mend, at a line of a file. A warning is to be looked at, and may be right as it is."""

    file: Path
    line: int
    passage: str
    reason: str
    warning: bool = False

    def __str__(self) -> str:
        kind = "warning: " if self.warning else ""
        return f"{self.file}:{self.line}: {self.passage}: {kind}{self.reason}"


@dataclass
class Checked:
    """A passage with its claims as far as they could be read, and what is wrong with it."""

    entry: Entry
    claims: list[Record] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, line: int, reason: str, warning: bool = False) -> None:
        """Notes something that is wrong."""
        self.faults.append(Fault(self.entry.file, line, self.entry.id, reason, warning))


def check(entry: Entry) -> Checked:
    """A passage, checked on its own."""
    done = Checked(entry)
    for reason in _fields(entry):
        done.fault(entry.start, reason)
    text = Text(entry.fields.get("text", ""))
    if len(text.sentences) > MOST_SENTENCES:
        done.fault(entry.start, f"{len(text.sentences)} sentences, more than {MOST_SENTENCES}")
    for number, line in entry.lines:
        try:
            tied = Tied(read(line), text)
            claim = {"doc": entry.id, **tied.record()}
        except NotationError as error:
            done.fault(number, f"{error}: {line}")
            continue
        for reason in [*tied.complaints, *_claim(claim, done.claims)]:
            done.fault(number, f"{reason}: {line}")
        for reason in _doubts(tied, claim):
            done.fault(number, f"{reason}: {line}", warning=True)
        done.claims.append(claim)
    return done


def _fields(entry: Entry) -> Iterator[str]:
    """What is wrong with the keys of a passage and their values."""
    yield from (f"no {key}" for key in NEEDED if key not in entry.fields)
    yield from (f"no such key: {key}" for key in sorted(entry.fields.keys() - KEYS))
    yield from (f"{key} is empty" for key in NEEDED[:-1] if not entry.fields.get(key, "-").strip())
    if not re.fullmatch(rf"{re.escape(entry.file.stem)}-\d{{3}}", entry.id):
        yield f"an id is the file's name and three digits, as {entry.file.stem}-001"
    if "published" in entry.fields and not re.fullmatch(_DATE, entry.fields["published"]):
        yield f"published is no ISO date: {entry.fields['published']!r}"


def _claim(claim: Record, before: Sequence[Record]) -> Iterator[str]:
    """What is wrong with a claim that could be read."""
    if claim["mode"] and claim["mode"] not in _modes(claim["type"]):
        yield f"{claim['type']} has no mode {claim['mode']!r}"
    if claim["when"] and not _WHEN.fullmatch(claim["when"]):
        yield f"no ISO date or interval: {claim['when']!r}"
    if claim["kind"] == "relation" and not claim["agents"]:
        yield "a relation has an agent"
    if claim["kind"] == "appraisal" and not claim["recipients"]:
        yield "an appraisal names the one judged as recipient"
    if any(q["min"] is not None and q["max"] is not None and q["min"] > q["max"] for q in claim["quantities"]):
        yield "a quantity's least is more than its most"
    if claim["negated"] and claim["factuality"] not in ("future", "demanded", "hypothetical"):
        yield "negated is for what is aimed at, demanded or supposed"
    if claim in before:
        yield "the same claim twice"


def _doubts(tied: Tied, claim: Record) -> Iterator[str]:
    """What is seldom right."""
    yield from (f"no cue for teller {t.teller.name!r}" for t in tied.line.tellers if not t.cue and not t.teller.nowhere)
    if tied.line.trigger.nth is None and (n := len(tied.text.exactly(claim["trigger"]))) > 1:
        yield f"the trigger stands in the text {n} times: write which (#1)"
    if claim["kind"] == "relation" and len(claim["agents"]) == 1 and not claim["recipients"]:
        yield "a relation with one side"
    if claim["kind"] == "control" and not (claim["control"]["from"] or claim["control"]["to"]):
        yield "control with no side known"


@cache
def _modes(type_: str | None) -> frozenset[str]:
    """The modes of a PLOVER type, those of our own among them."""
    entry = load_yaml("plover.yaml")["types"].get(type_, {})
    return frozenset([*entry.get("modes", []), *entry.get("own_modes", [])])
