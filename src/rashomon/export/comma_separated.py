"""One claim a row, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.export.cells import comma_separated
from rashomon.export.telling import STATUS
from rashomon.model import Claim, Quantity, Reading

COLUMNS = (
    "doc", "teller", "id", "kind", "type", "mode", "agents", "recipients", "speakers", "factuality",
    "negated", "endorsement", "trigger", "start", "end", "place", "country", "latitude", "longitude", "radius_km",
    "where_prec", "when", "said", "control_place",
    "control_from", "control_to", "control_holds", "sign", "quantities", "unresolved", "confidence", "status", "quote",
    "quote_start", "quote_end", "source", "title", "author", "published", "url",
)  # fmt: skip
_ON_THE_MAP = ("country", "latitude", "longitude", "radius_km", "where_prec")  # of several places, of the first
_SIGNS = {"+": "positive", "-": "negative", "0": "neutral"}


def as_csv(readings: Iterable[Reading]) -> Iterator[str]:
    """A heading, then one claim a row. Lists are joined by `; `, chains of tellers by ` → `.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    rows = (_row(reading, claim) for reading in readings for claim in reading.claims)
    return comma_separated(COLUMNS, ([row[name] for name in COLUMNS] for row in rows))


def _row(reading: Reading, claim: Claim) -> dict[str, str]:
    document, control = reading.document, claim.control
    values = {
        "doc": document.id,
        "teller": document.teller,
        "agents": "; ".join(claim.agents),
        "recipients": "; ".join(claim.recipients),
        "speakers": " → ".join(claim.speakers),
        "negated": str(claim.negated).lower(),
        **{name: getattr(claim.where[0], name) if claim.where else None for name in _ON_THE_MAP},
        "control_place": control and control.place,
        "control_from": control and control.from_,
        "control_to": control and control.to,
        "control_holds": str(control.holds).lower() if control else None,
        "sign": _SIGNS.get(claim.sign or ""),
        "quantities": "; ".join(map(quantity_text, claim.quantities)),
        "unresolved": "; ".join(claim.unresolved),
        "status": STATUS,
        "confidence": f"{claim.confidence.claim:.3f}" if claim.confidence else None,
    }
    for name in COLUMNS:
        if name not in values:
            values[name] = getattr(claim if hasattr(claim, name) else document, name)
    return {name: "" if values[name] is None else str(values[name]) for name in COLUMNS}


def quantity_text(quantity: Quantity) -> str:
    """A number in short: `killed 12-15 civilians`, `wounded 24+`."""
    low, high = quantity.min, quantity.max
    if low == high:
        number = str(low)
    elif high is None:
        number = f"{low}+"
    else:
        number = f"{0 if low is None else low}-{high}"
    return " ".join(part for part in (quantity.what, number, quantity.who) if part)
