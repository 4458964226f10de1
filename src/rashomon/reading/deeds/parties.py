"""Whom one deed reaches through another: "condemned the shelling by X", "demanded that X leave"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from rashomon.knowledge.base import load_yaml
from rashomon.reading.deeds.conditions import is_deed_noun
from rashomon.reading.syntax import is_passive, loose_slots, slots, subjects
from rashomon.reading.types import ActorIndex, Deed

_ACTORS = {"person", "group"}
_OWNERS = ("by", "poss", "from", "between", "mod", "of")
_DEPTH = 3
"""Through how many nouns an owner is looked for ("an end to the attacks of X")."""


def settle(deeds: Sequence[Deed], actors: ActorIndex) -> list[Deed]:
    """The deeds, with the parties filled in that a deed shares with a deed that it is about."""
    about = load_yaml("parties.yaml")
    by_head = {d.head.i: d for d in deeds if d.kind in {"event", "control"}}
    for deed in deeds:
        if deed.kind == "appraisal":
            deed.recipients = _once([t for judged in deed.recipients for t in _judged(judged, by_head, actors)])
        if deed.kind != "event":
            continue
        if deed.type in about["judge_doer"]:
            _judge_doer(deed, by_head, actors)
        if deed.type in about["address_doer"]:
            _address_doer(deed, by_head, actors)
        if deed.type in about["address_receiver"]:
            _address_receiver(deed, by_head, about["friendly"] if deed.type == "AGREE" else None)
        if deed.type in about["blaming"]:
            _blame(deed, by_head, about["blamed_for"])
        if deed.type in about["shared"]:
            _share(deed, actors)
        if deed.type in about["strike_owner"]:
            deed.recipients = _struck(deed.recipients, frozenset(about["targets"]), actors)
            _through_purpose(deed, by_head)
            _through_deed(deed, by_head)
    return [d for d in deeds if not _is_aim(d, by_head)]


def _is_aim(deed: Deed, by_head: Mapping[int, Deed]) -> bool:
    """Whether a deed is what a campaign is for ("a campaign to **defeat** X"): the campaign is the deed."""
    noun = deed.head.head
    campaign = by_head.get(noun.i)
    if campaign is None or deed.kind != "event" or deed.head.dep_ not in {"acl", "relcl"} or noun.pos_ != "NOUN":
        return False
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in deed.head.children)
    return infinitive and campaign.type == deed.type and campaign.kind == "event"


def doers(token: Token, by_head: Mapping[int, Deed], actors: ActorIndex, depth: int = _DEPTH) -> list[Token]:
    """Who is behind what a noun or verb names: the doer of a deed, the owner of a plan, whoever a clause is about."""
    if token.i in by_head and by_head[token.i].agents:
        return list(by_head[token.i].agents)
    if token.pos_ in {"VERB", "AUX"}:
        return [t for t in subjects(token) if actors.mention_at(t) is not None]
    found = slots(token)
    deed = is_deed_noun(token)
    for slot in _OWNERS:
        owners = [t for t in found.get(slot, ()) if _owns(t, slot, actors)]
        if owners and not (deed and slot == "of"):
            return owners
    for clause in found.get("clause", ()):
        if clause.dep_ in {"acl", "ccomp"} and (own := _own_subjects(clause)):
            return [t for t in own if actors.category(t) in _ACTORS]
    if depth:
        for slot in ("of", "to", "in", "into", "for"):
            for inner in found.get(slot, ()):
                if inner.pos_ in {"NOUN", "PROPN"} and (reached := doers(inner, by_head, actors, depth - 1)):
                    return reached
    return []


def _owns(token: Token, slot: str, actors: ActorIndex) -> bool:
    named = token.pos_ in {"PROPN", "PRON"} and slot in {"by", "poss"} and token.ent_type_ != "DATE"
    return named or actors.category(token) in _ACTORS


def _own_subjects(clause: Token) -> list[Token]:
    if any(c.dep_ in {"nsubj", "nsubjpass"} for c in clause.children):
        return subjects(clause)
    return []


def _judge_doer(deed: Deed, by_head: Mapping[int, Deed], actors: ActorIndex) -> None:
    """Who judges or turns down a deed, a plan or a word judges whoever is behind it."""
    settled: list[Token] = []
    own = {t.i for t in deed.agents}
    found = slots(deed.head)
    slots_of_judged = ("of", "for", "against", "to") if deed.head.pos_ == "NOUN" else ("finite", "obj")
    judged = [] if _signs(deed) else next((list(found[s]) for s in slots_of_judged if found.get(s)), [])
    given = deed.recipients or judged
    for token in given:
        if _is_party(token, actors) or actors.category(token) == "place":
            settled.extend([token] if deed.recipients else [])
        else:
            behind = [t for t in doers(token, by_head, actors) if t.i not in own]
            settled.extend(behind or ([token] if token.i in by_head else []))
    deed.recipients = _once(settled)


def _signs(deed: Deed) -> bool:
    """Whether the sense is one of those that judge nobody ("signed an accord")."""
    return any(f":{name}/" in deed.entry for name in load_yaml("parties.yaml")["judging_nobody"])


def _judged(token: Token, by_head: Mapping[int, Deed], actors: ActorIndex) -> list[Token]:
    """Whom an appraisal judges: the bearer of the name beside it, or whoever is behind a deed or a thing."""
    named = [c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i == token.i + 1]
    if named and token.pos_ == "NOUN":
        return named
    if token.pos_ != "NOUN" or actors.category(token) in _ACTORS:
        return [token]
    return doers(token, by_head, actors, 0) or [token]


def _address_doer(deed: Deed, by_head: Mapping[int, Deed], actors: ActorIndex) -> None:
    """Who demands a deed asks it of whoever is to do it."""
    if any(_is_party(t, actors) for t in deed.recipients):
        return
    own = {t.i for t in deed.agents}
    found = slots(deed.head)
    for wanted in (*found.get("clause", ()), *found.get("obj", ()), *found.get("for", ())):
        reached = [t for t in doers(wanted, by_head, actors) if t.i not in own and _is_party(t, actors)]
        if reached:
            deed.recipients = _once(reached)
            return
    deed.recipients = [t for t in deed.recipients if not is_deed_noun(t)]


def _is_party(token: Token, actors: ActorIndex) -> bool:
    if token.pos_ not in {"NOUN", "VERB", "AUX"} or actors.category(token) in _ACTORS or actors.reciprocal(token):
        return True
    bare = all(c.dep_ in {"det", "punct"} for c in token.children) and not is_deed_noun(token)
    return bare and any(r.category in _ACTORS for r in actors.referents(token))  # "the latter"


def _address_receiver(deed: Deed, by_head: Mapping[int, Deed], kinds: Sequence[str] | None) -> None:
    """A threat or a promise is made to whoever the deed is to reach. `kinds`: types of deeds that count."""
    if deed.recipients:
        return
    own = {t.i for t in deed.agents}
    found = slots(deed.head)
    for slot in ("clause", "obj", "to", "of", "with"):
        for promised in found.get(slot, ()):
            other = by_head.get(promised.i)
            if other is None or other is deed or (kinds is not None and other.type not in kinds):
                continue
            if reached := [t for t in other.recipients if t.i not in own]:
                deed.recipients = _once(reached)
                return


def _blame(deed: Deed, by_head: Mapping[int, Deed], slots_of_blame: Sequence[str]) -> None:
    """Who is accused of or sentenced for a deed did it, by that account."""
    found, loose = slots(deed.head), loose_slots(deed.head)
    for slot in slots_of_blame:
        for blamed_for in (*found.get(slot, ()), *loose.get(slot, ())):
            other = by_head.get(blamed_for.i)
            if other is not None and other is not deed and not other.agents:
                victims = {t.i for t in other.recipients}
                other.agents = [t for t in deed.recipients if t.i not in victims and t.i != blamed_for.i]


def _share(deed: Deed, actors: ActorIndex) -> None:
    """Who says or does something after or in talks with somebody took part in them."""
    preposition = deed.head.head
    if deed.agents or not deed.recipients or deed.head.dep_ != "pobj" or preposition.head.pos_ != "VERB":
        return
    others = {t.i for t in deed.recipients}
    if not is_passive(preposition.head):
        deed.agents = [t for t in subjects(preposition.head) if t.i not in others and _is_party(t, actors)]


def _struck(recipients: list[Token], targets: frozenset[str], actors: ActorIndex) -> list[Token]:
    """Whose positions are struck is struck himself."""
    found: list[Token] = []
    for token in recipients:
        owners: list[Token] = []
        if token.lemma_.lower() in targets:
            own = slots(token)
            owners = next(
                (fit for s in ("poss", "mod", "of") if (fit := [t for t in own.get(s, ()) if _names_body(t, actors)])),
                [],
            )
        found.extend(owners or [token])
    return _once(found)


def _names_body(token: Token, actors: ActorIndex) -> bool:
    return actors.category(token) in _ACTORS and bool(actors.referents(token))


def _through_purpose(deed: Deed, by_head: Mapping[int, Deed]) -> None:
    """A campaign to defeat somebody is against him; one to free a place, against whoever loses it."""
    if deed.recipients or deed.head.pos_ != "NOUN":
        return
    for aim in slots(deed.head).get("clause", ()):
        other = by_head.get(aim.i)
        if other is not None and (other.kind == "control" or other.type == deed.type):
            own = {t.i for t in deed.agents}
            deed.recipients = [t for t in (other.recipients or other.from_) if t.i not in own]
            return


def _through_deed(deed: Deed, by_head: Mapping[int, Deed]) -> None:
    """Who is killed in a raid is killed by the raiders."""
    if deed.agents or deed.head.pos_ != "VERB" or not is_passive(deed.head):
        return
    for slot in ("in", "during"):
        for means in slots(deed.head).get(slot, ()):
            other = by_head.get(means.i)
            if other is not None and other.type == deed.type and other.agents:
                victims = {t.i for t in deed.recipients}
                deed.agents = [t for t in other.agents if t.i not in victims]
                return


def _once(tokens: Sequence[Token]) -> list[Token]:
    found: list[Token] = []
    for token in tokens:
        if all(token.i != other.i for other in found):
            found.append(token)
    return found
