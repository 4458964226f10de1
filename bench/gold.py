"""Accuracy on gold claims, by a scorer that is given.

    python -m bench.gold GOLD.jsonl DOCUMENTS.jsonl SCORE.py [--reader NAME] [--errors N] [--jobs N] [-o FILE]
    python -m bench.gold GOLD.jsonl DOCUMENTS.jsonl SCORE.py --predicted PREDICTED.jsonl

Reads the documents, writes what was read as one claim a line, runs the scorer on it, and prints its rows
beside what two careful annotators reach against each other and beside the bars: for rules over a parser, and for the
learned reader. `--predicted`: nothing is read; the claims of this file are scored (cross-validated ones, say).
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.common import document, json_lines, need, reader_option, readings, table
from rashomon.export import as_gold

TARGETS = {
    "found": (0.87, 0.66, 0.78), "typed": (0.78, 0.50, 0.66), "agents": (0.81, 0.52, 0.72),
    "recipients": (0.81, 0.42, 0.66), "told by another": (0.73, 0.52, 0.66), "not simply happened": (0.77, 0.50, 0.68),
    "places": (0.73, 0.45, 0.62), "control": (0.69, 0.38, 0.58), "whole claim": (0.56, 0.22, 0.42),
}  # fmt: skip
"""Row -> F1 of two annotators against each other on ten news texts; the first bar; the learned reader's."""
ALLEGATIONS = (0.37, 0.60, 0.42)
"""The same for the share of false allegations, where lower is better."""


def rows(scored: str, plain: str) -> list[tuple[object, ...]]:
    """The scorer's rows beside the targets, from its JSON and from its plain output."""
    found: list[tuple[object, ...]] = [
        (name, row["p"], row["r"], row["f1"], *TARGETS.get(name, (None, None, None)), row["n"])
        for name, row in json.loads(scored).items()
    ]
    if told := re.search(r"false allegations\s+(\d+)/(\d+) = ([\d.]+)", plain):
        found.append(("false allegations", None, None, float(told[3]), *ALLEGATIONS, int(told[2])))
    return found


def scorer(score: Path, gold: Path, predicted: Path, *options: str) -> str:
    """What the scorer prints."""
    command = [sys.executable, str(score), str(gold), str(predicted), *options]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("documents", type=Path)
    parser.add_argument("score", type=Path)
    parser.add_argument("--docs", help="only these documents (passed on to the scorer)")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N wrong claims")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, help="keep the claims read in this file")
    reader_option(parser)
    parser.add_argument("--predicted", type=Path, help="score the claims of this file instead of reading")
    given = parser.parse_args(arguments)
    need(given.gold, given.documents, given.score, *([given.predicted] if given.predicted else []))
    with tempfile.TemporaryDirectory() as folder:
        predicted = given.predicted or given.output or Path(folder) / "predicted.jsonl"
        if not given.predicted:
            done = readings((document(record) for record in json_lines(given.documents)), given.jobs, given.reader)
            predicted.write_text("".join(as_gold(done)), encoding="utf-8")
        only = ["--docs", given.docs] if given.docs else []
        plain = scorer(given.score, given.gold, predicted, *only)
        scored = scorer(given.score, given.gold, predicted, "--json", *only)
        print(plain.splitlines()[0])
        head = ("", "P", "R", "F1", "annotators", "first bar", "learned", "n")
        print(table(head, rows(scored, plain)))
        if given.errors:
            shown = scorer(given.score, given.gold, predicted, "--errors", str(given.errors), *only)
            print("\n".join(line for line in shown.splitlines() if line.startswith("{")))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
