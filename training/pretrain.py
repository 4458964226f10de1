"""Teaches the network roles, syntax, mentions, links and certainty on public sets, before it sees a claim.

    python -m training.pretrain ../shared/data build/pretrained.pt [--epochs N]

Resumes where it was interrupted (`build/pretrained.pt.state`). Same seed, same machine, same weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from training.examples import certainty, events, gum, propbank, re3d
from training.net.batches import Part, parts
from training.net.learning import Plan, train
from training.net.start import fresh, tokenizer


def sets(data: Path, share: dict[str, float]) -> list[tuple[Sequence[Part], float]]:
    """The public sets as windows, each with how often it is seen an epoch. re3d is kept for fine-tuning."""
    pieces = tokenizer()
    loaders = {
        "propbank_ewt": propbank.load, "gum": gum.load, "factuality": certainty.load, "event_location": events.load,
        "re3d": re3d.load,
    }  # fmt: skip
    return [(parts(loaders[name](data / name, pieces), pieces), times) for name, times in share.items()]


PRETRAINING = {"propbank_ewt": 1.0, "gum": 1.0, "factuality": 1.0, "event_location": 0.5}


def main() -> None:
    """Runs it."""
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    ap.add_argument("data", type=Path), ap.add_argument("out", type=Path)
    ap.add_argument("--epochs", type=float, default=4), ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(2)
    network = fresh()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    state = args.out.with_name(args.out.name + ".state")
    train(network, sets(args.data, PRETRAINING), Plan(epochs=args.epochs, seed=args.seed), saved=state)
    torch.save(network.state_dict(), args.out)
    state.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
