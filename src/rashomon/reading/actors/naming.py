"""Names to entities: spellings, surnames, acronyms and "also known as" brought together."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.knowledge.actors import KnownActor, key, known_actors
from rashomon.reading.actors.context import modified
from rashomon.reading.actors.entities import Entity, Registry, initials, surname_key
from rashomon.reading.actors.mentions import Mentions
from rashomon.reading.actors.names import Name
from rashomon.reading.actors.nouns import noun_category
from rashomon.reading.actors.words import lemma, person_words, words

_GAP = 8


def gather(mentions: Mentions, registry: Registry) -> dict[int, int]:
    """Every name's entity: token position -> entity id."""
    found: dict[int, int] = {}
    ordered = sorted(mentions.names, key=lambda n: -len(n.text.split()))  # full names before surnames
    chosen = {name.start: _entity(name, mentions, registry) for name in ordered}
    _join_acronyms(registry)
    _join_also_known(mentions, registry, chosen)
    for name in mentions.names:
        entity = registry[chosen[name.start].id]
        _note(name, entity, mentions, registry)
        for i in range(name.start, name.end):
            found[i] = entity.id
    for entity in registry:
        entity.spans.sort()
        if entity.known is not None and entity.known.kind == "person":
            _known_offices(entity, entity.known, mentions.document.published)
    return found


def _known_offices(entity: Entity, known: KnownActor, on: str | None) -> None:
    """The offices that a known person holds when the document is published; of an undated one, those ever held."""
    lands: list[str] = []
    for role in known.held(on):
        add_role(role.role, entity)
        add_role(role.role.replace("defence", "defense"), entity)
        body = known_actors().get(role.of)
        state = known_actors().state(body.country) if body is not None and body.kind in {"state", "military"} else body
        lands += [state.id] if state is not None else []
    entity.land = lands[0] if lands else entity.land


def _entity(name: Name, mentions: Mentions, registry: Registry) -> Entity:
    token = mentions.doc[name.head]
    sort = mentions.sorts.of(name)
    if name.demonym and name.known is not None:
        people = token.tag_ in {"NNS", "NNPS"} or (name.text.endswith("s") and name.text[:-1] in name.known.demonyms)
        if people and name.known.kind == "state":
            entity = registry.at(f"name:{key(name.text)}", "group")
            entity.plural = True
            return entity
        return registry.known(name.known.id)
    if name.land is not None:
        return registry.at(f"name:{key(name.land)}", "place")
    if name.known is not None:
        other = _namesake(name, mentions) if name.known.kind == "person" else None
        if other is not None:
            return _entity(other, mentions, registry)
        entity = registry.known(name.known.id)
        if name.known.kind != "person":
            registry.alias(f"name:{key(name.text)}", entity)
        return entity
    entity_key = f"name:{key(name.text)}"
    if sort == "person":
        same = _same_person(name, registry)
        if same is not None:
            registry.alias(f"person:{key(name.text)}", same)
        entity = same or registry.at(f"person:{key(name.text)}", "person")
        entity.names.append(name.text)
        return entity
    return registry.at(entity_key, sort)


def _namesake(name: Name, mentions: Mentions) -> Name | None:
    """The fuller name of somebody else whom a known person's bare surname takes up ("Lena Orlan ... Orlan").

    None where the known person is the last who was named in full, or the surname stood alone first ("Orlan's sister
    Lena Orlan"), or an office is named with it ("President Orlan").
    """
    if len(name.text.split()) > 1 or any(word not in person_words("honorifics") for word in name.title):
        return None
    wanted = surname_key(name.text)
    before = [n for n in mentions.names if n.start < name.start and surname_key(n.text) == wanted]
    fuller = [n for n in before if len(n.text.split()) > 1 and mentions.sorts.of(n) == "person"]
    if not fuller or before[0] not in fuller or fuller[-1].known == name.known:
        return None
    return fuller[-1]


def _same_person(name: Name, registry: Registry) -> Entity | None:
    """An earlier, fuller name of the same person."""
    wanted = name.text.split()
    for entity in registry:
        if entity.category != "person":
            continue
        for full in [*entity.names, *((entity.known.name,) if entity.known else ())]:
            if surname_key(full) == surname_key(name.text) and len(wanted) <= len(full.split()):
                given = {w.casefold().strip(".") for w in wanted[:-1]}
                others = {w.casefold().strip(".") for w in full.split()}
                if given <= others or all(any(o.startswith(g) for o in others) for g in given):
                    return entity
            if len(wanted) == 1 and key(name.text) in {key(w) for w in full.split()[1:]}:
                return entity
    return None


