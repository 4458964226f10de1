"""Deep slots of verbs, nouns and adjectives: the places that frames in `deeds/*.yaml` speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from rashomon.knowledge.classes import in_class
from rashomon.reading.syntax.holding import headline_of, in_whose_hands, whose_flag
from rashomon.reading.syntax.verbs import (
    _dangling,
    antecedent,
    at_the_hands_of,
    is_passive,
    objects,
    subjects,
    surface_subjects,
)
from rashomon.reading.syntax.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

Slots: TypeAlias = "dict[str, list[Token]]"

_NOUN_TAGS = {"NOUN", "PROPN", "PRON", "NUM"}


def slots(token: Token) -> Slots:
    """Slot name -> head tokens of the phrases that fill it (see `knowledge/README.md` for the names)."""
    found: Slots = {}
    if token.pos_ in {"VERB", "AUX"} or token.tag_.startswith("VB"):
        _verb(token, found)
    elif token.pos_ in {"ADJ", "ADV"}:
        _adjective(token, found)
    elif token.pos_ == "ADP":
        _adposition(token, found)
    else:
        _noun(token, found)
    return found


def loose_slots(token: Token) -> Slots:
    """Prepositional phrases that the parser hung on the object or complement although the verb may own
    them ("took the town from the rebels"): a second choice after `slots`."""
    found: Slots = {}
    for child in token.children:
        if child.dep_ in {"dobj", "nsubjpass", "attr", "oprd", "dative"}:
            _prepositions(child, found)
            for inner in child.children:
                if inner.dep_ in {"prep", "agent"}:
                    for obj in inner.children:
                        if obj.dep_ == "pobj":
                            _prepositions(obj, found)
        elif child.dep_ in {"prep", "agent"}:
            for obj in child.children:
                if obj.dep_ == "pobj":
                    _prepositions(obj, found)
    return found


def _add(found: Slots, name: str, token: Token) -> None:
    fillers = found.setdefault(name, [])
    token = antecedent(token)
    if token not in fillers:
        fillers.append(token)


def _verb(verb: Token, found: Slots) -> None:
    for subject in subjects(verb):
        _add(found, "subj", subject)
    for obj in objects(verb):
        _add(found, "to" if _after_to(obj, verb) else "obj", obj)
    for child in verb.children:
        if child.dep_ == "dobj" and _after_to(child, verb):
            _add(found, "to", child)
    for child in verb.children:
        if child.dep_ == "dative" and child.pos_ in _NOUN_TAGS:
            _add(found, "iobj", child)
        elif child.dep_ in {"attr", "acomp", "oprd"}:
            _add(found, "comp", child)
        elif child.dep_ in {"xcomp", "ccomp"} or _asked(verb, child):
            _add(found, "clause", child)
            _add(found, "infinitive" if _infinitive(child) else "finite", child)
        elif child.dep_ == "prt":
            _add(found, "prt", child)
    if "iobj" not in found and (receiver := _receiver(verb)) is not None:
        _add(found, "iobj", receiver)
    if "obj" not in found:
        for caused in _caused(verb):
            _add(found, "obj", caused)
    if "obj" not in found and (after := _named_after(verb)) is not None:
        _add(found, "obj", after)
    if is_passive(verb) and "obj" in found:  # "was given X": what remains is the thing
        particles = [c for c in verb.children if c.dep_ == "prt"]
        for child in verb.children:
            if child.dep_ == "dobj" and particles and particles[-1].i < child.i:  # "were driven off their land"
                _add(found, particles[-1].lower_, child)
            elif child.dep_ == "dobj":
                _add(found, "iobj", found["obj"][0])
                found["obj"] = [antecedent(child)]
    if verb.dep_ == "amod":
        _add(found, "attributive", verb.head)
    if verb.tag_ in {"VBN", "VBD"} and (heading := headline_of(verb)) is not None:
        _add(found, "headline", heading)
    if verb.dep_ in {"advcl", "acl", "relcl", "xcomp"} and _infinitive(verb):
        _add(found, "purpose of", verb.head)
    _prepositions(verb, found)
    for flag in found.get("subj", ()):
        if flag.lemma_ in words("flags"):
            found["flag of"] = whose_flag(flag)
    for doer in at_the_hands_of(verb):
        _add(found, "by", doer)
    if verb.dep_ == "relcl":
        for preposition in _dangling(verb):
            _add(found, preposition.lower_, verb.head)
        if any(c.lower_ in words("place_relatives") for c in verb.children):
            _add(found, "in", verb.head)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        _shared_right(verb, found)


def _named_after(verb: Token) -> Token | None:
    """A name right after a verb that the parser took for a measure: "the army administers **Orm**"."""
    if any(c.dep_ in {"dobj", "attr", "acomp", "ccomp", "xcomp"} for c in verb.children) or is_passive(verb):
        return None
    after = verb.nbor(1) if verb.i + 1 < verb.sent.end else None
    named = after is not None and after.dep_ == "npadvmod" and after.head == verb and after.pos_ == "PROPN"
    return after if named and after is not None and not _is_date(after) else None


def _is_date(token: Token) -> bool:
    return token.ent_type_ in {"DATE", "TIME"} or token.lemma_.lower() in words("dating")


def _receiver(verb: Token) -> Token | None:
    """Who gets it, where the parser took two objects for one: "sold **the Brigade** fuel"."""
    if verb.lemma_ not in words("giving"):
        return None
    for thing in verb.children:
        if thing.dep_ != "dobj" or thing.pos_ != "NOUN" or thing.i < verb.i or _acts(thing.lemma_):
            continue
        for before in thing.children:
            if before.dep_ not in {"compound", "amod", "nmod", "poss"} or before.i < verb.i:
                continue
            counted = any(c.dep_ == "nummod" and c.i > before.i for c in thing.children)
            owns = any(c.dep_ == "case" for c in before.children)
            begins = before.left_edge.i == verb.i + 1 or thing.left_edge.i == verb.i + 1
            acts = _acts(before.lemma_) and any(c.dep_ == "det" for c in (*thing.children, *before.children))
            if begins and not owns and (before.pos_ == "PROPN" or acts or counted):
                return before
    return None


def _acts(lemma: str) -> bool:
    return in_class(lemma, "person") or in_class(lemma, "group")


def _infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _caused(verb: Token) -> list[Token]:
    """Who stands between a verb and a bare infinitive: "helped **the rebels** seize the town"."""
    return [
        c for child in verb.children if child.dep_ == "ccomp" and child.tag_ == "VB"
        if not any(m.dep_ == "mark" and m.lower_ != "to" for m in child.children)
        for c in child.children if c.dep_ == "nsubj" and c.i > verb.i
    ]  # fmt: skip


def _asked(verb: Token, child: Token) -> bool:
    """Whether a seeming purpose clause is what a verb of asking asks for."""
    return child.dep_ == "advcl" and _infinitive(child) and verb.lemma_ in words("object_control")


def _adposition(preposition: Token, found: Slots) -> None:
    """A preposition that is predicated of somebody: "X acts on behalf of Y", "X, in touch with Y"."""
    head = preposition.head
    if head.pos_ in {"VERB", "AUX"}:
        for subject in surface_subjects(head):
            _add(found, "subj", subject)
    elif head.pos_ in _NOUN_TAGS:
        _add(found, "subj", head)
    _prepositions(preposition, found)
    for obj in preposition.children:
        if obj.dep_ in {"pobj", "pcomp"}:
            _add(found, "obj", obj)
            _prepositions(obj, found)


def _after_to(noun: Token, verb: Token) -> bool:
    """Whether a noun stands behind a "to" that the parser took for an infinitive's: "sold fuel to drivers"."""
    edge = noun.left_edge
    return noun.i > verb.i and edge.lower_ == "to" and edge.tag_ == "TO" and noun.pos_ in {"NOUN", "PROPN"}


