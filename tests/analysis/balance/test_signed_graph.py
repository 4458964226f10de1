"""Ties and graphs: what they refuse, and what is left of them without some claims."""

from __future__ import annotations

import math

import pytest

from rashomon.analysis.balance import SignedGraph, Tie, frustration, triangle_balance, turning, walk_balance
from tests.analysis.balance.brute import PATIENT

FRIENDS = Tie("Orm", "Tarvol", 1, 2, ("c2", "c1", "c2"))
FOES = Tie("Veshti", "Orm", -1, 1, ("c3",))


@pytest.mark.parametrize(
    ("a", "b", "sign", "weight", "said"),
    [
        ("Orm", "Orm", 1, 1.0, "'Orm' to itself"),
        ("Orm", "Tarvol", 0, 1.0, "'Orm' and 'Tarvol' is 0"),
        ("Orm", "Tarvol", 1, 0.0, "not above 0"),
        ("Orm", "Tarvol", 1, math.nan, "not above 0"),
    ],
)
def test_ties_that_are_none(a: str, b: str, sign: int, weight: float, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Tie(a, b, sign, weight)


def test_a_tie_is_the_same_from_either_end() -> None:
    assert Tie("Tarvol", "Orm", 1, 2, ("c1", "c2")) == FRIENDS
    assert (FOES.a, FOES.b) == ("Orm", "Veshti")
    assert FRIENDS.claims == ("c1", "c2")


def test_a_tie_goes_with_its_last_claim_and_a_name_with_its_last_tie() -> None:
    graph = SignedGraph((FRIENDS, FOES), ("Lone",))
    assert graph.without({"c1"}) == SignedGraph((Tie("Orm", "Tarvol", 1, 2, ("c2",)), FOES), ("Lone",))
    assert graph.without({"c3"}) == SignedGraph((FRIENDS,), ("Lone",))
    assert graph.without({"c1", "c2", "c3"}).nodes == ("Lone",)
    assert graph.without({"other"}) == graph


def test_a_tie_may_weigh_what_its_claims_do() -> None:
    graph = SignedGraph((FRIENDS, FOES)).without({"c1"}, weigh=lambda tie: float(len(tie.claims)))
    assert [tie.weight for tie in graph.ties] == [1, 1]


def test_ties_that_came_of_no_claim_stay() -> None:
    graph = SignedGraph.of([("Orm", "Tarvol", -1)])
    assert graph.without({"c1"}) == graph


def test_turning_and_switching() -> None:
    graph = SignedGraph((FRIENDS, FOES))
    assert graph.with_turned(FOES).ties == (FRIENDS, FOES.turned)
    assert graph.switched({"Orm"}).ties == (FRIENDS.turned, FOES.turned)
    assert graph.switched({"Orm", "Veshti"}).ties == (FRIENDS.turned, FOES)
    with pytest.raises(ValueError, match="no such tie"):
        graph.with_turned(FOES.turned)


def test_a_graph_of_nothing() -> None:
    for graph in (SignedGraph(()), SignedGraph((), ("Orm", "Tarvol"))):
        found = frustration(graph)
        assert (found.value, found.proved, found.count, found.normalised) == (0, True, 1, None)
        assert found.divisions[0].parts == tuple((name,) for name in graph.nodes)
        assert (triangle_balance(graph), walk_balance(graph)) == (None, None)
        assert turning(graph).ties == ()


def test_allies_here_and_at_war_there() -> None:
    graph = SignedGraph((Tie("Orm", "Tarvol", 1, claims=("c1",)), Tie("Orm", "Tarvol", -1, claims=("c2",))))
    found = frustration(graph, seconds=PATIENT)
    assert (found.value, found.count, found.always, found.sometimes) == (1, 2, (), graph.ties)
    assert [division.parts for division in found.divisions] == [(("Orm", "Tarvol"),), (("Orm",), ("Tarvol",))]
    heavier = frustration(SignedGraph((*graph.ties, Tie("Orm", "Tarvol", 1, 0.5))), seconds=PATIENT)
    assert (heavier.value, heavier.count, heavier.always) == (1, 1, (Tie("Orm", "Tarvol", -1, claims=("c2",)),))


def test_weights_need_not_be_whole() -> None:
    graph = SignedGraph((Tie("A", "B", 1, 0.3), Tie("B", "C", 1, 0.25), Tie("A", "C", -1, 0.4), Tie("C", "D", -1, 0.1)))
    found = frustration(graph, seconds=PATIENT)
    assert found.value == pytest.approx(0.25)
    assert found.proved
    assert found.always == (Tie("B", "C", 1, 0.25),)


def test_a_heavy_tie_may_lower_more_than_one_that_does_not_fit() -> None:
    # the cheapest camps break the two light ties; were the heavy one hostile, all would fit
    graph = SignedGraph(
        (Tie("A", "B", 1, 3), Tie("A", "C", -1, 1), Tie("B", "C", 1, 1), Tie("A", "D", -1, 1), Tie("B", "D", 1, 1))
    )
    assert frustration(graph, seconds=PATIENT).value == 2
    found = turning(graph, seconds=PATIENT)
    assert (found.before, found.after, found.ties, found.settled) == (2, 0, (Tie("A", "B", 1, 3),), True)
