"""Relations as accounts state them."""

from __future__ import annotations

from typing import Any

from rashomon.analysis.comparison import Comparison
from rashomon.analysis.relations import stated


def relations(comparison: Comparison) -> list[dict[str, Any]]:
    """One row for each pair, sign, place and account."""
    return [
        {
            "pair": [row.one, row.other],
            "sign": row.sign,
            "place": row.place,
            "from": row.since,
            "to": row.until,
            "account": row.account,
            "doc": row.document,
            "quote": row.quote,
        }
        for row in stated(comparison.relations.entries)
    ]
