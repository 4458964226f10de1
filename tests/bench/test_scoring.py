from __future__ import annotations

import pytest

from bench.scoring import Record, checks, pair, same_name, score
from training.passages import parse

TEXT = "The mayor said that rebels attacked the mill and that soldiers held Sarn."
ATTACKED = "attacked | ASSAULT | rebels -> mill | @Sarn | by mayor"
HELD = "held | hold | soldiers -> | @Sarn | by mayor"


def claims(*lines: str) -> list[Record]:
    return [parse(line, TEXT) for line in lines]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Lake Militia", "Lake Militia", True),
        ("General Ostra", "Ostra", True),
        ("Lake Militia's fighters", "Lake Militia", True),
        ("Élan Party", "Elan party", True),
        ("Ostra", "anti-Ostra", False),
        ("former soldiers", "soldiers", False),
        ("Lake Militia", "Hill Militia", False),
        ("Sarn", "the council of the lower town of old Sarn by the sea", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_a_perfect_reading_scores_one_in_every_row_it_has() -> None:
    gold = claims(ATTACKED, HELD)
    result = score([(gold, claims(ATTACKED, HELD))])
    assert {row.f1 for row in result.rows if row.n} == {1.0}
    assert result.false_allegations == 0.0


def test_what_is_missed_costs_recall_and_what_is_invented_precision() -> None:
    gold, read = claims(ATTACKED, HELD), claims(ATTACKED, "said | REQUEST | mayor ->", "Sarn | event | ->")
    found = score([(gold, read)]).rows[0]
    assert found.precision == pytest.approx(1 / 3)
    assert found.recall == pytest.approx(1 / 2)


def test_an_allegation_is_false_by_agent_teller_or_firmness() -> None:
    gold = claims(ATTACKED)
    for wrong in (
        "attacked | ASSAULT | soldiers -> mill | by mayor",
        "attacked | ASSAULT | rebels -> mill",
        "attacked | ASSAULT | rebels -> mill | by mayor | not",
    ):
        assert score([(gold, claims(wrong))]).wrong_allegations == 1
    assert score([(gold, claims("attacked | ASSAULT | rebels -> | by mayor"))]).wrong_allegations == 0


def test_claims_that_agree_most_are_paired() -> None:
    gold = claims(ATTACKED, "attacked | ASSAULT | soldiers -> mill | by mayor")
    read = claims("attacked | ASSAULT | soldiers -> mill | by mayor", ATTACKED)
    assert all(all(checks(g, r).values()) for g, r in pair(gold, read))
