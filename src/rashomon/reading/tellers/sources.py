"""Whose words they are: the source of a cue."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.knowledge.deeds import senses
from rashomon.knowledge.reporting import Cue
from rashomon.reading.syntax import antecedent, is_passive, objects, phrase, subjects
from rashomon.reading.syntax.resuming import resumes_telling
from rashomon.reading.tellers.cues import Found
from rashomon.reading.tellers.ground import Ground, is_finite, is_nominal, listed

_RUN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART"})


@dataclass(frozen=True)
class Source:
    """Who tells.

    Attributes:
        token: head of the source's noun phrase.
        open: the text speaks of a telling but names nobody.
        own: the first person: the author, or within a quotation its speaker.
        negative: expressly nobody ("no group").
    """

    token: Token | None
    open: bool = False
    own: bool = False
    negative: bool = False


NOBODY = Source(None, open=True)
NO_ONE = Source(None, open=True, negative=True)


def of_verb(found: Found, cue: Cue, ground: Ground) -> Source | None:
    """The source of a verb in one frame; None: the frame does not fit."""
    head = found.head
    if cue.receives or (cue.passive == "addressee" and passive(head)):
        giver = _after(head)
        if giver is not None:
            return _checked(giver, cue, ground)
        if cue.receives:
            return NOBODY
    if passive(head):
        agents = subjects(head)
        if agents:
            return _checked(agents[0], cue, ground)
        return NOBODY if cue.passive is not None or "obj" in cue.content or _expletive(head) else None
    if cue.passive == "accused" and head.tag_ in {"VBN", "VBD"} and not objects(head):
        return NOBODY  # a headline's "X accused of doing"
    token = _subject(found, cue, ground)
    if token is None:
        return None
    return _checked(token, cue, ground)


def of_noun(noun: Token, ground: Ground) -> Source:
    """The source of a telling noun: "X's claim", "a claim by X", "Israeli claims", "X made the claim"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return _named(child, ground)
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and listed(child, "givers"):
            for obj in child.children:
                if obj.dep_ == "pobj" and is_nominal(obj):
                    return _named(obj, ground)
    for outer in noun.children:
        for obj in outer.children if outer.dep_ == "prep" else ():
            if _done_by(obj):
                continue  # "allegations of torture by the guards"
            for inner in obj.children:
                if inner.dep_ == "prep" and listed(inner, "givers"):
                    givers = [
                        c for c in inner.children if c.dep_ == "pobj" and ground.category(c) in {"person", "group"}
                    ]
                    if givers:
                        return _named(givers[0], ground)
    following = noun.i + 1
    if following + 1 < len(noun.doc) and listed(noun.doc[following], "givers"):
        giver = noun_at(following + 1, ground.segment(noun.i)[1], ground)
        if giver is not None:
            return _named(giver, ground)
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod"} and _names_a_body(child, ground):
            return _named(child, ground)
    return NOBODY


def _done_by(noun: Token) -> bool:
    """Whether a noun is a deed that is done "by" somebody: "torture"."""
    return any("by" in sense.frame.get("agent", ()) for sense in senses().get((noun.lemma_.lower(), "noun"), ()))


def is_telling_noun(token: Token, ground: Ground) -> bool:
    """Whether a word is a noun for what was said ("charge", "claims"), also where it was tagged as a verb."""
    cues = ground.knowledge.nouns.get(token.lemma_.lower(), ())
    noun = token.pos_ in {"NOUN", "PROPN"} or token.dep_ in {"dobj", "oprd", "pobj"}
    return noun and bool(cues) and all("to" not in cue.content for cue in cues)


def named(token: Token, ground: Ground) -> Source:
    """The source that this noun phrase names."""
    return _named(token, ground)


def noun_at(start: int, end: int, ground: Ground) -> Token | None:
    """The head of the noun phrase that begins at `start`: by syntax, else the last noun of the first run."""
    doc = ground.doc
    run: list[Token] = []
    for token in doc[start:end]:
        if (
            token.pos_ not in _RUN
            and not (token.text in {"-", "'s", "’s", "&"} and run)
            and token.tag_ not in {"VBG", "VBN"}
        ):
            break
        if token.tag_ in {"WDT", "WP", "WP$", "IN"} or (token.tag_ == "PRP" and any(is_nominal(t) for t in run)):
            break
        run.append(token)
    while len(run) > 1 and run[-1].ent_type_ in {"DATE", "TIME"}:
        run.pop()
    nominal = [t for t in run if is_nominal(t) and t.tag_ != "POS"]
    if not nominal:
        return None
    heads = [t for t in nominal if t.head.i < start or t.head.i >= run[-1].i + 1 or t.head.pos_ not in _RUN]
    return heads[-1] if heads and heads[-1].pos_ != "DET" else nominal[-1]


