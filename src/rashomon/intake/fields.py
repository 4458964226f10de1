"""What a record of JSON says of its document, under whichever keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from rashomon.errors import InputError
from rashomon.intake.columns import Chosen, ColumnError, Columns, filled, foreign_lang
from rashomon.intake.dating import to_iso
from rashomon.intake.details import Details

_OWN = frozenset({"text", "doc", "id", "source", "outlet", "title", "author", "published", "url"})


class Fields:
    """The fields of a record.

    Under our own keys, and those that the user named, a value must be a string (or several names, or an object with a
    `name`); under other keys commonly used for a field, what is none is passed over.
    """

    def __init__(self, record: Mapping[str, Any], columns: Columns, where: str) -> None:
        self._record = record
        self._keys = tuple(record)
        self._columns = columns
        self._where = where
        try:
            self._chosen = _chosen(columns, self._keys)
        except ColumnError:
            wanted = columns.text or "text"
            known = "" if columns.text else ", and no other key known to hold one; --column text=NAME names it"
            raise InputError(where, f"record has no “{wanted}”{known}") from None

    @property
    def text(self) -> str:
        """The text; empty if there is none. Raises InputError if it is no string."""
        texts = [value for _, value in self._values("text") if value is not None]
        for value in texts:
            if not isinstance(value, str):
                raise InputError(self._where, "the text is not a string")
            if value.strip():
                return value
        if not texts:
            raise InputError(self._where, "record has no “text”")
        return str(texts[0])

    @property
    def name(self) -> str | None:
        """The name that the record has for its document."""
        return self._string("id")

    def details(self) -> Details:
        """All beside the text. Raises InputError if a value is nothing that could be what it stands for."""
        return Details(
            source=self._string("source"),
            title=self._string("title"),
            author=self._string("author"),
            published=self._published(),
            url=self._string("url"),
            lang=foreign_lang(self._string("lang")),
        )

    def _published(self) -> str | None:
        for key, value in self._values("published"):
            plain = self._plain(key, value, "published")
            if plain and (day := to_iso(plain)):
                return day
            if plain and self._must_fit(key, "published"):
                return plain  # which is refused, as no date
        return None

    def _string(self, field: str) -> str | None:
        for key, value in self._values(field):
            if found := self._plain(key, value, field):
                return found
        return None

    def _plain(self, key: str, value: Any, field: str) -> str | None:
        if isinstance(value, dict):
            value = value.get("name", value)
        if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            value = ", ".join(one.strip() for one in value if one.strip())
        if isinstance(value, int) and not isinstance(value, bool) and field in ("id", "published"):
            return str(value)
        if value is None or isinstance(value, str):
            return value if filled(value or "") else None  # as it is, with white space around it
        if self._must_fit(key, field):
            raise InputError(self._where, f"field “{key}” is not a string")
        return None

    def _must_fit(self, key: str, field: str) -> bool:
        return key in _OWN or getattr(self._columns, field) is not None

    def _values(self, field: str) -> Iterator[tuple[str, Any]]:
        for index in self._chosen.get(field, ()):
            yield self._keys[index], self._record[self._keys[index]]


@lru_cache(maxsize=256)
def _chosen(columns: Columns, keys: tuple[str, ...]) -> Chosen:
    return columns.choose(keys, lenient=True)
