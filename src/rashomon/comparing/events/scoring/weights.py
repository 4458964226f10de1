"""How much each measure says for or against one happening: logistic scales, from a YAML file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import yaml

from rashomon.comparing.events.scoring.rows import Column

WEIGHTS = Path(__file__).with_name("weights.yaml")
PRODUCT = " * "


@dataclass(frozen=True)
class Weights:
    """A logistic scale over measures.

    Attributes:
        start: what a pair has before it is measured.
        weights: measure -> weight; "one * other" is the product of two measures.
        least: mean score from which groups are put together.
    """

    start: float
    weights: Mapping[str, float]
    least: float

    def scores(self, measured: Mapping[str, Column]) -> Column:
        """How likely each pair speaks of one happening, 0 to 1, by its measures."""
        count = len(next(iter(measured.values())))
        total = np.full(count, self.start)
        for name, weight in self.weights.items():
            total += weight * column(measured, name)
        return np.asarray(1 / (1 + np.exp(-np.clip(total, -30, 30))))


def column(measured: Mapping[str, Column], name: str) -> Column:
    """A measure or a product of two, by its name. Raises KeyError for an unknown one."""
    one, _, other = name.partition(PRODUCT)
    return measured[one] * measured[other] if other else measured[one]


@cache
def load(path: Path = WEIGHTS) -> dict[str, Weights]:
    """The scales of a file (see its comments): of pairs of mentions ("pairs") and of groups ("wholes")."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        name: Weights(
            float(scale["start"]), {str(k): float(v) for k, v in scale["weights"].items()}, float(scale["least"])
        )
        for name, scale in raw.items()
    }
