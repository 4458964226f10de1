"""Claims in the shape of ACLED: its 31 columns, one claim a row."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from rashomon.export.cells import comma_separated
from rashomon.export.countries import NOWHERE, country, table
from rashomon.export.dating import dated
from rashomon.export.parties import Parties, Party, Side
from rashomon.export.reality import Tally, standing
from rashomon.export.telling import confidence_text, teller, whole_id
from rashomon.knowledge.actors import known_actors
from rashomon.model import Claim, Document, Place, Reading, Where
from rashomon.showing.citation import cited

NO_COUNTERPART = "without an ACLED event type"


def as_acled(readings: Iterable[Reading], tally: Tally) -> Iterator[str]:
    """A heading, then a row for each event or change of control that has a counterpart in ACLED."""
    return comma_separated(table("acled")["columns"], _rows(readings, tally))


def _rows(readings: Iterable[Reading], tally: Tally) -> Iterator[Sequence[str]]:
    columns = table("acled")["columns"]
    for reading in readings:
        parties = Parties(reading)
        for claim in reading.claims:
            if (sub_event := sub_event_of(claim, parties)) is None:
                tally.leave(NO_COUNTERPART)
                continue
            row = _row(reading.document, claim, parties, sub_event)
            tally.wrote()
            yield [row.get(column, "") for column in columns]


def sub_event_of(claim: Claim, parties: Parties) -> str | None:
    """The ACLED sub-event type of a claim; None if ACLED knows no such thing."""
    control = claim.control
    given: dict[str, set[Side]] = {
        "agents": {party.side for party in parties.parties(claim.agents)},
        "recipients": {party.side for party in parties.parties(claim.recipients)},
        "from": {parties.party(control.from_).side} if control and control.from_ else set(),
        "to": {parties.party(control.to).side} if control and control.to else set(),
    }
    if claim.kind not in ("event", "control") or (control and control.holds):
        return None
    for rule in table("acled")["rules"]:
        if (
            rule["type"] == claim.type
            and claim.mode in rule.get("mode", [claim.mode])
            and rule.get("change", control is not None) == (control is not None)
            and all(given[field] & set(rule[field]) for field in given if field in rule)
        ):
            found: str = rule["sub_event"]
            return found
    return None


def _row(document: Document, claim: Claim, parties: Parties, sub_event: str) -> dict[str, str]:
    given = table("acled")
    event, disorder = given["sub_events"][sub_event]
    doers, sufferers = _sides(claim, parties)
    where = claim.where[0] if claim.where else None
    land = country(where.country if where else None)
    inters = [_inter(side, where, sub_event if n == 0 else "") for n, side in enumerate((doers, sufferers))]
    harmed = any(party.side in ("civilians", "protesters", "media") for party in sufferers)
    name = whole_id(claim, document).replace(":", "-")
    return {
        "event_id_cnty": f"{land.iso3}-{name}" if land.iso3 else name,
        **_when(claim),
        "disorder_type": disorder,
        "event_type": event,
        "sub_event_type": sub_event,
        "actor1": doers[0].name if doers else "",
        "assoc_actor_1": "; ".join(party.name for party in doers[1:]),
        "inter1": inters[0],
        "actor2": sufferers[0].name if sufferers else "",
        "assoc_actor_2": "; ".join(party.name for party in sufferers[1:]),
        "inter2": inters[1],
        "interaction": interaction(inters[0], inters[1] if sufferers else None),
        "civilian_targeting": "Civilian targeting" if harmed and event in given["violent"] else "",
        **_where(claim, where, parties),
        "source": document.source or document.author or document.name,
        "source_scale": _scale(document.source, where),
        "notes": cited(claim, document),
        "fatalities": str(fatalities(claim)),
        "tags": "; ".join(_tags(claim, document)),
        "timestamp": _epoch(document.published),
    }


def _sides(claim: Claim, parties: Parties) -> tuple[list[Party], list[Party]]:
    """Who does it and to whom; of a change of control without these, who gains and who loses."""
    doers, sufferers = parties.parties(claim.agents), parties.parties(claim.recipients)
    control = claim.control
    if control and not doers and control.to:
        doers = [parties.party(control.to)]
    if control and not sufferers and control.from_:
        sufferers = [p for p in [parties.party(control.from_)] if p.name not in {d.name for d in doers}]
    return doers, sufferers


def _inter(side: list[Party], where: Where | None, sub_event: str) -> str:
    given = table("acled")
    if not side:
        return ""
    if sub_event in given["demonstrators"]:
        return str(given["demonstrators"][sub_event])
    party = side[0]
    if party.side == "state" and party.country and where and where.country and where.country != party.country:
        return str(given["abroad"])
    return str(given["inter_of"].get(party.side, ""))


def interaction(one: str, other: str | None) -> str:
    """ACLED's name for two types of actors, or for one alone; "" if one of them is not known.

    >>> interaction("Civilians", "State forces")
    'State forces-Civilians'
    """
    order: list[str] = table("acled")["inters"]
    if not one or other == "":
        return ""
    if other is None:
        return f"{one} only"
    last = table("acled")["civilians"]
    return "-".join(sorted((one, other), key=lambda inter: (inter == last and one != other, order.index(inter))))


def fatalities(claim: Claim) -> int:
    """The lowest number of dead that the claim tells of, 0 if it tells of none: ACLED's own rule."""
    return sum(quantity.min or 0 for quantity in claim.quantities if quantity.what == "killed")


