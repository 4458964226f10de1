"""Time and memory of comparing a whole case.

    python -m bench.comparison [--documents 1000,4000] [--commands events,disputes,control,relations,witnesses]

Makes a case of invented readings: happenings of a few towns and parties, each told by four documents of other outlets
(one of which prints another's words), three claims a document, with the evidence that a reader would give. Then runs
each command on it in a process of its own: seconds of CPU and peak memory. Nothing of it was read in a text.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from bench.case_claims import SYLLABLES
from bench.common import table
from rashomon.case import runs
from rashomon.case.opening import connect
from rashomon.case.writing import Writer
from rashomon.intake.types import Origin, Taken
from rashomon.model import Actor, Claim, Control, Document, Evidence, Quantity, Reading, Span, TextQuote, Versions

COMMANDS = ("events", "disputes", "control", "relations", "witnesses")
_BEGIN = date(2031, 1, 1)
_A_DAY = 5
"""Happenings that begin on one day."""
_TELLERS = 4
_FIELDS = ("type", "agents", "recipients", "place", "when", "factuality", "speakers")
_VERSIONS = Versions(rashomon="0", reader="by hand", parser="none", knowledge="none")


class _Text:
    """A document that grows by sentences with claims."""

    def __init__(self) -> None:
        self.text = ""
        self.claims: list[Claim] = []

    def says(self, sentence: str, trigger: str, **fields: Any) -> None:
        start = len(self.text)
        self.text += sentence + " "
        at = start + sentence.index(trigger)
        evidence = tuple(
            Evidence(field=name, value=trigger, score=0.5, rule="made up", start=at, end=at + len(trigger))
            for name in _FIELDS
        )
        self.claims.append(Claim(
            id=f"c{len(self.claims) + 1}", trigger=trigger, start=at, end=at + len(trigger), quote=sentence,
            quote_start=start, quote_end=start + len(sentence), evidence=evidence,
            selector=TextQuote(exact=sentence, prefix="", suffix=""), **{"kind": "event", **fields},
        ))  # fmt: skip


def made(documents: int, rng: Random) -> Iterator[Reading]:
    """So many readings. Towns and parties become more with the root of the number."""
    many = max(8, int(documents**0.5))
    towns = ["".join(rng.choices(SYLLABLES, k=3)).title() for _ in range(many)]
    parties = [f"{''.join(rng.choices(SYLLABLES, k=2)).title()} Front" for _ in range(many)]
    outlets = [f"{''.join(rng.choices(SYLLABLES, k=3)).title()} Post" for _ in range(40)]
    for number in range(documents // _TELLERS):
        day = _BEGIN + timedelta(days=number // _A_DAY)
        town, (one, other), dead = rng.choice(towns), rng.sample(parties, 2), rng.randint(2, 60)
        printed = None
        for teller, outlet in enumerate(rng.sample(outlets, _TELLERS)):
            text = printed if teller == _TELLERS - 1 and printed else _told(town, one, other, dead + teller, day, rng)
            printed = printed or text
            yield _reading(f"h{number}t{teller}", outlet, day + timedelta(days=1), text, (one, other))


def _told(town: str, one: str, other: str, dead: int, day: date, rng: Random) -> _Text:
    text = _Text()
    when, weapon = day.isoformat(), rng.choice(("shelled", "bombed", "attacked"))
    text.says(f"The {one} {weapon} the market of {town} on {day:%d %B}.", weapon, type="ASSAULT", agents=(one,),
              recipients=("market",), place=town, when=when)  # fmt: skip
    text.says(f"At least {dead} people were killed there.", "killed", type="ASSAULT", recipients=(f"{dead} people",),
              quantities=(Quantity(what="killed", min=dead, max=None, who=None, start=0, end=0),),
              place=town, when=when)  # fmt: skip
    if rng.random() < 0.5:
        text.says(f"The {one} denied having {weapon} {town}.", weapon, type="ASSAULT", agents=(one,), place=town,
                  factuality="not", speakers=(one,))  # fmt: skip
    else:
        text.says(f"The {other} took {town} from the {one}.", "took", kind="control", type="COERCE", place=town,
                  when=when, control=Control(place=town, from_=one, to=other))  # fmt: skip
    return text


def _reading(id: str, outlet: str, published: date, told: _Text, parties: Sequence[str]) -> Reading:
    words = told.text
    actors = tuple(Actor(name=name, kind="group", mentions=tuple(_spans(words, name))) for name in parties)
    document = Document(id=id, text=words, source=outlet, title=f"Report {id}", published=published.isoformat())
    return Reading(document=document, claims=tuple(told.claims), actors=actors, versions=_VERSIONS)


def _spans(text: str, name: str) -> Iterator[Span]:
    at = text.find(name)
    while at >= 0:
        yield Span(start=at, end=at + len(name))
        at = text.find(name, at + 1)


def make(path: Path, documents: int, seed: int = 1) -> None:
    """A case of so many documents."""
    db = connect(path, create=True, write=True)
    with db:
        db.execute("BEGIN")
        db.execute("INSERT INTO runs (command, settings, version, begun) VALUES ('add', '{}', '0', ?)", (runs.now(),))
        writer = Writer(db, 1, runs.now(), keep_raw=False)
        for reading in made(documents, Random(seed)):
            taken = Taken(reading.document, Origin("file", path=reading.document.id), reading.document.text.encode())
            docno, _ = writer.document(taken)
            writer.reading(docno, reading)
    db.close()


def measured(command: str, path: Path) -> tuple[float, float]:
    """Seconds of CPU and MiB at most that a command takes."""
    process = subprocess.Popen(
        [sys.executable, "-m", "rashomon", command, str(path)], stdout=subprocess.DEVNULL, start_new_session=True
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"rashomon {command} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", default="1000,4000")
    parser.add_argument("--commands", default=",".join(COMMANDS))
    arguments = parser.parse_args(argv)
    rows = []
    for documents in map(int, arguments.documents.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "case.db"
            make(path, documents)
            for command in arguments.commands.split(","):
                seconds, peak = measured(command, path)
                rows.append(
                    [command, f"{documents:,}", f"{seconds:.1f}", f"{1000 * seconds / documents:.1f}", f"{peak:.0f}"]
                )
    print(table(["command", "documents", "CPU s", "ms a document", "peak, MiB"], rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
