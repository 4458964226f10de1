"""Teaches the network roles, syntax, mentions, links and certainty on public sets, and what the rules read in them.

    python -m training.pretrain ../shared/data build/silver.jsonl build/pretrained.pt [--epochs N]

Resumes where it was interrupted (`build/pretrained.pt.state`). Same seed, same machine, same weights.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.net.learning import Plan, resumed
from training.net.start import fresh
from training.sets import shared

SHARES = {"propbank": 1.0, "gum": 1.0, "silver": 1.0, "meantime": 1.0, "places": 0.25}
"""How often an epoch sees each set. re3d stays out: its documents are the gold's."""


def main() -> None:
    """Runs it."""
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    for name in ("data", "silver", "out"):
        ap.add_argument(name, type=Path)
    ap.add_argument("--epochs", type=float, default=3)
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    torch.manual_seed(args.seed)
    sets = shared(SHARES, args.data, args.silver)
    resumed(fresh(), sets, Plan(epochs=args.epochs, rate=3e-4, faster=4, seed=args.seed), args.out)


if __name__ == "__main__":
    main()
