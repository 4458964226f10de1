"""The section "Where": the places of claims, on a locator map and as a list."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.knowledge.folding import fold
from rashomon.model import Place, Where
from rashomon.showing.page.accounts import Accounts, Told, Voice
from rashomon.showing.page.environment import fill
from rashomon.showing.page.locator import Mark, locator
from rashomon.showing.phrases import on_the_map


@dataclass(frozen=True)
class Spot:
    """A place with all that is told to happen there.

    `place`: what the reader knows of it, if anything; `where`: its point on the map. `near`: told of its
    surroundings only.
    """

    key: str
    name: str
    place: Place | None
    where: Where | None
    near: bool
    told: tuple[Told, ...]

    @property
    def known(self) -> str:
        """What it is and where it lies, in words."""
        kind = self.place.kind if self.place and self.place.kind else ""
        inside = self.place.admin1 if self.place and self.place.admin1 and self.place.admin1 != self.name else ""
        return ", ".join(filter(None, [kind, inside, on_the_map(self.where) if self.where else ""]))

    @property
    def voices(self) -> list[tuple[Voice, int]]:
        """Who tells of it, with the number of claims."""
        counts = Counter(told.voice for told in self.told)
        return sorted(counts.items(), key=lambda pair: (-pair[1], int(pair[0].key[1:])))


def places_section(accounts: Accounts) -> Markup:
    """The section, or nothing where no claim has a place."""
    spots = spots_of(accounts)
    if not spots:
        return Markup()
    return fill("places.html", accounts=accounts, map=locator([m for s in spots if (m := _mark(s))]), spots=spots)


def spots_of(accounts: Accounts) -> list[Spot]:
    """The places of claims, those with most claims first."""
    told = {place: [t for t in accounts.told if place in t.places] for place in accounts.places}
    spots = [_spot(place.key, place.name, items, accounts) for place, items in told.items()]
    return sorted(spots, key=lambda spot: (-len(spot.told), fold(spot.name)))


def _spot(key: str, name: str, told: list[Told], accounts: Accounts) -> Spot:
    names = {item.anchor: {n.name for n in item.places if n.key == key} for item in told}
    points = [w for item in told for w in item.claim.where if accounts.place(item.document, w.name).key == key]
    where = next((w for w in points if w.latitude is not None), None)
    place = next(
        (p for item in told for p in accounts.readings[item.document].places
         if p.name in names[item.anchor] | {w.name for w in points}), None,
    )  # fmt: skip
    return Spot(key, name, place, where, bool(points) and all(w.nearness == "near" for w in points), tuple(told))


def _mark(spot: Spot) -> Mark | None:
    if spot.where is None or spot.where.latitude is None or spot.where.longitude is None:
        return None
    return Mark(
        name=spot.name,
        latitude=spot.where.latitude,
        longitude=spot.where.longitude,
        radius_km=spot.where.radius_km,
        claims=tuple(f"#{item.anchor}" for item in spot.told),
        tellers=tuple(dict.fromkeys(item.voice.key for item in spot.told)),
        near=spot.near,
        kind=spot.place.kind if spot.place else None,
    )
