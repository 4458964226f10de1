"""Weights fitted to the pairs of the topics for tuning: a logistic regression with a small penalty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from bench.ecb.baseline import SCOPES
from bench.ecb.grouping import Split, is_one, pairs_of
from rashomon.comparing.events.scoring.rows import Column
from rashomon.comparing.events.scoring.weights import WEIGHTS, Weights, column

PENALTY = 1e-3


def fit(
    measured: Mapping[str, Column],
    names: Sequence[str],
    alike: NDArray[np.bool_],
    least: float,
    weighed: Column | None = None,
    penalty: float = PENALTY,
) -> Weights:
    """Weights of these measures (or products) that tell pairs of one event from others.

    Args:
        measured: what was measured of each pair.
        names: the measures to weigh.
        alike: whether each pair is of one event.
        least: mean score from which groups are put together.
        weighed: how much each pair counts; equally by default.
        penalty: on the squares of the weights of measures brought to one scale.
    """
    rows = np.stack([column(measured, name) for name in names], axis=1)
    middle, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread == 0] = 1
    rows = np.hstack([(rows - middle) / spread, np.ones((len(rows), 1))])
    share = np.ones(len(rows)) if weighed is None else weighed
    share = share / share.sum()

    def loss(weights: Column) -> tuple[float, Column]:
        total = rows @ weights
        slope = rows.T @ (share * (1 / (1 + np.exp(-total)) - alike))
        slope[:-1] += 2 * penalty * weights[:-1]
        lost = (share * (np.logaddexp(0, total) - alike * total)).sum() + penalty * (weights[:-1] ** 2).sum()
        return float(lost), slope

    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    weights = found[:-1] / spread
    start = float(found[-1] - weights @ middle)
    return Weights(start, dict(zip(names, weights.tolist(), strict=True)), least)


def fitted(split: Split, names: Sequence[str], least: float) -> Weights:
    """Weights of these measures fitted to the pairs of a split: all within topics, and about as many of two topics."""
    mentions = split.mentions
    within = pairs_of(mentions, SCOPES["within topics"])
    drawn = np.random.default_rng(0).integers(0, len(mentions), within.shape)
    topics = np.array([mention.topic for mention in mentions])
    pairs = np.concatenate([within, drawn[topics[drawn[:, 0]] != topics[drawn[:, 1]]]])
    return fit(split.measures.of(pairs), names, is_one(mentions, pairs), least)


def written(weights: Weights, path: Path) -> None:
    """Writes weights, under the comments that stand at the head of the shipped ones."""
    head = [line for line in WEIGHTS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = [*head, f"start: {weights.start:.3f}", f"least: {weights.least}", "weights:"]
    lines += [f"  {name}: {weight:.3f}" for name, weight in weights.weights.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
