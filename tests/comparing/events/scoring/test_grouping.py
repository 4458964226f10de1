from __future__ import annotations

import random
from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.comparing.events.scoring.grouping import grouped, linked
from rashomon.comparing.events.scoring.types import Sight
from rashomon.comparing.events.scoring.weights import Weights, load
from rashomon.comparing.events.scoring.wholes import Wholes

MILL = Counter({"mill": 3, "orsa": 2, "militia": 1})
PORT = Counter({"harbour": 3, "vell": 2, "minister": 1})
WORDS = {"one": MILL, "two": MILL, "three": PORT, "four": PORT}


VECTORS = dict(zip(("shell", "visit", "flee", "burn"), np.eye(4, dtype=np.float32), strict=True))


def sight(name: str, document: str, lemma: str, agent: str, target: str, sentence: int = 0) -> Sight:
    return Sight(
        name, document, lemma, frozenset({lemma}), sentence,
        agents=(frozenset({agent}),), targets=(frozenset({target}),),
        context=frozenset({agent, target}), names=frozenset({agent}), vector=VECTORS[lemma], meaning=VECTORS[lemma],
    )  # fmt: skip


SIGHTS = [
    sight("a", "one", "shell", "militia", "mill"),
    sight("b", "two", "shell", "militia", "mill"),
    sight("c", "three", "visit", "minister", "harbour"),
    sight("d", "four", "visit", "minister", "harbour"),
]
PAIRS = np.array(list(combinations(range(4), 2)))


def test_two_deeds_stay_two() -> None:
    assert grouped(SIGHTS, WORDS, PAIRS, load()) == [[0, 1], [2, 3]]


def test_pairs_that_are_left_out_put_nothing_together() -> None:
    assert grouped(SIGHTS, WORDS, PAIRS[[1, 4]], load()) == [[0], [1], [2], [3]]


def test_no_order_of_pairs_changes_the_groups() -> None:
    chance = random.Random(3)
    for _ in range(5):
        rows = [(a, b) if chance.random() < 0.5 else (b, a) for a, b in PAIRS.tolist()]
        chance.shuffle(rows)
        assert grouped(SIGHTS, WORDS, np.array(rows), load()) == [[0, 1], [2, 3]]


def test_one_alone() -> None:
    nothing = np.zeros((0, 2), dtype=np.int64)
    assert grouped(SIGHTS[:1], WORDS, nothing, load()) == [[0]]
    assert grouped([], WORDS, nothing, load()) == []


def test_groups_are_measured_as_wholes() -> None:
    wholes = Wholes(SIGHTS, WORDS, [[0, 1], [2], [3]])
    pairs, found = wholes.of(PAIRS, np.array([0.9, 0.02, 0.5, 0.01, 0.1, 0.6]))
    assert pairs.tolist() == [[0, 2], [1, 2]]  # of the first and the second no two mentions score enough
    assert found["highest"].tolist() == [0.5, 0.6]
    mean = (0.5 + 0.1) / 2
    assert found["odds"][0] == pytest.approx(np.log((mean + 0.003) / (1.003 - mean)))
    assert found["lemma"].tolist() == [0.0, pytest.approx(1.0)]
    assert found["roles"][1] == pytest.approx(1.0)
    assert found["larger"].tolist() == [pytest.approx(np.log(2)), 0.0]
    assert found["documents"][0] < found["documents"][1]


def test_mentions_side_by_side_are_known_as_such() -> None:
    beside = [SIGHTS[0], sight("e", "one", "flee", "people", "mill"), sight("f", "one", "burn", "mill", "mill", 7)]
    _, found = Wholes(beside, WORDS, [[0], [1], [2]]).of(np.array([[0, 1], [0, 2]]), np.array([0.5, 0.5]))
    assert found["one document"].tolist() == [1, 1]
    assert found["one sentence"].tolist() == [1, 0]


def test_wholes_join_what_pairs_leave_apart() -> None:
    """Pairs are never enough; wholes go by the roles alone."""
    weights = {"pairs": Weights(0.0, {}, 0.9), "wholes": Weights(-2.0, {"roles": 4.0}, 0.5)}
    assert grouped(SIGHTS, WORDS, PAIRS, weights) == [[0, 1], [2, 3]]


@given(st.lists(st.floats(0, 1), min_size=6, max_size=6))
def test_every_mention_is_in_one_group(values: list[float]) -> None:
    groups = linked(4, PAIRS, np.array(values), 0.5)
    assert sorted(at for group in groups for at in group) == [0, 1, 2, 3]
