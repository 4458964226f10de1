"""Reads gold documents that a network was not trained on: by folds, and with a network that saw no gold at all.

    python -m training.crossval DATA GOLD build/claims.pt build/cv [--folds 5] [--epochs N]

GOLD is the folder with `documents.jsonl` and `dev.jsonl`. For each fold the network of `training.finetune` goes on
with the other folds' claims (and re3d's entities of those documents) beside the corpus. Writes `build/cv/fold<k>.pt`,
and `folds.json`, which says for each document in which fold it is. Folds are drawn by chance, whole documents only.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import torch

from training.examples import corpus, gold, re3d
from training.examples.types import Example
from training.finetune import CORPUS, KEPT, Sets, public
from training.net.batches import Part, parts
from training.net.heads import Network
from training.net.learning import Plan, train
from training.net.start import lexicon, tokenizer

SHARES = {"corpus": 0.5, "gold": 2.0, "re3d": 1.0}
"""How often an epoch of this last step sees each."""


def folds(names: Sequence[str], count: int, seed: int = 1) -> dict[str, int]:
    """The fold of each document."""
    order = sorted(names)
    random.Random(seed).shuffle(order)
    return {name: i % count for i, name in enumerate(order)}


def goes_on(start: Path, sets: Sets, plan: Plan) -> Network:
    """A network trained further."""
    network = Network()
    network.load_state_dict(torch.load(start))
    train(network, sets, plan)
    return network


def main() -> None:
    """Runs it."""
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    for name in ("data", "gold", "start", "out"):
        ap.add_argument(name, type=Path)
    ap.add_argument("--folds", type=int, default=5), ap.add_argument("--epochs", type=float, default=3)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--all", action="store_true", help="train on every document: the network to ship (OUT/reader.pt)")
    args = ap.parse_args()
    torch.set_num_threads(2)
    args.out.mkdir(parents=True, exist_ok=True)
    pieces, known = tokenizer(), lexicon()

    def windows(examples: Sequence[Example]) -> list[Part]:
        return parts(examples, pieces, known)

    claims = gold.load(args.gold / "documents.jsonl", args.gold / "dev.jsonl", pieces)
    entities = re3d.load(args.data / "re3d", pieces)
    own, others = windows(corpus.load(CORPUS, pieces)), public(args.data)
    fold = folds(sorted({e.group for e in (*claims, *entities)}), args.folds)
    (args.out / "folds.json").write_text(json.dumps(fold, indent=1), encoding="utf-8")
    plan = Plan(epochs=args.epochs, rate=1e-4, seed=args.seed)
    for k in [-1] if args.all else range(args.folds):
        sets: Sets = [
            (own, SHARES["corpus"]),
            (windows([e for e in claims if fold[e.group] != k]), SHARES["gold"]),
            (windows([e for e in entities if fold[e.group] != k]), SHARES["re3d"]),
            *((others[name], share / 2) for name, share in KEPT.items()),
        ]
        network = goes_on(args.start, sets, plan)
        torch.save(network.state_dict(), args.out / ("reader.pt" if args.all else f"fold{k}.pt"))


if __name__ == "__main__":
    main()
