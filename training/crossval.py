"""Reads gold documents with networks that were not trained on them: by folds, and with one that saw no gold at all.

    python -m training.crossval ../shared/data ../shared/gold build/silver.jsonl build/claims.pt build/cv

For each fold the network of `training.finetune` goes on with the claims of the other folds' documents (and re3d's
entities in them) beside the sets that it knows. A fold is whole documents, drawn by chance. Writes to build/cv:
`fold<k>.pt` (a fold that is there already is not trained again), `folds.json` (the fold of each document),
`predicted.jsonl` (each document read by the network that was not trained on it) and `blind.jsonl` (all read by
build/claims.pt, which saw none of them). With `--all` it trains on every document instead: `reader.pt`, to be shipped.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import torch

from rashomon.export.gold import gold_fields
from rashomon.model import Document
from rashomon.reading.learned import LearnedReader
from training.examples import gold, re3d
from training.net.heads import Network
from training.net.learning import Plan, resumed
from training.net.start import lexicon, tokenizer
from training.net.torch_model import TorchModel
from training.sets import Sets, shared, windows

SHARES = {"corpus": 0.3, "silver": 0.1, "propbank": 0.03, "gum": 0.1}
"""How often an epoch of this last step sees the sets that the network knows."""
GOLD, RE3D = 2.0, 1.0
"""And how often the documents of the other folds."""

Row = dict[str, Any]


def folds(names: Iterable[str], count: int, seed: int = 1) -> dict[str, int]:
    """The fold of each document."""
    order = sorted(names)
    random.Random(seed).shuffle(order)
    return {name: i % count for i, name in enumerate(order)}


def predicted(network: Network, documents: Sequence[Row]) -> list[Row]:
    """What a network reads in gold documents: gold rows, with the raw score of each field under `scores`."""
    reader = LearnedReader(TorchModel(network, tokenizer(), lexicon()), "in training")
    rows = []
    for item in documents:
        known = {key: item.get(key) for key in ("source", "title", "author", "published")}
        reading = reader.read(Document(id=item["doc"], text=item["text"], **known))
        for claim in reading.claims:
            rows.append({"doc": item["doc"], **gold_fields(claim), "scores": claim.scores})
    return rows


def write(rows: Iterable[Row], path: Path) -> None:
    """One claim a line."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def trained(start: Path, sets: Sets, plan: Plan, out: Path) -> Network:
    """The network at `out`, trained further from `start` if it is not there yet."""
    network = Network()
    network.load_state_dict(torch.load(out if out.exists() else start))
    if not out.exists():
        resumed(network, sets, plan, out)
    return network.eval()


def main() -> None:
    """Runs it."""
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    for name in ("data", "gold", "silver", "start", "out"):
        ap.add_argument(name, type=Path)
    ap.add_argument("--folds", type=int, default=5)
    ap.add_argument("--epochs", type=float, default=3)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--all", action="store_true", help="train on every document: OUT/reader.pt")
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    pieces = tokenizer()
    claims = gold.load(args.gold / "documents.jsonl", args.gold / "dev.jsonl", pieces)
    entities = re3d.load(args.data / "re3d", pieces)
    lines = (args.gold / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    fold = folds({e.group for e in (*claims, *entities)}, args.folds)
    known = shared(SHARES, args.data, args.silver)
    plan = Plan(epochs=args.epochs, rate=1.5e-4, faster=4, seed=args.seed)

    def sets(out: int) -> Sets:
        mine = windows([e for e in claims if fold[e.group] != out])
        return [*known, (mine, GOLD), (windows([e for e in entities if fold[e.group] != out]), RE3D)]

    if args.all:
        trained(args.start, sets(-1), plan, args.out / "reader.pt")
        return
    (args.out / "folds.json").write_text(json.dumps(fold, indent=1) + "\n", encoding="utf-8")
    documents = [json.loads(line) for line in lines]
    rows = []
    for k in range(args.folds):
        network = trained(args.start, sets(k), plan, args.out / f"fold{k}.pt")
        rows += predicted(network, [d for d in documents if fold.get(d["doc"]) == k])
    write(rows, args.out / "predicted.jsonl")
    network = Network()
    network.load_state_dict(torch.load(args.start))
    write(predicted(network, documents), args.out / "blind.jsonl")


if __name__ == "__main__":
    main()
