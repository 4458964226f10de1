"""What the words beside a claim say of who is meant, where its roles do not: shown, and never counted as a tie."""

from __future__ import annotations

import re
from itertools import pairwise

from rashomon.analysis.relations.belonging import is_belonging
from rashomon.comparing.ties import ends, sign_of
from rashomon.knowledge.base import load_yaml
from rashomon.model import Actor, Claim, Reading

_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_BOTH = re.compile(r"\b(?:the two|both|both sides|both parties|each other|one another)\b", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s+and\s+(?:the\s+)?")
_FROM = re.compile(r"\s+(?:from|of)\s+(?:the\s+)?")
_BACK = 250
"""So many letters before it, "the two" are looked for."""


def partners(reading: Reading, claim: Claim) -> tuple[str, str] | None:
    """The two between whom a mutual deed lies, if no roles say it: the only two that its words name, or "the two".

    "Coordination between the two" is between the last two who were named together before.
    """
    if claim.type not in _MUTUAL or sign_of(claim) is None or next(ends(claim), None) is not None:
        return None
    named = [actor.name for actor in reading.actors if _within(actor, claim.quote_start, claim.quote_end)]
    roles = {*claim.agents, *claim.recipients}
    if roles and len(named) == 2 and roles <= set(named):
        return min(named), max(named)
    if not roles and _BOTH.search(claim.quote):
        return _coupled(reading, claim.quote_start)
    return None


def served(reading: Reading) -> dict[str, str]:
    """Persons whose words say whom they serve: by their office, or "two officials from X – A and B" -> X."""
    text = reading.document.text
    found: dict[str, str] = {}
    starts = {span.start: actor.name for actor in reading.actors for span in actor.mentions}
    persons = {actor.name for actor in reading.actors if actor.kind == "person"}
    for claim in reading.claims:
        if is_belonging(claim) and len(claim.agents) == len(claim.recipients) == 1 and claim.agents[0] in persons:
            found.setdefault(claim.agents[0], claim.recipients[0])
        for item in claim.evidence:
            if item.field not in ("agents", "recipients") or text[item.start : item.end].casefold() not in _serving():
                continue
            behind = _FROM.match(text, item.end)
            if behind is None:
                continue
            at = next((start for start in range(item.end + 1, behind.end() + 1) if start in starts), None)
            if at is not None and starts[at] != item.value:
                found.setdefault(item.value, starts[at])
    return found


def _serving() -> list[str]:
    words: list[str] = load_yaml("accounts.yaml")["serving"]
    return words


def _within(actor: Actor, start: int, end: int) -> bool:
    return any(start <= span.start and span.end <= end for span in actor.mentions)


def _coupled(reading: Reading, before: int) -> tuple[str, str] | None:
    """The last two that were named together ("A and B") before some words."""
    text = reading.document.text
    spans = sorted(
        (span.start, span.end, actor.name)
        for actor in reading.actors
        for span in actor.mentions
        if before - _BACK <= span.start and span.end <= before
    )
    for one, other in reversed([*pairwise(spans)]):
        if one[2] != other[2] and _AND.fullmatch(text, one[1], other[0]):
            return min(one[2], other[2]), max(one[2], other[2])
    return None
