"""Scores two annotations of the same passages against each other, by a scorer that is given.

    python -m training.pairs FIRST SECOND SCORE.py [--errors N] [-o FOLDER]

FIRST and SECOND are files or folders of passages, annotated by two who did not see each other's claims. Passages that
both hold are scored, the first as gold; both must have the same texts. `-o` keeps the two as one claim a line.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.common import need
from bench.gold import scorer
from training.passages import Passage, load


def both(first: Iterable[Passage], second: Iterable[Passage]) -> list[tuple[Passage, Passage]]:
    """The passages that both have annotated. Raises ValueError if the texts of one differ."""
    other = {passage.document.id: passage for passage in second}
    found = [(passage, other[passage.document.id]) for passage in first if passage.document.id in other]
    for one, two in found:
        if one.document.text != two.document.text:
            raise ValueError(f"{one.document.id}: the two texts differ")
    return found


def write(passages: Iterable[Passage], path: Path) -> Path:
    """Writes the claims of passages, one a line."""
    lines = [json.dumps(claim, ensure_ascii=False) + "\n" for passage in passages for claim in passage.claims]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("score", type=Path)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N claims on which they differ")
    parser.add_argument("-o", "--output", type=Path, metavar="FOLDER", help="keep first.jsonl and second.jsonl here")
    given = parser.parse_args(arguments)
    need(given.first, given.second, given.score)
    try:
        pairs = both(load(given.first), load(given.second))
    except ValueError as error:
        sys.exit(str(error))
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.output or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        first = write((one for one, _ in pairs), folder / "first.jsonl")
        second = write((two for _, two in pairs), folder / "second.jsonl")
        print(f"{len(pairs)} passages annotated twice")
        print(scorer(given.score, first, second, "--errors", str(given.errors)), end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
