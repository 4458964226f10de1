"""How far `rashomon add` and its like are: a bar on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

import typer
from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn
from rich.progress import Progress as Bar

from rashomon.case.summary import Progress, Summary
from rashomon.showing.safe import visible

_EVERY = 30.0  # seconds between two lines where there is no terminal


class Shown:
    """Shows progress on standard error while it is told of it."""

    def __init__(self, doing: str) -> None:
        """`doing`: what is being done ("adding")."""
        self.summary = Summary()
        self._doing = doing
        self._line = time.monotonic()
        self._bar: Bar | None = None
        if sys.stderr.isatty():
            columns = (
                TextColumn("{task.description}"),
                BarColumn(20),
                TaskProgressColumn(),
                TextColumn("{task.fields[far]}"),
            )
            self._bar = Bar(*columns, console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task(doing, total=None, far="loading the reader")

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Takes the bar away."""
        if self._bar:
            self._bar.stop()

    def say(self, line: str) -> None:
        """Writes a line beside the bar."""
        if self._bar:
            self._bar.stop()
        typer.echo(visible(line), err=True)
        if self._bar:
            self._bar.start()

    def tell(self, progress: Progress) -> None:
        """Shows how far it is."""
        self.summary = progress.summary
        far = how_far(progress)
        if self._bar:
            share = progress.done
            self._bar.update(self._task, total=None if share is None else 1.0, completed=share or 0.0, far=far)
        elif time.monotonic() - self._line >= _EVERY:
            self._line = time.monotonic()
            typer.echo(f"{self._doing}: {far}", err=True)


def how_far(progress: Progress) -> str:
    """Documents, rate and time left, in one line.

    >>> how_far(Progress(Summary(added=1200), 400.0, 0.25, 1200.0))
    '1,200 documents, 3.0/s, 20 min left'
    """
    summary = progress.summary
    parts = [f"{progress.documents:,} documents", f"{progress.rate:,.1f}/s"]
    parts += [f"{summary.refusals:,} refused"] if summary.refusals else []
    parts += [f"{duration(progress.left)} left"] if progress.left is not None else []
    return ", ".join(parts)


def duration(seconds: float) -> str:
    """A time in its greatest units.

    >>> [duration(n) for n in (7, 95, 3700, 200_000)]
    ['7 s', '1 min 35 s', '1 h 1 min', '2 d 7 h']
    """
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 600:
        return f"{whole // 60} min {whole % 60} s" if whole % 60 else f"{whole // 60} min"
    if whole < 3600:
        return f"{whole // 60} min"
    if whole < 86400:
        return f"{whole // 3600} h {whole % 3600 // 60} min"
    return f"{whole // 86400} d {whole % 86400 // 3600} h"
