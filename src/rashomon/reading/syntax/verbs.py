"""Who does and who undergoes what a verb says: deep subjects and objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.knowledge.classes import in_class
from rashomon.reading.syntax.gaps import main_of, told_object, told_of
from rashomon.reading.syntax.phrases import next_subject, ruled_out
from rashomon.reading.syntax.resuming import resumes_telling
from rashomon.reading.syntax.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "X", "DET"}


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: "was hit", "the town hit by", "hit towns" (participle before a noun)."""
    if any(c.dep_ in {"auxpass", "nsubjpass", "agent"} for c in verb.children):
        return True
    if told_of(verb) is not None:
        return False
    if verb.tag_ == "VBD" and verb.dep_ == "acl":  # "the town hit by shells", not "news that they hit the town"
        return not any(c.dep_ in {"nsubj", "dobj", "mark"} for c in verb.children)
    if verb.tag_ != "VBN":
        return False
    if any(c.dep_ == "aux" and c.lemma_ in {"have", "’ve", "'ve"} for c in verb.children):
        return False
    if verb.dep_ in {"ROOT", "ccomp"} and not any(c.dep_ in {"aux", "dobj"} for c in verb.children):
        return _has_subject_slot(verb)  # "Ten killed in Orsa": a headline's passive
    if verb.dep_ in {"acl", "amod", "acomp", "oprd", "advcl", "attr"}:
        return not any(c.dep_ == "dobj" for c in verb.children) or verb.dep_ == "amod"
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        # "12 were killed and 30 wounded": an auxiliary of the first serves both
        return is_passive(verb.head) and not any(c.dep_ in {"dobj", "aux", "auxpass"} for c in verb.children)
    return False


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token itself."""
    if token.lower_ not in words("relative_pronouns") | words("place_relatives"):
        return token
    if token.tag_ not in {"WP", "WDT", "WP$", "WRB", "IN", "DT"}:
        return token
    node = token
    while node.head != node:
        if node.dep_ == "relcl" or (node.dep_ == "acl" and node.head.pos_ in _NOMINAL):
            return _affirmed(node.head)
        node = node.head
    return token


def surface_subjects(verb: Token, seen: frozenset[int] = frozenset()) -> list[Token]:
    """The grammatical subject, looked up through coordination, control, participles and relatives."""
    if verb.i in seen:
        return []
    seen = seen | {verb.i}
    if (told := told_of(verb) or main_of(verb)) is not None:
        return [told]
    own = [antecedent(c) for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "csubj"} and _subject_like(c)]
    if own:
        return own[-1:]
    if verb.dep_ in {"conj", "ccomp", "ROOT"} and (taken := _taken_for_conjunct(verb)):
        return [taken]
    if misread := _misread_subject(verb, seen):
        return misread
    possessor = [c for c in verb.children if c.dep_ == "poss"]
    if possessor and verb.tag_ == "VBG":
        return possessor
    head = verb.head
    if head == verb:
        return []
    if verb.dep_ in {"conj", "dep"}:
        if resumes_telling(verb):
            return surface_subjects(head.head, seen)
        for above in (head, *head.ancestors):  # a finite verb is no conjunct of an infinitive
            head = above
            if not (_finite(verb) and head.tag_ == "VB" and _infinitive(head) and head.head.pos_ in {"VERB", "AUX"}):
                break
        if head.pos_ in {"VERB", "AUX"}:
            return surface_subjects(head, seen)
        return []
    if verb.dep_ in {"xcomp", "oprd"}:
        return _controller(verb, head, seen)
    if verb.dep_ == "advcl":
        infinitive = _infinitive(verb)
        if infinitive and head.lemma_ in words("object_control"):
            return _controller(verb, head, seen)
        if verb.tag_ in {"VBG", "VBN"} or infinitive or not _has_subject_slot(verb):
            return surface_subjects(head, seen) if head.pos_ in {"VERB", "AUX"} else []
        return []
    if verb.dep_ == "relcl" and not (_infinitive(verb) and not _relative(verb)):
        return [] if _gap_is_object(verb) else [_affirmed(head)]
    if verb.dep_ in {"acl", "relcl"}:
        return _of_modified_noun(verb, head, seen)
    if _those_doing(verb):
        return [verb.nbor(-1)]
    if _gerund_before_object(verb):
        return _under_preposition(verb, head.head, seen)
    if verb.dep_ == "amod":
        return _hyphenated(verb) if is_passive(verb) else [head]
    if verb.dep_ in {"pcomp", "pobj"} and (
        head.dep_ in {"prep", "agent", "dative", "advcl", "pcomp"} or (head.dep_ == "conj" and head.pos_ == "ADP")
    ):
        return _under_preposition(verb, head, seen)
    if verb.dep_ in {"ccomp", "aux", "auxpass"} and head.pos_ in {"VERB", "AUX"} and verb.tag_ in {"VBG", "VB", "VBN"}:
        return _controller(verb, head, seen) if verb.dep_ == "ccomp" else surface_subjects(head, seen)
    return []


def _misread_subject(verb: Token, seen: frozenset[int]) -> list[Token]:
    """A subject that the parser missed: the noun right before a verb that it took for a compound ("that the
    junta reinstate him"), or that of a verb which it took for a subject ("they **bombed** Orsa, took Belvar and")."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    if before is not None and before.dep_ == "compound" and before.head == verb and before.pos_ in {"NOUN", "PROPN"}:
        object_after = verb.tag_ == "VBG" and any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)
        return [before] if object_after or verb.tag_ in {"VB", "VBD", "VBZ", "VBP"} else []
    if before is not None and before.dep_ == "pobj" and before.head.head == verb and _dated(before):
        return [before] if verb.tag_ in {"VBD", "VBZ", "VBP"} else []
    clauses = [c for c in verb.children if c.dep_ in {"nsubj", "csubj"} and c.tag_ in {"VBD", "VBZ", "VBP"}]
    return surface_subjects(clauses[0], seen) if clauses and clauses[0].i < verb.i else []


