"""How documents are taken into a case and read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from rashomon.engine import Load
from rashomon.intake.columns import Columns
from rashomon.intake.details import Details

_NOTHING = Details()
_NO_COLUMNS = Columns()
_COLUMNS = "columns"
_OF_A_LOADER = ("reader", "parser", "knowledge")


@dataclass(frozen=True, slots=True)
class Settings:
    """How documents are taken in and read.

    Attributes:
        load: loads the reader. `given`: details that hold for all documents.
        columns: what the user calls the columns of tables and the keys of records.
        jobs: how many processes read.
        keep_raw: whether the bytes are kept, or only their digests.
    """

    load: Load
    given: Details = _NOTHING
    columns: Columns = _NO_COLUMNS
    jobs: int = 1
    keep_raw: bool = True

    def filled(self, before: Mapping[str, Any]) -> Settings:
        """These settings, with what they do not say filled in from an earlier run's (as `of_intake` gave it)."""
        given = Details(**{name: value for name, value in before.items() if name != _COLUMNS})
        columns = Columns(**{**before.get(_COLUMNS, {}), **_said(self.columns)})
        return replace(self, given=self.given.over(given), columns=columns)

    def of_intake(self) -> dict[str, Any]:
        """What the user said that bears on which documents come of the same bytes."""
        columns = _said(self.columns)
        return {**_said(self.given), **({_COLUMNS: columns} if columns else {})}

    def recorded(self) -> Mapping[str, Any]:
        """All of them, for the audit log."""
        loader = {name: getattr(self.load, name, None) for name in _OF_A_LOADER}
        return {**loader, "given": self.of_intake(), "jobs": self.jobs, "keep_raw": self.keep_raw}


def _said(what: Details | Columns) -> dict[str, str]:
    return {name: value for name, value in asdict(what).items() if value is not None}
