"""Counts what the public sets mark.

python -m training.examples ../shared/data
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tokenizers import Tokenizer

from training.examples import certainty, events, gum, propbank, re3d
from training.examples.types import Example
from training.net.start import tokenizer

SETS: dict[str, Callable[[Path, Tokenizer], list[Example]]] = {
    "propbank_ewt": propbank.load, "gum": gum.load, "re3d": re3d.load, "factuality": certainty.load,
    "event_location": events.load,
}  # fmt: skip
COLUMNS = ("examples", "groups", "words", "frames", "arguments", "mentions", "links", "away", "certainty", "syntax")


def counts(examples: Sequence[Example]) -> tuple[int, ...]:
    """In the order of COLUMNS; `away`: links with targets, `syntax`: words that are governed."""
    return (
        len(examples),
        len({e.group for e in examples}),
        sum(len(e.words) for e in examples),
        sum(len(e.frames) for e in examples),
        sum(len(f.arguments) for e in examples for f in e.frames),
        sum(len(e.mentions or ()) for e in examples),
        sum(len(e.links or ()) for e in examples),
        sum(bool(link.targets) for e in examples for link in e.links or ()),
        sum(len(e.certainty) for e in examples),
        sum(head >= 0 for e in examples for head in e.heads or ()),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    ap = argparse.ArgumentParser(description="Counts what the public sets mark.")
    ap.add_argument("folder", type=Path)
    folder: Path = ap.parse_args(arguments).folder
    pieces = tokenizer()
    print(f"{'':14}" + "".join(f"{name:>11}" for name in (*COLUMNS, "CPU s")))
    for name, load in SETS.items():
        start = time.process_time()
        row = counts(load(folder / name, pieces))
        print(f"{name:14}" + "".join(f"{n:11}" for n in row) + f"{time.process_time() - start:11.1f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
