"""How well the relations that accounts state are found: a case with gold answers, by its own scorer.

    python -m bench.relations CASES [--name dev] [--case CASE.db] [--reader rules]

CASES holds `score_case.py` and, in a folder NAME, `documents.jsonl` and `gold.json`. Without `--case` the documents are
read first. Prints the scorer's lines about relations, then each row found and each that was missed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.common import document, json_lines, need, reader_option, readings
from rashomon.analysis.relations import Stated, ledger, stated
from rashomon.case.case import open_case
from rashomon.model import Reading


def rows(found: Iterable[Stated]) -> list[dict[str, Any]]:
    """Stated relations in the form of the gold answers."""
    return [
        {
            "pair": [row.one, row.other],
            "sign": row.sign,
            "place": row.place,
            "from": row.since,
            "to": row.until,
            "account": row.account,
            "quote": row.quote,
        }
        for row in found
    ]


def read(documents: Path, reader: str) -> Iterator[Reading]:
    """Reads the documents of a case."""
    records = (record | {"source": record.get("outlet")} for record in json_lines(documents))
    return readings(map(document, records), reader=reader)


def score(cases: Path, gold: Path, relations: list[dict[str, Any]]) -> list[str]:
    """The scorer's lines about relations."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predicted.json"
        path.write_text(json.dumps({"relations": relations}), encoding="utf-8")
        command = [sys.executable, str(cases / "score_case.py"), str(gold), str(path)]
        lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("relations"))
    return lines[at : at + 2]


def main(argv: Sequence[str] | None = None) -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--name", default="dev")
    parser.add_argument("--case", type=Path)
    reader_option(parser)
    asked = parser.parse_args(argv)
    folder = asked.cases / asked.name
    need(asked.cases / "score_case.py", folder / "documents.jsonl", folder / "gold.json")
    if asked.case:
        with open_case(asked.case) as opened:
            found = rows(stated(ledger(opened.readings()).entries))
    else:
        found = rows(stated(ledger(list(read(folder / "documents.jsonl", asked.reader))).entries))
    print(*score(asked.cases, folder / "gold.json", found), sep="\n")
    for title, some in (("found", found), ("gold", json.loads((folder / "gold.json").read_text())["relations"])):
        print(f"\n{title}")
        for row in some:
            print(
                f"  {' / '.join(row['pair'])} {row['sign']} {row['place'] or '–'} by {row['account']}: {row['quote']!r}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
