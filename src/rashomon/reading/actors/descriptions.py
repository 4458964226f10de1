"""Whom a description stands for: "the group", "the ministry", "the prime minister", "the town"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from rashomon.knowledge.classes import in_class
from rashomon.reading.actors.entities import Entity, Registry
from rashomon.reading.actors.trail import Answer, Trail, is_plural
from rashomon.reading.actors.words import lemma, words
from rashomon.reading.types import Category

_DEFINITE = {"the", "this", "that", "these", "those"}
_ARMED_KINDS = {"armed group", "party"}
_SURE = (0.7, 0.6, 0.45)


def is_definite(token: Token) -> bool:
    """Whether a noun phrase points back: "the group", "this group"."""
    return any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in token.children)


def modifiers(token: Token) -> list[str]:
    """The words before a noun that narrow it down, in lower case."""
    return [
        c.lower_ for c in token.children
        if c.dep_ in {"amod", "compound", "nmod", "nummod", "poss", "npadvmod"} and c.i < token.i
        and c.lower_ not in words("dropped_before") and c.lower_ not in words("labels")
        and not (c.lower_ in words("place_labels") and lemma(token) in words("place_descriptions"))
    ]  # fmt: skip


def resolve_description(token: Token, category: Category, trail: Trail, registry: Registry) -> Answer | None:
    """An earlier entity that a described one is, or None where it is somebody new."""
    word = lemma(token)
    narrowed = modifiers(token)
    definite = is_definite(token)
    if category == "person" and definite and not is_plural(token):
        found = _by_role(token, word, registry)
        found = None if found is not None and _abroad(token, found, trail, registry) else found
        if found is not None:
            return Answer((found.id,), 0.8, f"office “{token.text}”")
    armed = word in words("armed_descriptions") and is_plural(token) and not narrowed
    if not definite and not armed:
        return None
    if narrowed:
        return None
    if definite and (same := _same_noun(token, word, trail, registry)) is not None:
        return same
    if armed:
        return _armed(token, word, trail, registry, definite)
    if is_plural(token):
        return None
    why = f"the {word} named before"
    if word in words("body_descriptions") and category != "place":
        if word in words("civil_bodies"):
            return _nearest(token, trail, registry, _civil_body, 0.7, why)
        armed = word in words("armed_bodies")
        bodies: tuple[Callable[[Entity], bool], ...]
        bodies = (_armed_body, _named_body, _body) if armed else (_named_body, _body)
        bodies = bodies[:2] if _called_armed(token) else bodies
        bodies = (_without_noun,) if token.text[:1].isupper() and not token.is_sent_start else bodies
        nearest = (
            _nearest(token, trail, registry, fits, score, why) for fits, score in zip(bodies, _SURE, strict=False)
        )
        return next((answer for answer in nearest if answer is not None), None)
    if word in words("media_descriptions"):
        return _nearest(token, trail, registry, lambda e: e.kind == "media", 0.7, why)
    if word in words("state_descriptions"):
        return _nearest(token, trail, registry, lambda e: e.is_state, 0.7, why)
    if word in words("place_descriptions"):
        return _nearest(token, trail, registry, _town, 0.7, why)
    return None


def _by_role(token: Token, word: str, registry: Registry) -> Entity | None:
    """Who holds an office in this document: "the prime minister" after "Prime Minister Ada Prenn"."""
    left = [c.lower_ for c in token.children if c.dep_ in {"compound", "amod", "nmod"} and c.i < token.i]
    full = " ".join([*left, word])
    if any(c.dep_ == "poss" for c in token.children) or any(
        c.dep_ == "prep" and c.lower_ == "of" for c in token.children
    ):
        return None
    holders = [e for e in registry if full in e.roles and e.names]
    if not left:
        exact = [e for e in holders if word in e.roles]
        return exact[-1] if len(exact) == 1 else None
    return holders[-1] if holders else _unexplained(token, registry)


def _abroad(token: Token, holder: Entity, trail: Trail, registry: Registry) -> bool:
    """Whether the sentence opens in a country that the office holder was not named with: "In Chad, the president"."""
    scene = next(
        (registry[trail.answered[t.i][0]] for t in token.doc[token.sent.start : token.i]
         if t.dep_ == "pobj" and t.head.lower_ == "in" and t.i in trail.answered), None,
    )  # fmt: skip
    if scene is None or not scene.is_state:
        return False
    if holder.land is not None:
        return scene.known is None or holder.land != scene.known.id
    before = trail.before(token, 1000)
    here = trail.sentence_of[token.i]
    of_holder = {r.sentence for r in before if holder.id in r.entities and r.sentence != here}
    return not any(r.sentence in of_holder and scene.id in r.entities for r in before)


def _unexplained(token: Token, registry: Registry) -> Entity | None:
    """The one person named without an office, for an office in capitals that nobody is said to hold."""
    if not token.text[:1].isupper() or not any(c.dep_ == "compound" for c in token.children):
        return None
    free = [e for e in registry if e.category == "person" and e.names and not e.roles and e.land is None]
    return free[0] if len(free) == 1 else None


def _same_noun(token: Token, word: str, trail: Trail, registry: Registry) -> Answer | None:
    """The last one whose name or description has this noun: "the militia" after "the Vell militia"."""
    for record in reversed(trail.before(token, 1000)):
        if len(record.entities) != 1 or record.role == "modifier":
            continue
        entity = registry[record.entities[0]]
        if word in words("state_bodies") and record.form == "name" and entity.kind != "military":
            continue  # "the army" is not the Free Heron Army
        fits = word in entity.nouns or token.lower_ in entity.nouns
        if fits and (record.plural == is_plural(token) or record.form == "name"):
            distance = trail.sentence_of[token.i] - record.sentence
            return Answer((entity.id,), 0.85 if distance < 3 else 0.7, f"“{token.text}” named before")
    return None


def _armed(token: Token, word: str, trail: Trail, registry: Registry, definite: bool) -> Answer | None:
    """The body that was called so before, else the only armed group spoken of of late."""
    called = [e for e in registry if word in e.nouns and e.category == "group"]
    if len(called) == 1 and _spoken_of(called[0], token, trail):
        return Answer((called[0].id,), 0.7, f"called {word}s before")
    if not definite:
        return None
    for reach in (0, 1, 3):
        recent = {
            registry[e].id
            for r in trail.before(token, reach) for e in r.entities
            if r.category == "group" and registry[e].kind == "armed group"
        }  # fmt: skip
        if len(recent) == 1:
            return Answer((recent.pop(),), 0.5, "the only armed group named of late")
        if recent:
            break
    return None


def _spoken_of(entity: Entity, token: Token, trail: Trail) -> bool:
    return any(entity.id in r.entities for r in trail.before(token, 1000))


def _armed_body(entity: Entity) -> bool:
    return _body(entity) and entity.kind in _ARMED_KINDS


def _named_body(entity: Entity) -> bool:
    return _body(entity) and bool(entity.names)


def _without_noun(entity: Entity) -> bool:
    """A body whose name does not say what it is: "the Front" may be Hirak, but not the army or the Salt League."""
    return _named_body(entity) and not any(in_class(noun, "group") for noun in entity.nouns)


def _civil_body(entity: Entity) -> bool:
    return _named_body(entity) and entity.kind in {"organisation", "group"}


def _called_armed(token: Token) -> bool:
    """Whether a description says that it is an armed group: "this terrorist group"."""
    return any(c.lower_ in words("armed_labels") for c in token.children)


def _body(entity: Entity) -> bool:
    return entity.category == "group" and not entity.is_state and entity.kind != "media" and not entity.plural


def _town(entity: Entity) -> bool:
    return entity.category == "place" and not entity.is_state and bool(entity.names)


def _nearest(
    token: Token, trail: Trail, registry: Registry, fits: Callable[[Entity], bool], score: float, why: str
) -> Answer | None:
    """The best recent entity that fits: subjects of the last sentences before others."""
    best: tuple[float, int] | None = None
    for record in trail.before(token, 6):
        if len(record.entities) != 1 or not fits(registry[record.entities[0]]):
            continue
        weight = -1.0 * (trail.sentence_of[token.i] - record.sentence) + (0.4 if record.role == "subject" else 0.0)
        weight -= 0.8 if record.role == "modifier" else 0.0
        weight += 0.001 * record.head
        if best is None or weight > best[0]:
            best = weight, record.entities[0]
    return None if best is None else Answer((registry[best[1]].id,), score, why)
