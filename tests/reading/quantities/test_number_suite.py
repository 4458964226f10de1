"""The suite of numbers (`suite.yaml`): well formed, and read at least as well as pinned."""

from __future__ import annotations

import pytest

from bench.numbers import Count, Sentence, Tally, load, pairs, read, tally

FLOORS = {False: {"F1": 0.985, "sentences right": 0.975}, True: {"F1": 0.98, "sentences right": 0.97}}
"""Floors for the half developed on, and for the half held back. They go up, never down."""


@pytest.fixture(scope="module")
def sentences() -> list[Sentence]:
    return load()


def test_the_suite_covers_what_it_is_meant_to(sentences: list[Sentence]) -> None:
    counts = [count for sentence in sentences for count in sentence.counts]
    assert len(sentences) >= 120
    assert sum(sentence.held for sentence in sentences) >= 40
    assert sum(not sentence.counts for sentence in sentences) >= 10
    assert {count.what for count in counts} == {"killed", "wounded", "captured", "displaced", "strikes", "other"}
    assert len({sentence.text for sentence in sentences}) == len(sentences)
    assert all((count.least, count.most) != (None, None) for count in counts)


@pytest.mark.parametrize("held", [False, True])
def test_no_figure_is_below_its_floor(sentences: list[Sentence], held: bool) -> None:
    figures = tally(read([sentence for sentence in sentences if sentence.held is held])).figures()
    below = {name: figures[name] for name, floor in FLOORS[held].items() if figures[name] < floor}
    assert not below, "python -m bench.numbers --errors shows what is wrong"


def test_a_number_of_another_claim_or_sort_is_wrong() -> None:
    given = Count((0, 4), "killed", 3, 3, "men", (5, 8))
    assert pairs([given], [given]) == [(given, given)]
    for other in (
        Count((6, 9), "killed", 3, 3, "men", (5, 8)),
        Count((0, 4), "wounded", 3, 3, "men", (5, 8)),
        Count((0, 4), "killed", 3, None, "men", (5, 8)),
    ):
        assert pairs([given], [other]) == []


def test_what_is_invented_costs_precision() -> None:
    count = Count((0, 4), "killed", 3, 3, "men", (5, 8))
    sums = tally([(Sentence("x", (count,), False), [count, count])])
    assert sums == Tally(sentences=1, whole=0, given=1, read=2, right=1, who=1, words=1)
    assert sums.figures()["P"] == 0.5
    assert sums.figures()["R"] == 1.0
