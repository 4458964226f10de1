"""How well who holds a place is found: a case with gold answers by its own scorer, or notes of towns by last holder.

    python -m bench.control cases FOLDER SCORER [--reader rules]
    python -m bench.control notes NOTES.csv [--reader rules] [--labels bench/data/control_notes.tsv]

FOLDER holds `documents.jsonl` and `gold.json`; SCORER is its `score_case.py`. NOTES.csv has a town a row: `Name`,
`Held by`, `As of`, and `More information`, a note that is read as one account, its town put in where it is left
out ("Captured by" is read as "Orm was captured by"); a note that states no holder is left out. Labels are the
holders that notes state, in order, by hand: against them the last holder and the whole sequence are counted too.
Prints the figures, then what is missed or parts from the list.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bench.common import document, json_lines, need, reader_option, readings
from rashomon.analysis.control import Ledger, ledgers
from rashomon.comparing.events import find
from rashomon.model import Reading

_UNLIKE = {"Donetsk PR": "Russia", "Luhansk PR": "Russia", "DPR": "Russia", "LPR": "Russia"}
"""Whom the list counts as another: it has the two republics' towns as held by Russia."""
_SHORT = {"LPR": "Luhansk PR", "DPR": "Donetsk PR"}


def rows(found: Iterable[Ledger]) -> dict[str, list[dict[str, Any]]]:
    """Ledgers in the form of the gold answers: by place, a row a stretch whose holder is told."""
    by_place: dict[str, list[dict[str, Any]]] = {}
    for ledger in found:
        for one in ledger.tenures:
            if one.holder:
                since = one.since if one.begins == "said" else None
                row = {"account": ledger.account, "holder": one.holder, "from": since, "to": one.until}
                by_place.setdefault(ledger.place, []).append(row)
    return by_place


def last_holder(found: Sequence[Ledger], town: str) -> str | None:
    """Who has the whole town at the end of its only account; None: it does not say."""
    own = [tenure for ledger in found for tenure in ledger.tenures if ledger.place == town and tenure.part is None]
    if not own or own[-1].until is not None or own[-1].ended_by:
        return None
    return own[-1].holder


def of_cases(folder: Path, scorer: Path, reader: str) -> None:
    """The scorer's line, then found and gold."""
    need(folder / "documents.jsonl", folder / "gold.json", scorer)
    records = (record | {"source": record.get("outlet")} for record in json_lines(folder / "documents.jsonl"))
    read = list(readings(map(document, records), reader=reader))
    found = rows(ledgers(read, find(read)))
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "predicted.json"
        path.write_text(json.dumps({"control": found}), encoding="utf-8")
        command = [sys.executable, str(scorer), str(folder / "gold.json"), str(path)]
        lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    print(*(line for line in lines if line.startswith("control")), sep="\n")
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["control"]
    for title, some in (("found", found), ("gold", gold)):
        print(f"\n{title}")
        for place in sorted(some):
            for row in some[place]:
                print(f"  {place}: {row['holder'] or '–'} by {row['account']}, {row.get('from')} to {row.get('to')}")


def of_notes(path: Path, reader: str, labels: Path | None) -> None:
    """Precision of the last holder where the note states one, and how many do."""
    need(path)
    with path.open(encoding="utf-8", newline="") as lines:
        towns = [row for row in csv.DictReader(lines) if row["More information"].strip()]
    texts = [{"id": f"t{n}", "title": row["Name"], "text": _text(row)} for n, row in enumerate(towns)]
    stated, right, wrong = 0, 0, []
    read = list(readings(map(document, texts), reader=reader))
    if labels is not None:
        print(_by_hand(labels, towns, read))
    for row, reading in zip(towns, read, strict=True):
        said = _said(reading, row["Name"])
        if said is None:
            continue
        stated += 1
        if row["Held by"] in {_UNLIKE.get(side.strip(), side.strip()) for side in said.split("/")}:
            right += 1
        else:
            unnamed = "" if row["Held by"] in row["More information"] else "the note does not name him, "
            wrong.append(
                f"  {row['Name']}: {unnamed}read {said}, listed {row['Held by']}: {row['More information'].strip()}"
            )
    print(f"notes {len(towns)}, last holder read {stated} ({stated / len(towns):.3f})", end=", ")
    print(f"precision {right / stated:.3f}" if stated else "precision –")
    against = sum("does not name him" in line for line in wrong)
    print(f"of {len(wrong)} that part from the list, {against} are of notes that do not name whom it lists")
    print(*wrong, sep="\n")


def _by_hand(labels: Path, towns: Sequence[dict[str, str]], read: Sequence[Reading]) -> str:
    """Against holders labelled by hand: the last one, and all of them in order."""
    last = right = silent = whole = stating = 0
    with labels.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"):
            number = int(row["note"])
            wanted = [] if row["holders"] == "-" else row["holders"].split(" > ")
            if towns[number]["Name"].strip() != row["town"]:
                raise SystemExit(f"{labels}: note {number} is of {towns[number]['Name']}, not of {row['town']}")
            ledger = ledgers([read[number]])
            said = last_holder(ledger, towns[number]["Name"])
            stating += bool(wanted)
            if said is None:
                silent += not wanted
                continue
            last += 1
            right += bool(wanted) and _same(said, wanted[-1])
            found = [t.holder for one in ledger for t in one.tenures if t.holder and set(t.claims) - set(t.ended_by)]
            whole += len(found) == len(wanted) and all(map(_same, map(str, found), wanted))
    return (
        f"labelled by hand: {stating} notes state a holder; last holder read in {last}, right {right} "
        f"(precision {right / max(1, last):.3f}, of those that state one {right / max(1, stating):.3f}); "
        f"whole sequence right in {whole}; silent where the note is: {silent}"
    )


def _same(one: str, other: str) -> bool:
    """Whether two names of holders share a side: "Russia/ LPR" is Russia too."""
    sides = [{_SHORT.get(side.strip(), side.strip()) for side in name.split("/")} for name in (one, other)]
    return bool(sides[0] & sides[1])


def _text(row: dict[str, str]) -> str:
    """The note as whole sentences: where one begins with a participle, the town that it leaves out is put in."""
    note = " ".join(row["More information"].split())
    begun = r"(?:(?<=^)|(?<=[.)] )|(?<=[.)]))((?:Mostly |Partly )?)([A-Z]?[a-z]+ed|Taken) (by|in|from)\b"
    return re.sub(begun, lambda m: f"{row['Name']} was {m[1].lower()}{m[2].lower()} {m[3]}", note)


def _said(reading: Reading, town: str) -> str | None:
    return last_holder(ledgers([reading]), town)


def main(argv: Sequence[str] | None = None) -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="what", required=True)
    cases, notes = kinds.add_parser("cases"), kinds.add_parser("notes")
    cases.add_argument("folder", type=Path)
    cases.add_argument("scorer", type=Path)
    notes.add_argument("notes", type=Path)
    notes.add_argument("--labels", type=Path, help="holders labelled by hand")
    for one in (cases, notes):
        reader_option(one)
    asked = parser.parse_args(argv)
    if asked.what == "cases":
        of_cases(asked.folder, asked.scorer, asked.reader)
    else:
        of_notes(asked.notes, asked.reader, asked.labels)
    return 0


if __name__ == "__main__":
    sys.exit(main())
