"""What came of taking documents into a case, and how far that is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rashomon.errors import InputError

_EXAMPLES = 3
_KINDS = 40  # of reasons; what comes after is counted together
_REST = "for other reasons"
_PARTICULAR = re.compile(r"'[^']*'|“[^”]*”|0x[0-9a-f]+|\d[\d,.]*")


@dataclass
class Kind:
    """Refusals for one sort of reason: how many, and the first few."""

    count: int = 0
    examples: list[str] = field(default_factory=list)


@dataclass
class Summary:
    """What came of a run so far.

    Attributes:
        added: documents that are new in the case.
        there: documents that were there already (and those of files that were taken in before).
        refused: what could not be taken in or read, by sort of reason.
        quarantined: how many of these are kept in quarantine (an argument that stands for nothing is not).
        refused_before: refusals of files that were taken in before, which were not tried again.
        claims: how many claims were read in what was added.
    """

    added: int = 0
    there: int = 0
    claims: int = 0
    quarantined: int = 0
    refused_before: int = 0
    refused: dict[str, Kind] = field(default_factory=dict)

    @property
    def refusals(self) -> int:
        """How many inputs were refused."""
        return sum(kind.count for kind in self.refused.values())

    @property
    def documents(self) -> int:
        """How many inputs were dealt with."""
        return self.added + self.there + self.refusals

    def refuse(self, place: str, error: InputError) -> None:
        """Counts a refusal."""
        sort = kind_of(error.reason)
        if sort not in self.refused and len(self.refused) >= _KINDS:
            sort = _REST
        kind = self.refused.setdefault(sort, Kind())
        kind.count += 1
        if len(kind.examples) < _EXAMPLES:
            kind.examples.append(f"{place}: {error.reason}")

    def plus(self, other: Summary) -> None:
        """Adds what came of a part."""
        for name in ("added", "there", "claims", "quarantined", "refused_before"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for sort, more in other.refused.items():
            if sort not in self.refused and len(self.refused) >= _KINDS:
                sort = _REST
            kind = self.refused.setdefault(sort, Kind())
            kind.count += more.count
            kind.examples = (kind.examples + more.examples)[:_EXAMPLES]

    def recorded(self) -> Mapping[str, Any]:
        """The counts, for the audit log."""
        reasons = Counter({sort: kind.count for sort, kind in self.refused.items()})
        return {
            "added": self.added, "there": self.there, "claims": self.claims, "refused": self.refusals,
            "refused_before": self.refused_before, "reasons": dict(reasons.most_common()),
        }  # fmt: skip


def kind_of(reason: str) -> str:
    """The sort of a reason: without the numbers and names that differ from one input to the next.

    >>> kind_of("is not in English, it seems, but in 'de' (99%); --lang en reads it all the same")
    'is not in English, it seems, but in … (…%); --lang en reads it all the same'
    """
    return _PARTICULAR.sub("…", reason)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is.

    Attributes:
        summary: what came of it so far.
        seconds: since it began.
        done: the share of the bytes that is dealt with (0 to 1), None if nobody can tell.
        left: seconds that the rest will take at this rate, None if nobody can tell yet.
        dealt_with: documents that were dealt with, if not those of the summary.
    """

    summary: Summary
    seconds: float
    done: float | None = None
    left: float | None = None
    dealt_with: int | None = None

    @property
    def documents(self) -> int:
        """How many documents were dealt with."""
        return self.summary.documents if self.dealt_with is None else self.dealt_with

    @property
    def rate(self) -> float:
        """Documents a second."""
        return self.documents / self.seconds if self.seconds else 0.0


Tell = Callable[[Progress], None]
"""Is told of progress, after each transaction."""
