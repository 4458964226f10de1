"""Stretches on a line."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.showing.stretches import laid


def test_what_is_told_stays_where_it_is() -> None:
    assert laid([(2, 4), (6, 8)], 0, 10) == [(2.0, 4.0), (6.0, 8.0)]


def test_nothing_is_laid_nowhere() -> None:
    assert laid([], 0, 10) == []


@given(st.integers(1, 9))
def test_untold_stretches_share_the_line_in_order(count: int) -> None:
    found = laid([(None, None)] * count, 0, 90)
    assert found[0][0] == 0
    assert abs(found[-1][1] - 90) < 1e-9
    assert all(one[1] == other[0] and one[0] < one[1] for one, other in pairwise(found))
