"""What a subordinate clause does to the deed in it, by what governs it and how it is introduced."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.knowledge.embedding import embedding
from rashomon.reading.factuality.conditions import inverted, marker
from rashomon.reading.factuality.operators import Step, complement, in_past, kind, lookup, step, subjunctive, words

_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
_PREDICATES = {"acomp", "attr", "oprd", "dobj"}


@dataclass(frozen=True, slots=True)
class Place:
    """What a clause's place does, innermost first, and where it leads; `cut`: no further."""

    to: Token
    steps: tuple[Step, ...] = ()
    cut: bool = False


def clausal(verb: Token, head: Token) -> Place:
    """The place of a clause under its head."""
    marked = marker(verb)
    form = kind(verb)
    if verb.dep_ == "advcl" and marked is not None:
        return _adverbial(verb, head, marked, form)
    if marked is not None and marked.operator in {"open", "condition"}:
        asked = verb.dep_ == "ccomp" and marked.token > head.i  # "knows if", "asked if"
        return Place(head, (step(verb.doc[marked.token], "open") if asked else marked,))
    if verb.dep_ == "ccomp" and inverted(head):  # "X would have gone, had it not rained"
        return Place(head, (step(head, "consequence", "inversion"),), cut=True)
    if verb.dep_ in {"advcl", "ccomp", "parataxis"} and inverted(verb):
        return Place(head, (step(verb, "condition", "inversion"),))
    phrase = f"{head.nbor(-1).lower_} {head.lower_}" if head.i and head.pos_ in _NOMINAL else ""
    if phrase in embedding().prepositions:
        return Place(head, (step(head, embedding().prepositions[phrase], phrase),))
    if verb.dep_ == "ccomp" and form == "that" and _asks(verb):
        return Place(head, (step(verb, "presupposes", "question"),), cut=True)
    found = governed(verb, head, form)
    if found is not None:
        return Place(head, (found,))
    if subjunctive(verb) and verb.dep_ in {"ccomp", "acl"}:
        return Place(head, (step(verb, "demands", "subjunctive"),))
    if marked is not None and marked.operator in {"purpose", "condition-not"}:
        return Place(head, (marked,))
    if head.pos_ in _NOMINAL:
        return _on_noun(verb, head, form)
    if verb.dep_ == "advcl":
        return Place(head, (step(verb, "purpose", "to") if form == "inf" else step(verb, "manner", form),))
    if verb.dep_ in {"csubj", "csubjpass"}:
        first = verb.left_edge
        return Place(head, (step(first, "any"),) if first.lower_ in words("free-choice") else ())
    if form == "inf":
        return Place(head, (step(verb, "purpose", "to"),))
    if form in {"ing", "part"}:
        return Place(head)
    return Place(head, (step(verb, "content", "that"),))


def _adverbial(verb: Token, head: Token, marked: Step, form: str) -> Place:
    if marked.operator == "presupposes" and form == "that":
        return Place(head, (marked,), cut=True)
    could = [c for c in verb.children if c.dep_ == "aux" and c.lower_ in embedding().modals]
    if verb.doc[marked.token].lower_ in words("forestalling") and in_past(head) and could:
        able = embedding().modals[could[0].lower_].operator == "able"
        return Place(head, (step(could[0], "turns"),) if able else (marked,))
    if marked.operator == "when" and form == "that" and _told_as_past(verb):
        return Place(head, (Step(marked.token, "presupposes", marked.entry),), cut=True)
    if marked.operator in {"when", "presupposes"} and form != "that":
        return Place(head, (Step(marked.token, "manner", marked.entry),))
    return Place(head, (marked,))


def _told_as_past(verb: Token) -> bool:
    return in_past(verb) and not any(c.tag_ in {"MD", "VBP", "VBZ"} and c.dep_ == "aux" for c in verb.children)


def governed(verb: Token, head: Token, form: str) -> Step | None:
    """What the governing word, its predicate, its object or a verb used as a modal does to the clause."""
    if verb.dep_ in {"advcl", "xcomp", "ccomp"} and form == "inf" and verb.i < head.i:
        return None  # "to retake the town, the army ...": a purpose, whatever the verb
    if verb.dep_ == "advcl" and form in {"ing", "part"} and verb.left_edge.i and verb.left_edge.nbor(-1).text == ",":
        return None  # "it withdrew, leaving ..."
    if form == "inf" and _has_own_subject(verb, head) and (found := lookup(head, "obj-inf")) is not None:
        return found
    if subjunctive(verb) and (found := lookup(head, "subjunctive")) is not None:
        return found
    place = "ing" if form == "part" else form
    semimodal = _semimodal(head, form)
    if head.lemma_ not in words("copulas"):
        found = lookup(head, place)
        if found is not None:
            return found
        degree = _degree(head) if form == "inf" else None
        if degree is not None:
            return degree
    for child in head.children:
        if (child.dep_ in _PREDICATES and child.i < verb.i) or child.dep_ == "acomp":
            found = lookup(child, place) or (_degree(child) if form == "inf" else None)
            if found is not None:
                return found
        elif child.dep_ == "nsubj" and head.lemma_ in words("copulas"):
            found = lookup(child, "be")
            if found is not None:
                return found
    if semimodal is not None:
        return semimodal
    return lookup(head, place) if head.lemma_ in words("copulas") and form != "inf" else None


