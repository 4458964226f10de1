"""A case against its gold: events and disputes, with our reader and with the gold's mentions fed in.

    python -m bench.case_gold FOLDER SCORER [--reader rules]

FOLDER holds a case (`documents.jsonl`, `gold.json`); SCORER is its `score_case.py`. With the gold's mentions, the rules
reader is given their triggers and reads the rest of each claim there by itself (roles, place, time, numbers, tellers,
type); quotes and factuality are the gold's. Never what the gold says of the event.
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
from rashomon.model import Claim, Document, Reading
from rashomon.reading.rules import RuleReader


def with_gold_mentions(reader: RuleReader, document: Document, gold: Record) -> Reading:
    """A document read at the gold's mentions in it: one claim each."""
    mentions = [m for event in gold["events"] for m in event["mentions"] if m["doc"] == document.id]
    at = {(m["start"], m["end"]): m for m in mentions}
    reading = reader.read_at(document, at)
    first: dict[tuple[int, int], Claim] = {}
    for claim in reading.claims:
        first.setdefault((claim.start, claim.end), claim)
    made = (_given(document.text, claim, at[span]) for span, claim in first.items())
    return reading.model_copy(update={"claims": tuple(made), "tellers": ()})


def _given(text: str, claim: Claim, mention: Record) -> Claim:
    start = text.index(mention["quote"])
    quote = {"quote": mention["quote"], "quote_start": start, "quote_end": start + len(mention["quote"])}
    return claim.model_copy(update={**quote, "factuality": mention.get("factuality", "happened")})


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
    documents = [document({**record, "source": record["outlet"]}) for record in json_lines(texts)]
    read = list(readings(documents, reader=options.reader))
    print("our reader")
    print(scored(options.scorer, path, read))
    print("gold mentions fed in")
    rules = RuleReader.load()
    print(scored(options.scorer, path, [with_gold_mentions(rules, one, gold) for one in documents]))


if __name__ == "__main__":
    main()
