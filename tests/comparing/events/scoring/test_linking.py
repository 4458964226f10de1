from __future__ import annotations

import random
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.comparing.events.scoring.linking import average_link


def test_two_groups_and_one_alone() -> None:
    scored = [(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.7), (3, 4, 0.6), (2, 3, 0.55)]
    assert average_link(6, scored, 0.5) == [[0, 1, 2], [3, 4], [5]]


def test_a_chain_of_likenesses_makes_no_group() -> None:
    """0 is like 1 and 1 like 2, but 0 and 2 share nothing: the mean of the three is too low."""
    assert average_link(3, [(0, 1, 0.9), (1, 2, 0.8)], 0.5) == [[0, 1], [2]]
    assert average_link(3, [(0, 1, 0.9), (1, 2, 0.8)], 0.4) == [[0, 1, 2]]


def test_nothing_scored() -> None:
    assert average_link(2, [], 0.5) == [[0], [1]]
    assert average_link(0, [], 0.5) == []


scores = st.lists(st.floats(0, 1), min_size=15, max_size=15, unique=True)


@given(scores, st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order_of_pairs(values: list[float], chance: random.Random) -> None:
    scored = [(a, b, value) for (a, b), value in zip(combinations(range(6), 2), values, strict=True)]
    shuffled = [(b, a, value) if chance.random() < 0.5 else (a, b, value) for a, b, value in scored]
    chance.shuffle(shuffled)
    found = average_link(6, scored, 0.5)
    assert found == average_link(6, shuffled, 0.5)
    assert sorted(number for group in found for number in group) == list(range(6))


@given(scores)
def test_every_group_is_alike_enough_on_average(values: list[float]) -> None:
    alike = dict(zip(combinations(range(6), 2), values, strict=True))
    for group in average_link(6, [(a, b, value) for (a, b), value in alike.items()], 0.5):
        inside = [alike[pair] for pair in combinations(group, 2)]
        # groups grow by joins whose means are no less than the threshold: so is the mean of all
        assert not inside or sum(inside) / len(inside) >= 0.5 - 1e-9
