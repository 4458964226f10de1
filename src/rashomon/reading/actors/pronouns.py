"""Whom a pronoun stands for: candidates on the trail, weighed."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.knowledge.deeds import fold, senses
from rashomon.model import Alternative
from rashomon.reading.actors.context import context
from rashomon.reading.actors.entities import Registry
from rashomon.reading.actors.mentions import pronoun_class
from rashomon.reading.actors.trail import Answer, Record, Trail, governor, role_of
from rashomon.reading.actors.words import lemma, mapping, sort_of, words
from rashomon.reading.syntax import subjects
from rashomon.reading.types import Telling

_BACK = 4
_ENOUGH = -1.5
_ROLES = {"subject": 1.0, "object": 0.35, "agent": 0.5, "owner": 0.3, "modifier": -0.8, "other": 0.0}
_FORMS = {"name": 0.3, "pronoun": 0.5, "nominal": 0.0, "set": 0.4}


def resolve_pronoun(token: Token, trail: Trail, registry: Registry, source: tuple[int, ...]) -> Answer | None:
    """The best candidate for a third-person pronoun. `source`: who tells what it stands in, if known."""
    kind = pronoun_class(token)
    if kind is None or kind in {"i", "we", "you"} or _empty(token) or _what_was_said(token):
        return None
    telling = trail.telling(token)
    weighed: dict[tuple[int, ...], float] = {}
    for record in trail.before(token, _BACK):
        if not _agrees(kind, record, registry) or _bound(token, record, trail) or not record.entities:
            continue
        weight = _weigh(token, kind, record, trail, registry, telling, source)
        if weight > weighed.get(record.entities, -99.0):
            weighed[record.entities] = weight
    if kind == "they":
        for pair, weight in _met(token, trail, registry):
            weighed[pair] = max(weight, weighed.get(pair, -99.0))
    if not weighed:
        return None
    gender = mapping("pronouns")[kind].get("gender")
    ordered = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))
    best, weight = ordered[0]
    if weight < _ENOUGH:
        return None
    if gender is not None and len(best) == 1 and registry[best[0]].gender is None:
        registry[best[0]].gender = gender
    lead = weight - ordered[1][1] if len(ordered) > 1 else 2.0
    score = round(max(0.3, min(0.95, 0.55 + 0.2 * lead)), 2)
    others = tuple(
        Alternative(
            value=" and ".join(registry[e].name for e in ids),
            score=round(max(0.05, score - 0.2 * (weight - other)), 2),
            why="other candidate",
        )
        for ids, other in ordered[1:3]
    )
    return Answer(best, score, f"pronoun “{token.text}”", others)


def _met(token: Token, trail: Trail, registry: Registry) -> Iterator[tuple[tuple[int, ...], float]]:
    """Two of one sort who had to do with each other in the last sentence: "Prenn met Voss. They agreed"."""
    here = trail.sentence_of[token.i]
    last = [r for r in trail.before(token, 1) if r.sentence == here - 1 and len(r.entities) == 1 and not r.plural]
    for category in ("person", "group"):
        own = [r for r in last if r.category == category and r.role != "modifier"]
        subjects_ = [r for r in own if r.role == "subject"]
        others = [r for r in own if r.role in {"object", "other"} and governor(trail.doc[r.head]) is not None]
        if (
            len(subjects_) == 1
            and others
            and others[0].entities != subjects_[0].entities
            and role_of(token) == "subject"
        ):
            symmetric = governor(trail.doc[others[0].head]) == governor(trail.doc[subjects_[0].head])
            if symmetric and (category == "person" or trail.doc[others[0].head].dep_ == "pobj"):
                yield (*subjects_[0].entities, *others[0].entities), 0.6


def _empty(token: Token) -> bool:
    """Whether "it" stands for nothing: "it is said that", "it remains unclear whether"."""
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    verb = token.head
    if token.dep_ not in {"nsubj", "nsubjpass"} or verb.pos_ not in {"VERB", "AUX"}:
        return False
    clauses = [
        c for c in verb.children if c.dep_ in {"ccomp", "csubj", "xcomp", "advcl", "acl", "csubjpass"} and c.i > verb.i
    ]
    copular = verb.pos_ == "AUX" or verb.lemma_ in {"be", "remain", "seem", "appear", "become"}
    passive = token.dep_ == "nsubjpass" and verb.lemma_ in words("impersonal")
    predicate = [c for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"}]
    inner = [c for p in predicate for c in p.children if c.dep_ in {"ccomp", "csubj", "xcomp", "acl", "relcl", "advcl"}]
    if copular and predicate and (clauses or inner):
        return all(p.pos_ in {"ADJ", "NOUN", "PROPN", "ADV"} for p in predicate)
    finite = any(
        g.dep_ in {"nsubj", "nsubjpass"} and g.i < c.i for c in clauses for g in c.children if c.dep_ in {"ccomp"}
    )
    return (passive and finite) or (verb.lemma_ in {"seem", "appear", "happen"} and bool(clauses))


def _what_was_said(token: Token) -> bool:
    """Whether "it" takes up what was said or done: "the governor denied it"."""
    return token.lower_ == "it" and token.dep_ == "dobj" and token.head.lemma_.lower() in words("propositional")


def _agrees(kind: str, record: Record, registry: Registry) -> bool:
    entry = mapping("pronouns")[kind]
    if record.category not in entry["of"] and record.category != "unknown":
        return False
    if kind in {"he", "she"}:
        if record.plural or len(record.entities) != 1:
            return False
        return registry[record.entities[0]].gender in {None, entry["gender"]}
    if kind == "it":
        return not record.plural and len(record.entities) == 1
    if record.category == "person" and not record.plural and len(record.entities) == 1:
        return False
    return record.plural or len(record.entities) > 1 or record.category == "group"


def _bound(token: Token, record: Record, trail: Trail) -> bool:
    """Whether grammar rules a candidate out: same clause's other argument, or a phrase around the pronoun."""
    reflexive = token.lower_ in words("reflexive")
    if record.start <= token.i <= record.head and record.form == "nominal":
        return True
    other = trail.doc[record.head]
    if record.form == "nominal" and other.dep_ == "attr" and other.head.lemma_ == "be":
        return True  # what somebody is called is not spoken of: "Larik is the butcher. He ..."
    owner = role_of(token) == "owner"
    if owner and _within(token, other):
        return True
    here, there = governor(token), governor(other)
    if here is not None and not reflexive and not owner and role_of(token) != "subject" and not _of_result(here):
        doers = {t.i for t in subjects(here)}
        if here.tag_ == "VBG":  # "... had held them after capturing them"
            above = next((a for a in here.ancestors if a.pos_ in {"VERB", "AUX"}), None)
            doers |= {t.i for t in subjects(above)} if above is not None else set()
        if record.head in doers or any(set(record.entities) == set(trail.answered.get(i, ())) for i in doers):
            return True
    together = here is not None and here == there
    if reflexive:
        return not together and role_of(other) != "subject"
    return together and not owner


