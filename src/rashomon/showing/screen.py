"""Where views are drawn: as wide and as colourful as the terminal; plain and of a fixed width elsewhere."""

from __future__ import annotations

import os
import re
from typing import TextIO, cast

from rich.console import Console

PIPE_WIDTH = 100
"""Columns where there is no terminal, unless COLUMNS says otherwise."""

_NARROWEST = 40


def screen(out: TextIO) -> Console:
    """A console on this stream. Only a terminal gets escape codes, and none if NO_COLOR is set."""
    terminal = out.isatty() and os.environ.get("TERM") != "dumb"
    plain = not terminal or bool(os.environ.get("NO_COLOR"))
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if columns.isdecimal() and int(columns) else None if terminal else PIPE_WIDTH
    return Console(
        file=out if terminal else cast(TextIO, _Trimmed(out)),
        force_terminal=terminal,
        color_system=None if plain else "auto",
        width=None if width is None else max(width, _NARROWEST),
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )


class _Trimmed:
    """A stream that drops the blanks which fill lines up to the width."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def write(self, text: str) -> int:
        return self._out.write(re.sub(r" +$", "", text, flags=re.MULTILINE))

    def flush(self) -> None:
        self._out.flush()

    def isatty(self) -> bool:
        return False
