"""A case of many accounts against its gold: origins, events, disputes, control, relations, by the case's own scorer.

    python -m bench.case_gold CASES [--name dev] [--reader rules] [--fed]

CASES holds `score_case.py` and, in a folder NAME, `documents.jsonl` and `gold.json`. The documents are read, compared
and written as `rashomon export --format case-gold` writes them. `--fed`: the gold's mentions are fed in as claims
instead of what the reader finds, so that the analysis is measured alone: trigger, quote, factuality and type from the
gold; actors, place, day, numbers and teller as the reader has them for the same trigger, if it found it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bench.common import document, json_lines, need, reader_option, readings
from rashomon.export.case_gold import as_case_gold
from rashomon.model import Claim, Reading, TextQuote

_FED = 10_000  # beyond the numbers of what was read


def fed(read: Sequence[Reading], gold: dict[str, Any]) -> list[Reading]:
    """The readings with one claim for each gold mention, in place of the events that were read.

    What a mention's words say beyond the gold's fields comes from the claim that was read of the same trigger, if
    there is one, else from the nearest claim in the same quote.
    """
    mentions: dict[str, list[dict[str, Any]]] = {}
    for event in gold["events"]:
        for mention in event["mentions"]:
            mentions.setdefault(mention["doc"], []).append({**mention, "type": event["type"]})
    return [_fed(reading, mentions.get(reading.document.id, [])) for reading in read]


def _fed(reading: Reading, mentions: Iterable[dict[str, Any]]) -> Reading:
    text = reading.document.text
    others = [claim for claim in reading.claims if claim.kind in ("relation", "appraisal")]
    made = []
    for number, mention in enumerate(sorted(mentions, key=lambda m: (m["start"], m["end"])), 1):
        same = _read(reading.claims, mention["start"], mention["end"])
        start = text.find(mention["quote"])
        base: dict[str, Any] = {
            "id": f"c{_FED + number}",
            "kind": "event",
            "trigger": mention["trigger"],
            "start": mention["start"],
            "end": mention["end"],
            "quote": mention["quote"],
            "quote_start": start,
            "quote_end": start + len(mention["quote"]),
            "factuality": mention.get("factuality", "happened"),
            "selector": TextQuote(exact=mention["quote"], prefix="", suffix=""),
        }
        if same is not None:
            made.append(same.model_copy(update={**base, "kind": same.kind, "type": same.type or mention["type"]}))
        else:
            made.append(Claim(**{**base, "type": mention["type"], "endorsement": "endorses"}))
    return reading.model_copy(update={"claims": tuple(sorted([*others, *made], key=lambda c: (c.start, c.id)))})


def _read(claims: Sequence[Claim], start: int, end: int) -> Claim | None:
    """The claim that was read of the same trigger."""
    some = [claim for claim in claims if claim.kind in ("event", "control") and claim.start < end and start < claim.end]
    return min(some, key=lambda claim: (abs(claim.start - start), claim.id), default=None)


def scored(folder: Path, gold: Path, predicted: str) -> str:
    """What the case's scorer prints."""
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "predicted.json"
        path.write_text(predicted, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(folder / "score_case.py"), str(gold), str(path)],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
    return done.stdout.rstrip()


def main() -> None:
    """Prints the scorer's figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("cases", type=Path)
    parser.add_argument("--name", default="dev")
    parser.add_argument("--fed", action="store_true", help="feed the gold's mentions in")
    parser.add_argument("-o", "--output", type=Path, help="keep what was predicted")
    reader_option(parser)
    options = parser.parse_args()
    folder = options.cases / options.name
    gold = folder / "gold.json"
    need(gold, folder / "documents.jsonl", options.cases / "score_case.py")
    texts = [{**record, "source": record["outlet"]} for record in json_lines(folder / "documents.jsonl")]
    read = list(readings(map(document, texts), reader=options.reader))
    if options.fed:
        read = fed(read, json.loads(gold.read_text(encoding="utf-8")))
    predicted = "".join(as_case_gold(read))
    if options.output:
        options.output.write_text(predicted, encoding="utf-8")
    print(scored(options.cases, gold, predicted))


if __name__ == "__main__":
    main()
