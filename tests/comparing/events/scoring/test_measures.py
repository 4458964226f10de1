from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.comparing.events.scoring.measures import Measures
from rashomon.comparing.events.scoring.types import Sight
from rashomon.comparing.events.scoring.weights import Weights, load
from rashomon.comparing.times import Days

WORDS = {
    "one": Counter({"mill": 2, "orsa": 1, "the": 3}),
    "two": Counter({"mill": 1, "vell": 1, "the": 2}),
    "three": Counter({"harbour": 1, "the": 1}),
}
ROLES = frozenset({"lake", "militia"})


def vector(*values: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.array(values, dtype=np.float32)


SHELLED = Sight(
    "a", "one", "shell", frozenset({"shell"}), sort="shelling", type="event/ASSAULT", agents=(ROLES,),
    targets=(frozenset({"mill"}),), places=frozenset({"orsa"}), days=Days(10, 12), vector=vector(1, 0),
)  # fmt: skip
ATTACK = Sight(
    "b", "two", "attack", frozenset({"attack"}), type="event/ASSAULT", agents=(frozenset({"militia"}),),
    targets=(frozenset({"bridge"}),), places=frozenset({"vell"}), days=Days(12, 14), vector=vector(0, 1),
)  # fmt: skip
ATTACKER = Sight("c", "two", "attacker", frozenset({"attacker"}), days=Days(20, 20), vector=vector(0, 1))


def measured(one: Sight, other: Sight) -> dict[str, float]:
    sights = [SHELLED, ATTACK, ATTACKER]
    pair = np.array([[sights.index(one), sights.index(other)]])
    return {name: float(values[0]) for name, values in Measures(sights, WORDS).of(pair).items()}


def test_what_two_mentions_share() -> None:
    found = measured(SHELLED, ATTACK)
    assert found["type"] == found["days"] == found["lemma part"] == 1
    assert 0 < found["agents"] < 1  # "militia" of "Lake Militia"
    assert 0 < found["documents"] < 1
    assert found["lemma"] == found["family"] == found["one document"] == found["agents part"] == 0


def test_where_two_mentions_part() -> None:
    found = measured(SHELLED, ATTACK)
    assert found["targets part"] == found["places part"] == 1
    assert found["word vectors"] < 0
    assert measured(SHELLED, ATTACKER)["days part"] == 1


def test_what_one_of_them_does_not_tell_parts_nothing() -> None:
    found = measured(ATTACK, ATTACKER)
    assert found["targets part"] == found["places part"] == found["type part"] == found["sort part"] == 0
    assert found["family"] == found["one document"] == 1
    assert found["word vectors"] == pytest.approx(1)


def test_mentions_without_vectors_are_neither_alike_nor_unlike() -> None:
    sights = [Sight("x", "one", "say", frozenset()), Sight("y", "two", "say", frozenset())]
    found = Measures(sights, WORDS).of(np.array([[0, 1]]))
    assert found["word vectors"][0] == found["lemma vectors"][0] == 0
    assert found["lemma"][0] == 1


words = st.frozensets(st.sampled_from(["mill", "orsa", "vell", "militia", "lake", "harbour"]), max_size=3)
sights = st.builds(
    Sight,
    id=st.just("s"), document=st.sampled_from(sorted(WORDS)),
    lemma=st.sampled_from(["shell", "attack", "attacker", "say"]), words=words,
    sort=st.none() | st.just("shelling"), type=st.none() | st.sampled_from(["event/ASSAULT", "event/AID"]),
    agents=st.tuples(words), targets=st.tuples(words), context=words, names=words,
    days=st.none() | st.integers(1, 9).map(lambda day: Days(day, day + 2)),
    vector=st.none() | st.lists(st.floats(-1, 1, width=32), min_size=2, max_size=2).map(lambda v: vector(*v)),
)  # fmt: skip


@given(st.lists(sights, min_size=2, max_size=4))
def test_swapping_a_pair_changes_no_measure(some: list[Sight]) -> None:
    measures = Measures(some, WORDS)
    pairs = np.array([[0, 1], [0, len(some) - 1]])
    swapped = measures.of(pairs[:, ::-1])
    for name, values in measures.of(pairs).items():
        assert values == pytest.approx(swapped[name], abs=1e-6), name
        assert np.all(np.abs(values) <= 1 + 1e-5), name


def test_a_scale_adds_measures_and_their_products() -> None:
    scale = Weights(start=-1.0, weights={"lemma": 1.0, "lemma * roles": 2.0}, least=0.5)
    columns = {"lemma": np.array([0.0, 1.0, 1.0]), "roles": np.array([1.0, 0.0, 0.5])}
    assert scale.scores(columns) == pytest.approx([1 / (1 + np.e), 0.5, 1 / (1 + np.exp(-1))])


def test_the_shipped_weights_name_measures_that_there_are() -> None:
    weights = load()["pairs"]
    scores = weights.scores(Measures([SHELLED, ATTACK], WORDS).of(np.array([[0, 1]])))
    assert 0 < weights.least < 1
    assert np.all((scores > 0) & (scores < 1))


def test_one_deed_scores_above_two() -> None:
    """The same words with the same roles, against other words with other roles."""
    again = Sight("d", "two", "shell", frozenset({"shell"}), sort="shelling", agents=(ROLES,))
    aid = Sight("e", "three", "visit", frozenset({"visit"}), type="event/AID", agents=(frozenset({"vell"}),))
    scores = load()["pairs"].scores(Measures([SHELLED, again, aid], WORDS).of(np.array([[0, 1], [0, 2]])))
    assert scores[0] > scores[1]
