"""What one claim leaves open and another claim of the same document says.

A passive without an agent takes the agent of the same deed told elsewhere by the same teller; a place
that is taken without a word from whom is taken from the one who, by the same account, holds it or is
the only adversary; who takes credit for a deed did it; who is judged for a deed is its doer. Nothing is
carried from one teller's account into another's. Such values carry a low raw score and say where they come from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from rashomon.knowledge.base import load_yaml
from rashomon.model import Claim, Control, Evidence

_CARRIED = 0.35
"""Raw score of a value that stands in another claim."""

_NEAR = 400
"""Within how many code points after a deed somebody takes credit for it."""

_FORCE = {"ASSAULT", "COERCE"}


def complete(claims: Sequence[Claim], bodies: frozenset[str]) -> list[Claim]:
    """The claims with what they leave open filled in from each other. `bodies`: names of groups."""
    found = _with_credit(claims)
    found = [_with_agent(c, found) for c in found]
    found = [_through_deed(c, found) for c in found]
    found = [_with_gainer(c, found) for c in found]
    enemies = {speakers: _adversary(found, bodies, speakers) for speakers in {c.speakers for c in found}}
    return [_with_loser(c, found, enemies[c.speakers]) for c in found]


def _with_credit(claims: Sequence[Claim]) -> list[Claim]:
    """Who takes credit for a deed told just before, by nobody named, did it; his claim is about its victims."""
    classes = tuple(f":{name}/" for name in load_yaml("parties.yaml")["taking_credit"])
    found = list(claims)
    for at, claim in enumerate(claims):
        if not claim.agents or not any(e.entry and any(c in e.entry for c in classes) for e in claim.evidence):
            continue
        for before in reversed(range(at)):
            other = found[before]
            if claim.start - other.end > _NEAR:
                break
            if other.kind == "event" and other.type == claim.type and other.factuality == "happened":
                if not other.agents and not set(claim.agents) & set(other.recipients):
                    found[before] = _filled(
                        other, {"agents": claim.agents}, "agents", claim.agents, "takes credit for it"
                    )
                if not claim.recipients and found[before].agents == claim.agents and other.recipients:
                    changed = {"recipients": other.recipients}
                    found[at] = _filled(
                        claim, changed, "recipients", other.recipients, "victims of what he takes credit for"
                    )
                break
    return found


def _through_deed(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """A judgement of a deed is one of whoever did it, by this or another sentence."""
    judging = claim.kind == "appraisal"
    if not judging and claim.type not in load_yaml("parties.yaml")["judge_doer"]:
        return claim
    recipients: list[str] = []
    for name in claim.recipients:
        starts = {e.start for e in claim.evidence if e.field == "recipients" and e.value == name}
        deeds = [c for c in claims if c is not claim and c.kind in {"event", "control"} and _begun(c, starts)]
        doers = [a for c in deeds for a in c.agents if a not in claim.agents]
        recipients.extend(r for r in (doers or ([name] if judging or not deeds else [])) if r not in recipients)
    if tuple(recipients) == claim.recipients:
        return claim
    return _filled(claim, {"recipients": tuple(recipients)}, "recipients", tuple(recipients), "did what is judged")


def _begun(claim: Claim, starts: Collection[int]) -> bool:
    return any(claim.start <= start < claim.end for start in starts)


def _with_agent(claim: Claim, claims: Sequence[Claim]) -> Claim:
    if claim.agents or claim.kind != "event" or claim.type not in _FORCE or "agents" in claim.unresolved:
        return claim
    candidates = {c.agents for c in claims if c.agents and _same_deed(claim, c)}
    if len(candidates) != 1:
        return claim
    agents = candidates.pop()
    if set(agents) & set(claim.recipients):
        return claim
    return _filled(claim, {"agents": agents}, "agents", agents, "the same deed told elsewhere in the document")


def _same_deed(first: Claim, second: Claim) -> bool:
    """Whether two claims of one document speak of one deed.

    Both must be told alike, as having happened, in one sense and at no different place or time, of the
    same victims in the same word: who was shot in one town says nothing about who was shot in another.
    """
    if first is second or (first.kind, first.type, first.speakers) != (second.kind, second.type, second.speakers):
        return False
    if first.factuality != "happened" or second.factuality != "happened":
        return False
    for field in ("mode", "place", "when"):
        one, other = getattr(first, field), getattr(second, field)
        if one and other and one != other:
            return False
    if first.trigger.lower() != second.trigger.lower() and not first.place:
        return False
    if first.recipients:
        return set(first.recipients) == set(second.recipients)
    return bool(first.place) and first.place == second.place and first.trigger.lower() == second.trigger.lower()


def _adversary(claims: Sequence[Claim], bodies: frozenset[str], speakers: tuple[str, ...]) -> str | None:
    """The one body that force is used against by one teller's account, if there is only one."""
    struck: Counter[str] = Counter()
    for claim in claims:
        if claim.speakers == speakers and claim.type in _FORCE and claim.factuality != "not":
            struck.update(r for r in claim.recipients if r in bodies)
    if not struck:
        return None
    (name, count), *others = struck.most_common(2)
    return name if not others or count >= 3 * others[0][1] else None


def _with_gainer(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """A place that is taken by nobody named is taken by the only one who takes it by the same account."""
    control = claim.control
    if control is None or control.holds or claim.type != "COERCE" or control.to is not None or claim.agents:
        return claim
    takers = {
        (c.agents, c.control.to)
        for c in claims
        if c.control is not None and c.control.to and c.control.place == control.place and c.agents
        if c.type == "COERCE" and c.speakers == claim.speakers and c.control.to != control.from_
    }
    if len(takers) != 1:
        return claim
    agents, gainer = takers.pop()
    changed = {"agents": agents, "control": Control(place=control.place, from_=control.from_, to=gainer, holds=False)}
    return _filled(claim, changed, "control.to", (str(gainer),), "takes the place by the same account")


def _with_loser(claim: Claim, claims: Sequence[Claim], enemy: str | None) -> Claim:
    control = claim.control
    if control is None or control.holds or claim.type != "COERCE" or control.from_ is not None:
        return claim
    loser, rule = _holder(claim, claims), "holds the place by the same account"
    if loser is None:
        loser, rule = enemy, "the only adversary by the same account"
    if loser is None or loser in claim.agents or loser == control.to or loser in (control.to or "").split(" and "):
        return claim
    changed: dict[str, object] = {
        "control": Control(place=control.place, from_=loser, to=control.to, holds=False),
        "recipients": claim.recipients or (loser,),
    }
    return _filled(claim, changed, "control.from", (loser,), rule)


def _holder(claim: Claim, claims: Sequence[Claim]) -> str | None:
    """Who holds or took the place, by a claim of the same teller before or after."""
    assert claim.control is not None
    holders = {
        c.control.to
        for c in claims
        if c is not claim and c.control is not None and c.control.to and c.control.place == claim.control.place
        if c.factuality == "happened" and c.speakers == claim.speakers and c.control.to != claim.control.to
        if c.control.holds or claim.control.to
    }
    return holders.pop() if len(holders) == 1 else None


def _filled(claim: Claim, changed: Mapping[str, object], field: str, names: tuple[str, ...], rule: str) -> Claim:
    evidence = tuple(Evidence(field=field, value=name, score=_CARRIED, rule=rule) for name in names)
    return claim.model_copy(update={**changed, "evidence": claim.evidence + evidence})
