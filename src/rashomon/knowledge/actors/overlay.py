"""Actors of overlays: new ones, and more of those that we know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from rashomon.errors import KnowledgeError
from rashomon.knowledge.actors import schema
from rashomon.knowledge.actors.entry import KnownActor
from rashomon.knowledge.layers import Overlay, overlay_files

_ADDED = ("aliases", "demonyms", "metonyms", "roles", "links")


def extended(ours: Iterable[KnownActor], overlays: tuple[Overlay, ...]) -> list[KnownActor]:
    """Our actors with those of the overlays, whose names come first: the last overlay's before the others'.

    Raises KnowledgeError.
    """
    entries = {actor.id: actor for actor in ours}
    new: dict[str, None] = {}
    for file, kind, row in rows(overlays):
        added = joined(entries, file, kind, row)
        if added.id not in entries:
            new = {added.id: None, **new}
        entries[added.id] = added
    return [*(entries[i] for i in new), *(actor for i, actor in entries.items() if i not in new)]


def rows(overlays: tuple[Overlay, ...]) -> Iterator[tuple[str, str, Any]]:
    """The rows of the overlays' `actors` and `outlets`, with file and kind of file. Raises KnowledgeError."""
    for kind in ("actors", "outlets"):
        for file, content in overlay_files(kind, overlays):
            for row in listed(file, kind, content):
                yield file, kind, row


def listed(file: str, kind: str, content: Any) -> list[Any]:
    """The rows of a file. Raises KnowledgeError if it holds no list."""
    if not isinstance(content, list | None):
        raise KnowledgeError(f"{file}: expected a list of {kind}")
    return content or []


def joined(entries: Mapping[str, KnownActor], file: str, kind: str, row: Any) -> KnownActor:
    """The actor that a row makes, or makes of the one of its id.

    To a known one it adds: its lists are joined, its other fields take the place of ours. Raises KnowledgeError.
    """
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        raise KnowledgeError(f"{file}: {row!r}: needs an id, as text")
    known = entries.get(row["id"])
    if known is None:
        return schema.entry(file, {"kind": "media", **row} if kind == "outlets" else row)
    added = schema.entry(file, {"name": known.name, "kind": known.kind, **row})
    changes: dict[str, Any] = {name: getattr(added, name) for name in row if name not in {*_ADDED, "id"}}
    for name in _ADDED:
        changes[name] = tuple(dict.fromkeys((*getattr(known, name), *getattr(added, name))))
    if added.name != known.name:
        changes["aliases"] = tuple(n for n in dict.fromkeys((known.name, *changes["aliases"])) if n != added.name)
    return replace(known, **changes)
