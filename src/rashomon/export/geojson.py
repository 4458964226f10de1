"""Claims on the map: a GeoJSON FeatureCollection (RFC 7946), one feature a claim."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.export.reality import Tally, standing
from rashomon.export.telling import STATUS, teller, whole_id
from rashomon.model import Claim, Reading, Where
from rashomon.showing.phrases import NOTICE

NOWHERE = "without a known place on the map"
_DIGITS = 6


def as_geojson(readings: Iterable[Reading], tally: Tally) -> Iterator[str]:
    """One collection, a feature a line. Claims at no known point are left out and counted."""
    yield f'{{"type": "FeatureCollection", "notice": {_text(NOTICE)}, "features": ['
    lead = "\n"
    for reading in readings:
        for claim in reading.claims:
            spots = [where for where in claim.where if where.latitude is not None and where.longitude is not None]
            if not spots:
                tally.leave(NOWHERE)
                continue
            tally.wrote()
            yield lead + _text(_feature(reading, claim, spots))
            lead = ",\n"
    yield "\n]}\n"


def _feature(reading: Reading, claim: Claim, spots: list[Where]) -> dict[str, Any]:
    points = [[round(spot.longitude or 0.0, _DIGITS), round(spot.latitude or 0.0, _DIGITS)] for spot in spots]
    several = {"type": "MultiPoint", "coordinates": points}
    return {
        "type": "Feature",
        "id": whole_id(claim, reading.document),
        "geometry": several if len(points) > 1 else {"type": "Point", "coordinates": points[0]},
        "properties": _properties(reading, claim, spots),
    }


def _properties(reading: Reading, claim: Claim, spots: list[Where]) -> dict[str, Any]:
    """Flat, since that is all that many programs for maps read: lists only of names."""
    document, control, first = reading.document, claim.control, spots[0]
    return {
        "status": STATUS,
        "teller": teller(claim, document),
        "factuality": claim.factuality,
        "negated": claim.negated,
        "endorsement": claim.endorsement,
        "stands": standing(claim),
        "confidence": claim.confidence.claim if claim.confidence else None,
        "kind": claim.kind,
        "type": claim.type,
        "mode": claim.mode,
        "sign": claim.sign,
        "agents": list(claim.agents),
        "recipients": list(claim.recipients),
        "speakers": list(claim.speakers),
        "quote": claim.quote,
        "trigger": claim.trigger,
        "when": claim.when,
        "said": claim.said,
        "place": "; ".join(spot.name for spot in spots),
        "country": first.country,
        "nearness": first.nearness,
        "radius_km": first.radius_km,
        "where_prec": first.where_prec,
        "control_from": control.from_ if control else None,
        "control_to": control.to if control else None,
        "control_holds": control.holds if control else None,
        "doc": document.id,
        "claim": claim.id,
        "source": document.source,
        "author": document.author,
        "title": document.title,
        "published": document.published,
        "url": document.url,
    }


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
