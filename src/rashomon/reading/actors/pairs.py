"""Words that stand for two who were named together: both, the two sides, the former, each ... the other."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.deeds import senses
from rashomon.reading.actors.entities import Registry
from rashomon.reading.actors.trail import Answer, Record, Trail, is_plural, role_of
from rashomon.reading.actors.words import lemma, sort_of, words
from rashomon.reading.syntax import coordinated
from rashomon.reading.types import Category

_BACK = 6
_CONFLICT = 3  # PLOVER's quads of conflict, verbal and material, begin here


def resolve_pair(token: Token, trail: Trail, registry: Registry) -> Answer | None:
    """Whom "both", "the two sides", "the former", "each" or "the other" stand for, if this is one of them."""
    word = token.lower_
    definite = any(c.lower_ in {"the", "these", "those"} for c in token.children)
    if word in words("former") or word in words("latter"):
        if not definite and token.dep_ == "amod":
            return None
        pair = _pair(token, trail, registry, None)
        if pair is None:
            last = _last_actor(token, trail) if word in words("latter") else None
            return None if last is None else Answer(last, 0.55, "the latter: the last spoken of")
        return Answer((pair[0] if word in words("former") else pair[-1],), 0.8, f"the {word} of two")
    if word in words("each") or (word in words("both") and _alone(token)):
        pair = _pair(token, trail, registry, None)
        return None if pair is None else Answer(pair, 0.75, f"“{word}” of two")
    if word == "other" and definite and not list(_content(token)):
        pair = _pair(token, trail, registry, None)
        return None if pair is None else Answer(pair, 0.6, "“the other” of two")
    if is_plural(token) and (holders := _holders(token, trail, registry)) is not None:
        return Answer(holders, 0.7, f"the two {token.text} named before")
    if is_plural(token) and lemma(token) in words("pair_nouns") and sort_of(lemma(token), "official"):
        named = _named_pair(token, trail, registry) if _plainly_definite(token) else None
        if named is not None:
            return Answer(named, 0.55, f"the two {token.text} named before")
    if lemma(token) in words("state_descriptions") and _counts_two(token):
        states = _states(token, trail, registry)
        return None if states is None else Answer(states, 0.7, f"“{token.text}”: the last two")
    if lemma(token) in words("pair_nouns") and any(c.lower_ in words("each") for c in token.children):
        pair = _pair(token, trail, registry, "group")
        return None if pair is None else Answer(pair, 0.6, f"each {token.text} of two")
    if lemma(token) in words("pair_nouns") and _counts_two(token):
        wanted: Category | None = "person" if sort_of(lemma(token), "person") else "group"
        pair = _pair(token, trail, registry, wanted)
        return None if pair is None else Answer(pair, 0.75, f"“{token.text}”: the last two")
    return None


def _holders(token: Token, trail: Trail, registry: Registry) -> tuple[int, ...] | None:
    """The two who hold one office: "the ministers" after "Minister Prenn met Minister Voss"."""
    narrowed = [
        c for c in token.children if c.dep_ in {"compound", "poss", "prep"} or (c.dep_ == "amod" and c.lower_ != "two")
    ]
    bare = not any(c.dep_ == "det" and c.lower_ not in {"the", "both"} for c in token.children)
    if narrowed or not bare or not sort_of(lemma(token), "official"):
        return None
    spoken = {e for r in trail.before(token, 1000) for e in r.entities}
    found = [e.id for e in registry if e.names and lemma(token) in e.roles and e.id in spoken]
    return tuple(found) if len(found) == 2 else None


def _plainly_definite(token: Token) -> bool:
    left = [c for c in token.children if c.i < token.i]
    return len(left) == 1 and left[0].lower_ == "the" and not any(c.dep_ == "prep" for c in token.children)


def _named_pair(token: Token, trail: Trail, registry: Registry) -> tuple[int, ...] | None:
    """Two persons named in the last sentences, if no third was."""
    named = [
        registry[e].id for r in trail.before(token, 3) for e in r.entities
        if registry[e].category == "person" and registry[e].names and r.role != "modifier"
    ]  # fmt: skip
    found = tuple(dict.fromkeys(named))
    return found if len(found) == 2 else None


def _states(token: Token, trail: Trail, registry: Registry) -> tuple[int, ...] | None:
    """The last two states spoken of, if of late there were just two."""
    seen = {registry[e].id for r in trail.before(token, _BACK) for e in r.entities if registry[e].is_state}
    return tuple(sorted(seen)) if len(seen) == 2 else _pair(token, trail, registry, None)


def _alone(token: Token) -> bool:
    """Whether no noun follows: "both said", "the two agreed"."""
    if token.dep_ in {"det", "predet", "nummod", "preconj", "cc", "amod", "appos"}:
        return False
    if token.lower_ in {"two", "pair", "duo", "twain"} and not any(
        c.lower_ in {"the", "these"} for c in token.children
    ):
        return False
    inner = [p for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    return all(p.pos_ == "PRON" for p in inner)


def _content(token: Token) -> list[Token]:
    return [c for c in token.children if c.dep_ in {"compound", "amod", "nummod"}]


def _counts_two(token: Token) -> bool:
    counted = any(c.lower_ in {"two", "both", "2"} for c in token.children)
    definite = any(c.lower_ in {"the", "these", "those", "both", "our"} for c in token.children)
    others = [
        c
        for c in token.children
        if c.dep_ in {"compound", "amod"} and c.lower_ not in {"two", "both", "2", "warring", "rival"}
    ]
    return counted and definite and not others


def _pair(token: Token, trail: Trail, registry: Registry, wanted: Category | None) -> tuple[int, ...] | None:
    """The last two named together; else the last two different ones in one sentence, two bodies only if one does
    something to the other that makes them opponents or partners."""
    records = [r for r in trail.before(token, _BACK) if r.category in {"person", "group", "place", "unknown"}]
    doer = role_of(token) == "subject"
    for record in reversed(records):
        if len(record.entities) == 2 and _fits(record, wanted) and _actors(record, registry):
            if doer and all(registry[e].category == "place" and not registry[e].is_state for e in record.entities):
                continue
            if wanted == "group" and not all(registry[e].names or not registry[e].plural for e in record.entities):
                continue
            return record.entities
    for sentence in sorted({r.sentence for r in records}, reverse=True):
        seen: list[int] = []
        heads: list[Token] = []
        for record in records:
            fit = record.category == wanted if wanted else record.category in {"person", "group"}
            if record.sentence == sentence and fit and len(record.entities) == 1 and record.role != "modifier":
                if record.form != "name" and record.plural:
                    continue
                entity = registry[record.entities[0]].id
                if entity not in seen:
                    seen.append(entity)
                    heads.append(trail.doc[record.head])
        if len(seen) == 2 and (wanted != "group" or _between(heads)):
            return tuple(seen)
    return None


def _between(heads: list[Token]) -> bool:
    """Whether a deed joins two: they stand in one clause, or in two coordinated ones, of conflict or something
    mutual."""
    verbs = [next((t for t in h.ancestors if t.pos_ in {"VERB", "AUX"}), h) for h in heads]
    return all(_joins(v) for v in verbs) and (verbs[0] == verbs[1] or verbs[1] in coordinated(verbs[0]))


def _joins(verb: Token) -> bool:
    quads = load_yaml("plover.yaml")["types"]
    return any(
        sense.symmetric or (sense.type is not None and quads[sense.type]["quad"] >= _CONFLICT)
        for sense in senses().get((verb.lemma_.lower(), "verb"), ())
    )


def _last_actor(token: Token, trail: Trail) -> tuple[int, ...] | None:
    """The last person or body of the sentence before, where no two were named together."""
    here = trail.sentence_of[token.i]
    last = [r for r in trail.before(token, 1) if r.sentence == here - 1 and r.role != "modifier"]
    found = [r.entities for r in last if r.category in {"person", "group"} and len(r.entities) == 1]
    return found[-1] if found else None


def _fits(record: Record, wanted: Category | None) -> bool:
    """Whether two named together may be two of the wanted sort; two places may be two bodies."""
    if wanted is None:
        return True
    return (record.category == "person") == (wanted == "person")


def _actors(record: Record, registry: Registry) -> bool:
    return all(registry[e].category != "thing" for e in record.entities)