def _shared_right(verb: Token, found: Slots) -> None:
    """Prepositional phrases after the last of coordinated verbs may belong to the earlier ones; the
    earlier verb's object belongs to a later one only in the passive."""
    if is_passive(verb) and "obj" not in found:
        for obj in objects(verb.head):
            _add(found, "obj", obj)


def _prepositions(token: Token, found: Slots) -> None:
    for child in token.children:
        if child.dep_ not in {"prep", "agent", "dative", "prt", "advmod"}:
            continue
        if child.dep_ == "agent" and is_passive(token):
            continue
        _preposition(child.lower_, child, found)


def _preposition(name: str, preposition: Token, found: Slots) -> None:
    for obj in preposition.children:
        if obj.dep_ in {"pobj", "pcomp"}:
            if obj.pos_ == "VERB" and obj.dep_ == "pcomp":
                _add(found, "clause", obj)
            else:
                _add(found, name, obj)
                for holder in obj.children if obj.lower_ in words("doing_hands") else ():  # "in the army's hands"
                    if holder.dep_ in {"poss", "compound", "amod", "nmod"}:
                        _add(found, "of", holder)
        elif obj.dep_ == "prep":  # "out of X", "away from X": both as a whole and as the last word
            for inner in obj.children:
                if inner.dep_ == "pobj":
                    _add(found, f"{name} {obj.lower_}", inner)
                    _add(found, obj.lower_, inner)


