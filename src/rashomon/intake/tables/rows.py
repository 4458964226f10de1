"""The rows of delimited text, each by itself: a broken one is reported, and the next ones are read."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from rashomon.intake.document import MAX_CHARACTERS

MAX_ROW = 4 * MAX_CHARACTERS
"""Longest row that is read, in characters."""
NEVER_CLOSES = "has a quote that never closes"
_MOST_REREAD = 25 * MAX_ROW  # characters that may be read again after rows that were broken


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells are set off: by which delimiter, what escapes, whether blanks after delimiters are none."""

    delimiter: str = ","
    escape: str | None = None
    skip_blanks: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row.

    Attributes:
        number: the line on which it begins, counted from 1. `cells`: empty for an empty line.
        raw: its very characters. `fault`: why it cannot be read, if it cannot.
        last: after this one no more are read, though there are some.
    """

    number: int
    cells: list[str]
    raw: str
    fault: str | None = None
    last: bool = False


class _TooLongError(Exception):
    """A row goes on for longer than is read."""


def rows(file: TextIO, dialect: Dialect) -> Iterator[Row]:
    """The rows of a file that was opened with `newline=""`.

    What breaks a row (a quote that never closes, mostly) breaks that row only: reading goes on with the line after
    its first one.

    Args:
        file: the text.
        dialect: how its cells are set off.
    """
    csv.field_size_limit(max(csv.field_size_limit(), MAX_ROW))
    feed, reread = _Feed(file), 0
    reader = _reader(feed, dialect)
    while True:
        first = feed.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, _TooLongError) as error:
            fault = _reason(error, feed)
            reread += feed.size
            raw = feed.back()
            ends = reread > _MOST_REREAD
            yield Row(first, [], raw, fault + "; so many rows are broken that the rest is not read" * ends, ends)
            if ends:
                return
            reader = _reader(feed, dialect)
            continue
        yield Row(first, cells, feed.release())


def _reader(feed: _Feed, dialect: Dialect) -> Iterator[list[str]]:
    return csv.reader(
        feed,
        delimiter=dialect.delimiter,
        escapechar=dialect.escape,
        skipinitialspace=dialect.skip_blanks,
        strict=True,
    )


def _reason(error: Exception, feed: _Feed) -> str:
    if isinstance(error, _TooLongError) or "field limit" in str(error):
        open_quote = ", or a quote that opens in it never closes" if feed.holds_several else ""
        return f"is longer than {MAX_ROW:,} characters{open_quote}"
    if "unexpected end" in str(error):
        return NEVER_CLOSES
    return "has a quote that closes before its cell ends"


class _Feed:
    """Lines as the reader of CSV wants them, kept until the row that they make up is whole."""

    def __init__(self, file: TextIO) -> None:
        self._lines = _lines(file)
        self._returned: deque[str | None] = deque()
        self._held: list[str | None] = []
        self.number = 0
        self.size = 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line = self._returned.popleft() if self._returned else next(self._lines)
        self._held.append(line)
        self.number += 1
        self.size += len(line or "")
        if line is None or self.size > MAX_ROW:
            raise _TooLongError
        return line

    @property
    def holds_several(self) -> bool:
        """Whether the row at hand has several lines so far."""
        return len(self._held) > 1

    def release(self) -> str:
        """The lines of the row that is whole now."""
        raw = "".join(line or "" for line in self._held)
        self._held, self.size = [], 0
        return raw

    def back(self) -> str:
        """The first line of the row that is broken; the others are read again."""
        first, *others = self._held or [None]
        self._returned.extendleft(reversed(others))
        self.number -= len(others)
        self._held, self.size = [], 0
        return first or ""


def _lines(file: TextIO) -> Iterator[str | None]:
    """Lines with their ends; None stands for one that is too long."""
    while line := file.readline(MAX_ROW):
        if len(line) < MAX_ROW or line[-1] in "\r\n":
            yield line
            continue
        while line and line[-1] not in "\r\n":
            line = file.readline(MAX_ROW)
        yield None