def _of_result(verb: Token) -> bool:
    """Whether a participle tells what came of the clause: "it made millions, enabling it to ..."."""
    return verb.dep_ == "advcl" and verb.lemma_.lower() in words("result_participles")


def _within(token: Token, other: Token) -> bool:
    """Whether a pronoun lies inside the other's own noun phrase, not in one that is coordinated with it."""
    node = token
    while node.head != node and node.dep_ not in {"conj", "relcl", "acl"} and node.pos_ != "VERB":
        node = node.head
        if node.i == other.i:
            return True
    return False


def _weigh(
    token: Token,
    kind: str,
    record: Record,
    trail: Trail,
    registry: Registry,
    telling: Telling | None,
    source: tuple[int, ...],
) -> float:
    doc = trail.doc
    distance = trail.sentence_of[token.i] - record.sentence
    weight = (
        -1.1 * distance - (0.6 if distance and _subordinate(token) else 0.0) + _ROLES[record.role] + _FORMS[record.form]
    )
    weight -= min(0.5, 0.01 * abs(token.i - record.head))
    role = role_of(token)
    parallel = role_of(token.head) if role == "owner" else role
    if parallel == record.role and parallel in {"subject", "object"}:
        weight += 0.5
    elif role == record.role == "owner":
        weight += 0.4
    if (
        kind == "it"
        and not distance
        and record.category in {"thing", "place", "unknown"}
        and _same_deed(token, doc[record.head])
    ):
        weight += 1.2
    acting = context(token) in {"speaks", "acts"} or (role == "owner" and context(token.head) in {"speaks", "acts"})
    passive = token.dep_ == "nsubjpass"
    goal = context(token) in {"where", "near"} and token.head.head.lemma_.lower() in words("motion_verbs")
    if goal:
        weight += {"place": 1.2, "group": -0.8, "person": -1.0}.get(record.category, 0.0)
    if context(token) == "taken" and kind == "it":
        weight += {"place": 1.4, "group": -0.8}.get(record.category, 0.0)
    lone_body = kind == "they" and record.category == "group" and not record.plural and len(record.entities) == 1
    if lone_body:
        weight -= 0.9
    elif record.category == "group":
        weight += 0.1 if passive else 0.6
    elif passive and record.category in {"place", "thing"}:
        weight += 0.4
    elif record.category == "thing":
        weight -= 1.2 if acting or role == "owner" else 0.4
    elif record.category == "place":
        weight -= 1.0 if acting else 0.2
    elif record.category == "person" and kind == "they":
        weight += 0.4
    if kind in {"he", "she"} and registry[record.entities[0]].gender == mapping("pronouns")[kind]["gender"]:
        weight += 0.9
    if trail.paragraph_of[token.i] != trail.paragraph_of[record.head]:
        weight -= 1.0
    if kind == "they" and (record.plural or len(record.entities) > 1):
        weight += 0.4
    if token.lower_ in words("reflexive"):
        weight += 2.0 if governor(token) == governor(doc[record.head]) else 0.0
    if context(token) == "speaks":
        if registry[record.entities[0]].kind == "media":
            weight += 1.0
        elif record.category == "thing" and sort_of(lemma(doc[record.head]), "document"):
            weight += 1.4
    if token.dep_ in {"dobj", "nsubj"} and _of_result(token.head) and record.head in _subject_above(token.head):
        weight += 1.5
    if role == "owner" and record.head in _own_subjects(token):
        weight += 0.8
    if role == "owner" and token.head.dep_ == "conj" and token.head.head.i == record.head:
        weight += 2.0  # "the regime and its backers"
    weight += 0.08 * min(4, trail.times[record.entities])
    if distance and context(token) != "speaks" and record.head in trail.afterthoughts:
        weight -= 0.8
    if telling is not None:
        inside = telling.holds(record.head)
        if telling.quoted:
            if record.entities == source:
                weight -= 2.5
            elif inside:
                weight += 0.6
        elif record.entities == source and distance == 0 and not inside and not lone_body:
            weight += 0.4 if passive else 1.6 if role == "subject" else 1.0
        elif inside:
            weight += 0.2
    elif _inside_other_quote(record, trail):
        weight -= 0.3
    return weight


