"""Writes a trained network as the reader runs it: two ONNX graphs in eight-bit integers, its labels and word pieces.

    python -m training.ship build/reader.pt src/rashomon/reading/learned/model [--thresholds FILE.json]

Weights are quantised per channel with a reduced range (7 bits, so that sums do not overflow on CPUs without VNNI),
activations as they come. Prints the sizes and how far the eight-bit scores are from the full ones on an invented text.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from rashomon.reading.learned import network as shipped
from rashomon.reading.learned.drafting import MARKS, Model
from training.examples.labels import FRAME_HEADS, ROLES
from training.net.heads import Network
from training.net.start import lexicon, tokenizer, weights
from training.net.torch_model import TorchModel, labels

SAMPLE = (
    "The Norvan army shelled Port Mell on Friday, its governor said. The rebels denied that they had left the town."
)


class Words(nn.Module):
    """Pieces in; vectors and scores of words out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, marks: Tensor, begins: Tensor) -> tuple[Tensor, ...]:
        """(1, P), (1, P), (1, P, MARKS), (1, W) -> vectors, senses, sorts, links, certainty."""
        heads = self.network.words
        words = self.network.encode(pieces, shapes, marks, begins)
        return words, heads.sense(words), heads.sorts["re3d"](words), heads.links(words), heads.certainty(words)[..., 0]


class Frames(nn.Module):
    """Vectors of words and triggers in; scores of arguments and labels out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.heads = network.frames

    def forward(self, vectors: Tensor, first: Tensor, last: Tensor, sentence: Tensor) -> tuple[Tensor, ...]:
        """(1, W, width), (F), (F), (1, W) -> (F, W, roles, 2) and a score for each value of each head."""
        window = torch.zeros_like(first)
        found = self.heads.vectors(vectors, window, first, last)
        roles = self.heads.arguments(found, vectors, window, first, sentence)
        return roles, *(self.heads.labels[name](found) for name in FRAME_HEADS)


def export(network: Network, folder: Path) -> None:
    """Writes both graphs in full precision."""
    network.eval()
    numbers = torch.arange(4)
    pieces = torch.tensor([[101, *range(2000, 2010), 102]])
    torch.onnx.export(
        Words(network), (pieces, torch.ones_like(pieces), torch.zeros(*pieces.shape, MARKS), numbers[None] + 1),
        str(folder / shipped.WORDS),
        input_names=["pieces", "shapes", "marks", "begins"],
        output_names=["vectors", "senses", "sorts", "links", "certainty"],
        dynamic_axes={
            "pieces": {1: "P"}, "shapes": {1: "P"}, "marks": {1: "P"}, "begins": {1: "W"}, "vectors": {1: "W"},
            "senses": {1: "W"}, "sorts": {1: "W"}, "links": {1: "W", 2: "W+1"}, "certainty": {1: "W"},
        },
        opset_version=17, dynamo=False,
    )  # fmt: skip
    heads = list(FRAME_HEADS)
    torch.onnx.export(
        Frames(network), (torch.randn(1, 9, 384), numbers[:3], numbers[:3] + 1, torch.zeros(1, 9, dtype=torch.long)),
        str(folder / shipped.FRAMES),
        input_names=["vectors", "first", "last", "sentence"], output_names=["roles", *heads],
        dynamic_axes={
            "vectors": {1: "W"}, "first": {0: "F"}, "last": {0: "F"}, "sentence": {1: "W"}, "roles": {0: "F", 1: "W"},
            **{name: {0: "F"} for name in heads},
        },
        opset_version=17, dynamo=False,
    )  # fmt: skip


def ship(network: Network, out: Path, thresholds: dict[str, float]) -> None:
    """Writes everything that the reader needs to `out`."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        export(network, Path(folder))
        for name in (shipped.WORDS, shipped.FRAMES):
            quantize_dynamic(
                Path(folder) / name, out / name, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
            )
    (out / shipped.LABELS).write_text(json.dumps(labels(thresholds), indent=1) + "\n", encoding="utf-8")
    shutil.copy(weights() / "tokenizer.json", out / shipped.PIECES)


def compare(full: Model, small: Model) -> dict[str, float]:
    """Cosine of the words' vectors, and the largest difference of a role's score, on an invented text."""
    encoding = full.tokenizer.encode(SAMPLE, add_special_tokens=False)
    pieces = np.array([101, *encoding.ids, 102])
    begins = np.array([i + 1 for i, w in enumerate(encoding.word_ids) if i == 0 or encoding.word_ids[i - 1] != w])
    seen = [
        model.see(pieces, np.ones_like(pieces), np.zeros((len(pieces), MARKS), np.float32), begins)
        for model in (full, small)
    ]
    a, b = (s.vectors for s in seen)
    cosine = (a * b).sum(1) / np.linalg.norm(a, axis=1) / np.linalg.norm(b, axis=1)
    at = np.array([2])
    roles = [
        m.hang(s.vectors, at, at, np.zeros(len(begins), int)).roles for m, s in zip((full, small), seen, strict=True)
    ]
    assert roles[0].shape[2] == len(ROLES)
    return {"least cosine": float(cosine.min()), "largest difference of a role": float(abs(roles[0] - roles[1]).max())}


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs it."""
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    ap.add_argument("weights", type=Path), ap.add_argument("out", type=Path)
    ap.add_argument("--thresholds", type=Path)
    args = ap.parse_args(arguments)
    network = Network()
    network.load_state_dict(torch.load(args.weights))
    thresholds = json.loads(args.thresholds.read_text(encoding="utf-8")) if args.thresholds else {}
    ship(network, args.out, thresholds)
    for path in sorted(args.out.iterdir()):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")
    for name, value in compare(
        TorchModel(network, tokenizer(), lexicon(args.out), thresholds), shipped.Network(args.out)
    ).items():
        print(f"{name}: {value:.4f}")


if __name__ == "__main__":
    main()
