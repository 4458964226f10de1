"""Every place that may be a deed's, weighed by the signs that speak for and against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from rashomon.knowledge.base import load_yaml
from rashomon.reading.places.candidates import Candidate
from rashomon.reading.places.chains import chained
from rashomon.reading.places.index import PlaceIndex, PlaceMention
from rashomon.reading.places.signs import signs
from rashomon.reading.places.words import words
from rashomon.reading.types import Scene, Telling

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Weighed:
    """One place, the syntactic bond that ties it to the deed (if any), and what it weighs.

    `weight` is the sum of its signs' weights (log-odds, in nats, against naming no place at all).
    """

    mention: PlaceMention
    tie: Candidate | None
    signs: tuple[str, ...]
    weight: float


@cache
def weights() -> dict[str, float]:
    """The weight of each sign, from `place_signs.yaml`; a sign not listed weighs nothing."""
    return {str(sign): float(weight) for sign, weight in load_yaml("place_signs.yaml").items()}


def floor(best: Weighed, head: Token, sort: str) -> float:
    """What a place must weigh at least to be given.

    More where syntax does not tie it to the deed, and still more where the deed is an aim or a demand, standing
    activity, or a noun: these seldom happen where something else in the sentence is.
    """
    floors = load_yaml("placing.yaml")["floors"]
    least = float(floors.get(sort, floors.get("tied", 0.0)))
    if best.tie is None:
        lasting = head.lemma_.lower() in words("lasting")
        aimed = any(c.tag_ in {"TO", "MD"} for c in head.children if c.dep_ == "aux")
        form = "noun" if head.pos_ in {"NOUN", "PROPN"} else "aim" if aimed else "event"
        least += float(floors[f"untied {'lasting' if lasting else form}"])
    return least


def weigh(
    head: Token,
    scene: Scene,
    index: PlaceIndex,
    ties: Iterable[Candidate],
    told: Sequence[Telling],
    loose: bool,
) -> list[Weighed]:
    """The places tied to a deed and, if `loose`, the others of its sentence; the heaviest first."""
    strongest: dict[int, Candidate] = {}
    for tie in ties:
        start = tie.mentions[0].start
        if start not in strongest or tie.score > strongest[start].score:
            strongest[start] = tie
    pool = {start: tie.mentions[0] for start, tie in strongest.items()}
    if loose:
        sentence = head.sent
        pool |= {m.start: m for m in index.mentions if sentence.start <= m.start < sentence.end}
    places = [pool[start] for start in sorted(pool) if not pool[start].start <= head.i < pool[start].end]
    chain = chained(scene.doc, places, head)
    bonds: dict[int, Candidate] = {}
    for linked in chain:
        tie_here = strongest.get(linked.mention.start)
        if tie_here and (linked.first.start not in bonds or tie_here.score > bonds[linked.first.start].score):
            bonds[linked.first.start] = tie_here
    weighed = []
    for linked in chain:
        seen = tuple(signs(linked, head, scene, index, bonds.get(linked.first.start), told))
        weight = weights()["any"] + sum(weights().get(s, 0.0) for s in seen)
        weighed.append(Weighed(linked.mention, strongest.get(linked.mention.start), seen, weight))
    return sorted(weighed, key=lambda w: (-w.weight, w.mention.start))


def likelihood(weight: float, others: Sequence[Weighed]) -> float:
    """The share of this weight among all and "no place", in 0..1: a raw score."""
    return exp(weight) / (1.0 + sum(exp(w.weight) for w in others))
