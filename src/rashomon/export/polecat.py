"""Claims in the shape of POLECAT, events by PLOVER: its 40 columns, one claim a row, separated by tabs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rashomon.export.cells import tab_separated
from rashomon.export.countries import NOWHERE, country, table
from rashomon.export.dating import dated
from rashomon.export.parties import Parties, Party
from rashomon.export.reality import Tally, standing
from rashomon.export.telling import confidence_text, teller, whole_id
from rashomon.knowledge.base import load_yaml
from rashomon.model import Claim, Reading

UNTYPED = "without a PLOVER event type"
_PERSONS = ("person",)
_BODIES = ("state", "military", "armed group", "party", "organisation", "media", "group")


def as_polecat(readings: Iterable[Reading], tally: Tally) -> Iterator[str]:
    """A heading, then a row for each claim that has a type of PLOVER's."""
    return tab_separated(table("polecat")["columns"], _rows(readings, tally))


def _rows(readings: Iterable[Reading], tally: Tally) -> Iterator[Sequence[str]]:
    given = table("polecat")
    for reading in readings:
        parties = Parties(reading)
        story = _story(reading)
        for claim in reading.claims:
            if claim.type is None or claim.kind not in ("event", "control"):
                tally.leave(UNTYPED)
                continue
            row = {**story, **_row(reading, claim, parties)}
            tally.wrote()
            yield [row.get(column) or given["nothing"] for column in given["columns"]]


def _row(reading: Reading, claim: Claim, parties: Parties) -> dict[str, str]:
    plover = load_yaml("plover.yaml")
    entry = plover["types"][claim.type]
    document = reading.document
    return {
        "Event ID": f"{whole_id(claim, document).replace(':', '_')}_{claim.type}",
        "Event Date": _date(claim.when),
        "Event Type": claim.type or "",
        "Event Mode": claim.mode or "",
        "Intensity": str(entry["score"]),
        "Quad Code": plover["quads"][entry["quad"]].upper(),
        "Contexts": _contexts(claim),
        **_side("Actor", parties.parties(claim.agents)),
        **_side("Recipient", parties.parties(claim.recipients)),
        **_place(claim, parties),
        "Source": teller(claim, document),
        "Version": _version(reading, claim),
    }


def _side(role: str, side: Sequence[Party]) -> dict[str, str]:
    """The columns of agents or recipients; several are joined by `; ` (in the same order where nothing is missing)."""
    lands = [country(party.country) for party in side]
    sectors = [_sector(party) for party in side]
    names = "; ".join(party.name for party in side)
    return {
        f"{role} Name": names,
        f"{role} Name Raw": names,
        f"{role} Country": "; ".join(_once(land.iso3 for land in lands)),
        f"{role} COW": "; ".join(_once(land.cow for land in lands)),
        f"Primary {role} Sector": next(iter(_once(sectors)), ""),
        f"{role} Sectors": "; ".join(_once(sectors)),
    }


def _sector(party: Party) -> str:
    given = table("polecat")
    if party.side == "state" and party.kind == "military":
        return str(given["military"])
    return str(given["sectors"].get(party.side, ""))


def _place(claim: Claim, parties: Parties) -> dict[str, str]:
    given = table("polecat")
    where = claim.where[0] if claim.where else None
    known = parties.place(where.name) if where else None
    kind = (known.kind if known else None) or ""
    land = country(where.country) if where else NOWHERE
    name = where.name if where else ""
    number = (where.known_as or "") if where else ""
    found = {
        "Placename": name,
        "Raw Placename": claim.place or name,
        "City": name if kind in given["cities"] else "",
        "District": name if kind == "district" else "",
        "Province": name if kind == "region" else (known.admin1 if known else None) or "",
        "Country": land.iso3,
        "GeoNames ID": number.removeprefix("gn:") if number.startswith("gn:") else "",
        "Feature Type": given["features"].get(kind, kind),
    }
    if where is not None and where.latitude is not None and where.longitude is not None:
        found |= {"Latitude": f"{where.latitude:.5f}", "Longitude": f"{where.longitude:.5f}"}
    return found


def _contexts(claim: Claim) -> str:
    given = table("polecat")
    found = [given["contexts"].get(claim.factuality, ""), given["negated"] if claim.negated else ""]
    return "; ".join(_once(found))


def _story(reading: Reading) -> dict[str, str]:
    document = reading.document
    return {
        "Publication Date": _date(document.published),
        "Story People": "; ".join(actor.name for actor in reading.actors if actor.kind in _PERSONS),
        "Story Organizations": "; ".join(actor.name for actor in reading.actors if actor.kind in _BODIES),
        "Story Locations": "; ".join(place.name for place in reading.places),
        "Language": table("polecat")["languages"].get(document.lang, document.lang or ""),
    }


def _version(reading: Reading, claim: Claim) -> str:
    """What has no column of its own, behind the version of the reader: that nobody reviewed it, and how it stands."""
    versions = reading.versions
    about: dict[str, Any] = {
        "claim": whole_id(claim, reading.document),
        "factuality": standing(claim),
        "endorsement": claim.endorsement,
        "confidence": confidence_text(claim),
        "when": claim.when,
    }
    told = [f"{name}={value}" for name, value in about.items() if value]
    return "; ".join([f"Rashomon {versions.rashomon} ({versions.reader})", "machine-read", "unreviewed", *told])


def _date(when: str | None) -> str:
    """A date that is one day; else "": what is not known to the day has no date here."""
    day = dated(when)
    return day.day.isoformat() if day and day.span == 1 else ""


def _once(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, values)))
