"""A verdict on the scale of factuality corpora: -3 (did not happen) to 3 (happened)."""

from __future__ import annotations

from rashomon.model import Factuality
from rashomon.reading.types import Verdict

_SCALE: dict[Factuality, float] = {
    "happened": 2.0, "not": -1.0, "possible": -0.5, "future": -1.5, "demanded": -1.3, "hypothetical": -0.7,
}  # fmt: skip


def score_of(verdict: Verdict) -> float:
    """Has it happened, by this verdict? -3 surely not (yet) .. 3 surely. Deeds to come count as not done."""
    return _SCALE[verdict.factuality]
