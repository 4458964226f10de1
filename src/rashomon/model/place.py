"""Places: those that a document names, and where a claim's deed lies on the map."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from rashomon.model.text import Frozen, Span

Nearness = Literal["at", "near"]


class PlaceAlternative(Frozen):
    """Another place of that name that was weighed, with the reader's raw score.

    `known_as`: the id of its entry; None of something that merely lies near the place `name`.
    """

    known_as: str | None = None
    name: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    score: float


class Place(Frozen):
    """A place named in a document: all mentions of one name that stands for one place.

    Attributes:
        name: the name that claims of this document use.
        kind: the gazetteer's kind (country, region, district, city, village, crossing, ...), if it is known there.
        known_as: the id of its entry in the gazetteer (`gn:NUMBER`: GeoNames), or None where the reader does not
            know it, or does not know which of several places of that name is meant.
        country: ISO 3166 alpha-2 code. `admin1`: first-level division.
        lat, lon: degrees (WGS 84). `radius_km`: how far from there it may reach, in kilometres.
        score: the reader's raw score of this answer, in 0..1. `alternatives`: other places of that name, best first.
        mentions: where it is named.
    """

    name: str
    kind: str | None = None
    known_as: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    score: float = 0.0
    alternatives: tuple[PlaceAlternative, ...] = ()
    mentions: tuple[Span, ...] = ()


class Where(Frozen):
    """Where a claim's deed lies on the map, as far as its place is known.

    Attributes:
        name: the place's name, as in `Reading.places`. `known_as`, `country`: as there.
        nearness: "near" where the text says so ("a village near X", "20 km south of X"): the deed is not in X.
        latitude, longitude: degrees (WGS 84) of the named place.
        radius_km: the deed lies within so many kilometres of that point.
        where_prec: precision as in UCDP GED: 1 at the place, 2 near it, 3 in a district, 4 in a first-level
            division, 5 in a region or along a line without a clear border, 6 in a country, 7 at sea.
    """

    name: str
    known_as: str | None = None
    country: str | None = None
    nearness: Nearness = "at"
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    where_prec: int | None = Field(default=None, ge=1, le=7)
