"""The rules' confidence: curves that ship with them, for the parser that they were fitted over."""

from __future__ import annotations

from rashomon.model import Document
from rashomon.reading import parser
from rashomon.reading.calibration import CLAIM, load
from rashomon.reading.rules import CALIBRATION, RuleReader

TEXT = (
    "The governor said the Lowland Front shelled the market of Orsa on Tuesday, killing nine people. "
    "The Front denied it. Herders and soldiers had clashed near the river."
)


def test_every_claim_of_the_rules_has_a_confidence_of_its_own() -> None:
    claims = RuleReader.load().read(Document(id="a", text=TEXT)).claims
    sure = [claim.confidence for claim in claims]
    assert len(claims) >= 2
    assert all(one is not None and 0 < one.claim < 1 and one.fields for one in sure)
    assert len({one.claim for one in sure if one}) > 1
    assert all(set(one.fields) <= set(claim.scores) for one, claim in zip(sure, claims, strict=True) if one)


def test_over_a_parser_that_nobody_calibrated_there_is_none() -> None:
    claims = RuleReader(parser.load()).read(Document(id="a", text=TEXT)).claims
    assert claims
    assert all(claim.confidence is None for claim in claims)


def test_higher_scores_give_no_lower_confidence() -> None:
    calibration = load(CALIBRATION)
    assert CLAIM in calibration.curves
    for curve in calibration.curves.values():
        assert list(curve.y) == sorted(curve.y)
