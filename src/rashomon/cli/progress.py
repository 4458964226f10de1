"""What a run says on stderr: one line for each input that failed, and how far it has come."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from rashomon.errors import InputError
from rashomon.model import LeftOut, Reading
from rashomon.showing.safe import visible

_FEW = 3


class Run:
    """Counts a run's documents and the claims left out, reports its failures, shows a bar if there are more than a few.

    The bar is drawn on stderr if that is a terminal. While results go to a terminal as well, it steps
    aside for them.
    """

    def __init__(self, total: int, results_on_terminal: bool) -> None:
        self.failed = 0
        self.left_out: LeftOut | None = None
        self._aside = results_on_terminal
        self._bar: Progress | None = None
        if total > _FEW and sys.stderr.isatty():
            columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task("reading", total=total)

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def readings(self, outcomes: Iterable[Reading | InputError]) -> Iterator[Reading]:
        """The readings among the outcomes; each failure becomes a line on stderr."""
        for outcome in outcomes:
            if self._bar:
                self._bar.advance(self._task)
                if self._aside or isinstance(outcome, InputError):
                    self._bar.stop()
            if isinstance(outcome, InputError):
                self.failed += 1
                typer.echo(visible(str(outcome)), err=True)
            else:
                self._count(outcome.left_out)
                yield outcome
            if self._bar and not self._bar.live.is_started:
                self._bar.start()

    def _count(self, left_out: LeftOut | None) -> None:
        if left_out is not None:
            before = self.left_out.claims if self.left_out else 0
            self.left_out = LeftOut(least=left_out.least, claims=before + left_out.claims)
