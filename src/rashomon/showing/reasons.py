"""Why a claim was read as it was: field by field the value, its raw score, the rule, the knowledge and the words."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model import Alternative, Claim
from rashomon.showing.phrases import UNRESOLVED, counted, on_the_map


@dataclass(frozen=True)
class Reason:
    """Why one field has its value.

    Attributes:
        field: in words. `value`: what it was given.
        score: the reader's raw score, None of what is not scored.
        rule: the rule by name. `entry`: the knowledge entry behind it. `words`: those that decided.
        others: the runners-up, best first.
    """

    field: str
    value: str
    score: float | None
    rule: str
    entry: str | None = None
    words: str | None = None
    others: tuple[Alternative, ...] = ()


def reasons(claim: Claim, text: str) -> list[Reason]:
    """All that is known of why a claim of this text was read so, the evidence in the reader's order."""
    found = [
        Reason(
            item.field,
            item.value,
            item.score,
            item.rule,
            item.entry,
            text[item.start : item.end] if item.end > item.start else None,
            item.alternatives,
        )
        for item in claim.evidence
    ]
    for where in claim.where:
        rule = f"{where.nearness} {where.name}"
        found.append(Reason("on the map", on_the_map(where), None, rule, where.known_as))
    for quantity in claim.quantities:
        what = "number" if quantity.what == "other" else quantity.what
        words = text[quantity.start : quantity.end]
        value = f"{what}: {counted(quantity)}"
        found.append(Reason("number", value, None, "counted with the deed", "quantities.yaml", words))
    for field in claim.unresolved:
        found.append(Reason(field, UNRESOLVED, None, "words stand there, but nobody was found for them"))
    return found
