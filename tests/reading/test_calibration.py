"""Confidence from raw scores, by curves written here."""

import json
import math
from pathlib import Path

import pytest

from rashomon.reading.calibration import Curve, load, log_odds, odds_to_share, parse

DATA = {
    "type": {"x": [0.2, 0.6], "y": [0.1, 0.5]},
    "claim": {"weights": {"type": 1.0, "agents": 0.5, "no agents": -2.0}, "bias": 1.0, "x": [0, 1], "y": [0, 0.8]},
}


def test_a_curve_is_straight_between_its_points_and_level_beyond() -> None:
    curve = Curve((0.2, 0.6), (0.1, 0.5))
    assert [curve.at(x) for x in (0.0, 0.2, 0.6, 1.0)] == [0.1, 0.1, 0.5, 0.5]
    assert curve.at(0.3) == pytest.approx(0.2)


def test_fields_have_the_confidence_of_their_curve_and_none_without_one(tmp_path: Path) -> None:
    (tmp_path / "calibration.json").write_text(json.dumps(DATA))
    calibration = load(tmp_path / "calibration.json")
    assert calibration.of("type", 0.4) == pytest.approx(0.3)
    assert calibration.of("place", 0.4) is None
    assert calibration.fields({"type": 0.2, "place": 0.9, "claim": 0.9}) == {"type": 0.1}


def test_the_whole_claim_weighs_what_is_there_and_what_is_absent() -> None:
    calibration = parse(DATA)
    both = calibration.raw({"type": 0.5, "agents": 0.9})
    assert both == pytest.approx(odds_to_share(1.0 + 0.5 * math.log(9)))
    assert calibration.raw({"type": 0.5}) == pytest.approx(odds_to_share(-1.0))
    assert calibration.claim({"type": 0.5}) == pytest.approx(0.8 * odds_to_share(-1.0))


def test_log_odds_are_bounded_and_turn_back() -> None:
    assert math.isfinite(log_odds(0.0))
    assert log_odds(1.0) == pytest.approx(-log_odds(0.0))
    assert odds_to_share(log_odds(0.3)) == pytest.approx(0.3)
    assert odds_to_share(-800) == 0.0


@pytest.mark.parametrize("curve", [{"x": [0.5, 0.5], "y": [0, 1]}, {"x": [0.5], "y": [2]}, {"x": [], "y": []}])
def test_a_broken_curve_is_refused(curve: dict[str, list[float]]) -> None:
    with pytest.raises(ValueError, match="'type'"):
        parse({**DATA, "type": curve})
