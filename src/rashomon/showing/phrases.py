"""Claims put into words that keep them what they are: things that somebody says."""

from __future__ import annotations

from rashomon.model import Claim, Confidence, Document, LeftOut, Quantity, Where
from rashomon.showing.safe import visible

NOTICE = "Machine-read and unreviewed: allegations, as each teller makes them. Nothing here is established."
"""Stands over every view."""

SURE_OF_WHAT = "that it is read right, not that it is so"
"""Stands beside a confidence wherever there is room."""

UNNAMED = "(unnamed)"
UNRESOLVED = "(unresolved)"

_DEEDS = {
    "happened": "says it happened",
    "not": "says it did not happen",
    "possible": "says it may be so",
    "future": "says it is meant or to come",
    "demanded": "calls for it",
    "hypothetical": "puts it as an if or an aim",
}
_STATES = {
    **_DEEDS,
    "happened": "says it is so",
    "not": "says it is not so",
}
_NEGATED = {
    "future": "says it is not to happen",
    "demanded": "calls for it not to happen",
    "hypothetical": "puts its absence as an if or an aim",
}
_AUTHOR = {
    "endorses": "the author takes it up",
    "neutral": "",
    "rejects": "the author disowns it",
}
_WHAT = {"other": "", "strikes": ""}
"""What is not said after a number: strikes are named by what they are counted in ("60 rockets")."""
_TIES = {"+": "friendly tie", "-": "hostile tie", "0": "tie"}
_VERDICTS = {"+": "judged well", "-": "judged badly", "0": "judged"}


def firmness(claim: Claim) -> str:
    """How firmly the innermost teller puts it, and what the author does with it."""
    is_state = claim.kind in ("relation", "appraisal") or bool(claim.control and claim.control.holds)
    words = (_STATES if is_state else _DEEDS)[claim.factuality]
    if claim.negated:
        words = _NEGATED.get(claim.factuality, words)
    author = _AUTHOR[claim.endorsement] if claim.speakers else ""
    return f"{words}; {author}" if author else words


def chance(probability: float) -> str:
    """A probability as people write it: `.63`, `.50`, `1`; never rounded to what is certain or out of the question."""
    if probability in (0, 1):
        return str(int(probability))
    return f"{min(max(probability, 0.01), 0.99):.2f}".removeprefix("0")


def sure(confidence: Confidence) -> str:
    """How sure the reader is of a claim: `confidence .63`."""
    return f"confidence {chance(confidence.claim)}"


def not_shown(left_out: LeftOut) -> str:
    """What was left out: `12 claims below confidence .5 not shown`."""
    noun = "claim" if left_out.claims == 1 else "claims"
    least = f"{left_out.least:g}"
    return f"{left_out.claims:,} {noun} below confidence {least.removeprefix('0') or least} not shown"


def claim_times(claim: Claim, document: Document) -> str:
    """The three times, kept apart: of the deed, of the saying, of the publication; only those that are given."""
    of_deed = "said to happen" if claim.factuality == "happened" else "time told of"
    times = {of_deed: claim.when, "said": claim.said, "published": document.published}
    return " · ".join(f"{name} {visible(time)}" for name, time in times.items() if time) or "no time is given"


def who(claim: Claim, field: str) -> str:
    """The names in a role; words for a role that is empty or could not be resolved."""
    names: tuple[str, ...] = getattr(claim, field)
    if names:
        return listed(names)
    return UNRESOLVED if field in claim.unresolved else UNNAMED


def listed(names: tuple[str, ...]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def gloss(claim: Claim) -> str:
    """What sort of thing is claimed: `assault, aerial`, `hostile tie`, `judged badly`."""
    if claim.kind == "relation":
        return _TIES[claim.sign or "0"]
    if claim.kind == "appraisal":
        return _VERDICTS[claim.sign or "0"]
    kinds = ["control"] if claim.kind == "control" else []
    if claim.type:
        kinds.append(claim.type.lower())
    if claim.mode:
        kinds.append(claim.mode)
    return ", ".join(kinds)


def amount(quantity: Quantity) -> str:
    """A number in words: `at least 12 civilians killed`."""
    return " ".join(part for part in (counted(quantity), _WHAT.get(quantity.what, quantity.what)) if part)


def counted(quantity: Quantity) -> str:
    """A number with whom it counts: `at least 12 civilians`, `no soldiers`, `nobody`."""
    low, high = quantity.min, quantity.max
    if high == 0:
        return f"no {quantity.who}" if quantity.who else "nobody"
    if low is not None and low == high:
        number = f"{low:,}"
    elif low is not None and high is not None:
        number = f"{low:,} to {high:,}"
    else:
        number = f"at least {low:,}" if high is None else f"up to {high:,}"
    return f"{number} {quantity.who}" if quantity.who else number


def told_by(claim: Claim, author: str) -> str:
    """The teller of a claim: `State television → army`; the author where the chain is empty."""
    if not claim.speakers:
        return author
    unresolved = f" {UNRESOLVED}" if "speakers" in claim.unresolved else ""
    return " → ".join(claim.speakers) + unresolved


def on_the_map(where: Where) -> str:
    """A claim's place on the map: `35.93 N, 36.63 E, within 4 km, SY`."""
    if where.latitude is None or where.longitude is None:
        return "not known"
    north, east = ("N" if where.latitude >= 0 else "S"), ("E" if where.longitude >= 0 else "W")
    point = f"{abs(where.latitude):.2f} {north}, {abs(where.longitude):.2f} {east}"
    reach = f", within {where.radius_km:.0f} km" if where.radius_km else ""
    return point + reach + (f", {where.country}" if where.country else "")


def total(shown: int, found: int, noun: str, most: int | None = None) -> str:
    """How many there are and how many are shown: `50 of 12,345 claims`; `most`: so far was counted."""
    if not found:
        return f"No {noun}s"
    words = (
        f"more than {most:,} {noun}s" if most is not None and found > most else f"{found:,} {noun}{'s' * (found != 1)}"
    )
    return words if shown >= found else f"{shown:,} of {words} (--limit N shows more)"
