"""Minimal pairs: short passages that differ in one respect, by a scorer that is given.

    python -m bench.probes PROBES.jsonl SCORER.py [--reader NAME] [--errors]
    python -m bench.probes PROBES.jsonl SCORER.py --predicted PREDICTED.jsonl

A passage is right when every claim is found with every field right and none is invented. The bar for rules
over a parser is 65 % of passages, for the learned reader 88 %. `--predicted`: the claims of this file are scored.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.common import document, json_lines, need, reader_option, readings
from bench.gold import scorer
from rashomon.export import as_gold


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("probes", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--errors", action="store_true", help="show every passage with a fault")
    parser.add_argument("--jobs", type=int, default=1)
    reader_option(parser)
    parser.add_argument("--predicted", type=Path, help="score the claims of this file instead of reading")
    given = parser.parse_args(arguments)
    need(given.probes, given.scorer, *([given.predicted] if given.predicted else []))
    with tempfile.TemporaryDirectory() as folder:
        predicted = given.predicted or Path(folder) / "predicted.jsonl"
        if not given.predicted:
            done = readings((document(record) for record in json_lines(given.probes)), given.jobs, given.reader)
            predicted.write_text("".join(as_gold(done)), encoding="utf-8")
        print(scorer(given.scorer, given.probes, predicted, *(["--errors"] if given.errors else [])), end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