def _adjective(adjective: Token, found: Slots) -> None:
    head = adjective.head
    if adjective.dep_ == "amod":
        _add(found, "attributive", head)
        _add(found, "subj", _said_of(head) or head)
    elif adjective.dep_ in {"acomp", "attr", "oprd", "ROOT", "xcomp", "ccomp", "conj"} and head != adjective:
        if adjective.dep_ == "conj":
            inherited = slots(head) if head.pos_ == "ADJ" else {}
            for subject in inherited.get("subj", []):
                _add(found, "subj", subject)
        elif adjective.dep_ == "oprd" and not is_passive(head):
            for obj in objects(head):
                _add(found, "subj", obj)
        else:
            for subject in surface_subjects(head):
                _add(found, "subj", subject)
    elif head.lower_ == "as" and head.head.pos_ == "VERB":  # "described them as ruthless"
        for judged in objects(head.head) or surface_subjects(head.head):
            _add(found, "subj", judged)
    elif adjective.dep_ == "appos" or (adjective.dep_ == "acl" and head.pos_ in _NOUN_TAGS):
        _add(found, "subj", head)
    own = [c for c in adjective.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if own and "subj" not in found:
        _add(found, "subj", own[-1])
    _prepositions(adjective, found)
    for child in adjective.children:
        if child.dep_ in {"xcomp", "ccomp"}:
            _add(found, "clause", child)


def _by_beyond(noun: Token) -> list[Token]:
    """A by-phrase that the parser hung on a word above: "condemned the shelling of Orsa **by X**"."""
    above = noun
    while above.head != above and above.pos_ not in {"VERB", "AUX"} and above.dep_ in {"dobj", "pobj", "prep", "conj"}:
        above = above.head
        if above.pos_ == "ADP" or above.i > noun.i or (above.pos_ == "VERB" and is_passive(above)):
            continue
        doers = [
            antecedent(doer) for c in above.children
            if c.dep_ in {"prep", "agent"} and c.lower_ == "by" and c.i > noun.i
            for doer in c.children if doer.dep_ == "pobj" and doer.pos_ in _NOUN_TAGS
        ]  # fmt: skip
        if doers:
            return doers
    return []


def _said_of(noun: Token) -> Token | None:
    """Whom a predicate or appositive noun is said of: "X is a client", "X, leader of", "calls X a thug"."""
    head = noun.head
    if noun.dep_ == "attr" and head.lemma_ in words("copulas"):
        subject = surface_subjects(head)
        return subject[0] if subject else None
    if noun.dep_ == "appos":
        return head
    if noun.dep_ in {"oprd", "ccomp", "xcomp"} and head.pos_ == "VERB":
        own = [c for c in noun.children if c.dep_ == "nsubj"]
        said_of = own or objects(head)
        return said_of[0] if said_of else None
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.pos_ in {"VERB", "AUX"}:
        said_of = objects(head.head) or surface_subjects(head.head)
        return said_of[0] if said_of else None
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.pos_ in _NOUN_TAGS:
        return head.head
    if noun.dep_ == "conj" and head.pos_ in _NOUN_TAGS:
        return _said_of(head)
    if noun.dep_ == "conj" and head.pos_ == "ADJ" and head.dep_ == "acomp":  # "is cruel and a disgrace"
        return next(iter(slots(head).get("subj", [])), None)
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.tag_ == "CD":  # "is one of the cruellest"
        return _said_of(head.head)
    return None


def _noun(noun: Token, found: Slots) -> None:
    said_of = _said_of(noun)
    if said_of is not None and said_of != noun:
        _add(found, "subj", said_of)
    own_subject = [c for c in noun.children if c.dep_ in {"nsubj"}]
    named = [c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"]  # "our ally Kesh"
    for subject in (own_subject or (named if noun.pos_ == "NOUN" else []))[-1:]:
        if "subj" not in found:
            _add(found, "subj", subject)
    for child in noun.children:
        if child.dep_ == "poss":
            _add(found, "poss", child)
        elif child.dep_ in {"compound", "amod", "nmod", "npadvmod"}:
            _add(found, "mod", child)
            led = child if child.tag_ == "VBN" else None
            if led is not None and led.i >= 2 and led.nbor(-1).text == "-":
                _add(found, "mod", led.nbor(-2))
        elif child.dep_ in {"acl", "relcl"} and child.pos_ == "VERB":
            if child.dep_ == "acl" and is_passive(child):
                for by in subjects(child):
                    _add(found, "by", by)
            _add(found, "clause", child)
            if _infinitive(child):
                _add(found, "infinitive", child)
    _prepositions(noun, found)
    if noun.lemma_ in words("holding_nouns") and (held := in_whose_hands(noun)) is not None:
        _add(found, "in whose hands", held)
    for doer in at_the_hands_of(noun) or ([] if "by" in found else _by_beyond(noun)):
        _add(found, "by", doer)
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        for name in ("poss", "by"):
            for token in slots(noun.head).get(name, []):
                if name not in found:
                    _add(found, name, token)
    later = [c for c in noun.children if c.dep_ == "conj" and c.pos_ == "NOUN"]
    if later and not any(c.dep_ == "prep" for c in noun.children):
        shared: Slots = {}
        _prepositions(later[-1], shared)
        for name, tokens in shared.items():
            if name not in found:
                found[name] = list(tokens)
