"""What is told: the clauses and phrases that a cue governs."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.knowledge.reporting import Cue, reporting
from rashomon.reading.tellers.cues import Found
from rashomon.reading.tellers.ground import Ground, is_finite, is_nominal, listed
from rashomon.reading.tellers.layout import Range
from rashomon.reading.tellers.sources import passive, resumed, told_things

_FIXED = frozenset({"that", "to", "ing", "obj", "comp", "noun", "self", "quote"})
_WH = frozenset({"WP", "WDT", "WRB", "WP$"})


def of_verb(found: Found, cue: Cue, ground: Ground) -> list[Range]:
    """The token ranges that a verb's frame tells: its clause, or the phrases in the slots of its frame."""
    ranges: list[Range] = []
    if "that" in cue.content:
        ranges += finite_clause(found, cue, ground)
    if not ranges and cue.passive == "raised" and passive(found.head):
        ranges += [
            r for r in _infinitive(found, ground) if not any(ground.delimits(i) for i in range(found.head.i, r[0]))
        ]
    if not ranges and "to" in cue.content and not ("obj" in cue.content and told_things(found.head)):
        ranges += _infinitive(found, ground)
    if not ranges and "ing" in cue.content:
        ranges += _gerund(found)
    if not ranges and "comp" in cue.content:
        ranges += _complement(found)
    slots = sorted(cue.content - _FIXED)
    if not ranges and found.anchors[-1].lower_ in slots:
        ranges += _prepositional(found, found.anchors[-1].lower_, cue, ground, loose=False)
    if not ranges and "obj" in cue.content:
        ranges += _object(found, cue, ground)
    if not ranges and "to" in cue.content:
        ranges += _infinitive(found, ground)
    if ranges and cue.needs == "work" and ranges[-1][0] > found.head.i:
        ranges[-1] = ranges[-1][0], _to_part_end(ranges[-1][1], ground)
    for loose in (False, True):
        for slot in slots:
            if not ranges:
                ranges += _prepositional(found, slot, cue, ground, loose=loose)
    if "self" in cue.content and (ranges or "for" in cue.content or (passive(found.head) and found.head.dep_ == "acl")):
        ranges = [found.span, *ranges]
    return ranges


def of_noun(found: Found, cue: Cue, ground: Ground) -> list[Range]:
    """The token ranges that a telling noun governs: its clause or a prepositional phrase."""
    noun = found.head
    doc = ground.doc
    if "that" in cue.content or "to" in cue.content:
        for child in noun.children:
            if child.i < noun.i or child.dep_ not in {"acl", "relcl", "ccomp", "xcomp"}:
                continue
            if child.dep_ == "relcl" and _relative(child):
                continue
            to = any(c.tag_ == "TO" and c.i < child.i for c in child.children)
            first = child.left_edge.i
            if (to and "to" in cue.content) or (not to and "that" in cue.content and listed(doc[first], "that")):
                return [(max(first, noun.i + 1), child.right_edge.i + 1)]
        opened = _that_after(noun, ground) or _extraposed(noun, ground)
        if opened is not None and "that" in cue.content:
            return [(opened, _end_of_clause(opened, ground))]
    for slot in sorted(cue.content - _FIXED):
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == slot and child.i > noun.i:
                return [_cut(child.i + 1, child.right_edge.i + 1, cue, ground)]
    return []


def finite_clause(found: Found, cue: Cue, ground: Ground) -> list[Range]:
    """The finite clause that a verb governs, with what is coordinated with it by "and that"."""
    last = max(found.anchors[-1].i, found.head.i)
    best: Token | None = None
    for anchor in found.anchors:
        for child in anchor.children:
            if child.dep_ not in {"ccomp", "xcomp", "advcl", "parataxis"} or child.i < last or child in found.anchors:
                continue
            if child.dep_ == "advcl" and not _opens_with(child, "indirect"):
                continue
            if child.dep_ == "parataxis" and any(ground.delimits(i) for i in range(last + 1, child.left_edge.i)):
                continue
            if not _finite(child) or (child.dep_ == "xcomp" and not _opens_with(child, "that")):
                continue
            if best is None:
                best = child
    start = None
    if best is not None:
        first = max(best.left_edge.i, last + 1)
        opened = _opens_with(best, "openers") or ground.doc[first].tag_ in _WH
        if (opened or not cue.explicit) and not _parted(last + 1, first, ground, opened=opened):
            start = first
            end = best.right_edge.i + 1
            for child in best.children:
                if child.dep_ == "conj" and resumed(child) and not _has_subject(child):
                    joint = [c.i for c in best.children if c.dep_ == "cc" and c.i < child.i]
                    if joint and joint[-1] > start:
                        return [(start, joint[-1])]
    if start is not None:
        earlier = _that_after(ground.doc[last], ground, found=found, cue=cue)
        start = min(start, earlier) if earlier is not None else start
    else:
        that = _that_after(ground.doc[last], ground, found=found, cue=cue)
        if that is None:
            return _bare_clause(found, cue, ground) if not cue.explicit and best is None else []
        start, end = that, _end_of_clause(that, ground)
    return [(start, _to_part_end(max(end, _extended(found, start, end, ground)), ground))]