def span(token: Token) -> tuple[int, int]:
    """Token range of the source's phrase with the modifiers that follow it."""
    start, end = phrase(token)
    for child in token.children:
        if child.dep_ in {"prep", "relcl", "acl", "appos"} and child.i > token.i:
            end = max(end, child.right_edge.i + 1)
    return start, end


def _subject(found: Found, cue: Cue, ground: Ground) -> Token | None:
    head = found.head
    before = ground.doc[head.i - 1] if head.i else None
    inverted = before is not None and (ground.delimits(before.i) or head.i == ground.layout.sentence(head.i)[0])
    around = ground.within(head.i)
    own = [c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"} and ground.within(c.i) == around]
    if not own and resumed(head):
        return _subject(Found(head.head.head, [head.head.head]), cue, ground)
    if inverted and not cue.addressee and not any(c.i < head.i for c in own) and head.tag_ in {"VBD", "VBZ", "VBP"}:
        sentence = ground.layout.sentence(head.i)
        end = head.i + 1
        while end < sentence[1] and not ground.delimits(end):
            end += 1
        token = noun_at(head.i + 1, end, ground)
        if token is not None:
            return token
    near = [c for c in own if c.i < head.i and c.dep_ == "nsubj" and not passive(head) and not _object_before(c)]
    if near and near[-1].tag_ not in {"WP", "WDT", "DT"}:
        return near[-1]
    parted = head.dep_ != "conj" or not any(t.pos_ == "CCONJ" for t in ground.doc[head.head.i : head.i])
    lost = not own and parted and head.dep_ not in {"relcl", "acl", "xcomp", "pcomp"} and is_finite_verb(head)
    if lost and (token := _part_subject(head, ground)) is not None:
        return token
    candidates = [t for t in subjects(head) if t != head]
    if candidates:
        return candidates[0]
    return _before(head, ground)


def _object_before(token: Token) -> bool:
    """Whether a pronoun is what a relative clause before it lacks: "the general who took **it** now says"."""
    verb = token.nbor(-1) if token.i > 0 else None
    return verb is not None and token.tag_ == "PRP" and verb.dep_ == "relcl" and verb.head.i < token.i


def is_finite_verb(head: Token) -> bool:
    """Whether a verb is finite by itself or by its auxiliaries."""
    return is_finite(head) or any(is_finite(c) for c in head.children if c.dep_ in {"aux", "auxpass"})


def passive(head: Token) -> bool:
    """Whether a verb of telling is passive: "said by radio" is not."""
    means = [
        p for c in head.children if c.dep_ == "agent" for p in c.children
        if p.dep_ == "pobj" and p.tag_ == "NN"
        and not any(x.dep_ in {"det", "poss", "amod", "compound"} for x in p.children)
    ]  # fmt: skip
    deps = {c.dep_ for c in head.children}
    if "nsubj" in deps and (means or ("dobj" in deps and "auxpass" not in deps)):
        return False
    return is_passive(head)


def told_things(head: Token) -> list[Token]:
    """The objects of a verb of telling: "documented raids by the army" is not passive."""
    if not passive(head) and is_passive(head):
        return [c for c in head.children if c.dep_ == "dobj"]
    return objects(head)


def resumed(head: Token) -> bool:
    """Whether a verb goes on with an earlier cue, though the parser hung it on what that one tells:
    "denies that troops fired but admits ...", "said he would stay and accused ..." (by their tenses).
    So does "blamed" in "said three had died and blamed ..."."""
    told = head.head
    if head.dep_ != "conj" or told.dep_ != "ccomp":
        return False
    kinds = {c.dep_ for c in head.children}
    tense = "VBD" if head.tag_ == "VBN" and "dobj" in kinds and not kinds & {"aux", "auxpass"} else head.tag_
    if tense not in {"VBD", "VBZ", "VBP"} or tense != told.head.tag_:
        return False
    if resumes_telling(head):
        return True
    return told.tag_ == "VB" or (told.tag_ == "VBD" and tense != "VBD")


def _part_subject(head: Token, ground: Ground) -> Token | None:
    """The noun phrase that opens the comma-bounded part in which a verb without a subject stands."""
    start, _ = ground.segment(head.i)
    first = ground.layout.sentence(head.i)[0]
    if start == head.i and ground.doc[start - 1].text == ")":
        while start > first and ground.doc[start].text != "(":
            start -= 1
        return noun_at(ground.segment(start - 1)[0], start, ground)
    if start == head.i and start - 2 > first:  # "an officer, speaking on the telephone, told ..."
        start, end = ground.segment(start - 2)
        if start - 2 > first and (
            ground.doc[start].tag_ in {"VBG", "VBN", "WP", "DT"} or ground.doc[start].pos_ == "ADP"
        ):
            start, end = ground.segment(start - 2)
        return noun_at(start, end, ground)
    while start < head.i and listed(ground.doc[start], "lead_ins"):
        start += 1
    between = ground.doc[start : head.i]
    if not between or any(is_finite(t) and t.head != head and t.dep_ not in {"acl", "relcl"} for t in between):
        return None
    return noun_at(start, head.i, ground)


def _before(head: Token, ground: Ground) -> Token | None:
    """The noun that stands right before a finite verb whose subject the parser lost."""
    at = head.i - 1
    start = ground.layout.sentence(head.i)[0]
    if head.tag_ == "NN":
        return noun_at(ground.segment(head.i)[0], head.i, ground)
    if head.tag_ not in {"VBD", "VBZ", "VBP", "NNS"}:
        return None
    while at >= start and (
        ground.doc[at].pos_ in {"ADV", "AUX"} or ground.doc[at].dep_ in {"aux", "advmod", "npadvmod"}
    ):
        at -= 1
    token = ground.doc[at] if at >= start else None
    if token is not None and (token.pos_ in {"NOUN", "PROPN"} or token.tag_ in {"PRP", "WP", "WDT"}):
        return antecedent(token)
    return None


def _checked(token: Token, cue: Cue, ground: Ground) -> Source | None:
    """The source, if it is of the sort that this cue needs."""
    word = token.lower_
    if listed(token, "it") and cue.words[0] in ground.knowledge.grammar["be"]:
        return None
    if listed(token, "not_sources") and token.pos_ in {"PRON", "DET", "SCONJ"}:
        return None
    if ground.knowledge.has("nobodies", word) or any(listed(c, "negative") for c in token.children if c.dep_ == "det"):
        thing = "self" in cue.content or ("obj" in cue.content and "that" not in cue.content)
        return None if thing else NO_ONE
    if cue.needs == "work" and not _is_work(token, ground):
        return None
    if cue.needs == "teller" and not _can_tell(token, ground):
        return None
    return _named(token, ground)


def _named(token: Token, ground: Ground) -> Source:
    if ground.knowledge.has("first_person", token.lower_):
        return Source(None, own=True)
    return Source(token)


def _can_tell(token: Token, ground: Ground) -> bool:
    if _is_work(token, ground) or token.pos_ in {"PROPN", "PRON"}:
        return True
    category = ground.category(token)
    return category in {"person", "group"} or (category in {"unknown", "place"} and token.tag_ != "VBG")


def _is_work(token: Token, ground: Ground) -> bool:
    knowledge = ground.knowledge
    if knowledge.has("works", token.lemma_.lower()) or knowledge.has("outlets", token.lemma_.lower()):
        return True
    if not listed(token, "work_pronouns"):
        return False
    sentence = ground.layout.sentence(token.i)
    for start, end in [(sentence[0], token.i), *ground.layout.before(sentence, 2)]:
        for other in ground.doc[start:end]:
            if other.dep_ in {"nsubj", "nsubjpass", "ROOT"} and other.pos_ in {"NOUN", "PROPN"}:
                return knowledge.has("works", other.lemma_.lower())
            if other.dep_ in {"nsubj"} and other.tag_ == "PRP" and not listed(other, "work_pronouns"):
                return False
    return False


def _names_a_body(token: Token, ground: Ground) -> bool:
    if token.i and token.doc[token.i - 1].text == "-":
        return False
    return ground.category(token) == "group" or token.ent_type_ in {"ORG", "NORP", "GPE"} or token.pos_ == "PROPN"


def _after(head: Token) -> Token | None:
    for child in head.children:
        if child.dep_ in {"prep", "agent"} and listed(child, "givers"):
            for obj in child.children:
                if obj.dep_ == "pobj" and is_nominal(obj):
                    return obj
    return None


def _expletive(head: Token) -> bool:
    return any(c.dep_ in {"nsubjpass", "expl", "nsubj"} and listed(c, "it") for c in head.children)
