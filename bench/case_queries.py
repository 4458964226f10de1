"""How fast a case of a million invented claims answers typical questions.

    python -m bench.case_queries [CASE.db] [--claims N] [--repeat N] [--seed N] [--plans] [--drop]

Makes the case first if it is not there (`bench.case_claims`; its size and the time are printed). Every kind of question
is asked with `--repeat` random parameters, names as often as claims have them: a page of 50 with the count, as the
commands show it, or a whole listing. First with a new connection each (`--drop`: after the system was asked to drop
the file from its memory), then again. Wall time and the process's own time; the own time is what an idle machine
takes once the file is in memory. `--plans` prints SQLite's plan of one question of each kind.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from bench.case_claims import ACTORS, OUTLETS, PLACES, WORDS, World, fill, world, zipf
from bench.common import table
from rashomon.case.case import Case, open_case
from rashomon.case.query.claims import numbers
from rashomon.case.query.filters import Filters, Near

PAGE, MOST = 50, 10_000
Question = Callable[[Case], object]


def page(filters: Filters) -> Question:
    """A page of claims and their number."""
    return lambda case: case.page(filters, limit=PAGE, most=MOST)


def found(filters: Filters) -> Question:
    """A page of documents and their number."""
    return lambda case: (list(case.documents(filters, sort="relevance", limit=PAGE)), case.count_documents(filters))


class Chance:
    """Random parameters, each as common as it is in the case."""

    def __init__(self, there: World, seed: int) -> None:
        self.there = there
        self.chance = np.random.default_rng(seed)

    def _one(self, kinds: int, slope: float = 1.0) -> int:
        return int(zipf(self.chance, kinds, 1, slope)[0])

    def actor(self) -> str:
        """The name of an actor."""
        return self.there.actor(self._one(ACTORS))

    def place(self) -> str:
        """The name of a place."""
        return self.there.place(self._one(PLACES, 0.9))

    def teller(self) -> str:
        """The name of an outlet or a source."""
        return self.actor() if self.chance.random() < 0.5 else self.there.outlet(self._one(OUTLETS))

    def word(self) -> str:
        """A word, the commonest left out."""
        return self.there.words[20 + self._one(WORDS - 20)]

    def type(self) -> tuple[str, ...]:
        """An event type."""
        return (str(self.chance.choice(["ASSAULT", "COERCE", "AGREE", "RETREAT", "MOBILIZE"])),)

    def period(self, days: int) -> dict[str, Any]:
        """A period of so many days."""
        first = date(2010, 6, 1).toordinal() + int(self.chance.integers(0, 5_400))
        return {"since": date.fromordinal(first).isoformat(), "until": date.fromordinal(first + days).isoformat()}

    def filters(self) -> dict[str, Callable[[], Filters]]:
        """The questions for claims."""
        point = self.chance.uniform
        return {
            "actor": lambda: Filters(actor=self.actor()),
            "pair + period": lambda: Filters(pair=(self.actor(), self.actor()), **self.period(365)),
            "place + type + period": lambda: Filters(place=self.place(), type=self.type(), **self.period(365)),
            "near 50 km": lambda: Filters(near=Near((float(point(12, 38)), float(point(22, 58))), 50.0)),
            "teller": lambda: Filters(teller=self.teller()),
            "text, 2 words": lambda: Filters(text=f"{self.word()} {self.word()}"),
            "text + place": lambda: Filters(text=self.word(), place=self.place()),
            "factuality + kind + period": lambda: Filters(
                factuality=(str(self.chance.choice(["not", "possible", "happened"])),),
                kind=(str(self.chance.choice(["control", "event"])),),
                **self.period(180),
            ),
        }

    def questions(self) -> dict[str, Callable[[], Question]]:
        """Every kind of question, as what makes one at random."""
        of_claims = {name: lambda make=make: page(make()) for name, make in self.filters().items()}
        return {
            **of_claims,
            "documents by text": lambda: found(Filters(text=f"{self.word()} {self.word()}")),
            "actors within a month": lambda: self._listing("actors", 30),
            "tellers within a year": lambda: self._listing("tellers", 365),
        }

    def _listing(self, what: str, days: int) -> Question:
        filters = Filters(**self.period(days))
        return lambda case: getattr(case, what)(filters, limit=PAGE)


def times(path: Path, asked: list[Question], *, fresh: bool, drop: bool = False) -> list[tuple[float, float]]:
    """Wall and own time of each question, in milliseconds."""
    measured = []
    kept = open_case(path)
    for question in asked:
        if drop:
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        case = open_case(path) if fresh else kept
        wall, own = time.perf_counter(), time.process_time()
        question(case)
        measured.append((1e3 * (time.perf_counter() - wall), 1e3 * (time.process_time() - own)))
        if fresh:
            case.close()
    kept.close()
    return measured


def rows(path: Path, chance: Chance, repeat: int, *, drop: bool) -> Iterator[list[str]]:
    """A row for each kind of question."""
    for name, make in chance.questions().items():
        asked = [make() for _ in range(repeat)]
        first = times(path, asked, fresh=True, drop=drop)
        times(path, asked, fresh=False)
        again = times(path, asked, fresh=False)
        figures = [
            float(np.percentile([one[column] for one in measured], percent))
            for measured, column in ((first, 0), (again, 0), (again, 1))
            for percent in (50, 95)
        ]
        yield [name, *(f"{figure:,.0f}" for figure in figures)]


def plans(path: Path, chance: Chance) -> Iterator[str]:
    """SQLite's plan of one question of each kind for claims."""
    with open_case(path) as case, case._steady() as db:
        for name, make in chance.filters().items():
            sql, params = numbers(db, make(), "newest", PAGE)
            yield f"{name}: {sql}"
            yield from (f"    {row['detail']}" for row in db.execute(f"EXPLAIN QUERY PLAN {sql}", params))


def main(arguments: list[str] | None = None) -> None:
    """Runs the measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path, nargs="?", default=Path("million.db"))
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--repeat", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plans", action="store_true")
    parser.add_argument(
        "--drop", action="store_true", help="ask the system to forget the file before each first question"
    )
    given = parser.parse_args(arguments)
    if not given.case.exists():
        begun = time.perf_counter()
        fill(given.case, given.claims, given.seed)
        print(f"{given.claims:,} claims in {time.perf_counter() - begun:,.0f} s, making them up included; ", end="")
        print(f"{given.case.stat().st_size / 1e6:,.0f} MB")
    chance = Chance(world(given.seed), given.seed + 1)
    heading = ["milliseconds", "first p50", "p95", "again p50", "p95", "own p50", "p95"]
    print(table(heading, rows(given.case, chance, given.repeat, drop=given.drop)))
    if given.plans:
        print("\n".join(plans(given.case, chance)))


if __name__ == "__main__":
    main()
