"""Who fills the roles of a sense: slots tried in the order of the frame, each filler fit for its role."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.classes import in_class
from rashomon.knowledge.deeds import ROLES, Frame, Sense
from rashomon.reading.deeds.light import Support
from rashomon.reading.syntax.slots import Slots
from rashomon.reading.types import ActorIndex

Roles = dict[str, list[Token]]

_NO_ACTOR = ("$time", "$abstract", "$money", "$weather")


def assign(sense: Sense, strict: Slots, loose: Slots, carrier: Support | None, actors: ActorIndex) -> Roles:
    """Role -> head tokens. A slot fills agent or recipient, not both; control roles may share slots."""
    roles: Roles = {role: [] for role in ROLES}
    used: set[str] = set()
    frame = sense.frame
    poss = bool(strict.get("poss")) and sense.part == "noun"
    for role in ("agent", "recipient"):
        _fill(roles, role, [s for s in frame.get(role, ()) if s != "poss" or not poss], strict, used, actors)
    if poss:
        _fill_poss(roles, sense, strict, actors)
    if carrier is not None:
        _from_carrier(roles, carrier, frame, actors)
    for role in ("agent", "recipient"):
        if not roles[role]:
            loosely = [s for s in frame.get(role, ()) if not s.endswith("!")]
            _fill(roles, role, loosely, loose, used, actors)
    for role in ("place", "loser", "gainer"):
        for slots in (strict, loose):
            if not roles[role]:
                _fill(roles, role, list(frame.get(role, ())), slots, set(), actors)
    owned = poss and "poss" in frame.get("gainer", ()) and "poss" in frame.get("agent", ())
    if sense.kind == "control" and owned and not roles["gainer"]:
        roles["gainer"] = list(roles["agent"])
    if sense.kind == "control" and carrier is not None and not roles["gainer"]:
        if set(frame.get("gainer", ())) & set(frame.get("agent", ())):
            roles["gainer"] = list(roles["agent"])
        if not roles["loser"] and set(frame.get("loser", ())) & set(frame.get("agent", ())):
            roles["loser"] = list(roles["agent"])
    return roles


def _fill(roles: Roles, role: str, names: list[str], slots: Slots, used: set[str], actors: ActorIndex) -> None:
    for name in (n.removesuffix("!") for n in names):
        if name in used:
            continue
        fit = [t for t in slots.get(name, ()) if fits(t, role, name, actors)]
        if fit:
            roles[role] = fit
            used.add(name)
            return


def _fill_poss(roles: Roles, sense: Sense, strict: Slots, actors: ActorIndex) -> None:
    """Whose attack: the possessor is agent or recipient, whichever a by- or of-phrase left open."""
    takers = [r for r in ("agent", "recipient") if "poss" in sense.frame.get(r, ()) and not roles[r]]
    if len(takers) == 2:
        takers = [sense.poss_alone]
    taken = sense.kind == "control" and bool(strict.get("of"))
    acts = taken or bool(roles["recipient"]) or sense.type in load_yaml("parties.yaml")["places_act"]
    for role in takers:
        roles[role] = [t for t in strict["poss"] if fits(t, role, "poss", actors) or (acts and t.pos_ == "PROPN")]


def _from_carrier(roles: Roles, carrier: Support, frame: Frame, actors: ActorIndex) -> None:
    used: set[str] = set(carrier.light.noun)
    for role in ("agent", "recipient"):
        if not roles[role] and (frame.get(role) or role == "agent"):
            _fill(roles, role, list(carrier.light.roles.get(role, ())), carrier.slots, used, actors)


def fits(token: Token, role: str, slot: str, actors: ActorIndex) -> bool:
    """Whether a phrase can play a role at all: no time, no abstraction, no clause, no empty "it"."""
    if token.pos_ in {"VERB", "AUX", "ADP", "SCONJ", "PUNCT", "PART"} and actors.mention_at(token) is None:
        return False
    if slot == "headline":  # "3 May, Orm. Taken by": the parser may take all of it for a date
        return True
    if token.dep_ == "expl" or token.ent_type_ in {"DATE", "TIME", "PERCENT", "MONEY"}:
        return False
    if token.pos_ in {"NOUN", "ADJ", "ADV", "NUM"} and role != "place":
        lemma = token.lemma_
        if any(in_class(lemma, name) for name in _NO_ACTOR) and actors.category(token) not in {
            "person",
            "group",
        }:
            return False
    category = actors.category(token)
    if slot == "of" and role == "agent":
        return category in {"person", "group", "unknown"}
    if slot == "mod":
        return category in {"person", "group"} or (role == "place" and category == "place")
    if role in {"agent", "gainer", "loser"} and slot == "poss":
        return category != "place" or token.pos_ == "PRON"
    if role == "place":
        mention = actors.mention_at(token)
        named = mention is not None and mention.form == "name" and category != "person"
        if token.pos_ == "NOUN" and (in_class(token.lemma_, "facility") or in_class(token.lemma_, "place")):
            return True
        return named or category in {"place", "thing", "unknown"} or token.pos_ in {"PROPN", "PRON"}
    return True
