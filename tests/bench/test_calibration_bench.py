"""Calibration's figures on constructed confidences."""

import pytest

from bench.calibration import Bin, brier, confidences, diagram, ece, equal_mass, equal_width, pairs_of, svg
from bench.judging import Verdict


def test_bins_of_equal_width_hold_their_lower_edge_and_the_last_its_upper() -> None:
    bins = equal_width([(0.0, False), (0.5, True), (0.99, True), (1.0, False)], 2)
    assert bins[0] == Bin(1, 0.0, 0.0)
    assert bins[1] is not None
    assert bins[1].n == 3
    assert bins[1].accuracy == pytest.approx(2 / 3)
    assert equal_width([(0.1, True)], 2)[1] is None


def test_bins_of_equal_mass_differ_by_one_claim_at_most() -> None:
    bins = equal_mass([(i / 23, i % 2 == 0) for i in range(23)], 10)
    assert {b.n for b in bins} == {2, 3}
    assert sum(b.n for b in bins) == 23
    assert len(equal_mass([(0.4, True)] * 3, 10)) == 3


def test_the_error_is_the_weighted_distance() -> None:
    pairs = [(0.9, True)] * 6 + [(0.9, False)] * 2 + [(0.2, False)] * 2
    assert ece(equal_width(pairs)) == pytest.approx(0.8 * 0.15 + 0.2 * 0.2)
    assert ece(equal_width([(0.75, True)] * 3 + [(0.75, False)])) == pytest.approx(0)
    assert brier([(1.0, True), (0.5, False)]) == pytest.approx(0.125)
    assert ece([]) == brier([]) == 0.0


def test_confidence_is_read_flat_or_nested() -> None:
    flat = confidences({"confidence": {"claim": 0.5, "found": 0.9}})
    assert flat == confidences({"confidence": {"claim": 0.5, "fields": {"found": 0.9}}})
    assert confidences({"confidence": None}) == {}


def test_fields_of_invented_claims_are_not_judged() -> None:
    read = {"confidence": {"claim": 0.5, "found": 0.9, "type": 0.8}}
    invented = Verdict(read, None, {"claim": False, "found": False})
    right = Verdict(read, {}, {"claim": True, "found": True, "type": True})
    assert pairs_of([invented, right]) == {
        "claim": [(0.5, False), (0.5, True)], "found": [(0.9, False), (0.9, True)], "type": [(0.8, True)],
    }  # fmt: skip


def test_the_diagram_has_a_line_a_bin() -> None:
    drawn = diagram([Bin(4, 0.1, 0.1), None, Bin(2, 0.9, 0.5)]).splitlines()
    assert len(drawn) == 4
    assert "X" in drawn[1]
    assert drawn[2].endswith(" 0")
    assert drawn[3].index("#") < drawn[3].index("c")
    assert svg([Bin(4, 0.1, 0.1), None], "T").count("<circle") == 1
