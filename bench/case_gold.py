"""A case against its gold: events and disputes, with our reader and with the gold's mentions fed in.

    python -m bench.case_gold FOLDER SCORER [--reader rules]

FOLDER holds a case (`documents.jsonl`, `gold.json`); SCORER is its `score_case.py`. With the gold's mentions,
claims are made of their triggers, quotes and factuality; what else a claim has is what our reader read there, and
where it read nothing, the kind and type that our knowledge gives the word. Never what the gold says of the event.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.common import Record, document, json_lines, need, reader_option, readings
from rashomon.export.case_gold import as_case_gold
from rashomon.knowledge.deeds import Sense, senses
from rashomon.model import Claim, Reading, TextQuote

_ENDINGS = ("", "s", "es", "d", "ed", "ing", "n", "en")


def with_gold_mentions(reading: Reading, gold: Record) -> Reading:
    """The reading with claims of the gold's mentions in its document instead of its own."""
    mentions = [m for event in gold["events"] for m in event["mentions"] if m["doc"] == reading.document.id]
    made = []
    for number, mention in enumerate(sorted(mentions, key=lambda m: (m["start"], m["end"])), 1):
        read = _read_there(reading, mention)
        quote_start = reading.document.text.index(mention["quote"])
        given = {
            "id": f"c{number}",
            "trigger": mention["trigger"],
            "start": mention["start"],
            "end": mention["end"],
            "quote": mention["quote"],
            "quote_start": quote_start,
            "quote_end": quote_start + len(mention["quote"]),
            "factuality": mention.get("factuality", "happened"),
        }
        made.append(read.model_copy(update=given) if read else _bare(given))
    return reading.model_copy(update={"claims": tuple(made), "tellers": ()})


def _read_there(reading: Reading, mention: Record) -> Claim | None:
    """What was read of a happening whose trigger stands in a mention's."""
    some = [c for c in reading.claims if c.start < mention["end"] and mention["start"] < c.end]
    return next((c for c in some if c.kind in ("event", "control")), None)


def _bare(given: Record) -> Claim:
    sense = _sense(given["trigger"])
    quote = TextQuote(exact=given["quote"], prefix="", suffix="")
    known = sense is not None and sense.kind in ("event", "control")
    type, kind = (sense.type, sense.kind) if sense and known else (None, "event")
    return Claim(**given, kind=kind, type=type, selector=quote)


def _sense(trigger: str) -> Sense | None:
    """The first sense of the first word that the knowledge enters, by its form less an ending."""
    known = senses("en")
    for word in trigger.lower().split():
        for ending in _ENDINGS:
            stem = word.removesuffix(ending) if ending else word
            for lemma in (stem, f"{stem}e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem):
                for part in ("verb", "noun", "adj"):
                    if found := known.get((lemma, part)):
                        return found[0]
    return None


def scored(scorer: Path, gold: Path, read: Sequence[Reading]) -> str:
    """What the scorer prints of a case."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predicted.json"
        path.write_text("".join(as_case_gold(read)), encoding="utf-8")
        command = [sys.executable, str(scorer), str(gold), str(path)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Prints the scorer's figures, twice."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("scorer", type=Path)
    reader_option(parser)
    options = parser.parse_args()
    path, texts = options.folder / "gold.json", options.folder / "documents.jsonl"
    need(path, texts, options.scorer)
    gold = json.loads(path.read_text(encoding="utf-8"))
    records = [{**record, "source": record["outlet"]} for record in json_lines(texts)]
    read = list(readings(map(document, records), reader=options.reader))
    print("our reader")
    print(scored(options.scorer, path, read))
    print("gold mentions fed in")
    print(scored(options.scorer, path, [with_gold_mentions(one, gold) for one in read]))


if __name__ == "__main__":
    main()
