"""What `rashomon knowledge add` adds: actors, outlets, other names, places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rashomon.errors import KnowledgeError
from rashomon.knowledge.actors import KnownActor, key, known_actors
from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.folding import fold
from rashomon.knowledge.keeping.adding import Addition, addition, clean, content_of, country_code, slug
from rashomon.knowledge.keeping.searching import alike
from rashomon.knowledge.places import distance_km, load

_SAME_KM = 10.0
_ID = re.compile(r"[a-z0-9]+(\.[a-z0-9]+)+")


def actor(folder: Path, name: str, fields: dict[str, Any], own_id: str | None = None) -> Addition:
    """An actor; with `kind` media, an outlet.

    Args:
        folder: the overlay.
        name: what the body calls itself.
        fields: as in the table of `knowledge/README.md`; what is empty is left out.
        own_id: its id; by default `country.name` in small letters.

    Raises:
        KnowledgeError: an actor of this id or name is known, or the fields break the schema.
    """
    name = clean(name)
    fields = {field: value for field, value in fields.items() if value}
    for field in ("aliases", "demonyms"):
        if field in fields:
            names = dict.fromkeys(map(clean, fields[field]))
            fields[field] = [n for n in names if field != "aliases" or n != name]
    if "country" in fields:
        fields["country"] = country_code(fields["country"])
    own_id = own_id or f"{str(fields.get('country', 'own')).lower()}.{slug(name)}"
    if not _ID.fullmatch(own_id):
        raise KnowledgeError(f"{own_id!r}: an id is like sy.lances, small letters and figures (give it with --id)")
    actors = known_actors()
    if taken := actors.get(own_id):
        raise KnowledgeError(f"{own_id}: is {taken.name} already (another id: --id; another name for it: add alias)")
    for other in actors.all_named(name):
        if key(other.name) == key(name):
            raise KnowledgeError(f"{name!r}: is known already as {other.id} (another name for it: add alias)")
    for field in ("parent", "voice"):
        if field in fields and actors.get(fields[field]) is None:
            raise KnowledgeError(f"{field}: no actor has the id {fields[field]!r}{_meant(fields[field])}")
    outlet = fields.get("kind") == "media"
    row = {"id": own_id, "name": name, **{f: v for f, v in fields.items() if v and not (outlet and f == "kind")}}
    return addition(folder, "outlets.yaml" if outlet else "actors.yaml", (), row, f": {own_id}: ")


def alias(folder: Path, actor_id: str, name: str) -> Addition:
    """Another name for a known actor, given by its id or its only name. Raises KnowledgeError."""
    name = clean(name)
    known = _actor(actor_id)
    if key(name) in set(map(key, known.names)):
        raise KnowledgeError(f"{name!r}: is a name of {known.id} already")
    about = f": {known.id}: {name!r}"
    for file in ("actors.yaml", "outlets.yaml"):
        for n, row in enumerate(content_of(folder, file) or ()):
            if isinstance(row, dict) and row.get("id") == known.id:
                return addition(folder, file, (n, "aliases"), name, about)
    row = {"id": known.id, "aliases": [name]}
    if known.id not in {entry.id for entry in known_actors()}:  # an organ of a state that has no entry yet
        owner = {"country": known.country, "parent": known.parent, "body": known.body}
        row = {"id": known.id, "name": known.name, "kind": known.kind, **owner, "aliases": [name]}
    return addition(folder, "actors.yaml", (), row, about)


def _actor(named: str) -> KnownActor:
    actors = known_actors()
    if found := actors.get(named):
        return found
    bearers = actors.all_named(named) or tuple(filter(None, [actors.body(named)]))
    if len(bearers) == 1:
        return bearers[0]
    if bearers:
        raise KnowledgeError(f"{named!r}: is a name of several: {', '.join(actor.id for actor in bearers)}")
    raise KnowledgeError(f"{named!r}: no actor has this id or name{_meant(named)}")


def _meant(word: str) -> str:
    near = alike(word, [*(actor.id for actor in known_actors()), *(n for a in known_actors() for n in a.names)])
    return f"; did you mean {' or '.join(near)}?" if near else ""


def place(
    folder: Path, name: str, country: str, kind: str, point: tuple[float, float], others: Sequence[str]
) -> Addition:
    """A place at a latitude and longitude in degrees. Raises KnowledgeError if it is known or breaks the schema."""
    name = clean(name)
    country = "XX" if country.upper() == "XX" else country_code(country)
    kind = " ".join(kind.lower().split())
    kinds = sorted(set(load_yaml("places.yaml")["radius"]) - {"default"})
    if kind not in kinds:
        near = alike(kind, kinds)
        meant = f"did you mean {' or '.join(near)}?" if near else f"it may be {', '.join(kinds)}"
        raise KnowledgeError(f"{kind!r}: no such kind of place; {meant}")
    lat, lon = point
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        raise KnowledgeError(f"{lat}, {lon}: no latitude and longitude in degrees")
    for known in load().lookup(name):
        same = known.country == ("" if country == "XX" else country) and fold(known.name) == fold(name)
        if same and known.id.startswith("user:"):
            raise KnowledgeError(f"{name!r}: is in an overlay already ({known.id})")
        if known.lat is None or known.lon is None or known.level:
            continue
        if distance_km(lat, lon, known.lat, known.lon) <= _SAME_KM:
            where = f"{known.kind} at {known.lat}, {known.lon}"
            raise KnowledgeError(f"{name!r}: is known already there: {known.id}, {where}")
    aliases = [n for n in dict.fromkeys(map(clean, others)) if n != name]
    about = f": {country}: {name}"
    return addition(folder, "places.yaml", (country, kind), [name, lat, lon, *aliases], about)
