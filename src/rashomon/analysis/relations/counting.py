"""How many tell something, where nothing may count twice: accounts, and reprints as the one account that they are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from rashomon.analysis.relations.types import Entry

Independent = Callable[[Collection[str]], int]
"""How many origins some documents (by id) go back to: `comparing.witnesses.Origins.independent`."""


def tellers(entries: Iterable[Entry], independent: Independent | None = None) -> int:
    """How many accounts some entries are: each source by name once, and the documents' own accounts.

    Args:
        entries: of whatever pairs.
        independent: counts origins; without it each outlet counts as one.
    """
    sources: set[str] = set()
    outlets: set[str] = set()
    documents: set[str] = set()
    for entry in entries:
        if entry.own:
            outlets.add(entry.account_key)
            documents.add(entry.document)
        else:
            sources.add(entry.account_key)
    told = len(outlets)
    if independent is not None and documents:
        told = min(told, independent(documents))
    return len(sources - outlets) + told


def accounts(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Whose accounts they are, sorted; a source whom the words do not tell under what it is called."""
    return tuple(sorted({entry.account or _called(entry) for entry in entries}))


def _called(entry: Entry) -> str:
    return f"{entry.tellers[-1] if entry.tellers else 'somebody'} (not told who)"


def is_name(place: str) -> bool:
    """Whether a place is a name, not a description: "al-Orm", not "last foothold in Orm"."""
    return any(map(str.isupper, "".join(place.split()[:1])))


def places(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The places that they name, each under its shortest name, sorted; no descriptions ("their last foothold")."""
    named: dict[str, str] = {}
    for entry in entries:
        if entry.place and entry.place_key and is_name(entry.place):
            known = named.setdefault(entry.place_key, entry.place)
            named[entry.place_key] = min(known, entry.place, key=lambda name: (len(name), name))
    return tuple(sorted(set(named.values())))
