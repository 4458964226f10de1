"""What a check finds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rashomon.errors import KnowledgeError


@dataclass(slots=True)
class Findings:
    """What a check found, one line each: `file: entry: reason`.

    Attributes:
        problems: faults; nothing is read with such knowledge.
        warnings: what is allowed but seldom meant.
        counts: how many entries were looked at, by sort.
    """

    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Notes the fault that is raised inside; the check goes on after it."""
        try:
            yield
        except KnowledgeError as error:
            self.problem(str(error))

    def problem(self, line: str) -> None:
        """Notes a fault, once."""
        if line not in self.problems:
            self.problems.append(line)

    def warn(self, line: str) -> None:
        """Notes a warning, once."""
        if line not in self.warnings:
            self.warnings.append(line)

    def count(self, sort: str, entries: int = 1) -> None:
        """Counts entries of a sort."""
        self.counts[sort] = self.counts.get(sort, 0) + entries