def _note(name: Name, entity: Entity, mentions: Mentions, registry: Registry) -> None:
    """What one mention of a name adds to its entity."""
    doc = mentions.doc
    token = doc[name.head]
    modifies = token.dep_ in {"compound", "amod", "nmod", "npadvmod"} and token.head.i >= name.end
    entity.spans.append((doc[name.start].idx, doc[name.end - 1].idx + len(doc[name.end - 1])))
    if (name.demonym and not entity.plural) or (modifies and name.known is not None and name.known.kind != "person"):
        entity.modifying.append(name.text)
    elif entity.category != "person" or name.text not in entity.names:
        entity.names.append(name.text)
    entity.alone = entity.alone or not (modifies or name.demonym)
    if not name.demonym:
        entity.nouns.add(name.text.split()[-1].casefold())
        if len(name.text.split()) > 1 and entity.category == "group":
            entity.nouns.add(name.text.split()[0].casefold())
            entity.nouns.add(lemma(token))  # "the Department" of State
    for word in (*name.title, name.text.split()[0]):
        _gender(word, entity)
    office = [w for w in name.title if w not in person_words("honorifics")]
    if office:
        add_role(" ".join(office), entity)
    if entity.category == "person":
        _before(name, entity, mentions, registry)
        for other in token.children:
            if other.dep_ == "appos" and noun_category(other) == "person":
                add_role(lemma(other), entity)
        if token.dep_ == "appos" and noun_category(token.head) == "person":
            add_role(lemma(token.head), entity)


def _before(name: Name, entity: Entity, mentions: Mentions, registry: Registry) -> None:
    """Role nouns and countries in front of a person's name: "Mirovian general Osk Varenne"."""
    i = name.start - len(name.title) - 1
    while i >= 0 and mentions.doc[i].pos_ in {"NOUN", "ADJ", "PROPN"} and not mentions.doc[i].is_punct:
        token = mentions.doc[i]
        if token.pos_ == "NOUN" and noun_category(token) == "person":
            add_role(lemma(token), entity)
            _gender(token.text, entity)
        other = mentions.name_at(token)
        if other is not None and other.known is not None and entity.land is None and entity.known is None:
            entity.land = other.known.id
        elif other is None and token.dep_ not in {"compound", "amod", "nmod", "appos"}:
            break
        i -= 1


def _gender(word: str, entity: Entity) -> None:
    if entity.gender is None:
        if word in person_words("feminine"):
            entity.gender = "f"
        elif word in person_words("masculine"):
            entity.gender = "m"


def add_role(role: str, entity: Entity) -> None:
    """Note an office: as written and by its last word ("defense secretary", "secretary")."""
    role = role.lower()
    entity.roles.add(role)
    head = role.split(" of ")[0].split()
    if head:
        entity.roles.add(head[-1])


def _join_acronyms(registry: Registry) -> None:
    """Join a name and its initials ("Rapid Support Forces", "RSF") where the text has both."""
    full = {initials(n): e for e in registry for n in _forms(e) if len(n.split()) > 1}
    for entity in list(registry):
        for form in _forms(entity):
            short = form.replace(".", "")
            if len(short) > 1 and short.isupper() and short in full and entity.category != "person":
                other = registry[full[short].id]
                if other.category in {"group", "unknown", "thing"} and (entity.known is None or other.known is None):
                    registry.merge(other, entity)


def _forms(entity: Entity) -> list[str]:
    return entity.names or []


def _join_also_known(mentions: Mentions, registry: Registry, chosen: dict[int, Entity]) -> None:
    """Names joined by brackets or by "also known as"."""
    doc = mentions.doc
    for first, second in zip(mentions.names, mentions.names[1:], strict=False):
        gap = doc[first.end : second.start]
        if not 0 < len(gap) <= _GAP or first.demonym or second.demonym or modified(doc[first.head]) is not None:
            continue
        between = gap.text.casefold().strip()
        after = doc[second.end].text if second.end < len(doc) else ""
        bracketed = between in {"(", "[", "( the"} and after in {")", "]", ",", ";"} and _abbreviates(first, second)
        renamed = (
            any(phrase in between for phrase in words("also_known") if " " in phrase) and "and" not in between.split()
        )
        if bracketed or renamed:
            registry.merge(registry[chosen[first.start].id], registry[chosen[second.start].id])


def _abbreviates(full: Name, short: Name) -> bool:
    """Whether a bracketed name can be the same as what it follows."""
    if known_actors().named(full.text) is not None and full.known == short.known:
        return True
    compact = short.text.replace(".", "")
    return compact.isupper() and len(short.text.split()) == 1 and full.text[:1].casefold() == compact[:1].casefold()


def role_of(token: Token) -> str:
    """The office that a common noun names, with the words before it: "prime minister"."""
    left = [t.lower_ for t in token.children if t.dep_ in {"compound", "amod"} and t.i < token.i]
    return " ".join([*left, lemma(token)])
