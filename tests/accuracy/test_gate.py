"""The build fails when accuracy on our own passages drops. `python -m bench.gate --errors 50` shows what is wrong."""

from __future__ import annotations

from collections import Counter

import pytest

from bench.gate import PASSAGES, breaches, load_floors, measure, pinned, read
from training.passages import Passage, load


@pytest.fixture(scope="module")
def passages() -> list[Passage]:
    return load(PASSAGES)


def test_passages_cover_what_they_are_meant_to(passages: list[Passage]) -> None:
    claims = [claim for passage in passages for claim in passage.claims]
    types = Counter(claim["type"] for claim in claims)
    depths = Counter(len(claim["speakers"]) for claim in claims)
    assert len(passages) >= 130
    assert len(types) == 17  # the sixteen types, and none
    assert {claim["factuality"] for claim in claims} == {
        "happened", "not", "possible", "future", "demanded", "hypothetical",
    }  # fmt: skip
    assert {claim["endorsement"] for claim in claims} == {"endorses", "neutral", "rejects"}
    assert set(depths) == {0, 1, 2, 3}
    assert sum(claim["negated"] for claim in claims) >= 10
    assert sum(not passage.claims for passage in passages) >= 20


def test_offsets_of_triggers_and_quantities(passages: list[Passage]) -> None:
    for passage in passages:
        text = passage.document.text
        for claim in passage.claims:
            assert text[claim["start"] : claim["end"]] == claim["trigger"]
            for quantity in claim["quantities"]:
                assert text[quantity["start"] : quantity["end"]]


def test_no_figure_is_below_its_floor(passages: list[Passage]) -> None:
    found = breaches(measure(read(passages)), load_floors())
    assert not found, "accuracy on tests/accuracy/passages fell:\n" + "\n".join(found)


def test_a_breach_names_row_figure_and_floor() -> None:
    figures = {"found": 0.5, "false allegations": 0.5, "control": 0.5}
    assert breaches(figures, {"found": 0.6, "false allegations": 0.4, "control": 0.5}) == [
        "found: 0.500 is below the floor of 0.600",
        "false allegations: 0.500 is above the ceiling of 0.400",
    ]


def test_pinning_never_lowers_a_floor() -> None:
    figures = {"found": 0.5, "false allegations": 0.5}
    assert pinned(figures, {"found": 0.6, "false allegations": 0.4}) == {"found": 0.6, "false allegations": 0.4}
    assert pinned(figures, {}) == {"found": 0.49, "false allegations": 0.51}
