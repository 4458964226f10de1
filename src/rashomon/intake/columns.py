"""Which column of a table, or key of a record, holds the text, the title, the outlet, the date ..."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_NO_LETTER = re.compile(r"[\W_]+")
_MOST_SHOWN = 20
_LONGEST_SHOWN = 40
_LONGEST_NOTHING = 8
_ENGLISH = frozenset({"", "en", "eng", "english"})

Chosen = Mapping[str, tuple[int, ...]]
"""For each field the columns that may hold it, by index, the surest first. A field that no column holds is left out."""


class ColumnError(ValueError):
    """A column that is needed is not there. The message is a reason without a final stop."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that the user names; None leaves a field to the names commonly used for it."""

    text: str | None = None
    title: str | None = None
    source: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    id: str | None = None
    lang: str | None = None

    def choose(self, names: Sequence[str], *, lenient: bool = False) -> Chosen:
        """The columns for every field, among columns with these names.

        A column that was named belongs to its field alone, and its field to it. If `lenient`, one that is not there
        leaves its field empty, as long as it is not that of the text.

        Raises:
            ColumnError: no column holds the text, or one that was named is not there.
        """
        named: dict[str, tuple[int, ...]] = {}
        for field, wanted in self._wanted():
            try:
                named[field] = (self._named(field, wanted, names),)
            except ColumnError:
                if not lenient or field == "text":
                    raise
                named[field] = ()
        taken = {index for indices in named.values() for index in indices}
        keys = [_key(name) for name in names]
        chosen: dict[str, tuple[int, ...]] = {}
        for field, known in _known().items():
            if field in named:
                if named[field]:
                    chosen[field] = named[field]
            elif found := tuple(keys.index(k) for k in known if k in keys and keys.index(k) not in taken):
                chosen[field] = found
        if "text" not in chosen:
            raise ColumnError(f"has no column known to hold texts ({_there(names)}); --column text=NAME names it")
        return chosen

    def known_in(self, names: Sequence[str]) -> int:
        """How many of the columns with these names are understood; below zero if none holds the text."""
        try:
            return len(self.choose(names))
        except ColumnError:
            return -1

    def _wanted(self) -> list[tuple[str, str]]:
        return [(f.name, value) for f in fields(self) if (value := getattr(self, f.name)) is not None]

    def _named(self, field: str, wanted: str, names: Sequence[str]) -> int:
        same = [i for i, name in enumerate(names) if name == wanted]
        alike = same or [i for i, name in enumerate(names) if _key(name) == _key(wanted) and _key(wanted)]
        if not alike:
            raise ColumnError(f"has no column “{wanted}” for {field} ({_there(names)})")
        if len(alike) > 1:
            raise ColumnError(f"has {len(alike)} columns “{wanted}”, so which is the {field} cannot be told")
        return alike[0]


def filled(cell: str) -> str | None:
    """The cell without white space around it; None if it is empty or says that it holds nothing."""
    cell = cell.strip()
    return None if not cell or (len(cell) <= _LONGEST_NOTHING and cell.lower() in _nothing()) else cell


def foreign_lang(named: str | None) -> str | None:
    """The language that a table gives, unless it is the reader's: that a text is in English is for it to show."""
    code = (named or "").strip().lower().replace("_", "-").split("-")[0]
    return None if code in _ENGLISH else named


def parse_columns(pairs: Iterable[str]) -> Columns:
    """The mapping that pairs like `text=body` stand for. Raises ColumnError with a reason."""
    known = [field.name for field in fields(Columns)]
    found: dict[str, str] = {}
    for pair in pairs:
        field, equals, name = (part.strip() for part in pair.partition("="))
        if not equals or not name:
            raise ColumnError(f"{pair!r} is not like text=body")
        if field not in known:
            raise ColumnError(f"{field!r} is none of {', '.join(known)}")
        if field in found:
            raise ColumnError(f"{field} is given twice")
        found[field] = name
    return Columns(**found)


@cache
def _data() -> dict[str, Any]:
    text = Path(__file__).with_name("columns.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """The common names of every field, as keys."""
    return {field: tuple(dict.fromkeys(map(_key, names))) for field, names in _data()["columns"].items()}


@cache
def _nothing() -> frozenset[str]:
    return frozenset(_data()["nothing"])


def _key(name: str) -> str:
    return _NO_LETTER.sub("", name.casefold())


def _there(names: Sequence[str]) -> str:
    if not any(name.strip() for name in names):
        return "it names none"
    flat = [" ".join(name.split()) for name in names[:_MOST_SHOWN]]
    shown = [f"{name[:_LONGEST_SHOWN]}…" if len(name) > _LONGEST_SHOWN else name for name in flat]
    more = f" and {len(names) - _MOST_SHOWN} more" if len(names) > _MOST_SHOWN else ""
    return f"it has {', '.join(shown)}{more}"