def _asks(verb: Token) -> bool:
    """Whether the clause is a question about a detail: "who", "why", "how"."""
    first = [c for c in verb.children if c.i < verb.i and c.dep_ != "punct"][:1]
    return any(c.lower_ in words("questions") or c.left_edge.lower_ in words("questions") for c in first)


def _has_own_subject(verb: Token, head: Token) -> bool:
    """Whether somebody else than the head's subject is to do it: "wants X to leave"."""
    return any(c.dep_ == "nsubj" for c in verb.children) or any(
        c.dep_ == "dobj" and c.i < verb.i and c.pos_ in _NOMINAL for c in head.children
    )


def _semimodal(head: Token, form: str) -> Step | None:
    """A verb used as a modal: "is to leave", "has to leave", "is going to leave"."""
    modal = embedding().semimodals.get(head.lemma_.lower())
    if modal is None or form != "inf" or (modal.form and modal.form != head.lower_):
        return None
    if lookup(head, "inf") is not None and len(lookup_words(head)) > 1:
        return lookup(head, "inf")
    if head.lower_ in words("inverted-copula") and any(c.dep_ == "nsubj" and c.i > head.i for c in head.children):
        return step(head, "condition", "inversion")
    if any(c.dep_ in {"dobj", "acomp", "attr", "prep", "prt"} and c.i > head.i for c in _first(head)):
        return None
    if modal.form and (head.i + 1 >= len(head.doc) or head.nbor(1).tag_ != "TO"):
        return None
    shifted = head.dep_ == "ccomp" and head.head.tag_ in {"VBD", "VBN"}  # "said that it had to leave"
    return step(head, modal.past if modal.past and in_past(head) and not shifted else modal.operator)


def _first(head: Token) -> list[Token]:
    """What stands between a verb and the infinitive after it."""
    later = [c.i for c in head.children if c.dep_ in {"xcomp", "advcl", "ccomp"} and c.i > head.i]
    return [c for c in head.children if not later or c.i < later[0]]


def lookup_words(head: Token) -> list[str]:
    """The words of the phrase that governs an infinitive, as its knowledge entry writes them."""
    found = lookup(head, "inf")
    return found.entry.rpartition("/")[2].split() if found else []


def _degree(adjective: Token) -> Step | None:
    """Whether "too weak to attack" (does not) or "strong enough to attack" (could)."""
    for child in adjective.children:
        if child.lower_ in words("excess") and child.dep_ == "advmod":
            return step(child, "turns")
        if child.lower_ in words("sufficiency") and child.dep_ == "advmod":
            return step(child, "able")
    return None


def _on_noun(verb: Token, noun: Token, form: str) -> Place:
    """A clause on a noun: relative ("towns that it took"), participle ("men fleeing") or infinitive."""
    if form == "inf":
        addressed = _addressing(noun)
        if addressed is not None:
            return Place(addressed[0], (addressed[1],))
        return Place(noun, (step(verb, "purpose", "to"),))
    if form == "that" and verb.dep_ != "relcl" and complement(verb):
        return Place(noun, (step(verb, "content", "that"),))
    if form == "ing" and noun.dep_ == "dobj" and (seen := lookup(noun.head, "ing")) is not None:
        return Place(noun.head, (seen,))  # "showed soldiers beating prisoners"
    if form in {"ing", "part"} and noun.dep_ == "pobj":
        governor = noun.head.head
        if noun.pos_ in {"PRON", "DET"} and governor.lemma_ in words("copulas"):  # "was among those killed"
            return Place(noun)
        above = lookup(governor, noun.head.lower_)
        if above is not None and above.operator not in {"carries", "presupposes"}:
            return Place(noun)
    if noun.dep_ == "attr" and any(c.tag_ == "PRP" and c.dep_ == "nsubj" for c in noun.head.children):
        return Place(noun.head)  # "it was not the army that shelled the town"
    if form == "that" and _free_choice(noun) and not in_past(verb):
        return Place(noun, (step(noun, "any"),))
    return Place(noun, cut=True)


def _addressing(noun: Token) -> tuple[Token, Step] | None:
    """The verb whose infinitive the parser hung on its object: "urged the minister, X Y, to act"."""
    while noun.dep_ in {"appos", "conj"}:
        noun = noun.head
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ not in {"dobj", "pobj", "nsubj", "dative"} or verb.pos_ not in {"VERB", "AUX"}:
        return None
    found = lookup(verb, "obj-inf") or lookup(verb, "inf")
    return (verb, found) if found is not None and found.operator in {"demands", "carries", "turns"} else None


def _free_choice(noun: Token) -> bool:
    free = words("free-choice")
    return noun.lower_ in free or any(c.dep_ in {"det", "predet"} and c.lower_ in free for c in noun.children)