def _when(claim: Claim) -> dict[str, str]:
    time = dated(claim.when)
    precision = next((code for span, code in table("acled")["time_precision"] if time and time.span <= span), None)
    if time is None or precision is None:
        return {}
    return {"event_date": time.day.isoformat(), "year": str(time.day.year), "time_precision": str(precision)}


def _where(claim: Claim, where: Where | None, parties: Parties) -> dict[str, str]:
    land = country(where.country) if where else NOWHERE
    known = parties.place(where.name) if where else None
    row = {
        "iso": land.number,
        "region": land.region,
        "country": land.name,
        "admin1": _division(known),
        "location": where.name if where else claim.place or "",
    }
    precision = table("acled")["geo_precision"].get(where.where_prec) if where else None
    if where is None or where.latitude is None or where.longitude is None or precision is None:
        return row
    place = {"latitude": f"{where.latitude:.4f}", "longitude": f"{where.longitude:.4f}"}
    return {**row, **place, "geo_precision": str(precision)}


def _division(place: Place | None) -> str:
    """The first-level division that a place is or lies in."""
    if place is None:
        return ""
    return place.name if place.kind == "region" else place.admin1 or ""


def _scale(outlet: str | None, where: Where | None) -> str:
    """`National` of an outlet of the event's own country, `International` of a known one abroad."""
    known = known_actors().named(outlet) if outlet else None
    if known is None or not known.country or where is None or not where.country:
        return ""
    return "National" if known.country == where.country else "International"


def _tags(claim: Claim, document: Document) -> Iterator[str]:
    """What has no column: that it is machine-read, whose word it is, how it stands, how sure the reading is."""
    yield from ("machine-read", "unreviewed")
    about: dict[str, Any] = {
        "claim": whole_id(claim, document),
        "teller": teller(claim, document),
        "factuality": standing(claim),
        "endorsement": claim.endorsement,
        "confidence": confidence_text(claim),
        "plover": "/".join(filter(None, (claim.type, claim.mode))),
        "when": claim.when,
        "published": document.published,
    }
    yield from (f"{name}={' '.join(str(value).replace(';', ',').split())}" for name, value in about.items() if value)


def _epoch(published: str | None) -> str:
    try:
        return str(timegm(date.fromisoformat(published or "").timetuple()))
    except ValueError:
        return ""
