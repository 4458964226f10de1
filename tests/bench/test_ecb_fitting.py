from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bench.ecb.fitting import fit, written
from rashomon.comparing.events.scoring.weights import Weights, load

CHANCE = np.random.default_rng(4)


def test_what_tells_pairs_apart_has_the_weight() -> None:
    told, noise = CHANCE.random(400), CHANCE.random(400)
    weights = fit({"told": told, "noise": noise}, ["told", "noise"], told > 0.5, 0.4, penalty=1e-4)
    assert weights.weights["told"] > 10 * abs(weights.weights["noise"])
    assert weights.least == 0.4
    scores = weights.scores({"told": np.array([0.1, 0.5, 0.9]), "noise": np.full(3, 0.5)})
    assert scores[0] < 0.1
    assert scores[1] == pytest.approx(0.5, abs=0.2)
    assert scores[2] > 0.9


def test_products_are_weighed_like_measures() -> None:
    one, other = CHANCE.integers(0, 2, (2, 400)).astype(float)
    weights = fit({"one": one, "other": other}, ["one", "other", "one * other"], (one * other) == 1, 0.4)
    assert weights.weights["one * other"] > 0
    scores = weights.scores({"one": np.array([1.0, 1.0]), "other": np.array([1.0, 0.0])})
    assert scores[0] > 0.5 > scores[1]


def test_without_pairs_nothing_is_fitted() -> None:
    with pytest.raises(ValueError, match="no pairs"):
        fit({"one": np.zeros(0)}, ["one"], np.zeros(0, dtype=bool), 0.4)


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "weights.yaml"
    some = {"pairs": Weights(-1.5, {"lemma": 2.0, "lemma * roles": -0.25}, 0.4)}
    some["wholes"] = Weights(0.5, {"odds": 1.0}, 0.3)
    written(some, path)
    assert load(path) == some
    assert path.read_text().startswith("#")
