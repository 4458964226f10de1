"""A place on the map, with the claims that lie there."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FRAGMENT = re.compile(r"#[A-Za-z][\w-]*", re.ASCII)
_KEY = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_COUNTRIES = frozenset({"country", "territory"})
_AREA_KM = 60.0
_BROAD_KM = 250.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the map, with the claims that lie there.

    Attributes:
        name: as the documents have it: any text.
        latitude, longitude: degrees (WGS 84). `radius_km`: how far from there it may lie; None: not known.
        claims: where the page shows them, as links within the page (`#d0-c3`).
        tellers: keys of who tells them, each fit to be a class.
        near: whether they lie near the place, not in it.
        kind: the gazetteer's kind of place; countries and territories are drawn as names, without a dot.
    """

    name: str
    latitude: float
    longitude: float
    radius_km: float | None = None
    claims: tuple[str, ...] = ()
    tellers: tuple[str, ...] = ()
    near: bool = False
    kind: str | None = None

    def __post_init__(self) -> None:
        """Raises ValueError for links that lead out of the page, and for keys and degrees that are none."""
        if not all(_FRAGMENT.fullmatch(claim) for claim in self.claims):
            raise ValueError(f"a claim of a mark is no link within the page: {self.claims}")
        if not all(_KEY.fullmatch(teller) for teller in self.tellers):
            raise ValueError(f"a teller of a mark is no key: {self.tellers}")
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 360):
            raise ValueError(f"no point on the globe: {self.latitude}, {self.longitude}")

    @property
    def country(self) -> bool:
        """Whether it is a state or the like."""
        return self.kind in _COUNTRIES

    @property
    def areal(self) -> bool:
        """Whether it is too large for a dot to stand for it."""
        return self.country or (self.radius_km or 0.0) >= _AREA_KM

    @property
    def broad(self) -> bool:
        """Whether it is so large that a map need not show its middle."""
        return self.country or (self.radius_km or 0.0) >= _BROAD_KM
