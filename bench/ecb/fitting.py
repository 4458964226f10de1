"""Weights fitted to the topics for tuning: logistic regressions with a small penalty.

Those of groups are fitted to groups of topics that the weights of their pairs were not fitted to, as they will be met.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from bench.ecb.baseline import SCOPES
from bench.ecb.grouping import Split, is_one, pairs_of
from rashomon.comparing.events.scoring.grouping import linked
from rashomon.comparing.events.scoring.measures import Pairs
from rashomon.comparing.events.scoring.rows import Column
from rashomon.comparing.events.scoring.weights import WEIGHTS, Weights, column
from rashomon.comparing.events.scoring.wholes import Wholes

PENALTY = 1e-3
PARTS = 4
"""Into how many parts the topics are divided, each predicted from the others."""


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

    Raises ValueError where there are no pairs.
    """
    if not len(alike):
        raise ValueError("there are no pairs to fit weights to")
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


def fitted(split: Split, now: Mapping[str, Weights]) -> dict[str, Weights]:
    """Weights of the same measures as these, fitted to a split; `least` stays as it is."""
    pairs = _drawn(split)
    measured, alike = split.measures.of(pairs), is_one(split.mentions, pairs)
    topics = np.array([int(mention.topic) for mention in split.mentions])
    part = np.searchsorted(np.unique(topics), topics) % PARTS
    found: list[tuple[dict[str, Column], NDArray[np.bool_]]] = []
    for held in range(PARTS):
        own, others = (part[pairs] == held).any(axis=1), (part[pairs] != held).all(axis=1)
        weights = fit(_where(measured, others), list(now["pairs"].weights), alike[others], now["pairs"].least)
        own &= topics[pairs[:, 0]] == topics[pairs[:, 1]]
        found.append(_wholes(split, pairs[own], weights.scores(_where(measured, own)), weights.least))
    wholes = {name: np.concatenate([columns[name] for columns, _ in found]) for name in found[0][0]}
    together = np.concatenate([labels for _, labels in found])
    return {
        "pairs": fit(measured, list(now["pairs"].weights), alike, now["pairs"].least),
        "wholes": fit(wholes, list(now["wholes"].weights), together, now["wholes"].least, penalty=PENALTY / 3),
    }


def _drawn(split: Split) -> Pairs:
    """All pairs within topics, and about as many of two topics."""
    within = pairs_of(split.mentions, SCOPES["within topics"])
    drawn = np.random.default_rng(0).integers(0, len(split.mentions), within.shape)
    topics = np.array([mention.topic for mention in split.mentions])
    return np.concatenate([within, drawn[topics[drawn[:, 0]] != topics[drawn[:, 1]]]])


def _where(measured: Mapping[str, Column], which: NDArray[np.bool_]) -> dict[str, Column]:
    return {name: values[which] for name, values in measured.items()}


def _wholes(split: Split, pairs: Pairs, scores: Column, least: float) -> tuple[dict[str, Column], NDArray[np.bool_]]:
    """Measures of pairs of groups of the mentions in these pairs; whether most of their pairs are of one event."""
    groups = linked(len(split.mentions), pairs, scores, least)
    some, measured = Wholes(split.sights, split.words, groups).of(pairs, scores)
    chains = [Counter(split.mentions[at].chain for at in group) for group in groups]
    shared = [sum(n * chains[b][chain] for chain, n in chains[a].items()) for a, b in some.tolist()]
    sizes = [len(groups[a]) * len(groups[b]) for a, b in some.tolist()]
    return measured, np.array(shared) > 0.5 * np.array(sizes)


def written(weights: Mapping[str, Weights], path: Path) -> None:
    """Writes weights, under the comments that stand at the head of the shipped ones."""
    lines = [line for line in WEIGHTS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    for name, scale in weights.items():
        lines += [f"{name}:", f"  start: {scale.start:.3f}", f"  least: {scale.least}", "  weights:"]
        lines += [f"    {measure}: {weight:.3f}" for measure, weight in scale.weights.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
