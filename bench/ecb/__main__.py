"""How well mentions of one event are put together across articles, beside the floor of equal head lemmas.

    python -m bench.ecb FOLDER [--split dev] [--fit FILE] [--errors 10]

FOLDER holds the gold mentions and annotated articles of ECB+ (see `loading`). `--fit` first fits the weights to the
train split and writes them to FILE, then measures with them. A scope says what is kept apart beforehand, for the floor
and for us: mentions of two subtopics, of two topics, or none.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from bench.common import need, table
from bench.ecb.baseline import SCOPES, head_lemma
from bench.ecb.conll import Conll, conll
from bench.ecb.errors import causes, shown
from bench.ecb.fitting import fitted, written
from bench.ecb.grouping import Split, ours
from rashomon.comparing.events.scoring.weights import load


def main(argv: Sequence[str] | None = None) -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m bench.ecb", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="ECB+: *_event_mentions.jsonl and topics-*.zip")
    parser.add_argument("--split", default="dev", help="which mentions are measured (default: dev)")
    parser.add_argument("--fit", type=Path, metavar="FILE", help="fit weights to the train split, and write them here")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="count wrong pairs, and show so many of either sort"
    )
    given = parser.parse_args(argv)
    splits = [given.split, *(["train"] if given.fit else [])]
    need(*(given.folder / f"{split}_event_mentions.jsonl" for split in splits))
    weights = load()
    if given.fit:
        weights = fitted(Split.read(given.folder, "train"), weights)
        written(weights, given.fit)
    split = Split.read(given.folder, given.split)
    gold = {mention.id: mention.chain for mention in split.mentions}
    rows: list[list[object]] = []
    labels: dict[str, int] = {}
    for name, scope in SCOPES.items():
        floor = conll(gold, head_lemma(split.mentions, scope))
        labels = ours(split, scope, weights)
        found = conll(gold, labels)
        rows += [
            [*_row(f"{name}: head lemma", floor), None],
            [*_row(f"{name}: ours", found), 100 * (found.f1 - floor.f1)],
        ]
    print(table(("", "MUC", "B3", "CEAFe", "CoNLL F1", "over the floor"), rows))
    if given.errors:
        print("\nwrong pairs over all")
        print(table(("", "pairs"), causes(split, labels)))
        print(*shown(split, labels, given.errors), sep="\n")
    return 0


def _row(name: str, found: Conll) -> list[object]:
    return [name, *(100 * rates.f1 for rates in found), 100 * found.f1]


if __name__ == "__main__":
    raise SystemExit(main())
