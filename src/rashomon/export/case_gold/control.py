"""Who holds what, place by place and account by account."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from rashomon.analysis.comparison import Comparison
from rashomon.analysis.control import Ledger, Tenure


def control(comparison: Comparison) -> dict[str, list[dict[str, Any]]]:
    """Place -> the holds that its accounts state.

    A hold that only follows from a loss, because the account goes on to who gained it, is not stated.
    """
    places: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for ledger in comparison.control:
        for number, tenure in enumerate(ledger.tenures):
            if tenure.holder and not _follows(ledger, number, tenure):
                places[ledger.place].append(_row(comparison, ledger, tenure))
    return dict(places)


def _follows(ledger: Ledger, number: int, tenure: Tenure) -> bool:
    """Whether a tenure is known only from the claim that begins the next one."""
    later = ledger.tenures[number + 1 :]
    return set(tenure.claims) <= set(tenure.ended_by) and any(set(tenure.claims) & set(one.claims) for one in later)


def _row(comparison: Comparison, ledger: Ledger, tenure: Tenure) -> dict[str, Any]:
    claim = comparison.claims[tenure.claims[0]]
    row: dict[str, Any] = {
        "account": ledger.account,
        "holder": tenure.holder,
        "from": tenure.since if tenure.begins == "said" else None,
        "to": tenure.until,
        "quote": claim.quote,
        "doc": tenure.claims[0].rpartition(":")[0],
    }
    if tenure.begins == "by":
        row["as_of"] = tenure.since
    if tenure.part:
        row["part"] = tenure.part
    return row