def _to_part_end(end: int, ground: Ground) -> int:
    """The end of the comma-bounded part, unless a verb is coordinated there: the parser hung some of it elsewhere."""
    doc = ground.doc
    last = ground.layout.sentence(end - 1)[1]
    at = end
    while at < last and not ground.delimits(at) and doc[at].text not in ".?!":
        if doc[at].pos_ == "CCONJ" or listed(doc[at], "contrast") or listed(doc[at], "attributions"):
            return end
        at += 1
    return at


def _bare_clause(found: Found, cue: Cue, ground: Ground) -> list[Range]:
    """A clause without "that" right after the verb which the parser did not see as its complement."""
    doc, last = ground.doc, found.anchors[-1].i
    sentence = ground.layout.sentence(last)
    if "obj" in cue.content or not cue.asides or last + 2 >= sentence[1] or passive(found.head):
        return []
    at = last + 1
    while at < sentence[1] and (doc[at].pos_ == "ADV" or doc[at].dep_ == "npadvmod"):
        at += 1
    end = at
    while end < sentence[1] and not ground.delimits(end):
        end += 1
    subject = next((t for t in doc[at:end] if is_nominal(t)), None)
    verb = next((t for t in doc[at:end] if is_finite(t)), None)
    if subject is None or verb is None or verb.i < subject.i or verb.dep_ in {"relcl", "acl"}:
        return []
    if any(t.text in {"that", "who", "which", "when", "as"} for t in doc[at : verb.i]):
        return []
    if subject.head == found.head and subject.dep_ in {"nsubj"}:
        return []
    return [(at, _end_of_clause(at, ground))]


def _that_after(token: Token, ground: Ground, found: Found | None = None, cue: Cue | None = None) -> int | None:
    """The "that" that opens a clause after a cue, over its addressee and adverbs but no other verb."""
    doc = ground.doc
    end = ground.layout.sentence(token.i)[1]
    for following in doc[token.i + 1 : min(end, token.i + 14)]:
        if listed(following, "indirect") and following.tag_ in {"IN", "WDT", "DT", "RB"}:
            if following.tag_ in {"DT"} or following.i + 2 >= end:
                return None
            adjacent = following.i == token.i + 1
            before = doc[following.i - 1]
            relative = following.tag_ == "WDT" and following.dep_ in {"nsubj", "dobj", "nsubjpass"}
            subject_follows = is_nominal(doc[following.i + 1]) or doc[following.i + 1].pos_ in {"DET", "ADJ"}
            about = before.dep_ == "pobj" and not listed(before.head, "channels")
            if cue is not None and about and before.lemma_.lower() in ground.knowledge.nouns:
                return None  # "commented on reports that"
            to_somebody = cue is None or (
                cue.asides and (cue.addressee or _names_addressee(token.i, following.i, ground))
            )
            if relative and is_nominal(before) and not adjacent and not (to_somebody and subject_follows):
                return None
            return following.i
        if (following.pos_ in {"VERB", "SCONJ", "AUX"} and following.dep_ != "amod") or following.is_space:
            return None
        if following.tag_ in _WH:
            return None
        if cue is not None and following.pos_ in {"NOUN", "PROPN", "PRON"} and not _may_be_addressee(following, cue):
            return None
        if ground.delimits(following.i) and following.text not in {",", "(", ")"}:
            return None
    return None


def _names_addressee(start: int, end: int, ground: Ground) -> bool:
    """Whether whoever is told stands between a cue and its clause: "admitted to reporters that"."""
    return any(t.dep_ in {"prep", "dative"} and t.lower_ in reporting().grammar["to"] for t in ground.doc[start:end])


def _extraposed(noun: Token, ground: Ground) -> int | None:
    """The "that" of a clause split from its noun by the verb: "reports have reached us that ..."."""
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"} or not ground.knowledge.has("surfacing", verb.lemma_.lower()):
        return None
    for token in ground.doc[verb.i + 1 : ground.layout.sentence(noun.i)[1]]:
        if listed(token, "that") and token.tag_ == "IN":
            return token.i
        if is_finite(token) or ground.delimits(token.i):
            return None
    return None


