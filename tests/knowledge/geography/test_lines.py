"""Clipping and simplifying lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.knowledge.geography import Box
from rashomon.knowledge.geography.clipping import clipped_line, clipped_ring
from rashomon.knowledge.geography.simplify import simplified

BOX = Box(0, 0, 10, 10)
POINTS = st.lists(st.tuples(st.integers(-20, 30), st.integers(-20, 30)), min_size=2, max_size=30)


def area(ring: list[tuple[float, float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def test_a_line_through_the_box_is_cut_at_both_sides() -> None:
    assert clipped_line([(-5, 5), (15, 5)], BOX) == [[(0, 5), (10, 5)]]


def test_a_line_that_comes_back_gives_two_stretches() -> None:
    assert clipped_line([(5, 5), (5, 15), (6, 15), (6, 5)], BOX) == [[(5, 5), (5, 10)], [(6, 10), (6, 5)]]


def test_a_line_past_a_corner_gives_nothing() -> None:
    assert clipped_line([(-5, 8), (2, 15)], BOX) == []


def test_a_square_around_the_box_becomes_the_box() -> None:
    assert abs(area(clipped_ring([(-5, -5), (15, -5), (15, 15), (-5, 15)], BOX))) == 100


def test_half_a_square() -> None:
    assert abs(area(clipped_ring([(5, -5), (15, -5), (15, 15), (5, 15)], BOX))) == 50


def test_a_hair_goes_and_a_bend_stays() -> None:
    assert simplified([(0, 0), (5, 0.1), (10, 0), (10, 10)], 1.0) == [(0, 0), (10, 0), (10, 10)]


def test_a_small_ring_leaves_no_area() -> None:
    assert len(simplified([(0, 0), (0.1, 0), (0.1, 0.1), (0, 0.1)], 1.0, closed=True)) < 3


@given(POINTS)
def test_what_is_clipped_lies_in_the_box(line: list[tuple[float, float]]) -> None:
    near = Box(-1e-9, -1e-9, 10 + 1e-9, 10 + 1e-9)
    for stretch in clipped_line(line, BOX):
        assert len(stretch) > 1
        assert all(near.holds(point) for point in stretch)
    assert all(near.holds(point) for point in clipped_ring(line, BOX))


@given(POINTS)
def test_a_line_within_the_box_stays(line: list[tuple[float, float]]) -> None:
    everywhere = Box(-50, -50, 50, 50)
    assert clipped_line(line, everywhere) == [line]
    assert clipped_ring(line, everywhere) == line


@given(POINTS, st.floats(0, 500))
def test_simplified_keeps_ends_and_order(line: list[tuple[float, float]], least: float) -> None:
    found = simplified(line, least)
    assert (found[0], found[-1]) == (line[0], line[-1])
    rest = iter(line)
    assert all(point in rest for point in found)


@given(POINTS)
def test_simplified_by_more_leaves_less(line: list[tuple[float, float]]) -> None:
    assert len(simplified(line, 50.0)) <= len(simplified(line, 5.0)) <= len(line)
