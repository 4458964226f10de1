"""Figures that were published of one graph."""

from __future__ import annotations

import pytest

from rashomon.analysis.balance import (
    SignedGraph,
    Tie,
    brokers,
    factions,
    frustration,
    triangle_balance,
    turning,
    walk_balance,
)
from tests.analysis.balance.brute import PATIENT, tribes

ALLIES = {"Gama", "Gavev", "Kotun", "Nagad"}


def test_the_graph_has_as_many_ties_as_published() -> None:
    graph = tribes()
    assert len(graph.nodes) == 16
    assert [sum(tie.sign == sign for tie in graph.ties) for sign in (1, -1)] == [29, 29]


def test_two_camps() -> None:
    found = frustration(tribes(), seconds=PATIENT)
    assert (found.value, found.bound, found.gap, found.proved) == (7, 7, 0, True)
    assert found.normalised == pytest.approx(0.7586207, abs=1e-7)
    assert found.count == len(found.divisions) == 1
    assert [set(part) for part in found.divisions[0].parts] == [set(tribes().nodes) - ALLIES, ALLIES]
    assert found.always == found.divisions[0].broken
    assert found.sometimes == ()
    assert len(found.always) == 7
    assert all(tie.sign < 0 for tie in found.always)


def test_as_many_factions_as_there_need_be() -> None:
    found = factions(tribes(), seconds=PATIENT)
    assert (found.value, found.bound, found.count, found.fewest, found.fewest_proved) == (2, 2, 1, 3, True)
    assert [len(part) for part in found.divisions[0].parts] == [7, 4, 5]
    assert set(found.divisions[0].parts[1]) == ALLIES
    assert found.always == (Tie("Masil", "Nagam", 1), Tie("Masil", "Uheto", 1))


def test_measures_that_count() -> None:
    assert triangle_balance(tribes()) == pytest.approx(0.8676471, abs=1e-7)
    assert walk_balance(tribes()) == pytest.approx(0.3575761, abs=1e-7)


def test_who_stands_between() -> None:
    division = factions(tribes(), seconds=PATIENT).divisions[0]
    found = brokers(tribes(), division.parts)
    assert [(broker.name, [part for part, _ in broker.reaches], broker.cut) for broker in found] == [
        ("Masil", [0, 2], True),
        ("Nagam", [0, 2], False),
        ("Uheto", [0, 2], False),
    ]
    assert dict(found[1].reaches)[0] == (Tie("Masil", "Nagam", 1),)


def test_any_tie_that_does_not_fit_lowers_the_tension_by_itself() -> None:
    found = turning(tribes(), seconds=PATIENT)
    assert (found.before, found.after, found.bound, found.settled) == (7, 6, 6, True)
    assert found.ties == frustration(tribes(), seconds=PATIENT).always


def test_without_time_the_bound_holds_still() -> None:
    for divide, value in ((frustration, 7), (factions, 2)):
        found = divide(tribes(), seconds=0)
        assert found.bound <= value <= found.value
        assert not found.proved
        assert (found.count, found.settled, len(found.divisions)) == (None, False, 1)
        assert sum(tie.weight for tie in found.divisions[0].broken) == found.value
    late = turning(tribes(), seconds=0)
    assert (late.settled, late.ties) == (False, ())
    assert late.bound <= 6


def test_the_first_division_alone_is_proved_as_well() -> None:
    found = frustration(tribes(), seconds=PATIENT, cap=0)
    assert (found.value, found.proved, found.count, found.settled) == (7, True, None, False)
    assert (found.always, found.sometimes) == ((), ())


def test_names_do_not_decide() -> None:
    graph = tribes()
    other = {name: name[::-1] for name in graph.nodes}
    renamed = SignedGraph(tuple(Tie(other[tie.a], other[tie.b], tie.sign) for tie in graph.ties))
    found = frustration(renamed, seconds=PATIENT)
    assert {frozenset(part) for part in found.divisions[0].parts} == {
        frozenset(other[name] for name in part) for part in frustration(graph, seconds=PATIENT).divisions[0].parts
    }
