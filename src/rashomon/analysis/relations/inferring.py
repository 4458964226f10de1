"""What the words beside a claim say of who is meant, and of whom else, where its roles do not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from rashomon.analysis.relations.belonging import is_belonging
from rashomon.comparing.ties import ends, sign_of
from rashomon.comparing.words import acts_for_owner, singular
from rashomon.knowledge.base import load_yaml
from rashomon.model import Actor, Claim, Evidence, Reading

_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_BOTH = re.compile(r"\b(?:the two|both|both sides|both parties|each other|one another)\b", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s+and\s+(?:the\s+)?")
_FROM = re.compile(r"\s+(?P<how>from|of)\s+(?:the\s+)?(?:so-called\s+)?")
_BACK = 250
"""So many letters before it, "the two" are looked for."""


def partners(reading: Reading, claim: Claim) -> tuple[str, str] | None:
    """The two between whom a mutual deed lies, if no roles say it: the only two that its words name, or "the two".

    They are shown and not counted: the claim itself does not relate them.
    "Coordination between the two" is between the last two who were named together before.
    """
    if claim.type not in _MUTUAL or sign_of(claim) is None or next(ends(claim), None) is not None:
        return None
    named = [actor.name for actor in reading.actors if _within(actor, claim.quote_start, claim.quote_end)]
    named = [name for name in named if any(map(str.isupper, name))]  # "envoys of A and B": not the envoys
    roles = {name for name in (*claim.agents, *claim.recipients) if name in named or any(map(str.isupper, name))}
    nameless = not roles and bool(claim.agents or claim.recipients)
    if (roles or nameless) and len(named) == 2 and roles <= set(named):
        return min(named), max(named)
    if not roles and not nameless and _BOTH.search(claim.quote):
        return _coupled(reading, claim.quote_start)
    return None


def served(reading: Reading) -> dict[str, tuple[str, ...]]:
    """Who is whose by the words beside him: a person by his office, "two officials from X – A and B", "rebels of X".

    A person may have several; others stand for one or for nobody.
    """
    found: dict[str, set[str]] = defaultdict(set)
    persons = {actor.name for actor in reading.actors if actor.kind == "person"}
    for claim in reading.claims:
        if is_belonging(claim) and len(claim.agents) == len(claim.recipients) == 1 and claim.agents[0] in persons:
            found[claim.agents[0]].add(claim.recipients[0])
        for item in claim.evidence:
            if item.field in ("agents", "recipients") and (whose := _owner(reading, item)) is not None:
                found[item.value].add(whose)
    return {name: tuple(sorted(some)) for name, some in found.items() if len(some) == 1 or name in persons}


def beside(reading: Reading, claim: Claim) -> Iterator[str]:
    """Those on whose side a claim's deed is done, by words behind it: "fought alongside X"."""
    for hit in _side().finditer(reading.document.text, claim.end, claim.quote_end):
        for actor in reading.actors:
            if any(
                hit.start("who") <= span.start <= hit.end() and span.end <= claim.quote_end for span in actor.mentions
            ):
                yield actor.name


def _owner(reading: Reading, item: Evidence) -> str | None:
    """Of whom the words are that filled a role, where "of" or "from" and a name follow them."""
    text = reading.document.text
    words = text[item.start : item.end].split()
    behind = _FROM.match(text, item.end) if words else None
    if behind is None:
        return None
    serves = words[-1].casefold() in _listed("serving")
    if not serves and not (behind["how"] == "of" and _is_somebodys(words[-1])):
        return None
    for actor in reading.actors:
        for span in actor.mentions:
            there = item.end < span.start <= behind.end() < span.end and actor.name != item.value
            if there and (serves or any(map(str.isupper, text[span.start : span.end]))):
                return actor.name
    return None


def _is_somebodys(word: str) -> bool:
    return singular(word) in _listed("somebodys") or acts_for_owner(word)


def _listed(name: str) -> list[str]:
    words: list[str] = load_yaml("accounts.yaml")[name]
    return words


@cache
def _side() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _listed('beside')))})\s+(?P<who>(?:the\s+)?)", re.IGNORECASE)


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