def _may_be_addressee(token: Token, cue: Cue) -> bool:
    return (
        bool(cue.addressee)
        or token.dep_ in {"pobj", "npadvmod", "compound", "dative"}
        or token.ent_type_ in {"DATE", "TIME"}
    )


def _extended(found: Found, start: int, end: int, ground: Ground) -> int:
    """The end of what is told with "and that ..." and with adverbials the parser hung on the cue itself."""
    sentence = ground.layout.sentence(found.head.i)
    for child in sorted(found.head.children, key=lambda t: t.i):
        if child.dep_ == "ccomp" and child.i >= end and child.left_edge.i == end:
            end = child.right_edge.i + 1
        if child.i < end:
            continue
        in_list = (
            child.dep_ == "conj"
            and end <= child.left_edge.i <= end + 1
            and ground.doc[child.left_edge.i - 1].text == ","
        )
        if child.dep_ == "conj" and (_opens_with(child, "that") or (in_list and not _has_subject(child))):
            end = child.right_edge.i + 1
        elif child.dep_ in {"advcl", "prep", "npadvmod", "advmod"} and child.left_edge.i <= end + 1:
            comma = ground.doc[end].text == "," if end < sentence[1] else False
            mark = child.left_edge
            participle = child.tag_ == "VBG" and not _opens_with(child, "when")
            if comma and (
                listed(mark, "contrast") or participle or listed(mark, "attributions") or child.dep_ != "advcl"
            ):
                break
            end = child.right_edge.i + 1
    return end


def _end_of_clause(start: int, ground: Ground) -> int:
    """Where a clause that begins here ends, without trust in syntax: at the sentence's end or a contrast."""
    end = ground.layout.sentence(start)[1]
    for token in ground.doc[start + 1 : end]:
        if listed(token, "contrast") and ground.doc[token.i - 1].text in {",", ";", "—", "–"}:
            return token.i - 1
    while end > start and (ground.doc[end - 1].is_space or ground.doc[end - 1].text in ".?!"):
        end -= 1
    return end


def _infinitive(found: Found, ground: Ground) -> list[Range]:
    for anchor in found.anchors:
        for child in anchor.children:
            if child.i > found.head.i and child.dep_ in {"xcomp", "ccomp", "advcl", "acl"} and _has_to(child):
                return [_from_subject(child, found)]
    end = ground.layout.sentence(found.head.i)[1]
    for obj in told_things(found.head):
        for child in obj.children:
            if child.dep_ in {"acl", "xcomp", "relcl"} and child.i > obj.i and _has_to(child) and child.i < end:
                return [_from_subject(child, found)]
    return _infinitive_after(found, ground)


def _infinitive_after(found: Found, ground: Ground) -> list[Range]:
    """An infinitive after the addressee that the parser hung elsewhere ("called on all sides to stop")."""
    doc = ground.doc
    for token in doc[found.anchors[-1].i + 1 : ground.segment(found.head.i)[1]]:
        if token.tag_ == "TO" and token.i + 1 < len(doc) and token.head.tag_ == "VB" and token.head.i > token.i:
            return [(token.i, max(token.head.right_edge.i, token.head.i) + 1)]
        if is_finite(token):
            break
    return []


def _from_subject(verb: Token, found: Found) -> Range:
    start = max(verb.left_edge.i, found.anchors[-1].i + 1)
    return start, verb.right_edge.i + 1


def _gerund(found: Found) -> list[Range]:
    for anchor in [found.head, *found.anchors]:
        for child in anchor.children:
            if (
                child.i > anchor.i
                and child.tag_ in {"VBG", "VBN", "VB"}
                and child.dep_ in {"xcomp", "ccomp", "dobj", "pcomp"}
            ):
                return [(max(child.left_edge.i, anchor.i + 1), child.right_edge.i + 1)]
            if child.i > anchor.i and child.dep_ == "auxpass":  # "denied being a client", read as a passive
                return [(child.i, anchor.right_edge.i + 1)]
    return []


def _complement(found: Found) -> list[Range]:
    for child in found.head.children:
        if child.i < found.head.i:
            continue
        if child.dep_ in {"oprd", "attr", "acomp"} or (
            child.dep_ in {"ccomp", "xcomp"} and not _finite(child) and not _has_to(child)
        ):
            return [(max(child.left_edge.i, found.head.i + 1), child.right_edge.i + 1)]
    return []