def _dated(noun: Token) -> bool:
    """Whether a date before it was taken for a part of the noun: "on **Friday** rebels seized the port"."""
    first = noun.left_edge
    dated = first.ent_type_ == "DATE" or first.lemma_.lower() in words("dating")
    return first.i < noun.i and dated and noun.head.i == first.i - 1 and noun.ent_type_ != "DATE"


def _affirmed(noun: Token) -> Token:
    """In "it was X, not Y, who did it", X."""
    return noun.head if ruled_out(noun) and noun.head.pos_ in _NOMINAL else noun


def _infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _finite(verb: Token) -> bool:
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return (helpers[0] if helpers else verb).tag_ in {"VBD", "VBZ", "MD"}


def _relative(verb: Token) -> bool:
    """Whether a relative pronoun stands in the clause before its verb."""
    return any(antecedent(t) != t for t in verb.subtree if t.i < verb.i)


def _subject_like(token: Token) -> bool:
    return token.pos_ in _NOMINAL or token.tag_ in {"WP", "WDT", "VBG", "JJ", "NNP", "CD"}


def _has_subject_slot(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def _controller(verb: Token, head: Token, seen: frozenset[int]) -> list[Token]:
    """Who does an infinitive: the object of "urged X to go", the subject of "promised to go"."""
    if head.pos_ in {"ADJ", "ADV"} and head.head != head:
        return surface_subjects(head.head, seen) if head.dep_ != "amod" else [head.head]
    if head.pos_ == "NOUN":
        return _of_modified_noun(verb, head, seen)
    if not is_passive(head) and head.lemma_ not in words("subject_control"):
        controllers = [antecedent(c) for c in head.children if c.dep_ in {"dobj", "dative"} and c.i < verb.i]
        if controllers and controllers[-1].pos_ in _NOMINAL:
            return controllers[-1:]
        through = {"on", "upon", "for"} | ({"to", "with"} if head.lemma_ in words("object_control") else set())
        prepositional = [
            p for c in head.children if c.dep_ == "prep" and c.lower_ in through and c.i < verb.i
            for p in c.children if p.dep_ == "pobj"
        ]  # fmt: skip
        if prepositional:
            return prepositional[-1:]
    return surface_subjects(head, seen)


def _of_modified_noun(verb: Token, noun: Token, seen: frozenset[int]) -> list[Token]:
    """The subject of a participle or infinitive that hangs on a noun."""
    if not _infinitive(verb):
        return [_nearer(verb, noun)]
    possessors = [c for c in noun.children if c.dep_ == "poss"]
    if possessors:
        return possessors
    by = [p for c in noun.children if c.dep_ in {"prep", "agent"} and c.lower_ in {"by", "for"} for p in c.children
          if p.dep_ == "pobj" and p.i < verb.i]  # fmt: skip
    if by:
        return by
    governor = noun.head
    modifiers = [
        c for c in noun.children
        if c.dep_ in {"compound", "amod", "nmod"} and (c.pos_ in {"PROPN", "NOUN"} or c.text[:1].isupper())
    ]  # fmt: skip
    if noun.lemma_ in words("campaigns"):
        named = [c for c in modifiers if c.text[:1].isupper()]
        above = governor.head if governor.pos_ == "ADP" else governor
        if named or above.lemma_ in words("discussing"):
            return named[:1]
    if noun.dep_ in {"dobj", "attr"} and governor.pos_ in {"VERB", "AUX"}:
        return [] if is_passive(governor) else surface_subjects(governor, seen)
    if noun.dep_ == "pobj" and governor.head.pos_ in {"VERB", "AUX"}:
        return surface_subjects(governor.head, seen)
    return modifiers[:1]


def _nearer(verb: Token, noun: Token) -> Token:
    """Who does a gerund hung on what is known or said of it: "knowledge of **the army** bombing the school"."""
    if not verb.i:
        return noun
    before = verb.nbor(-1)
    acts = in_class(noun.lemma_, "person") or in_class(noun.lemma_, "group")
    of = before.dep_ == "pobj" and before.head.lower_ == "of" and before.head.head == noun
    return before if of and verb.tag_ == "VBG" and not acts else noun


def _under_preposition(verb: Token, preposition: Token, seen: frozenset[int]) -> list[Token]:
    while preposition.dep_ == "conj" and preposition.head.pos_ == "ADP":  # "of stealing X and of paying Y"
        preposition = preposition.head
    governor = preposition.head
    if governor.pos_ in {"VERB", "AUX"}:
        if preposition.lower_ in words("object_control_prepositions"):
            if is_passive(governor):
                return surface_subjects(governor, seen)
            patients = [antecedent(c) for c in governor.children if c.dep_ in {"dobj", "dative"} and c.i < verb.i]
            if patients:
                return patients[-1:]
        return surface_subjects(governor, seen)
    if governor.pos_ in {"NOUN", "PROPN", "PRON"} or governor.dep_ in {"dobj", "nsubjpass"}:
        if governor.dep_ in {"dobj", "nsubjpass"} and preposition.lower_ in words("object_control_prepositions"):
            verb_above = governor.head
            accused = governor.pos_ == "PROPN" or verb_above.lemma_ in words("accusing")
            if verb_above.pos_ == "VERB" and accused:
                return [governor]
        return _of_modified_noun_or_owner(governor, seen)
    if governor.pos_ == "ADJ":
        return [governor.head] if governor.dep_ == "amod" else surface_subjects(governor.head, seen)
    return []


def _of_modified_noun_or_owner(noun: Token, seen: frozenset[int]) -> list[Token]:
    possessors = [c for c in noun.children if c.dep_ == "poss"]
    if possessors:
        return possessors
    governor = noun.head
    if noun.dep_ in {"dobj", "attr"} and governor.pos_ in {"VERB", "AUX"} and not is_passive(governor):
        return surface_subjects(governor, seen)
    if noun.dep_ == "pobj" and governor.head.pos_ in {"VERB", "AUX"}:
        return surface_subjects(governor.head, seen)
    return []


def _hyphenated(verb: Token) -> list[Token]:
    """The doer in "rebel-held", "US-backed"."""
    if verb.i >= 2 and verb.nbor(-1).text in {"-", "–", "‑"} and not verb.nbor(-1).whitespace_:
        return [verb.nbor(-2)]
    return []


def _gap_is_object(verb: Token) -> bool:
    """Whether a relative clause leaves out its object: "the town the army took"."""
    return any(c.dep_ in {"nsubj", "nsubjpass"} and antecedent(c) == c for c in verb.children)


def subjects(verb: Token) -> list[Token]:
    """Who does it: by-phrase in the passive, else the subject (one head token; coordination is apart)."""
    if is_passive(verb):
        by = [
            antecedent(p) for c in verb.children if c.dep_ in {"agent", "prep"} and c.lower_ == "by"
            for p in c.children if p.dep_ == "pobj"
        ]  # fmt: skip
        by.sort(key=lambda t: (t.i < verb.i, t.i))  # "by nightfall the town was held by X"
        by = by or at_the_hands_of(verb)
        if by:
            return by[:1]
        if hyphenated := _hyphenated(verb):
            return hyphenated
        if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and is_passive(verb.head):
            return subjects(verb.head) if not _has_subject_slot(verb) else []
        later = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and is_passive(c)]
        return subjects_by_phrase(later[0]) if later and not _has_subject_slot(later[0]) else []
    return surface_subjects(verb)


