"""The ties that one claim draws between actors: who stands with whom, who against whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from rashomon.knowledge.deeds import symmetric_entries
from rashomon.knowledge.plover import tie_of
from rashomon.model import Claim, Sign

_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})


@dataclass(frozen=True)
class Pairing:
    """A claimed tie of two actors: friendly (`+`) or hostile (`-`). `one` < `other`: ties have no direction."""

    one: str
    other: str
    sign: Sign


def pairings(claim: Claim) -> tuple[Pairing, ...]:
    """The signed ties that a claim draws, each once; none unless its teller says that it is so.

    What is denied, possible, planned, demanded or supposed draws no tie, nor does an appraisal.
    """
    sign = sign_of(claim)
    if sign is None or claim.factuality != "happened" or claim.negated:
        return ()
    pairs = {(min(pair), max(pair)) for pair in ends(claim) if pair[0] != pair[1]}
    return tuple(Pairing(one, other, sign) for one, other in sorted(pairs))


def sign_of(claim: Claim) -> Sign | None:
    """How a claim, were it so, has its actors stand to each other: `+` or `-`; None if it does not tell.

    A relation has a sign of its own; a deed has that of its type (PLOVER's quad classes: see
    `rashomon.knowledge.plover`): a town handed over is a friendly deed, a town taken from somebody a hostile one.
    """
    if claim.kind == "relation":
        sign = claim.sign
    elif claim.kind == "appraisal" or claim.type is None:
        return None
    else:
        sign = tie_of(claim.type)
    return None if sign == "0" else sign


def ends(claim: Claim) -> Iterator[tuple[str, str]]:
    """The pairs between whom a claim's tie or deed lies, by the names that it uses."""
    if claim.control and claim.control.from_ and claim.control.to:
        yield claim.control.from_, claim.control.to
    if claim.recipients:
        yield from product(claim.agents, claim.recipients)
    elif len(claim.agents) > 1 and _is_mutual(claim):
        yield from combinations(claim.agents, 2)


def _is_mutual(claim: Claim) -> bool:
    """Whether several agents act on one another ("A and B clashed"), not together on others ("A and B bombed")."""
    if claim.kind == "relation" or claim.type in _MUTUAL:
        return True
    entries = {evidence.entry for evidence in claim.evidence if evidence.field == "type"}
    return not entries.isdisjoint(symmetric_entries())
