"""Events of invented accounts against the happenings marked in them: what is put together wrongly, and what apart.

    python -m bench.happenings [FOLDER] [--errors]

FOLDER holds files of marked accounts (default: our own, `bench/data/happenings`). The rules reader is given the marked
triggers and reads the rest; B3 is over all marked mentions that speak of something that happens.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.common import Record, document, need, table
from rashomon.comparing.events import find
from rashomon.model import Claim, Document, Reading
from rashomon.reading.rules import RuleReader

OURS = Path(__file__).with_name("data") / "happenings"
_MARK = re.compile(r"\[(\d+):([^\]]+)\]")
_PART = "\n===\n"
Span = tuple[int, int]
Key = tuple[str, int, int]


@dataclass(frozen=True)
class Marked:
    """A document, and the happenings that its words speak of, by the offsets of these words."""

    document: Document
    happenings: Mapping[Span, int]


def marked(path: Path) -> Iterator[Marked]:
    """The documents of one file."""
    for part in path.read_text(encoding="utf-8").split(_PART):
        head, _, body = part.partition("\n\n")
        record: Record = dict(line.split(": ", 1) for line in head.splitlines())
        text, spans, at = "", {}, 0
        for found in _MARK.finditer(body):
            text += body[at : found.start()]
            spans[len(text), len(text) + len(found[2])] = int(found[1])
            text, at = text + found[2], found.end()
        text += body[at:]
        yield Marked(document({**record, "source": record["outlet"], "text": text.rstrip()}), spans)


def read(reader: RuleReader, one: Marked) -> Reading:
    """A document read at its marks: one claim each."""
    reading = reader.read_at(one.document, one.happenings)
    first: dict[Span, Claim] = {}
    for claim in reading.claims:
        first.setdefault((claim.start, claim.end), claim)
    return reading.model_copy(update={"claims": tuple(first.values()), "tellers": ()})


def grouped(readings: Sequence[Reading]) -> dict[Key, str]:
    """For each mention that is in an event, the event's id."""
    claims = {(r.document.id, c.id): c for r in readings for c in r.claims}
    found = {}
    for event in find(readings):
        for mention in event.mentions:
            claim = claims[mention.document, mention.claim]
            found[mention.document, claim.start, claim.end] = event.id
    return found


def b_cubed(gold: Mapping[Key, object], found: Mapping[Key, object]) -> tuple[float, float]:
    """B3 precision and recall over the mentions that are in both."""
    keys = [key for key in gold if key in found]
    precision = recall = 0.0
    for key in keys:
        same = {other for other in keys if gold[other] == gold[key]}
        ours = {other for other in keys if found[other] == found[key]}
        precision += len(same & ours) / len(ours)
        recall += len(same & ours) / len(same)
    return (precision / len(keys), recall / len(keys)) if keys else (0.0, 0.0)


def main() -> None:
    """Prints a table, a row a war."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=OURS)
    parser.add_argument("--errors", action="store_true", help="the events as found, with the numbers of the happenings")
    options = parser.parse_args()
    need(options.folder)
    reader = RuleReader.load()
    rows = []
    for path in sorted(options.folder.glob("*.txt")):
        some = list(marked(path))
        gold = {(m.document.id, *span): number for m in some for span, number in m.happenings.items()}
        found = grouped([read(reader, one) for one in some])
        precision, recall = b_cubed(gold, found)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        rows.append((path.stem, len(gold), len(found), precision, recall, f1))
        if options.errors:
            texts = {m.document.id: m.document.text for m in some}
            for event in sorted(set(found.values())):
                own = [(gold[key], key) for key in sorted(found) if found[key] == event]
                print(
                    path.stem,
                    *(f"{key[0]} {number}:{texts[key[0]][key[1] : key[2]]}" for number, key in own),
                    sep=" | ",
                )
    print(table(("B3", "marked", "in events", "P", "R", "F1"), rows))


if __name__ == "__main__":
    main()
