"""What one claim says of pairs of actors, by the names that it uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from rashomon.analysis.relations.belonging import is_belonging
from rashomon.analysis.relations.inferring import beside, partners
from rashomon.analysis.relations.types import How, Standing
from rashomon.comparing.places import spots
from rashomon.comparing.ties import ends, sign_of
from rashomon.knowledge.base import load_yaml
from rashomon.model import Claim, Place, Reading, Sign

_TOGETHER = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST", "AID", "RETREAT"})
_STANDING: dict[str, Standing] = {
    "happened": "said",
    "not": "denied",
    "possible": "possible",
    "future": "meant",
    "demanded": "demanded",
    "hypothetical": "supposed",
}
_BROAD = {"country", "continent", "sea", "ocean"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A tie, or what is no tie but says something of two, between two names of a document."""

    one: str
    other: str
    sign: Sign
    how: How


def drawn(reading: Reading, claim: Claim) -> Iterator[Drawn]:
    """What a claim, were it so, says of pairs: each pair and sign once.

    Deeds and ties as `comparing.ties` has them. Several who do something to others, or somebody who does it "alongside"
    somebody, do it together: a friendly tie. A request is no tie; appraisals draw none: what a teller thinks of
    somebody is his word, not a deed.
    """
    if claim.kind == "appraisal":
        return
    sign = sign_of(claim)
    known = {actor.name for actor in reading.actors}
    agents = tuple(one for name in claim.agents for one in _each(name, known))
    asked = claim.type == "REQUEST" or (claim.kind == "relation" and sign is None)
    seen: set[tuple[str, str]] = set()
    if sign is not None or asked:
        how = _how(claim)
        for one, other in (
            pair for joined in ends(claim) for pair in product(*(_each(name, known) for name in joined))
        ):
            pair = (min(one, other), max(one, other))
            if one != other and pair not in seen:
                seen.add(pair)
                yield Drawn(*pair, sign=sign or "0", how=how if sign else "demand")
    if (named := partners(reading, claim)) is not None:
        yield Drawn(*named, sign=sign or "0", how="named")
    if claim.kind == "event":
        for one, other in product(agents, beside(reading, claim)):
            if one != other and (min(one, other), max(one, other)) not in seen:
                yield Drawn(min(one, other), max(one, other), "+", "together")
    if claim.kind != "relation" and claim.recipients and claim.type in _TOGETHER:
        for one, other in combinations(sorted(set(agents)), 2):
            if (one, other) not in seen:
                yield Drawn(one, other, "+", "together")


def _each(name: str, known: set[str]) -> list[str]:
    """Those whom a name joins: the side of a hand-over may be "A and B".

    Of "the army of A and the B", taken for one, B is apart if the document speaks of B elsewhere.
    """
    if name not in known:
        return name.split(" and ")
    first, joint, last = name.rpartition(" and ")
    bare = last.removeprefix("the ")
    return [first, bare] if joint and bare in known and (bare != last or first in known) else [name]


def standing(claim: Claim) -> Standing:
    """How a claim stands."""
    if claim.negated and claim.factuality == "happened":
        return "denied"
    found = _STANDING[claim.factuality]
    return "disowned" if found == "said" and claim.endorsement == "rejects" else found


def place_of(reading: Reading, claim: Claim) -> tuple[str | None, str | None]:
    """Where a claim lies, as it says it, and the key of that place."""
    name = (claim.control.place if claim.control else None) or claim.place
    if name is None:
        return None, None
    for spot in spots(reading, claim):
        if spot.shown == name:
            return name, spot.key
    known = next((place for place in reading.places if place.name == name), None)
    return name, (known.known_as if known else None) or f"name:{name.casefold()}"


def place_in_words(reading: Reading, claim: Claim) -> str | None:
    """The one place, no country nor sea, that a claim's words name; None if there are several or none."""
    named = {place.name for place in reading.places if not _is_broad(place) and _named_in(place, claim)}
    return next(iter(named)) if len(named) == 1 else None


def _is_broad(place: Place) -> bool:
    return place.kind in _BROAD or not any(map(str.isupper, place.name))


def _named_in(place: Place, claim: Claim) -> bool:
    return any(claim.quote_start <= span.start and span.end <= claim.quote_end for span in place.mentions)


def _how(claim: Claim) -> How:
    if claim.kind == "relation":
        return "belonging" if is_belonging(claim) else "tie"
    quad = load_yaml("plover.yaml")["types"][claim.type]["quad"] if claim.type else 2
    return "words" if quad in (1, 3) else "deed"
