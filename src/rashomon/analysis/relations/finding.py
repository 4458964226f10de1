"""Whom a name that somebody asks for means among the sides of a ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches

from rashomon.analysis.relations.ledger import Ledger
from rashomon.errors import QueryError
from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.folding import fold

_THE = "the "
_MOST = 5


def found(of: Ledger, name: str) -> tuple[str, ...]:
    """The keys of the sides that a name means: by all of it, else by whole words of it. Sorted; none: nobody.

    The names are those that the documents use, those under which listings show the sides, and the knowledge's.
    """
    named = {key: _folded([*names, of.labels[key]]) for key, names in of.names.items()}
    wanted = fold(name).removeprefix(_THE)
    entries = {
        f"known:{entry.id}" for spelt in (name, name.upper(), name.title()) for entry in known_actors().all_named(spelt)
    }
    exact = {key for key, names in named.items() if key in entries | {name} or wanted in names}
    if exact:
        return tuple(sorted(exact))
    words = set(wanted.split())
    return tuple(sorted(key for key, names in named.items() if any(words <= set(n.split()) for n in names)))


def parties_named(of: Ledger, *names: str) -> tuple[str, ...]:
    """The sides that some names mean.

    Raises QueryError if a name means nobody of whom anything is claimed with somebody else, or several, or two mean
    the same.
    """
    keys = tuple(_single(of, name) for name in names)
    for at, key in enumerate(keys):
        if key in keys[:at]:
            raise QueryError(f"“{names[keys.index(key)]}” and “{names[at]}” are one side in this case")
    return keys


def _single(of: Ledger, name: str) -> str:
    keys = found(of, name)
    if len(keys) == 1:
        return keys[0]
    if keys:
        shown = Counter(of.labels[key] for key in keys)
        labels = (of.labels[key] for key in keys[:_MOST])
        several = ", ".join(
            f"“{label}”" + (f" ({key})" if shown[label] > 1 else "") for label, key in zip(labels, keys, strict=False)
        )
        raise QueryError(f"“{name}” may mean {several}: give more of the name")
    by_fold = {fold(name): name for key, names in of.names.items() for name in (*names, of.labels[key])}
    near = get_close_matches(fold(name), sorted(by_fold), _MOST, 0.6)
    hint = f"; did you mean {', '.join(f'“{by_fold[one]}”' for one in near)}?" if near else ""
    raise QueryError(f"“{name}”: nothing is claimed of anybody of that name and somebody else{hint}")


def _folded(names: Iterable[str]) -> set[str]:
    return {fold(name).removeprefix(_THE) for name in names}
