"""Fits confidence to claims whose raw scores come from networks that were not trained on their documents.

    python -m training.calibrating PREDICTED.jsonl GOLD.jsonl SCORE.py calibration.json [--held HELD.jsonl]

Each claim of PREDICTED has `scores`, raw ones (0..1) by field with "found" among them. For each field, over the claims
that were found (for "found" over all), Platt's curve or the isotonic one, whichever has the smaller log loss on
documents that it was not fitted on. The whole claim: a logistic regression over the log-odds of all scores, then such
a curve over its held-out results. `--held` writes the claims with the confidence that curves fitted on other
documents give them, for `bench.calibration`.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.common import json_lines, need
from bench.judging import Verdict, judge, load_scorer
from rashomon.reading.calibration import ABSENT, CLAIM, Curve, features, odds_to_share, parse
from training.curves import Floats, Line, best, logistic, splits

FEWEST = 150
"""Claims that a field's curve needs at least."""
FOLDS = 5
RIDGE = 10.0
"""Draws the weights of the whole claim's regression to 0: raw scores of one claim go together."""
Json = dict[str, Any]


def fit(verdicts: Sequence[Verdict]) -> tuple[Json, dict[str, str]]:
    """The calibration as it ships, and which kind of curve each field has."""
    kinds: dict[str, str] = {}
    found: Json = {}
    for field, (scores, right, groups) in _samples(verdicts).items():
        if len(scores) >= FEWEST:
            kinds[field], curve = best(scores, right, groups, FOLDS)
            found[field] = _curve(curve)
    names = _features(verdicts)
    right = [verdict.right[CLAIM] for verdict in verdicts]
    groups = [verdict.read["doc"] for verdict in verdicts]
    table = _table(verdicts, names)
    raw = [0.5] * len(verdicts)
    for inside, outside in splits(groups, FOLDS):
        line = logistic(table[inside], [right[i] for i in inside], RIDGE)
        for i in outside:
            raw[i] = _share(line, table[i])
    kinds[CLAIM], curve = best(raw, right, groups, FOLDS)
    line = logistic(table, right, RIDGE)
    weights = {name: float(weight) for name, weight in zip(names, line.weights, strict=True)}
    found[CLAIM] = {"weights": weights, "bias": line.bias, **_curve(curve)}
    return found, kinds


def held(verdicts: Sequence[Verdict]) -> list[Json]:
    """The claims, each with the confidence that a calibration fitted on other documents gives it."""
    claims: list[Json] = [{} for _ in verdicts]
    for inside, outside in splits([verdict.read["doc"] for verdict in verdicts], FOLDS):
        calibration = parse(fit([verdicts[i] for i in inside])[0])
        for i in outside:
            scores = verdicts[i].read["scores"]
            confidence = {CLAIM: calibration.claim(scores), **calibration.fields(scores)}
            claims[i] = {**verdicts[i].read, "confidence": confidence}
    return [claim for claim in claims if claim]


def _samples(verdicts: Sequence[Verdict]) -> Mapping[str, tuple[list[float], list[bool], list[str]]]:
    """By field: its scores, whether each was right, and the documents."""
    samples: defaultdict[str, tuple[list[float], list[bool], list[str]]] = defaultdict(lambda: ([], [], []))
    for verdict in verdicts:
        for field, score in verdict.read["scores"].items():
            if field in verdict.right and field != CLAIM:
                scores, right, groups = samples[field]
                scores.append(score)
                right.append(verdict.right[field])
                groups.append(verdict.read["doc"])
    return samples


def _features(verdicts: Sequence[Verdict]) -> list[str]:
    """The fields that have scores, and `no FIELD` for those that some claims have none for."""
    given = [set(verdict.read["scores"]) - {CLAIM} for verdict in verdicts]
    fields = sorted(set().union(*given))
    return fields + [ABSENT + field for field in fields if not all(field in scores for scores in given)]


def _table(verdicts: Sequence[Verdict], names: Sequence[str]) -> Floats:
    """(claims, features)."""
    known = dict.fromkeys(names)
    table = np.zeros((len(verdicts), len(names)))
    at = {name: i for i, name in enumerate(names)}
    for row, verdict in zip(table, verdicts, strict=True):
        for name, value in features(verdict.read["scores"], known):
            row[at[name]] = value
    return table


def _share(line: Line, row: Floats) -> float:
    return odds_to_share(float(row @ line.weights + line.bias))


def _curve(curve: Curve) -> Json:
    points = {round(x, 6): round(y, 4) for x, y in zip(curve.x, curve.y, strict=True)}  # two that become one: the later
    return {"x": list(points), "y": list(points.values())}


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("predicted", "gold", "score", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--held", type=Path, help="write the claims with confidence from other documents' curves")
    given = parser.parse_args(arguments)
    need(given.predicted, given.gold, given.score)
    read = list(json_lines(given.predicted))
    verdicts = judge(load_scorer(given.score), list(json_lines(given.gold)), read)
    if lacking := sum("scores" not in verdict.read for verdict in verdicts):
        parser.error(f"{given.predicted}: {lacking} claims without scores")
    calibration, kinds = fit(verdicts)
    parse(calibration)
    given.out.write_text(json.dumps(calibration) + "\n", encoding="utf-8")
    for field, kind in kinds.items():
        print(f"{field}: {kind}")
    if given.held:
        lines = (json.dumps(claim, ensure_ascii=False) + "\n" for claim in held(verdicts))
        given.held.write_text("".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
