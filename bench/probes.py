"""Minimal pairs: short passages that differ in one respect, by a scorer that is given.

    python -m bench.probes PROBES.jsonl SCORER.py [--errors]

A passage is right when every claim is found with every field right and none is invented. The bar for rules
over a parser is 65 % of passages.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.common import document, json_lines, need, readings
from bench.gold import scorer
from rashomon.export import as_gold


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("probes", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--errors", action="store_true", help="show every passage with a fault")
    parser.add_argument("--jobs", type=int, default=1)
    given = parser.parse_args(arguments)
    need(given.probes, given.scorer)
    done = readings((document(record) for record in json_lines(given.probes)), given.jobs)
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        predicted.write_text("".join(as_gold(done)), encoding="utf-8")
        print(scorer(given.scorer, given.probes, predicted, *(["--errors"] if given.errors else [])), end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
