"""Teaches a pretrained network to read claims, on our corpus.

    python -m training.finetune ../shared/data build/silver.jsonl build/pretrained.pt build/claims.pt [--epochs N]

An epoch sees the whole corpus and a part of the other sets: the corpus is invented, they hold words from the world.
Resumes where it was interrupted. `--without opinion,briefs` keeps those files of the corpus out and measures on them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.examples import corpus
from training.net.heads import Network
from training.net.learning import Plan, resumed
from training.net.measuring import measure
from training.net.start import tokenizer
from training.sets import CORPUS, shared, windows

KEPT = {"silver": 0.5, "propbank": 0.05, "gum": 0.2}
"""How much of the other sets an epoch sees."""


def begin(path: Path) -> Network:
    """A network that was trained before."""
    network = Network()
    network.load_state_dict(torch.load(path))
    return network


def main() -> None:
    """Runs it."""
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    for name in ("data", "silver", "start", "out"):
        ap.add_argument(name, type=Path)
    ap.add_argument("--epochs", type=float, default=6)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--without", default="", help="files of the corpus to measure on instead")
    args = ap.parse_args()
    torch.manual_seed(args.seed)
    examples, held = corpus.load(CORPUS, tokenizer()), set(filter(None, args.without.split(",")))
    own = windows([e for e in examples if e.group not in held])
    network = begin(args.start)
    sets = [(own, 1.0), *shared(KEPT, args.data, args.silver)]
    resumed(network, sets, Plan(epochs=args.epochs, rate=3e-4, faster=4, seed=args.seed), args.out)
    if held:
        measured = measure(network, windows([e for e in examples if e.group in held]))
        print("\n".join(f"{name:14} {value:.3f}" for name, value in sorted(measured.items())))


if __name__ == "__main__":
    main()
