"""Rows of the actors' files become entries; what breaks the schema is named with file, entry and field."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, get_args

from rashomon.errors import KnowledgeError
from rashomon.knowledge.actors.entry import Change, KnownActor, Link, Role
from rashomon.knowledge.actors.partial import bounds, iso
from rashomon.model.reading import ActorKind

_LISTS = ("aliases", "demonyms", "metonyms")
_TEXTS = ("id", "name", "kind", "country", "parent", "body", "owner", "voice")
_DATES = ("since", "until")
_FIELDS = {*_LISTS, *_TEXTS, *_DATES, "roles", "links"}
_ONLY_OF = {"roles": "person", "owner": "media", "voice": "media"}
_COUNTRY = re.compile(r"[A-Z]{2}")
_ID = re.compile(r"[A-Z]{2}(\.[a-z]+)?|[a-z0-9]+(\.[a-z0-9]+)+")


def entry(file: str, row: Any) -> KnownActor:
    """One row as an entry. Raises KnowledgeError."""
    if not isinstance(row, dict) or not {"id", "name", "kind"} <= set(row):
        raise KnowledgeError(f"{file}: {row!r}: needs id, name and kind")
    where = f"{file}: {row['id']}"
    _only(where, row, _FIELDS)
    fields: dict[str, Any] = dict(row)
    for name in _TEXTS:
        if name in row and (not isinstance(row[name], str) or not row[name].strip()):
            raise KnowledgeError(f"{where}: {name}: {row[name]!r} must be text (quote it)")
    if row["kind"] not in get_args(ActorKind):
        raise KnowledgeError(f"{where}: unknown kind {row['kind']}")
    if "country" in row and not _COUNTRY.fullmatch(row["country"]):
        raise KnowledgeError(f"{where}: country: {row['country']!r} is no ISO 3166 alpha-2 code")
    for name, kind in _ONLY_OF.items():
        if name in row and row["kind"] != kind:
            raise KnowledgeError(f"{where}: {name}: only an entry of kind {kind} has it")
    for name in _LISTS:
        if not isinstance(row.get(name, []), list) or not all(isinstance(w, str) for w in row.get(name, ())):
            raise KnowledgeError(f"{where}: {name}: every entry must be text (quote it)")
        fields[name] = tuple(row.get(name, ()))
    _no_name_twice(where, [row["name"], *fields["aliases"]])
    _no_name_twice(where, fields["demonyms"])
    for name in _DATES:
        fields[name] = _date(where, row, name)
    _in_order(where, fields["since"], fields["until"])
    fields["roles"] = tuple(_role(where, r) for r in _rows(where, row, "roles"))
    fields["links"] = tuple(_link(where, row["id"], r) for r in _rows(where, row, "links"))
    return KnownActor(**fields)


def check(entries: Mapping[str, KnownActor], known: Callable[[str], bool]) -> None:
    """Whether ids that entries refer to are known, and parents form no circle. Raises KnowledgeError."""
    for actor in entries.values():
        for reason in faults(actor, entries, known):
            raise KnowledgeError(f"actors: {actor.id}: {reason}")


def faults(actor: KnownActor, entries: Mapping[str, KnownActor], known: Callable[[str], bool]) -> Iterator[str]:
    """What is wrong with an entry's ties to the others."""
    owner = actor.owner if actor.owner is not None and _ID.fullmatch(actor.owner) else None
    for name, other in [
        ("parent", actor.parent), ("voice", actor.voice), ("owner", owner),
        *(("role of", r.of) for r in actor.roles), *(("link to", link.to) for link in actor.links),
    ]:  # fmt: skip
        if other is not None and not known(other):
            yield f"unknown {name} {other}"
    seen = {actor.id}
    above = actor.parent
    while above is not None and above in entries:
        if above in seen:
            yield f"its parents form a circle through {above}"
            return
        seen.add(above)
        above = entries[above].parent


def _only(where: str, row: Mapping[Any, Any], fields: Collection[str]) -> None:
    if unknown := sorted(str(field) for field in row if field not in fields):
        raise KnowledgeError(f"{where}: unknown field {unknown[0]}")


def _no_name_twice(where: str, names: Iterable[str]) -> None:
    seen = set[str]()
    for name in names:
        if name in seen:
            raise KnowledgeError(f"{where}: {name!r} is written twice")
        seen.add(name)


def _rows(where: str, row: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    rows = row.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
        raise KnowledgeError(f"{where}: {name}: expected a list of mappings")
    return rows


def _role(where: str, row: Mapping[str, Any]) -> Role:
    where = f"{where}: roles"
    _only(where, row, {"role", "of", "from", "to"})
    if not all(isinstance(row.get(name), str) for name in ("role", "of")):
        raise KnowledgeError(f"{where}: {dict(row)!r}: needs role and of, as text")
    if row["role"] != row["role"].lower():
        raise KnowledgeError(f"{where}: {row['role']!r}: an office is written in lower case")
    start, end = _date(where, row, "from"), _date(where, row, "to")
    _in_order(where, start, end)
    return Role(row["role"], row["of"], start, end)


def _link(where: str, own: str, row: Mapping[str, Any]) -> Link:
    where = f"{where}: links"
    _only(where, row, {"how", "to", "date"})
    if row.get("how") not in get_args(Change) or not isinstance(row.get("to"), str):
        raise KnowledgeError(f"{where}: {dict(row)!r}: needs to, and how as one of {', '.join(get_args(Change))}")
    if row["to"] == own:
        raise KnowledgeError(f"{where}: a link to itself")
    return Link(row["how"], row["to"], _date(where, row, "date"))


def _date(where: str, row: Mapping[str, Any], name: str) -> str | None:
    if row.get(name) is None:
        return None
    try:
        return iso(row[name])
    except ValueError as error:
        raise KnowledgeError(f"{where}: {name}: {error}") from error


def _in_order(where: str, start: str | None, end: str | None) -> None:
    if start is not None and end is not None and bounds(end)[1] < bounds(start)[0]:
        raise KnowledgeError(f"{where}: {end} is before {start}")
