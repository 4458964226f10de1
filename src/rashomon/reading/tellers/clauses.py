"""Tellings by verbs and nouns that govern a clause or phrase, and by verbs that stand as asides."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.knowledge.reporting import Cue
from rashomon.reading.syntax import objects, subjects
from rashomon.reading.tellers import aside, content, sources
from rashomon.reading.tellers.cues import Found
from rashomon.reading.tellers.drafts import Draft, draft
from rashomon.reading.tellers.ground import Ground, is_nominal, listed
from rashomon.reading.tellers.sources import NOBODY, Source, is_finite_verb, passive


def by_nouns(nouns: list[Found], ground: Ground) -> list[Draft]:
    """Tellings by nouns: "the army's claim that ...", "reports of ...", "a demand by X to ..."."""
    drafts = []
    for found in nouns:
        for cue in found.cues:
            ranges = content.of_noun(found, cue, ground)
            if not ranges:
                continue
            source = _noun_source(found.head, ground)
            if source is NOBODY and not cue.hearsay and cue.factuality is None:
                break
            item = draft(found, cue, source, ranges, "noun", ground)
            if cue.bare and source is not NOBODY:
                item.factuality = None
            if not cue.bare and source is NOBODY and cue.endorsement == "endorses":
                item.factuality = None
            drafts.append(item)
            break
    return drafts


def by_verbs(verbs: list[Found], nouns: list[Draft], ground: Ground) -> list[Draft]:
    """Tellings by verbs. Nouns whose claim a verb denies, confirms or receives are changed or taken out."""
    drafts: list[Draft] = []
    heads = {item.head: item for item in nouns}
    for found in verbs:
        if _is_mere_modifier(found.head) or _unspoken(found, ground):
            continue
        item = _governing(found, heads, nouns, ground) or _standing_apart(found, ground)
        if item is not None:
            drafts.append(item)
    return drafts


def _governing(found: Found, heads: dict[int, Draft], nouns: list[Draft], ground: Ground) -> Draft | None:
    """The telling of a verb that governs what it tells."""
    for cue in found.cues:
        if cue.needs == "reflexive" and not _reflexive(found.head):
            continue
        if "noun" in cue.content:
            item = _through_noun(found, cue, heads, nouns, ground)
            if item is not None or cue.content == {"noun"}:
                if item is not None:
                    return item
                continue
        ranges = content.of_verb(found, cue, ground)
        if not ranges:
            continue
        source = _verb_source(found, cue, ground)
        if source is None:
            continue
        if source is NOBODY and not _tells_unnamed(found, cue):
            continue
        if source.token is not None and source.token.i > found.head.i:
            if not passive(found.head) and any(start <= source.token.i < end for start, end in ranges):
                continue  # "..., said X, and Y ...": what follows X is no clause of the verb's
            if passive(found.head) and any(_infinitive_of(source.token, start, ground) for start, _ in ranges):
                continue  # "was encouraged by the decision to ...": it belongs to the source
        for noun in [n for n in nouns if found.head.i < n.head < ranges[0][0] == n.ranges[0][0]]:
            nouns.remove(noun)  # "said in a statement that ...": one telling
        return draft(found, cue, source, ranges, "clause", ground)
    return None


def _infinitive_of(source: Token, start: int, ground: Ground) -> bool:
    return source.i < start <= source.right_edge.i and ground.doc[start].tag_ == "TO"


def _tells_unnamed(found: Found, cue: Cue) -> bool:
    """Whether a passive that names nobody still makes its content hearsay."""
    if cue.endorsement != "neutral" or cue.factuality not in {None, "possible"}:
        return False
    if not passive(found.head):
        return True
    return cue.passive in {"addressee", "raised", "accused"}


def _verb_source(found: Found, cue: Cue, ground: Ground) -> Source | None:
    head = found.head
    governor = head.head
    if head.dep_ == "pcomp" and listed(governor, "as") and ground.knowledge.has("citing", governor.head.lemma_.lower()):
        spoken = objects(governor.head) or subjects(governor.head)
        if spoken:
            return sources.named(spoken[0], ground)
    return sources.of_verb(found, cue, ground)


def _through_noun(found: Found, cue: Cue, heads: dict[int, Draft], nouns: list[Draft], ground: Ground) -> Draft | None:
    """A verb whose object is a telling noun: "dismissed the claim that", "passed on word from X that"."""
    noun = _object_noun(found, heads, ground)
    if noun is None:
        return None
    source = _verb_source(found, cue, ground)
    if source is None or (source.token is None and not source.own):
        return None
    if cue.factuality == "possible":  # "has received reports of"
        pronoun = source.token is not None and source.token.tag_ == "PRP"
        if noun.source.token is None and not pronoun:
            noun.source, noun.factuality = source, "possible"
        return None
    if cue.factuality is None and cue.endorsement == "neutral":  # "passed on word from X that"
        if noun.source.token is None:
            noun.source = source
            noun.factuality = None if noun.factuality == "possible" else noun.factuality
            return None
        start = min(noun.cue[0], noun.ranges[0][0])
        return draft(found, cue, source, [(start, noun.ranges[-1][1])], "clause", ground)
    if noun.source.token is None and noun in nouns:
        nouns.remove(noun)
        heads.pop(noun.head, None)
    return draft(found, cue, source, list(noun.ranges), "clause", ground)


def _object_noun(found: Found, heads: dict[int, Draft], ground: Ground) -> Draft | None:
    for obj in objects(found.head):
        if obj.i in heads and obj.i > found.head.i:
            return heads[obj.i]
    for anchor in found.anchors:
        for child in anchor.children:
            if child.dep_ == "pobj" and child.i in heads:
                return heads[child.i]
    for token in ground.doc[found.anchors[-1].i + 1 : found.anchors[-1].i + 6]:
        if token.i in heads and token.head in found.anchors:
            return heads[token.i]
        if not is_nominal(token) and token.pos_ not in {"DET", "ADJ", "ADP", "PART", "PROPN"}:
            break
    return None


def _standing_apart(found: Found, ground: Ground) -> Draft | None:
    """The telling of a verb that stands as an aside, or that waits for a quotation."""
    for cue in found.cues:
        if not cue.quotes:
            continue
        source = _verb_source(found, cue, ground)
        told = cue.passive in {"addressee", "raised"} and source is NOBODY and passive(found.head)
        if source is None or (source.token is None and not source.own and not told):
            continue
        item = draft(found, cue, source, [], "quote", ground)
        place = None
        if not is_finite_verb(found.head) and found.head.tag_ != "NNS":
            return item
        if source.token is not None:
            place = aside.find(
                found, source.token, ground, told_somebody=bool(cue.addressee) or cue.passive == "addressee"
            )
        else:
            place = _own_aside(found, ground)
        if place is None:
            return item
        item.aside = (place.start, place.end)
        item.colon = place.colon
        aloud = cue.asides or (cue.personal and source.token is not None and _is_person(source.token, ground))
        if aloud and place.content and (told or item.factuality != "possible"):
            item.form = "aside"
            item.ranges = list(place.content)
            if place.fronted and not cue.addressee and item.endorsement == "neutral" and item.factuality is None:
                item.endorsement = "endorses"
        return item
    return None


def _is_person(token: Token, ground: Ground) -> bool:
    return ground.category(token) == "person" or listed(token, "one")


def _own_aside(found: Found, ground: Ground) -> aside.Aside | None:
    pronoun = next((t for t in found.head.children if t.dep_ in {"nsubj", "nsubjpass"}), None)
    return aside.find(found, pronoun, ground, told_somebody=True) if pronoun is not None else None


def _noun_source(noun: Token, ground: Ground) -> Source:
    source = sources.of_noun(noun, ground)
    if source is not NOBODY:
        return source
    governor = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass"} and ground.knowledge.has("surfacing", governor.lemma_.lower()):
        return Source(noun) if ground.knowledge.has("works", noun.lemma_.lower()) else NOBODY
    if noun.dep_ == "dobj" and ground.knowledge.has("voicing", governor.lemma_.lower()) and not passive(governor):
        if governor.tag_ == "VB" and any(c.tag_ == "TO" for c in governor.children):
            return NOBODY
        givers = subjects(governor)
        if givers and not ground.knowledge.has("works", givers[0].lemma_.lower()):
            return sources.named(givers[0], ground)
    return NOBODY


def _reflexive(head: Token) -> bool:
    return any(listed(o, "reflexives") for o in [*objects(head), *head.doc[head.i + 1 : head.i + 2]])


def _unspoken(found: Found, ground: Ground) -> bool:
    """Whether nobody has said it yet: in "urged the envoy to press Orsa" nobody has pressed yet."""
    head, knowledge = found.head, ground.knowledge
    if any(c.endorsement == "rejects" and (c.needs != "reflexive" or _reflexive(head)) for c in found.cues):
        return False
    if any(c.dep_ == "aux" and knowledge.has("unspoken", c.lower_) for c in head.children):
        return True
    infinitive = head.tag_ == "VB" and any(c.tag_ == "TO" for c in head.children)
    if not infinitive or len(found.anchors) > 2 or head.dep_ not in {"xcomp", "ccomp", "acl", "advcl", "relcl"}:
        return False
    governor = head.head.lemma_.lower()
    return not (knowledge.has("speaking_on", governor) or knowledge.has("declining", governor))


def _is_mere_modifier(head: Token) -> bool:
    return head.dep_ == "amod" and head.tag_ != "VBD" and head.i + 1 < len(head.doc) and head.head.i > head.i
