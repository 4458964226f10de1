"""Disputes of a case against its gold: what the comparison finds, alone and with the events that are found.

    python -m bench.disputes FOLDER SCORER [--reader rules]

FOLDER holds a case (`documents.jsonl`, `gold.json`); SCORER is its `score_case.py`. Twice: with the gold's events over
the claims that were read of them (the comparison alone), and with the events that are found. The disputes that are
missing or false are listed with what was read.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.common import Record, document, json_lines, need, reader_option, readings
from rashomon.comparing.disputes import DISPUTES, Finding, find
from rashomon.comparing.events import Event, Mention
from rashomon.comparing.events import find as find_events
from rashomon.export.case_gold.disputes import disputes as as_disputes
from rashomon.export.case_gold.events import events as as_events
from rashomon.model import Claim, Reading


def gold_events(gold: Record, read: Sequence[Reading]) -> list[Event]:
    """The gold's events, over our claims whose trigger or number stands in a mention's trigger."""
    claims = {reading.document.id: reading.claims for reading in read}
    found = []
    for event in gold["events"]:
        some = {
            Mention(document=mention["doc"], claim=claim.id, chain=claim.speakers)
            for mention in event["mentions"]
            for claim in claims[mention["doc"]]
            if _speaks(claim, mention["start"], mention["end"])
        }
        ordered = tuple(sorted(some, key=lambda mention: mention.id))
        found.append(
            Event(
                id=event["id"],
                title=event["what"],
                type=None,
                place=event["place"],
                place_id=None,
                since=None,
                until=None,
                mentions=ordered,
            )
        )
    return found


def _speaks(claim: Claim, start: int, end: int) -> bool:
    spans = [(claim.start, claim.end), *((q.start, q.end) for q in claim.quantities)]
    return any(first < end and start < last for first, last in spans)


def scored(scorer: Path, gold: Path, predicted: Record) -> str:
    """The scorer's lines on events and disputes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predicted.json"
        path.write_text(json.dumps(predicted), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(scorer), str(gold), str(path)], check=True, capture_output=True, text=True
        )
    return "\n".join(line for line in done.stdout.splitlines() if line.startswith(("events", "disputes")))


def errors(gold: Record, found: Sequence[Finding], gold_of: Mapping[str, str]) -> list[str]:
    """The gold's disputes that are not found, and those found that are not the gold's."""
    wanted = Counter((d["event"], d["slot"]) for d in gold["disputes"])
    had = Counter((gold_of.get(f.event, f.event), f.slot) for f in found if f.kind in DISPUTES)
    about = defaultdict(list)
    for dispute in gold["disputes"]:
        about[dispute["event"], dispute["slot"]].append(f"{dispute['kind']}, {dispute['about']}")
    missed = [f"missed: {event} {slot} ({'; '.join(about[event, slot])})" for event, slot in sorted(wanted - had)]
    false = [
        f"false: {gold_of.get(f.event, f.event)} {f.slot} {f.kind}: "
        + " | ".join(f"{p.value} ({', '.join(w.claim for h in p.holders for w in h.words)})" for p in f.positions)
        for f in found
        if f.kind in DISPUTES and (gold_of.get(f.event, f.event), f.slot) in had - wanted
    ]
    return [*missed, *false]


def main() -> None:
    """Prints the scores and the errors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("scorer", type=Path)
    reader_option(parser)
    options = parser.parse_args()
    path = options.folder / "gold.json"
    need(path, options.folder / "documents.jsonl", options.scorer)
    gold = json.loads(path.read_text(encoding="utf-8"))
    texts = [{**record, "source": record["outlet"]} for record in json_lines(options.folder / "documents.jsonl")]
    read = list(readings(map(document, texts), reader=options.reader))
    ours = gold_events(gold, read)
    gold_of = {m.id: event.id for event in ours for m in event.mentions}
    for name, events in (("gold events over our claims", ours), ("events as found", list(find_events(read)))):
        _report(name, events, read, gold, path, options.scorer, gold_of)


def _report(
    name: str,
    events: Sequence[Event],
    read: Sequence[Reading],
    gold: Record,
    path: Path,
    scorer: Path,
    gold_of: Mapping[str, str],
) -> None:
    found = find(events, read)
    own = {}
    for event in events:
        votes = Counter(gold_of[m.id] for m in event.mentions if m.id in gold_of)
        own[event.id] = min(votes, key=lambda id: (-votes[id], id)) if votes else f"none ({event.title})"
    print(f"\n{name}: {len(events)} events")
    claims = {f"{reading.document.id}:{claim.id}": claim for reading in read for claim in reading.claims}
    print(scored(scorer, path, {"events": as_events(events, claims), "disputes": as_disputes(found)}))
    print("\n".join(f"  {line}" for line in errors(gold, found, own)))


if __name__ == "__main__":
    main()
