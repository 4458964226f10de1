"""One claim a line, with exactly the fields that annotators of claims fill in, and the document's name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.model import Claim, Control, Reading

_PLAIN = (
    "kind", "trigger", "start", "end", "quote_start", "quote_end", "type", "mode", "agents", "recipients",
    "place", "when", "speakers", "factuality", "endorsement", "negated",
)  # fmt: skip


def as_gold(readings: Iterable[Reading]) -> Iterator[str]:
    """One claim a line."""
    for reading in readings:
        for claim in reading.claims:
            row = {"doc": reading.document.id, **gold_fields(claim)}
            yield json.dumps(row, ensure_ascii=False) + "\n"


def gold_fields(claim: Claim) -> dict[str, Any]:
    """The annotated fields of a claim, as plain JSON values."""
    row: dict[str, Any] = {name: getattr(claim, name) for name in _PLAIN}
    row["control"] = _control(claim.control) if claim.control else None
    row["sign"] = claim.sign
    row["quantities"] = [quantity.model_dump() for quantity in claim.quantities]
    return row


def _control(control: Control) -> dict[str, Any]:
    sides: dict[str, Any] = {"place": control.place, "from": control.from_, "to": control.to}
    return {**sides, "holds": True} if control.holds else sides
