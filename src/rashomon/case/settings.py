"""How documents are taken into a case and read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from rashomon.engine import Load
from rashomon.intake.details import Details

_NOTHING = Details()
_OF_A_LOADER = ("reader", "parser", "knowledge")


@dataclass(frozen=True, slots=True)
class Settings:
    """How documents are taken in and read.

    Attributes:
        load: loads the reader. `given`: details that hold for all documents.
        jobs: how many processes read.
        keep_raw: whether the bytes are kept, or only their digests.
    """

    load: Load
    given: Details = _NOTHING
    jobs: int = 1
    keep_raw: bool = True

    def with_given(self, given: Mapping[str, Any]) -> Settings:
        """These settings, with details that they do not give filled in from an earlier run's."""
        return replace(self, given=self.given.over(Details(**given)))

    def of_intake(self) -> dict[str, Any]:
        """What bears on which documents come of the same bytes."""
        return {name: value for name, value in asdict(self.given).items() if value is not None}

    def recorded(self) -> Mapping[str, Any]:
        """All of them, for the audit log."""
        loader = {name: getattr(self.load, name, None) for name in _OF_A_LOADER}
        return {**loader, "given": self.of_intake(), "jobs": self.jobs, "keep_raw": self.keep_raw}
