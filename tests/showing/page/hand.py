"""Readings made by hand around hostile texts: every field that can hold a string holds theirs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import cycle, product
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from rashomon.model import (
    Actor,
    Claim,
    Document,
    Evidence,
    Frozen,
    Kind,
    Place,
    Reading,
    Span,
    TextQuote,
    Versions,
    Where,
)
from rashomon.model.claim import Factuality

HOSTILE = Path(__file__).parent / "hostile"
DATES = ("2016-01-09", "2016-03", "2011/2016", "../2016-05", "2016-05-01/2016-05-10", None)
_POINTS = ((34.55, 38.27), (36.2, 37.16), (35.33, 40.14), (33.51, 36.29))
_WORDS = re.compile(r"\S+")


class Filler:
    """Fills any of our models: strings and numbers in turn, each choice of a Literal in turn, two of every tuple."""

    def __init__(self, strings: list[str]) -> None:
        self._strings = cycle(strings)
        self._points = cycle(_POINTS)
        self._turns: dict[Any, Iterator[Any]] = {}

    def fill(self, model: type[Frozen], **given: Any) -> Any:
        """A value of this model, with these fields as they are given."""
        latitude, longitude = next(self._points)
        given = {"lat": latitude, "lon": longitude, "latitude": latitude, "longitude": longitude, **given}
        fields = {
            name: given[name] if name in given else self._value(field.annotation)
            for name, field in model.model_fields.items()
        }
        return model.model_validate(fields)

    def _value(self, wanted: Any) -> Any:
        if wanted is str:
            return next(self._strings)
        if wanted in (int, float, bool):
            return wanted(1)
        if isinstance(wanted, type) and issubclass(wanted, Frozen):
            return self.fill(wanted)
        arguments = [argument for argument in get_args(wanted) if argument is not NoneType]
        if get_origin(wanted) is Literal:
            return next(self._turns.setdefault(wanted, cycle(arguments)))
        if get_origin(wanted) is dict:
            return {self._value(arguments[0]): self._value(arguments[1]) for _ in range(2)}
        if get_origin(wanted) is tuple:
            return (self._value(arguments[0]), self._value(arguments[0]))
        return self._value(arguments[0])


def readings() -> list[Reading]:
    """A reading of each document of the corpus."""
    files = sorted(HOSTILE.glob("*.jsonl"))
    return [reading(json.loads(line)) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def reading(record: dict[str, Any]) -> Reading:
    """Claims of all kinds and factualities on a document, with every string of theirs hostile."""
    names: list[str] = record["names"]
    filler = Filler(names)
    known = {key: record[key] for key in ("text", "source", "title", "author", "published", "url")}
    document = Document(
        id=record["doc"], lang=names[0], path=names[-1], encoding=names[1], raw_sha256=names[2], **known
    )
    words = list(_WORDS.finditer(document.text))
    actors = tuple(filler.fill(Actor, name=name, mentions=(Span(start=0, end=1),)) for name in names)
    places = tuple(filler.fill(Place, name=name, mentions=(Span(start=0, end=1),)) for name in names)
    claims: list[Claim] = []
    combinations = product(get_args(Kind), get_args(Factuality))
    for number, ((kind, factuality), date) in enumerate(zip(combinations, cycle(DATES), strict=False)):
        trigger = words[number * 5 % len(words)]
        last = words[min(len(words) - 1, words.index(trigger) + number % 7)]  # quotes overlap and nest
        spans = {
            "start": trigger.start(),
            "end": trigger.end(),
            "quote_start": trigger.start(),
            "quote_end": last.end(),
        }
        quote = document.text[trigger.start() : last.end()]
        teller = tuple(names[(number + step) % len(names)] for step in range(number % 4))
        claims.append(
            filler.fill(
                Claim,
                id=f"c{number + 1}",
                kind=kind,
                factuality=factuality,
                speakers=teller,
                when=date if number % 2 else next(iter(names)),
                trigger=trigger[0],
                quote=quote,
                selector=TextQuote(exact=quote, prefix=names[0], suffix=names[-1]),
                evidence=tuple(filler.fill(Evidence, field=field, start=0, end=4) for field in ("agents", names[0])),
                where=(filler.fill(Where, name=names[number % len(names)]), filler.fill(Where)),
                **spans,
            )
        )
    return Reading(
        document=document, claims=tuple(claims), actors=actors, places=places, versions=filler.fill(Versions)
    )
