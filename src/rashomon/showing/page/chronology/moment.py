"""What a timeline shows: dated claims, a lane for each teller."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.model import Factuality, Kind
from rashomon.model.when import Days, days_of

_FRAGMENT = re.compile(r"#[A-Za-z][\w-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated claim.

    Attributes:
        when: as in `Claim.when`. `label`: the claim in a few words: any text.
        href: where the page shows it, as a link within the page (`#d0-c3`); None: nowhere.
        kind, factuality: as in `Claim`.
        key: what scripts of the page know it by, if anything.
    """

    when: str
    label: str
    href: str | None = None
    kind: Kind = "event"
    factuality: Factuality = "happened"
    key: str | None = None

    def __post_init__(self) -> None:
        """Raises ValueError for links that lead out of the page."""
        if self.href is not None and not _FRAGMENT.fullmatch(self.href):
            raise ValueError(f"no link within the page: {self.href}")

    @property
    def days(self) -> Days | None:
        """When it is, in calendar days; None where `when` is no date."""
        return days_of(self.when)


@dataclass(frozen=True, slots=True)
class Lane:
    """What one teller dates. `name`: of the teller, any text; `key`: what scripts of the page know the teller by."""

    name: str
    moments: tuple[Moment, ...]
    key: str | None = None
