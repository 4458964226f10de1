"""Curves from raw scores to confidence, fitted on what turned out: Platt's, isotonic, and which is better."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.calibration import Curve, log_odds, odds_to_share

Floats = NDArray[np.float64]
Fit = Callable[[Sequence[float], Sequence[bool]], Curve]
STEPS = 57
RIDGE = 1.0
_EDGE = 1e-3


@dataclass(frozen=True)
class Line:
    """A logistic regression: weights of the features, and the bias."""

    weights: Floats
    bias: float


def logistic(features: Floats, right: Sequence[bool], ridge: float = RIDGE) -> Line:
    """Fits by Newton's method. `features`: (n, d); `ridge` draws the weights, not the bias, to 0."""
    n, d = features.shape
    x = np.hstack([features, np.ones((n, 1))])
    y = np.asarray(right, dtype=float)
    penalty = np.array([ridge] * d + [1e-6])
    beta = np.zeros(d + 1)

    def loss(b: Floats) -> float:
        odds = x @ b
        return float(np.logaddexp(0, odds).sum() - y @ odds + 0.5 * (penalty * b * b).sum())

    for _ in range(100):
        p = 1 / (1 + np.exp(-(x @ beta)))
        gradient = x.T @ (p - y) + penalty * beta
        hessian = (x.T * (p * (1 - p))) @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        size, before = 1.0, loss(beta)
        while loss(beta - size * step) > before and size > 1e-6:
            size /= 2
        beta = beta - size * step
        if np.abs(step).max() * size < 1e-8:
            break
    return Line(beta[:-1], float(beta[-1]))


def platt(scores: Sequence[float], right: Sequence[bool]) -> Curve:
    """A logistic curve over the log-odds of the scores, drawn as a piecewise linear one."""
    line = logistic(np.array([[log_odds(s)] for s in scores]), right)
    odds = np.linspace(-8, 8, STEPS)
    shares = [odds_to_share(o) for o in odds]
    return Curve(tuple(shares), tuple(odds_to_share(float(line.weights[0] * o + line.bias)) for o in odds))


def isotonic(scores: Sequence[float], right: Sequence[bool]) -> Curve:
    """The rising steps nearest to what turned out (pool adjacent violators), joined by lines, none quite at 0 or 1."""
    blocks: list[list[float]] = []  # right, n, least score, greatest score
    for score, fits in sorted(zip(scores, right, strict=True)):
        if blocks and blocks[-1][3] == score:
            blocks[-1][0] += fits
            blocks[-1][1] += 1
        else:
            blocks.append([float(fits), 1.0, score, score])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] >= blocks[-1][0] / blocks[-1][1]:
            hits, n, _, last = blocks.pop()
            blocks[-1] = [blocks[-1][0] + hits, blocks[-1][1] + n, blocks[-1][2], last]
    x: list[float] = []
    y: list[float] = []
    for hits, n, first, last in blocks:
        share = (hits + 0.5) / (n + 1)
        for at in dict.fromkeys((first, last)):
            x.append(at)
            y.append(max(share, y[-1] if y else 0.0))
    return Curve(tuple(x), tuple(y))


FITS: dict[str, Fit] = {"Platt": platt, "isotonic": isotonic}


def log_loss(shares: Sequence[float], right: Sequence[bool]) -> float:
    """Mean negative log likelihood."""
    p = np.clip(np.asarray(shares), _EDGE, 1 - _EDGE)
    y = np.asarray(right, dtype=float)
    return float(-(y * np.log(p) + (1 - y) * np.log(1 - p)).mean())


def best(scores: Sequence[float], right: Sequence[bool], groups: Sequence[str], folds: int = 5) -> tuple[str, Curve]:
    """The kind of curve with the least log loss on groups that it was not fitted on, fitted on all."""
    losses = {}
    for name, fit in FITS.items():
        parts = []
        for inside, outside in splits(groups, folds):
            curve = fit([scores[i] for i in inside], [right[i] for i in inside])
            parts.append((log_loss([curve.at(scores[i]) for i in outside], [right[i] for i in outside]), len(outside)))
        losses[name] = sum(loss * n for loss, n in parts) / sum(n for _, n in parts) if parts else 0.0
    chosen = min(losses, key=lambda name: losses[name])
    return chosen, FITS[chosen](scores, right)


def splits(groups: Sequence[str], folds: int) -> list[tuple[list[int], list[int]]]:
    """(fitted on, held out) indices by fold: whole groups, dealt out in the order of their names."""
    names = sorted(set(groups))
    fold = {name: i % folds for i, name in enumerate(names)}
    found = []
    for k in range(min(folds, len(names))):
        outside = [i for i, group in enumerate(groups) if fold[group] == k]
        inside = [i for i, group in enumerate(groups) if fold[group] != k]
        if inside and outside:
            found.append((inside, outside))
    return found
