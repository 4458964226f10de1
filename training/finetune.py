"""Teaches a pretrained network to read claims, on our corpus.

    python -m training.finetune ../shared/data build/pretrained.pt build/claims.pt [--without FILES] [--epochs N]

Each epoch sees the whole corpus and a part of the public sets, lest mentions, links and certainty be forgotten.
Resumes where it was interrupted. With `--without opinion,briefs` those files of the corpus are kept out and measured on.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from training.examples import corpus, gum, propbank
from training.net.batches import Part, parts
from training.net.heads import Network
from training.net.learning import Plan, train
from training.net.measuring import measure
from training.net.start import lexicon, like_roles, tokenizer

CORPUS = Path(__file__).parent / "corpus"
KEPT = {"propbank": 0.1, "gum": 0.25}
"""How much of the public sets an epoch sees."""

Sets = list[tuple[Sequence[Part], float]]


def public(data: Path) -> dict[str, list[Part]]:
    """PropBank with certainty, and GUM."""
    pieces, known = tokenizer(), lexicon()
    uds = data / "factuality" / "UDS_IH2"
    certain = propbank.certainty(uds / "train.jsonl", uds / "dev.jsonl")
    return {
        "propbank": parts(propbank.load(data / "propbank_ewt", pieces, certain), pieces, known),
        "gum": parts(gum.load(data / "gum", pieces), pieces, known),
    }


def begin(path: Path) -> Network:
    """A pretrained network, its roles of claims beginning as the PropBank roles that are like them."""
    network = Network()
    network.load_state_dict(torch.load(path))
    like_roles(network)
    return network


def main() -> None:
    """Runs it."""
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    ap.add_argument("data", type=Path), ap.add_argument("start", type=Path), ap.add_argument("out", type=Path)
    ap.add_argument("--epochs", type=float, default=10), ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--without", default="", help="files of the corpus to measure on instead")
    args = ap.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(2)
    pieces, known, held = tokenizer(), lexicon(), set(filter(None, args.without.split(",")))
    examples = corpus.load(CORPUS, pieces)
    own = parts([e for e in examples if e.group not in held], pieces, known)
    network = begin(args.start)
    others = public(args.data)
    sets: Sets = [(own, 1.0), *((others[name], share) for name, share in KEPT.items())]
    state = args.out.with_name(args.out.name + ".state")
    train(network, sets, Plan(epochs=args.epochs, seed=args.seed), saved=state)
    torch.save(network.state_dict(), args.out)
    state.unlink(missing_ok=True)
    if held:
        measured = measure(network, parts([e for e in examples if e.group in held], pieces, known))
        print("\n".join(f"{name:14} {value:.3f}" for name, value in sorted(measured.items())))


if __name__ == "__main__":
    main()
