"""What is asked of a case: filters, all of which a claim must pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import NamedTuple, get_args

from rashomon.errors import QueryError
from rashomon.model import EventType, Factuality, Kind
from rashomon.model.when import days_of

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "type": get_args(EventType),
    "kind": get_args(Kind),
    "factuality": get_args(Factuality),
}


class Near(NamedTuple):
    """A circle: a place by name or `LAT,LON`, and a radius in kilometres."""

    centre: str | tuple[float, float]
    km: float


@dataclass(frozen=True, slots=True)
class Filters:
    """Which claims are asked for; None and () ask for nothing in particular.

    Attributes:
        actor: takes part in any role. `agent`, `recipient`: in this one.
        pair: two actors, one of them agent and the other recipient, or each on one side of a control claim.
        place: where it happens, or whose control it is about; a country or first-level division stands for all in it.
        near: within so many kilometres of a place or a point (degrees, WGS 84). Places that are themselves larger
            than that are left out.
        teller: anybody in the chain, the author or the outlet.
        type, kind, factuality: one of several.
        since, until: ISO dates, months or years, both included; the claim's own date counts, else the publication's.
            Of documents, always the publication's.
        text: words of the quote, all of them; `"a phrase"`, `begin*`. Of documents, words of the title and text.
        min_confidence: 0..1; claims of readers that give no confidence are left out.
        document: the document's id, or the beginning of it.

    Names are those that documents give, in any spelling that folds alike, and every name that the knowledge has for
    the same actor or place.
    """

    actor: str | None = None
    agent: str | None = None
    recipient: str | None = None
    pair: tuple[str, str] | None = None
    place: str | None = None
    near: Near | None = None
    teller: str | None = None
    type: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    factuality: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    text: str | None = None
    min_confidence: float | None = None
    document: str | None = None

    def __post_init__(self) -> None:
        """Raises QueryError if a filter asks for what cannot be."""
        for name, known in _CHOICES.items():
            for value in getattr(self, name):
                if value not in known:
                    raise QueryError(f"{name} {value!r} is none: there are {', '.join(known)}")
        since, until = self.days
        if since and until and since > until:
            raise QueryError(f"since {self.since} is after until {self.until}")
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise QueryError(f"{self.min_confidence} is no confidence: it must lie between 0 and 1")
        if self.near is not None and not self.near.km > 0:
            raise QueryError("near: the radius must be more than 0 km")
        for name in ("actor", "agent", "recipient", "place", "teller", "text", "document"):
            if getattr(self, name) is not None and not getattr(self, name).strip():
                raise QueryError(f"{name}: is empty")

    @property
    def days(self) -> tuple[int | None, int | None]:
        """First and last day asked for, as ordinals; None: that end is open."""
        return _day("since", self.since, 0), _day("until", self.until, 1)

    @property
    def asked(self) -> frozenset[str]:
        """The names of the filters that ask for something."""
        return frozenset(f.name for f in fields(self) if getattr(self, f.name) not in (None, ()))

    def without(self, *names: str) -> Filters:
        """The same filters but for these."""
        nothing = Filters()
        return replace(self, **{name: getattr(nothing, name) for name in names})


def _day(name: str, text: str | None, end: int) -> int | None:
    if text is None:
        return None
    days = None if "/" in text else days_of(text.strip())
    day = days[end] if days else None
    if day is None:
        raise QueryError(f"{name} {text!r} is not a date like 2016-12-31, 2016-12 or 2016")
    return day.toordinal()


ALL = Filters()
"""Asks for nothing in particular."""
