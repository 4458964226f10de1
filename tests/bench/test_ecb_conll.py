from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.ecb.conll import conll

Labels = dict[str, object]


def labels(*groups: str) -> Labels:
    return {mention: at for at, group in enumerate(groups) for mention in group}


def test_the_example_of_vilain() -> None:
    """Gold ABCD, found AB and CD: two of three links; no link too many."""
    found = conll(labels("abcd"), labels("ab", "cd"))
    assert found.muc == pytest.approx((1.0, 2 / 3))
    assert found.b3 == pytest.approx((1.0, 1 / 2))  # each of four mentions stands beside half of its group
    assert found.ceafe == pytest.approx((1 / 3, 2 / 3))  # one of two groups is matched: 2 * 2 / (2 + 4)


def test_an_example_with_links_too_many() -> None:
    """Gold ABC, DE, F; found AB, CDEF."""
    found = conll(labels("abc", "de", "f"), labels("ab", "cdef"))
    assert found.muc == pytest.approx((2 / 4, 2 / 3))  # ours needs 1 + 3 links, gold 2 + 1; each has two of the other's
    precision = (2 * 2 / 2 + (1 + 2 * 2 + 1) / 4) / 6
    recall = ((2 * 2 + 1) / 3 + 2 * 2 / 2 + 1) / 6
    assert found.b3 == pytest.approx((precision, recall))
    both = 2 * 2 / 5 + 2 * 2 / 6  # AB with ABC, CDEF with DE
    assert found.ceafe == pytest.approx((both / 2, both / 3))
    assert found.f1 == pytest.approx((found.muc.f1 + found.b3.f1 + found.ceafe.f1) / 3)


def test_lone_mentions_have_no_links() -> None:
    found = conll(labels("a", "b"), labels("a", "b"))
    assert found.muc.f1 == 0.0
    assert found.b3.f1 == found.ceafe.f1 == 1.0


def test_both_sides_must_have_the_same_mentions() -> None:
    with pytest.raises(ValueError, match="same mentions"):
        conll(labels("ab"), labels("a"))


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=9))
def test_swapping_both_sides_swaps_precision_and_recall(pairs: list[tuple[int, int]]) -> None:
    one: Labels = {str(at): a for at, (a, _) in enumerate(pairs)}
    other: Labels = {str(at): b for at, (_, b) in enumerate(pairs)}
    for here, there in zip(conll(one, other), conll(other, one), strict=True):
        assert here == pytest.approx((there.recall, there.precision))
        assert 0 <= here.f1 <= 1 + 1e-9


@given(st.lists(st.integers(0, 4), min_size=1, max_size=9))
def test_nothing_is_better_than_the_gold_itself(numbers: list[int]) -> None:
    gold: Labels = {str(at): number for at, number in enumerate(numbers)}
    found = conll(gold, gold)
    assert found.b3.f1 == pytest.approx(1)
    assert found.ceafe.f1 == pytest.approx(1)
    assert found.muc.f1 == pytest.approx(float(len(set(numbers)) < len(numbers)))
