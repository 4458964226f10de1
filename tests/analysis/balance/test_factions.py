"""Factions: parts that friendly ties hold together, and how few are enough; and who stands between them."""

from __future__ import annotations

from itertools import combinations

import pytest

from rashomon.analysis.balance import SignedGraph, brokers, factions, frustration
from tests.analysis.balance.brute import PATIENT


def all_foes(names: str) -> list[tuple[str, str, int]]:
    return [(a, b, -1) for a, b in combinations(names, 2)]


def test_everyone_against_everyone() -> None:
    found = factions(SignedGraph.of(all_foes("ABCDE")), seconds=PATIENT)
    assert (found.value, found.count, found.fewest, found.fewest_proved) == (0, 1, 5, True)
    assert frustration(SignedGraph.of(all_foes("ABCDE")), seconds=PATIENT).value == 4


def test_strangers_are_counted_as_one_where_that_costs_nothing() -> None:
    # five around a table, each hostile to both neighbours: three factions are enough, and two are not
    ring = SignedGraph.of([(a, b, -1) for a, b in zip("ABCDE", "BCDEA", strict=True)])
    found = factions(ring, seconds=PATIENT)
    assert [len(part) for part in found.divisions[0].parts] == [1] * 5
    assert (found.value, found.fewest, found.fewest_proved) == (0, 3, True)


def test_graphs_whose_largest_clique_is_smaller_than_the_factions_they_need() -> None:
    # the Groetzsch graph: no three are each other's foes, yet it takes four factions
    ring = [(f"r{n}", f"r{(n + 1) % 5}", -1) for n in range(5)]
    spokes = [(f"s{n}", f"r{(n + step) % 5}", -1) for n in range(5) for step in (1, 4)]
    hub = [(f"s{n}", "hub", -1) for n in range(5)]
    found = factions(SignedGraph.of(ring + spokes + hub), seconds=PATIENT)
    assert (found.value, found.fewest, found.fewest_proved) == (0, 4, True)


def test_names_that_nothing_connects_are_never_in_one_part() -> None:
    graph = SignedGraph((*SignedGraph.of([("A", "B", 1), ("C", "D", -1)]).ties,), ("E",))
    for divide in (frustration, factions):
        assert divide(graph, seconds=PATIENT).divisions[0].parts == (("A", "B"), ("C",), ("D",), ("E",))
    assert factions(graph, seconds=PATIENT).fewest == 2


def test_divisions_multiply_and_are_counted_beyond_those_listed() -> None:
    # seven triangles with one hostile tie each, in a row: any one tie of each may be the one that does not fit
    names = [f"n{number:02}" for number in range(15)]
    rows = []
    for at in range(0, 14, 2):
        a, b, c = names[at : at + 3]
        rows += [(a, b, 1), (b, c, 1), (a, c, -1)]
    found = frustration(SignedGraph.of(rows), seconds=PATIENT, cap=50)
    assert (found.value, found.count, len(found.divisions)) == (7, 3**7, 50)
    assert (found.always, len(found.sometimes), found.settled) == ((), 21, True)


def test_what_all_divisions_break_is_known_even_if_they_are_too_many_to_list() -> None:
    # a complete graph of foes: each way to make camps of five and six is as good, and no tie is safe in all of them
    found = frustration(SignedGraph.of(all_foes("ABCDEFGHIJK")), seconds=PATIENT, cap=5)
    assert (found.value, found.count, len(found.divisions)) == (25, None, 5)
    assert (found.always, len(found.sometimes), found.settled) == ((), 55, True)


def test_brokers_and_names_that_alone_connect() -> None:
    rows = [("A", "B", 1), ("B", "C", 1), ("C", "D", 1), ("A", "D", -1), ("D", "E", 1)]
    found = brokers(SignedGraph.of(rows), [["A", "B"], ["C", "D", "E"]])
    assert [(broker.name, broker.part, [part for part, _ in broker.reaches], broker.cut) for broker in found] == [
        ("B", 0, [0, 1], True),
        ("C", 1, [0, 1], True),
        ("D", 1, [1], True),
    ]


@pytest.mark.parametrize(("camps", "said"), [([["A"]], "in no camp: B"), ([["A", "B"], ["B"]], "in several camps")])
def test_camps_that_are_none(camps: list[list[str]], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        brokers(SignedGraph.of([("A", "B", 1)]), camps)
