"""Fitting curves to constructed scores, and calibrating constructed claims."""

import json
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bench import calibration as bench
from bench.judging import Verdict
from training import calibrating
from training.curves import FITS, best, isotonic, log_loss, logistic, platt, splits

SCORER = """
def pair(gold, read):
    return [(g, r) for g in gold for r in read if (g["doc"], g["start"]) == (r["doc"], r["start"])]

def checks(g, r):
    names = "typed agents recipients speakers factuality endorsement sign negated control".split()
    return {name: name != "typed" or g["type"] == r["type"] for name in names}

def place_of(claim):
    return None

def same_name(a, b):
    return a == b
"""


def drawn(n: int, seed: int = 3) -> tuple[list[float], list[bool], list[str]]:
    """Overconfident scores: a score s is right with the share s squared."""
    dice = random.Random(seed)
    scores = [dice.random() for _ in range(n)]
    return scores, [dice.random() < s * s for s in scores], [f"d{i % 20}" for i in range(n)]


def test_logistic_regression_finds_the_line_that_drew_the_data() -> None:
    rng = np.random.default_rng(1)
    features = rng.normal(size=(20_000, 2))
    right = rng.random(20_000) < 1 / (1 + np.exp(-(1.5 * features[:, 0] - 0.5 * features[:, 1] + 0.3)))
    line = logistic(features, right.tolist())
    assert [*line.weights, line.bias] == pytest.approx([1.5, -0.5, 0.3], abs=0.08)


def test_all_right_is_no_reason_to_be_certain() -> None:
    for fit in FITS.values():
        assert 0.9 < fit([0.6, 0.7, 0.8, 0.9] * 10, [True] * 40).at(0.8) < 1


def test_isotonic_pools_what_falls() -> None:
    curve = isotonic([0.1, 0.2, 0.3, 0.4], [False, True, False, True])
    assert list(curve.y) == sorted(curve.y)
    assert curve.at(0.2) == curve.at(0.3) == pytest.approx(0.5)
    assert curve.at(0.1) < 0.5 < curve.at(0.4)


@pytest.mark.parametrize("name", sorted(FITS))
def test_a_curve_undoes_overconfidence(name: str) -> None:
    curve = FITS[name](*drawn(20_000)[:2])
    assert [curve.at(s) for s in (0.3, 0.6, 0.9)] == pytest.approx([0.09, 0.36, 0.81], abs=0.06)


def test_the_kind_is_chosen_on_held_out_groups() -> None:
    dice = random.Random(5)
    scores = [dice.random() for _ in range(4000)]
    steps = [dice.random() < (0.9 if 0.3 < s < 0.6 or s > 0.9 else 0.88 if s > 0.6 else 0.05) for s in scores]
    assert best(scores, steps, [f"d{i % 20}" for i in range(4000)])[0] == "isotonic"
    few = [0.2, 0.4, 0.6, 0.8] * 8
    assert best(few, [s > 0.5 for s in few[:-2]] + [False, True], [f"d{i % 8}" for i in range(32)])[0] in FITS


def test_splits_keep_groups_whole() -> None:
    groups = ["a", "b", "a", "c"]
    for inside, outside in splits(groups, 2):
        assert not {groups[i] for i in inside} & {groups[i] for i in outside}
        assert sorted(inside + outside) == [0, 1, 2, 3]
    assert len(splits(groups, 5)) == 3


def test_log_loss_punishes_certainty_that_is_wrong() -> None:
    assert log_loss([0.9], [True]) < log_loss([0.6], [True]) < log_loss([0.6], [False]) < log_loss([0.9], [False])
    assert platt([0.5] * 4, [True, True, False, False]).at(0.5) == pytest.approx(0.5, abs=0.01)


def test_claims_are_calibrated_on_other_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dice = random.Random(7)
    gold: list[dict[str, Any]] = []
    read: list[dict[str, Any]] = []
    for i in range(3000):
        found, type_ = dice.random(), dice.random()
        doc = {"doc": f"d{i % 40}", "start": i}
        scores = {"found": found, "type": type_} | ({"agents": 0.9} if i % 2 else {})
        read.append({**doc, "type": "AID", "scores": scores})
        if dice.random() < found**2:
            gold.append({**doc, "type": "AID" if dice.random() < type_ else "COERCE"})
    for name, claims in (("gold", gold), ("read", read)):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in claims))
    (tmp_path / "score.py").write_text(SCORER)
    paths = [str(tmp_path / name) for name in ("read.jsonl", "gold.jsonl", "score.py", "calibration.json")]
    assert calibrating.main([*paths, "--held", str(tmp_path / "held.jsonl")]) == 0
    assert {line.split(":")[0] for line in capsys.readouterr().out.splitlines()} == {"found", "type", "agents", "claim"}
    fitted = json.loads((tmp_path / "calibration.json").read_text())
    assert set(fitted["claim"]["weights"]) == {"found", "type", "agents", "no agents"}
    picture = tmp_path / "reliability.svg"
    assert bench.main([str(tmp_path / "held.jsonl"), *paths[1:3], "--svg", str(picture)]) == 0
    table = capsys.readouterr().out.split("\n\n")[0]
    rows = {line.split()[0]: line.split() for line in table.splitlines()[1:]}
    assert float(rows["claim"][4]) < 0.05
    assert float(rows["found"][4]) < 0.05
    assert float(rows["claim"][6]) < float(rows["claim"][7])  # better than one share for all
    assert int(rows["type"][1]) == len(gold)  # fields are judged where the claim was found
    assert picture.read_text().count("<circle") > 3


def test_an_invented_claim_says_nothing_of_its_fields() -> None:
    verdict = Verdict({"doc": "a", "scores": {"found": 0.4, "type": 0.9}}, None, {"claim": False, "found": False})
    fitted, kinds = calibrating.fit([verdict] * calibrating.FEWEST)
    assert set(kinds) == {"found", "claim"}
    assert max(fitted["found"]["y"]) < 0.5
