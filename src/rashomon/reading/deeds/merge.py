"""One deed in several words is one: "the strike hit a depot", "killed and injured"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from rashomon.knowledge.base import load_yaml
from rashomon.reading.deeds.conditions import is_deed_noun
from rashomon.reading.syntax import is_passive, slots, subjects
from rashomon.reading.syntax.words import words
from rashomon.reading.types import ActorIndex, Deed

_VIOLENT = "ASSAULT"


def merged(deeds: Sequence[Deed], actors: ActorIndex) -> list[Deed]:
    """The deeds, with what belongs to one deed put together."""
    found = _with_effects(list(deeds))
    found = _doubled(found)
    for deed in found:
        through_means(deed, actors)
    return found


def _with_effects(deeds: list[Deed]) -> list[Deed]:
    """In "the strike killed two" the deed is the strike, its victims added; "hit by a blast" is the hit, done by
    whoever is behind the blast."""
    by_head = {d.head.i: d for d in deeds if d.type == _VIOLENT and d.head.pos_ == "NOUN"}
    dropped: set[int] = set()
    for deed in deeds:
        if deed.type != _VIOLENT or deed.head.pos_ != "VERB":
            continue
        doers = deed.agents or slots(deed.head).get("subj", [])
        cause = next((by_head[t.i] for t in doers if t.i in by_head), None)
        if cause is None or cause.head.i in dropped or cause is deed:
            continue
        if is_passive(deed.head) or not _same_sentence(cause.head, deed.head):
            deed.agents = list(cause.agents)
            deed.mode = deed.mode or cause.mode
            if _same_sentence(cause.head, deed.head):
                dropped.add(cause.head.i)
        else:
            known = {t.i for t in cause.recipients}
            cause.recipients = cause.recipients + [t for t in deed.recipients if t.i not in known]
            dropped.add(deed.head.i)
    return [d for d in deeds if d.head.i not in dropped]


def _same_sentence(first: Token, second: Token) -> bool:
    return bool(first.sent.start == second.sent.start)


def through_means(deed: Deed, actors: ActorIndex) -> None:
    """In "US aid helps" the US acts: behind a thing or deed stands its owner, or nobody."""
    if deed.kind not in {"event", "control"}:
        return
    for role in (deed.agents, deed.to):
        for token in list(role):
            _put(role, token, _behind(token, deed.head, actors))
    for role in (deed.from_, deed.recipients):
        for token in list(role):
            gripped = deed.kind == "control" and token.lemma_.lower() in load_yaml("worth.yaml")["grip"]
            if gripped or (role is deed.from_ and _only_speaks(token, deed.head)):
                owners = _owners(token, actors)
                _put(role, token, owners if owners or gripped else None)


def _put(role: list[Token], token: Token, others: list[Token] | None) -> None:
    """Puts others in the place of a token; None leaves it there."""
    if others is not None:
        at = role.index(token)
        role[at : at + 1] = others


def _behind(token: Token, verb: Token, actors: ActorIndex) -> list[Token] | None:
    """Who acts through a thing, a deed or a mouthpiece: [] if nobody is named, None if it acts itself."""
    lemma, parties = token.lemma_.lower(), load_yaml("parties.yaml")
    if lemma in parties["arms"]:
        owned = _owners(token, actors) or _movers(token, actors)
        owned = owned or [t for t in slots(token).get("mod", ()) if t.pos_ in {"PROPN", "ADJ"}]
        return None if owned else []
    means = _is_means(token, actors)
    if not (means or lemma in parties["acts_of_bodies"] or _only_speaks(token, verb)):
        return None
    owners = _owners(token, actors) or _movers(token, actors)
    return owners if owners or means else None


def _movers(token: Token, actors: ActorIndex) -> list[Token]:
    """Who adopted a resolution: the subject of its verb, here or where it was first named."""
    lemma = token.lemma_.lower()
    if lemma not in load_yaml("parties.yaml")["acts_of_bodies"]:
        return []
    for named in [token, *(t for t in token.doc[: token.i] if t.lemma_.lower() == lemma)]:
        verb = named.head
        if named.dep_ == "dobj" and verb.pos_ == "VERB":
            movers = [t for t in subjects(verb) if actors.category(t) in {"person", "group"}]
            if movers:
                return movers
    return []


def _is_means(token: Token, actors: ActorIndex) -> bool:
    if token.pos_ != "NOUN" or actors.category(token) in {"person", "group"}:
        return False
    return is_deed_noun(token) or token.lemma_.lower() in load_yaml("worth.yaml")["means"]


def _only_speaks(token: Token, verb: Token) -> bool:
    """Whether a spokesman is the doer only because he denies or admits it: "a Heron spokesman denied losing it"."""
    return token.lemma_.lower() in load_yaml("worth.yaml")["mouthpieces"] and token.head != verb


def _owners(token: Token, actors: ActorIndex) -> list[Token]:
    found = slots(token)
    for slot in ("by", "poss", "mod", "from", "of", "for"):
        owners = [t for t in found.get(slot, ()) if actors.category(t) in {"person", "group"}]
        if owners:
            return owners
    return []


def _doubled(deeds: list[Deed]) -> list[Deed]:
    """As in "killed and injured", "degrade and defeat": two verbs of one sense over one object are one trigger."""
    found: list[Deed] = []
    for deed in deeds:
        last = found[-1] if found else None
        if last is not None and _one_in_two_words(last, deed):
            found[-1] = replace(
                last, end=deed.end, agents=last.agents or deed.agents, recipients=deed.recipients or last.recipients
            )
        else:
            found.append(deed)
    return found


def _one_in_two_words(first: Deed, second: Deed) -> bool:
    if (first.kind, first.type, first.mode) != (second.kind, second.type, second.mode) or first.kind != "event":
        return False
    head = second.head
    if head.dep_ != "conj" or head.head.i != first.head.i or second.start - first.end != 1:
        return False
    if head.doc[first.end].dep_ != "cc" or head.doc[first.end].lower_ not in words("joining"):
        return False
    return {t.i for t in first.recipients} <= {t.i for t in second.recipients} or not second.recipients