def at_the_hands_of(token: Token) -> list[Token]:
    """Who did it, in "suffered at the hands of X"."""
    return [
        antecedent(doer) for c in token.children if c.dep_ == "prep" and c.lower_ == "at"
        for hands in c.children if hands.lower_ in words("doing_hands")
        for of in hands.children if of.dep_ == "prep" and of.lower_ == "of"
        for doer in of.children if doer.dep_ == "pobj"
    ]  # fmt: skip


def subjects_by_phrase(verb: Token) -> list[Token]:
    """The by-phrase of a passive, shared leftwards: "bombed and strafed by jets"."""
    return [antecedent(p) for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"][:1]


def objects(verb: Token) -> list[Token]:
    """Whom it is done to: the passive's subject, the relative's antecedent, else the direct object."""
    if is_passive(verb):
        if verb.dep_ in {"acl", "amod"}:
            return [verb.head]
        own = [antecedent(c) for c in verb.children if c.dep_ == "dobj"]
        subject = surface_subjects(verb)
        if verb.dep_ == "conj" and verb.head.dep_ in {"acl", "amod"} and not subject:
            return [verb.head.head]
        return subject or own
    if _gerund_before_object(verb) or _those_doing(verb):
        return [verb.head]
    if (told := told_object(verb)) is not None:
        return [told]
    own = [antecedent(c) for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and not _stranded(verb, c)]
    if own:
        return own[:1]
    if verb.dep_ == "relcl" and _gap_is_object(verb) and not _dangling(verb):
        overt = any(antecedent(d) != d and d.lower_ != "that" for d in verb.subtree if d.i < verb.i)
        if not overt:
            return [verb.head]
    if (clefted := _cleft(verb)) is not None and _has_subject_slot(verb):
        return [clefted]
    later = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    if later and not any(t.is_punct or t.dep_ in {"prep", "mark"} for t in verb.doc[verb.i + 1 : later[0].i]):
        return [antecedent(c) for c in later[0].children if c.dep_ == "dobj"][:1]
    return []


def _taken_for_conjunct(verb: Token) -> Token | None:
    """The subject right before the verb that the parser coordinated with an object before it."""
    for before in reversed(list(verb.doc[max(verb.sent.start, verb.i - 4) : verb.i])):
        if before.pos_ in {"NOUN", "PROPN"}:
            return before if next_subject(before) == verb else None
        if before.pos_ not in {"AUX", "ADV"} and before.dep_ != "neg":
            return None
    return None


def _those_doing(verb: Token) -> bool:
    """Whether the parser took "those fighting Orsa" for an Orsa that fights."""
    if verb.dep_ != "amod" or verb.tag_ != "VBG" or not verb.i:
        return False
    return verb.nbor(-1).lower_ in words("those")


def _gerund_before_object(verb: Token) -> bool:
    """Whether the parser took "in clearing areas" for areas that clear: a gerund right after a preposition."""
    if verb.dep_ != "amod" or verb.tag_ != "VBG" or verb.head.dep_ != "pobj":
        return False
    return verb.i == verb.head.left_edge.i and verb.head.head.i == verb.i - 1


def _cleft(verb: Token) -> Token | None:
    """The noun that "it was X that ..." moves out of the clause."""
    head = verb.head
    if verb.dep_ not in {"ccomp", "advcl", "acl"} or head.lemma_ != "be":
        return None
    if not any(c.dep_ in {"nsubj", "expl"} and c.lower_ == "it" for c in head.children):
        return None
    return next((c for c in head.children if c.dep_ == "attr" and c.i < verb.i), None)


def _stranded(verb: Token, pronoun: Token) -> bool:
    """Whether a relative pronoun is the object of a stranded preposition, not of the verb."""
    return verb.dep_ == "relcl" and antecedent(pronoun) != pronoun and bool(_dangling(verb))


def _dangling(verb: Token) -> list[Token]:
    """Prepositions left without an object: "the post they fired on"."""
    return [c for c in verb.children if c.dep_ in {"prep", "prt"} and c.tag_ == "IN" and not list(c.children)]
