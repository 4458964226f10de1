"""The sets that the network is trained on, as windows. `data` is the folder with the public sets (`../shared/data`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from training import silver
from training.examples import Example, certainty, corpus, events, gum, propbank, re3d
from training.net.batches import Part, parts
from training.net.start import lexicon, tokenizer

CORPUS = Path(__file__).parent / "corpus"

Sets = list[tuple[Sequence[Part], float]]
"""Windows, and how often an epoch sees them."""


def windows(examples: Sequence[Example]) -> list[Part]:
    """Examples as the network sees them."""
    return parts(examples, tokenizer(), lexicon())


def load(name: str, data: Path, read: Path) -> list[Part]:
    """One set by its name; `read`: what `training.silver` wrote. Raises KeyError if there is none of this name."""
    pieces = tokenizer()
    uds = data / "factuality" / "UDS_IH2"
    loaders: Mapping[str, Callable[[], list[Example]]] = {
        "corpus": lambda: corpus.load(CORPUS, pieces),
        "silver": lambda: silver.load(read, pieces),
        "propbank": lambda: propbank.load(
            data / "propbank_ewt", pieces, propbank.certainty(uds / "train.jsonl", uds / "dev.jsonl")
        ),
        "meantime": lambda: certainty.load(data / "factuality", pieces, sets=("MEANTIME",)),
        "gum": lambda: gum.load(data / "gum", pieces),
        "places": lambda: events.load(data / "event_location", pieces),
        "re3d": lambda: re3d.load(data / "re3d", pieces),
    }
    return windows(loaders[name]())


def shared(shares: Mapping[str, float], data: Path, read: Path) -> Sets:
    """Several sets by name with their shares of an epoch."""
    return [(load(name, data, read), share) for name, share in shares.items()]