def _prepositional(found: Found, slot: str, cue: Cue, ground: Ground, *, loose: bool) -> list[Range]:
    word, _, want = slot.partition("-")
    preposition = None
    if found.anchors[-1].lower_ == word and len(found.anchors) > 1:
        preposition = found.anchors[-1]
    places = [found.head, *found.anchors, *told_things(found.head)]
    for place in places:
        for child in place.children:
            if (
                preposition is None
                and child.dep_ in {"prep", "agent", "dative", "mark"}
                and child.lower_ == word
                and child.i > found.head.i
            ):
                preposition = child
    if preposition is None and loose:
        first, end = found.head.i + 1, ground.segment(found.head.i)[1]
        preposition = next((t for t in ground.doc[first:end] if t.lower_ == word and t.pos_ in {"ADP", "SCONJ"}), None)
        if preposition is not None and any(is_finite(t) for t in ground.doc[first : preposition.i]):
            return []
    if preposition is None:
        return []
    told = [c for c in preposition.children if c.i > preposition.i and c.dep_ in {"pobj", "pcomp", "advcl", "xcomp"}]
    if want == "ing" and not any(c.tag_ == "VBG" for c in told):
        return []
    again = [c for c in preposition.children if c.dep_ == "conj" and c.lower_ == word]  # "of this and of that"
    end = max([preposition.i + 1, *(c.right_edge.i + 1 for c in (*told, *again))])
    following_verb = ground.doc[end] if end < len(ground.doc) else None
    if following_verb is not None and following_verb.tag_ == "VBG" and following_verb.head in found.anchors:
        end = following_verb.right_edge.i + 1  # "no knowledge of troops burning it", hung on "knowledge"
    if end == preposition.i + 1:
        following = ground.doc[preposition.i + 1 : ground.segment(found.head.i)[1]]
        end = following.end
    if cue.passive == "object" and want == "":  # "described X as Y": only the predicate is told
        return [(preposition.i + 1, end)]
    return [_cut(preposition.i + 1, end, cue, ground)]


def _object(found: Found, cue: Cue, ground: Ground) -> list[Range]:
    head = found.head
    if any(c.dep_ == "dative" for c in head.children):
        return []
    ranges = []
    for obj in told_things(head):
        if obj.lemma_.lower() in cue.bars or obj.lower_ in cue.bars:
            return []
        if obj.pos_ == "PRON" and not listed(obj, "relatives"):
            continue
        if obj.i > head.i:
            start, end = max(obj.left_edge.i, head.i + 1), obj.right_edge.i + 1
            for child in head.children:  # "details executions, with deliberate ..."
                if child.dep_ == "prep" and listed(child, "along") and end <= child.i <= end + 1:
                    end = child.right_edge.i + 1
        elif passive(head):
            start, end = obj.left_edge.i, min(obj.right_edge.i + 1, head.i)
            if head.dep_ in {"acl", "relcl"}:
                start, end = _plain(obj)
                if "self" in cue.content and any(is_nominal(t) for t in ground.doc[end : head.i]):
                    continue  # "attacks on X, including one claimed by Y"
        else:
            continue
        ranges.append(_cut(start, end, cue, ground))
    return ranges


def _plain(noun: Token) -> Range:
    """A noun with what stands before it, without what is said about it afterwards."""
    lefts = [c.left_edge.i for c in noun.children if c.i < noun.i and c.dep_ not in {"relcl", "acl", "appos"}]
    return min([noun.i, *lefts]), noun.i + 1


def _cut(start: int, end: int, cue: Cue, ground: Ground) -> Range:
    """A phrase up to a word at which it no longer is what is told ("an inquiry into the attack")."""
    for token in ground.doc[start:end]:
        if token.lower_ in cue.extent and token.i > start:
            return start, token.i
    return start, end


def _finite(verb: Token) -> bool:
    if is_finite(verb):
        return True
    return any(is_finite(c) for c in verb.children if c.dep_ in {"aux", "auxpass"}) or any(
        c.dep_ in {"nsubj", "nsubjpass"} and c.tag_ in {"NNP", "NN", "NNS", "PRP", "NNPS"} for c in verb.children
    )


def _has_to(verb: Token) -> bool:
    return any(c.tag_ == "TO" and c.i < verb.i for c in verb.children)


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def _opens_with(verb: Token, name: str) -> bool:
    return any(
        listed(c, name) and c.i < verb.i and c.dep_ in {"mark", "advmod", "nsubj", "det", "cc"} for c in verb.children
    )


def _relative(verb: Token) -> bool:
    return any(
        c.tag_ in {"WDT", "WP"} or (listed(c, "that") and c.tag_ != "IN" and c.dep_ in {"nsubj", "dobj", "nsubjpass"})
        for c in verb.children
    )


def _parted(start: int, end: int, ground: Ground, *, opened: bool) -> bool:
    """Whether a comma or a mark stands between a cue and its clause, so that the clause is not its own."""
    return not opened and any(ground.delimits(i) for i in range(start, end))
