"""From the model's raw scores to confidence: curves fitted on claims that people annotated (`calibration.json`)."""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.model import Claim, Confidence

CALIBRATION = "calibration.json"
"""The curves' file beside the model."""
CLAIM = "claim"
ABSENT = "no "
"""Before a field's name: the weight of its having no score."""
_EDGE = 1e-4


@dataclass(frozen=True, slots=True)
class Curve:
    """A piecewise linear curve: `x` rising, `y` the confidence at each; level beyond both ends."""

    x: tuple[float, ...]
    y: tuple[float, ...]

    def at(self, score: float) -> float:
        """The confidence at a raw score."""
        i = bisect_right(self.x, score)
        if i == 0:
            return self.y[0]
        if i == len(self.x):
            return self.y[-1]
        share = (score - self.x[i - 1]) / (self.x[i] - self.x[i - 1])
        return self.y[i - 1] + share * (self.y[i] - self.y[i - 1])


@dataclass(frozen=True, slots=True)
class Calibration:
    """What turns raw scores into confidence.

    Attributes:
        curves: by field, and under "claim" that of the whole claim.
        weights: of the fields' log-odds in the whole claim's score; `no FIELD`: of its having no score.
        bias: added to them.
    """

    curves: Mapping[str, Curve]
    weights: Mapping[str, float]
    bias: float

    def of(self, field: str, score: float) -> float | None:
        """The confidence that a field is right; None for one without a curve."""
        curve = self.curves.get(field)
        return curve.at(score) if curve else None

    def fields(self, scores: Mapping[str, float]) -> dict[str, float]:
        """The confidence of every field that has a curve."""
        found = ((field, self.of(field, score)) for field, score in scores.items() if field != CLAIM)
        return {field: value for field, value in found if value is not None}

    def claim(self, scores: Mapping[str, float]) -> float:
        """The confidence that the whole claim is right."""
        return self.curves[CLAIM].at(self.raw(scores))

    def raw(self, scores: Mapping[str, float]) -> float:
        """The whole claim's score before its curve, 0..1."""
        return odds_to_share(self.bias + sum(self.weights.get(n, 0.0) * v for n, v in features(scores, self.weights)))


def features(scores: Mapping[str, float], known: Mapping[str, object]) -> list[tuple[str, float]]:
    """The log-odds of the known fields that have a score, and 1 for each known `no FIELD` that has none."""
    found = [(name, log_odds(scores[name])) for name in known if name in scores]
    return found + [(n, 1.0) for n in known if n.startswith(ABSENT) and n.removeprefix(ABSENT) not in scores]


def log_odds(score: float) -> float:
    """Log-odds of a share, bounded at about 9."""
    bounded = min(max(score, _EDGE), 1 - _EDGE)
    return math.log(bounded / (1 - bounded))


def odds_to_share(odds: float) -> float:
    """The share that has these log-odds."""
    return 1 / (1 + math.exp(-odds)) if odds >= 0 else math.exp(odds) / (1 + math.exp(odds))


def confident(claim: Claim, calibration: Calibration) -> Claim:
    """The claim with how likely it, and each of its fields, is read right."""
    scores = claim.scores
    confidence = Confidence(claim=calibration.claim(scores), fields=calibration.fields(scores))
    return claim.model_copy(update={"confidence": confidence})


def parse(data: Mapping[str, Any]) -> Calibration:
    """From the JSON object: by field `x` and `y`; under "claim" also `weights` and `bias`."""
    curves = {name: Curve(tuple(map(float, c["x"])), tuple(map(float, c["y"]))) for name, c in data.items()}
    for name, curve in curves.items():
        rising = all(a < b for a, b in zip(curve.x, curve.x[1:], strict=False))
        if not curve.x or len(curve.x) != len(curve.y) or not rising or not all(0 <= y <= 1 for y in curve.y):
            raise ValueError(f"calibration: the curve of {name!r} is broken")
    whole = data[CLAIM]
    return Calibration(curves, {n: float(w) for n, w in whole["weights"].items()}, float(whole["bias"]))


def load(path: Path) -> Calibration:
    """From a file. Raises OSError if it cannot be read, ValueError or KeyError if it is broken."""
    return parse(json.loads(path.read_text(encoding="utf-8")))
