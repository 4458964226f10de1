"""Fits the weights of the signs by which a place is chosen, on the even half of event_location (MIT).

    python -m bench.fit_signs LABELED_TEXT.jsonl.zip > place_signs.yaml

A conditional logit over the reader's own places and "no place" (which weighs 0): each place weighs the sum of
the weights of its signs (`rashomon.reading.places.signs`), and the likelihood of the gold answers is raised,
with a ridge penalty that keeps rare signs small. Verbs whose gold place the reader does not find are left out,
and so are those without a gold place of the one source (Masdar_RA) that often left it unmarked.
Same data, same weights: no chance is involved.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from bench.common import need
from bench.event_place import Question, offsets, questions, right, rows, scenes
from rashomon.reading import parser
from rashomon.reading.places import places_in
from rashomon.reading.places.choice import arguments_of, deed_at, options

Vector = NDArray[np.float64]
HEADER = """\
# What each sign weighs that speaks for or against a place being where a deed happens (`reading/places/signs.py`):
# log-odds, in nats, against naming no place; a place's signs are added up. Fitted by `python -m bench.fit_signs`
# on one half of the event_location data (A. Halterman, MIT licence); bench/RESULTS.md has the figures of the other.
"""
RIDGE = 2.0
RARE = 15
"""A sign seen fewer times than this in the half fitted on weighs nothing."""
ROUNDS = 250
UNSURE = "Masdar_RA"
ANY = "any"
"""The sign of every place: what naming one weighs at all."""


@dataclass(frozen=True)
class Case:
    """One verb: the signs of each place, and which places are right."""

    signs: tuple[tuple[str, ...], ...]
    gold: tuple[bool, ...]
    placed: bool


def cases(asked: Iterable[Question], docs: Callable[[str], Doc]) -> list[Case]:
    """The verbs to fit on."""
    found = []
    for scene, deeds, group in scenes(asked, docs):
        index = places_in(scene.doc)
        for question, verb in group:
            if not question.gold and UNSURE in question.sources:
                continue
            deed = deed_at(verb, [d for d in deeds if d.kind == "event"])
            weighed = options(scene, deed, arguments_of(deed), index, scene.tellings)
            gold = tuple(right(question, offsets(scene.doc, w.mention)) for w in weighed)
            if weighed and (any(gold) or not question.gold):
                found.append(Case(tuple(w.signs for w in weighed), gold, bool(question.gold)))
    return found


def fit(given: Sequence[Case]) -> dict[str, float]:
    """The weight of each sign that is seen often enough, in alphabetical order, rounded to two decimals."""
    seen = Counter(sign for case in given for place in case.signs for sign in place)
    names = [ANY, *sorted(sign for sign, times in seen.items() if times >= RARE and sign != ANY)]
    column = {name: i for i, name in enumerate(names)}
    tables = []
    for case in given:
        table = np.zeros((len(case.signs) + 1, len(names)))  # the last row: no place
        for row, place in enumerate(case.signs):
            table[row, 0] = 1.0
            for sign in place:
                if sign in column:
                    table[row, column[sign]] += 1.0
        right_rows = np.array([*case.gold, not case.placed], dtype=np.float64)
        tables.append((table, right_rows))
    weights = np.zeros(len(names))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, ROUNDS + 1):  # Adam (Kingma & Ba 2015), all cases at once
        slope = _slope(weights, tables)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        rate = 0.08 if step <= ROUNDS * 0.6 else 0.024
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(weights[i]), 2) for i, name in sorted(enumerate(names), key=lambda pair: pair[1])}


def _slope(weights: Vector, tables: Sequence[tuple[Vector, Vector]]) -> Vector:
    """The gradient of the negative log-likelihood with its penalty."""
    slope: Vector = RIDGE * weights
    for table, gold in tables:
        scores = table @ weights
        chances = np.exp(scores - scores.max())
        chances /= chances.sum()
        wanted = chances * gold
        slope = slope + table.T @ (chances - wanted / wanted.sum())
    return slope


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("data", type=Path)
    given = command.parse_args(arguments)
    need(given.data)
    nlp = parser.load()
    asked = [q for q in questions(rows(given.data), Counter()) if q.half == "even"]
    weights = fit(cases(asked, lambda text: parser.parse(nlp, text)))
    print(HEADER + "".join(f'"{sign}": {weight}\n' for sign, weight in weights.items()), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
