"""What holds of every signed graph; and trying every division gives the same."""

from __future__ import annotations

from collections.abc import Callable, Set

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.analysis.balance import Divided, SignedGraph, Tie, factions, frustration, turning
from tests.analysis.balance.brute import NAMES, PATIENT, broken, cheapest, graphs

Divide = Callable[..., Divided]
PROBLEMS = pytest.mark.parametrize(("divide", "parts"), [(frustration, 2), (factions, len(NAMES))])
quick = settings(max_examples=25, deadline=None)


def ties_at(graph: SignedGraph, places: Set[int]) -> list[Tie]:
    return sorted(graph.ties[place] for place in places)


@PROBLEMS
@quick
@given(graph=graphs())
def test_as_found_by_trying_every_division(divide: Divide, parts: int, graph: SignedGraph) -> None:
    value, sets = cheapest(graph, parts)
    found = divide(graph, seconds=PATIENT, cap=10_000)
    assert (found.value, found.bound, found.proved) == (value, value, True)
    assert found.count == len(sets)
    assert sorted(list(division.broken) for division in found.divisions) == sorted(
        ties_at(graph, ties) for ties in sets
    )
    in_all = frozenset.intersection(*sets)
    assert list(found.always) == ties_at(graph, in_all)
    assert list(found.sometimes) == ties_at(graph, frozenset.union(*sets) - in_all)
    assert found.settled


@PROBLEMS
@settings(max_examples=8, deadline=None)
@given(graph=graphs(most=8, heaviest=1, several=False))
def test_eight_names_too(divide: Divide, parts: int, graph: SignedGraph) -> None:
    value, sets = cheapest(graph, parts)
    found = divide(graph, seconds=PATIENT, cap=3)
    assert (found.value, found.bound, found.count) == (value, value, len(sets))
    assert len(found.divisions) == min(3, len(sets))
    assert found.settled


@PROBLEMS
@quick
@given(graph=graphs())
def test_parts_break_the_ties_they_are_said_to(divide: Divide, parts: int, graph: SignedGraph) -> None:
    for division in divide(graph, seconds=PATIENT).divisions:
        assert sorted(name for part in division.parts for name in part) == list(graph.nodes)
        labels = tuple(next(at for at, part in enumerate(division.parts) if name in part) for name in graph.nodes)
        assert ties_at(graph, broken(graph, labels)) == list(division.broken)


@quick
@given(graphs(), st.sets(st.sampled_from(NAMES)))
def test_switching_keeps_frustration(graph: SignedGraph, side: set[str]) -> None:
    found, switched = (frustration(each, seconds=PATIENT) for each in (graph, graph.switched(side)))
    assert (found.value, found.count, len(found.always)) == (switched.value, switched.count, len(switched.always))


@quick
@given(graphs())
def test_more_factions_never_cost_more(graph: SignedGraph) -> None:
    assert factions(graph, seconds=PATIENT, cap=0).value <= frustration(graph, seconds=PATIENT, cap=0).value


@PROBLEMS
@quick
@given(graph=graphs(), order=st.randoms(use_true_random=False))
def test_neither_order_nor_names_matter(divide: Divide, parts: int, graph: SignedGraph, order: object) -> None:
    names, ties = list(graph.nodes), list(graph.ties)
    order.shuffle(ties)  # type: ignore[attr-defined]
    found = divide(graph, seconds=PATIENT, cap=10_000)
    assert divide(SignedGraph(tuple(ties), graph.nodes), seconds=PATIENT, cap=10_000) == found
    order.shuffle(names)  # type: ignore[attr-defined]
    new = dict(zip(graph.nodes, names, strict=True))
    renamed = SignedGraph(tuple(Tie(new[t.a], new[t.b], t.sign, t.weight, t.claims) for t in ties), tuple(names))
    again = divide(renamed, seconds=PATIENT, cap=10_000)
    assert {frozenset(frozenset(part) for part in division.parts) for division in again.divisions} == {
        frozenset(frozenset(new[name] for name in part) for part in division.parts) for division in found.divisions
    }


@quick
@given(graphs(most=6, heaviest=5))
def test_turning_each_tie_by_hand(graph: SignedGraph) -> None:
    before, _ = cheapest(graph, 2)
    after = {tie: cheapest(graph.with_turned(tie), 2)[0] for tie in graph.ties}
    least = min(after.values(), default=before)
    found = turning(graph, seconds=PATIENT)
    assert (found.before, found.after, found.bound) == (before, min(before, least), min(before, least))
    assert list(found.ties) == sorted({tie for tie, value in after.items() if value == least < before})
    assert found.settled
