"""Names that several known actors bear (SNA: a Syrian or a Somali army): which one a document means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.knowledge.actors import KnownActor, known_actors
from rashomon.knowledge.places import load as gazetteer
from rashomon.reading.actors.names import Name
from rashomon.reading.types import Category

_CLEARLY = 3
"""More than so many times as often as the next country a document must name one, to decide between two actors."""

Countries = Counter[str | None]
"""How often a document names each country (ISO 3166)."""


def all_named(name: str, published: str | None = None) -> list[KnownActor]:
    """Every known actor of this name, each once; else the body that the state named then has ("Chad's army")."""
    known = known_actors()
    if found := list(dict.fromkeys(known.all_named(name))):
        return found
    body = known.body(name)
    ended = body is not None and published and body.until and body.until[:4] < published[:4]
    return [body] if body is not None and not ended else []


def choose(candidates: Sequence[KnownActor], countries: Countries, published: str | None) -> KnownActor | None:
    """The candidate that existed when the document was published and whose country it is about; None if unclear.

    Args:
        candidates: those whose name it is, the likeliest first.
        countries: how often the document names each country.
        published: ISO date, at least the year; None: unknown.

    """
    born = [c for c in candidates if not (published and c.since and published[:4] < c.since[:4])] or candidates
    if len(born) < 2:
        return born[0] if born else None
    weighed = sorted(((countries[c.country], -i) for i, c in enumerate(born) if c.country), reverse=True)
    if not weighed or not weighed[0][0]:
        return None
    clear = len(weighed) == 1 or weighed[0][0] > _CLEARLY * weighed[1][0]
    return born[-weighed[0][1]] if clear else None


def countries_named(names: Iterable[tuple[Name, Category]]) -> Countries:
    """How often a document names each country: by its states, bodies and places, ambiguous names left out."""
    found: Countries = Counter()
    for name, sort in names:
        if sort == "place" and (country := gazetteer().country(name.text)):
            found[country] += 1
        elif name.known is not None and (name.demonym or len(all_named(name.text)) == 1) and name.known.country:
            found[name.known.country] += 1
    return found


def settled(names: Sequence[Name], sorts: Sequence[Category], published: str | None) -> list[Name]:
    """The names, with the known actor of each ambiguous one by the document; None where that is unclear."""
    several = {n.text for n in names if n.known is not None and not n.demonym and len(all_named(n.text)) > 1}
    if not several:
        return list(names)
    countries = countries_named(zip(names, sorts, strict=True))
    chosen = {text: choose(all_named(text), countries, published) for text in sorted(several)}
    return [replace(n, known=chosen[n.text]) if n.text in chosen and not n.demonym else n for n in names]