def _same_deed(token: Token, other: Token) -> bool:
    """Whether both suffer a deed of one type: "denied shelling the hospital and said that jets bombed it"."""
    here, there = governor(token), governor(other)
    if here is None or there is None or here == there or role_of(other) != "object" or role_of(token) == "subject":
        return False
    return bool(_types(here.lemma_) & _types(there.lemma_))


def _types(verb: str) -> set[str]:
    """The types of deed that a verb may tell."""
    return {sense.type for sense in senses().get((fold(verb), "verb"), ()) if sense.type is not None}


def _subordinate(token: Token) -> bool:
    """Whether a pronoun stands in a clause that is not the sentence's main one."""
    verb = next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    return verb is not None and verb.dep_ in {"advcl", "relcl", "acl", "pcomp", "xcomp"}


def _subject_above(verb: Token) -> set[int]:
    """The subjects of the clause that a participle hangs on."""
    return {t.i for t in subjects(verb.head)} if verb.head != verb else set()


def _own_subjects(token: Token) -> set[int]:
    """The subjects of the clause that a possessive stands in, unless it stands in the subject itself."""
    verb = next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return set()
    found = subjects(verb)
    if any(s.left_edge.i <= token.i <= s.right_edge.i for s in found):
        return set()
    return {s.i for s in found}


def _inside_other_quote(record: Record, trail: Trail) -> bool:
    return any(t.quoted and t.holds(record.head) for t in trail.tellings)
