"""Denials of what was told before, and what a denial makes of it.

"..., which the rebels denied", "but the rebels denied it", "a charge the Front denied" and "The army rejected the
charge." tell once more what they answer, as what did not happen; "rejected the report as lies" tells "lies".
"""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.knowledge.reporting import Cue
from rashomon.reading.syntax import antecedent, objects
from rashomon.reading.tellers import sources
from rashomon.reading.tellers.cues import Found
from rashomon.reading.tellers.drafts import Draft, draft
from rashomon.reading.tellers.ground import Ground, listed
from rashomon.reading.tellers.layout import Range
from rashomon.reading.tellers.sources import Source, is_finite_verb, is_telling_noun, passive

_BACK = 3
"""So many sentences back a charge may stand that somebody denies without naming it."""


def by_denials(verbs: list[Found], drafts: list[Draft], ground: Ground) -> list[Draft]:
    """Denials whose object stands for what was told before them, over the same words."""
    found: list[Draft] = []
    for verb in verbs:
        cue = next((c for c in verb.cues if c.factuality == "not" and "noun" in c.content), None)
        if cue is None or not _made(verb.head):
            continue
        if _denies_part(verb.head, ground):
            found += _of_charges(verb, cue, drafts, ground)
            continue
        governed = [d for d in drafts if d.head == verb.head.i and d.factuality == "not" and d.ranges]
        mere = [d for d in governed if _names_only(d, ground)]
        start = _answer(verb, ground, [d for d in drafts if d not in mere])
        if start is None:
            continue
        for item in mere:  # "denied the charge" tells what the charge was
            drafts.remove(item)
        firm = any("that" in c.content for c in verb.cues)  # "denied" it rather than "rejected" it
        source = _denier(verb, cue, ground)
        if source is None or source.token is None:
            continue
        ranges = _answered(verb, start, source, [d for d in drafts if firm or not _asks(d)], ground, firm)
        if ranges:
            item = draft(verb, cue, source, ranges, "answer", ground)
            item.settled, item.answers = True, True
            if item.factuality == "not":
                found.append(item)
    return found


def _denies_part(head: Token, ground: Ground) -> bool:
    """Whether somebody denies his part in a deed that he does not name: "denied any involvement", "a role in it"."""
    things = [o for o in objects(head) if o.i > head.i and ground.knowledge.has("partaking", o.lemma_.lower())]
    if not things:
        return False
    within = [g for c in things[0].children if c.dep_ == "prep" for g in c.children if g.dep_ in {"pobj", "pcomp"}]
    return all(
        listed(g, "answered") or (g.dep_ == "pobj" and any(listed(c, "answering") for c in g.children) and not any(
            c.dep_ == "prep" for c in g.children))
        for g in within
    )  # fmt: skip


def _of_charges(verb: Found, cue: Cue, drafts: list[Draft], ground: Ground) -> list[Draft]:
    """The denial of the last charge before it, if it is one against who denies."""
    source = _denier(verb, cue, ground)
    if source is None or source.token is None:
        return []
    sentence = ground.layout.sentence(verb.head.i)
    start = verb.head.left_edge.i
    for first, last in [(sentence[0], start), *ground.layout.before(sentence, _BACK)]:
        told = [
            d for d in drafts if d.ranges and first <= d.ranges[-1][0] < last and d.source.token is not None
            and d.factuality != "not" and d.source.token.lower_ != source.token.lower_
            and _charges(d, source.token, ground)
        ]  # fmt: skip
        if told:
            nearest = max(told, key=lambda d: (d.ranges[0][0], -d.ranges[-1][1]))
            ranges = [(s, min(e, start)) if s < start < e else (s, e) for s, e in nearest.ranges]
            nearest.ranges = list(ranges)
            for item in [d for d in drafts if d.head == verb.head.i and d.factuality == "not"]:
                drafts.remove(item)
            item = draft(verb, cue, source, ranges, "answer", ground)
            item.settled, item.answers = True, True
            return [item] if item.factuality == "not" else []
    return []


def _charges(item: Draft, denier: Token, ground: Ground) -> bool:
    """Whether a telling accuses somebody, or has the denier for the doer of something."""
    if item.found is not None and any(c.passive == "accused" for c in item.found.cues):
        return True
    return any(
        t.lower_ == denier.lower_ and t.dep_ in {"nsubj", "pobj", "dobj", "compound", "poss"}
        for s, e in item.ranges
        for t in ground.doc[s:e]
    )


def by_judgements(verbs: list[Found], drafts: list[Draft], ground: Ground) -> list[Draft]:
    """What a denial calls the thing it denies: "rejected the report as fabrication", "dismissed the claim as lies"."""
    found: list[Draft] = []
    for verb in verbs:
        cue = next((c for c in verb.cues if c.factuality == "not" and c.content == {"noun"}), None)
        if cue is None or passive(verb.head):
            continue
        told = next((d for d in drafts if d.head == verb.head.i and d.ranges), None)
        if told is not None and told.factuality != "not":
            continue  # "dismissed it as lies" is a telling already
        complement = _complement(verb, told, ground)
        source = sources.of_verb(verb, cue, ground)
        if complement is None or source is None or (source.token is None and not source.own):
            continue
        for other in drafts:
            if other is told or other.cue[0] > verb.head.i:
                other.leave_out(complement[0] - 1, complement[1])
        item = draft(verb, cue, source, [complement], "answer", ground)
        item.factuality, item.settled = None, True
        found.append(item)
    return found


def _denier(verb: Found, cue: Cue, ground: Ground) -> Source | None:
    """Who denies; in "a claim the army rejected" the army, though the parser took it for a passive."""
    own = [c for c in verb.head.children if c.dep_ == "nsubj"]
    if verb.head.dep_ == "acl" and own:
        return sources.named(own[0], ground)
    return sources.of_verb(verb, cue, ground)


def _names_only(item: Draft, ground: Ground) -> bool:
    """Whether a denial's content is no more than a noun for what was said."""
    (start, end), *more = item.ranges
    if not more and end == start + 1 and listed(ground.doc[start], "answered"):
        return True
    nouns = [t for t in ground.doc[start:end] if t.pos_ in {"NOUN", "PROPN", "VERB"}]
    return not more and len(nouns) == 1 and is_telling_noun(nouns[0], ground)


def _made(head: Token) -> bool:
    """Whether somebody did deny: neither "would deny" nor "did not deny"."""
    children = list(head.children)
    if any(c.dep_ == "neg" or c.tag_ == "MD" for c in children):
        return False
    return is_finite_verb(head) or (head.tag_ in {"VBN", "VBG"} and head.dep_ in {"acl", "relcl", "advcl"})


def _answer(verb: Found, ground: Ground, drafts: list[Draft]) -> int | None:
    """Where a denial begins that answers what stands before it; None: it says itself what it denies."""
    head = verb.head
    if any(d.head == head.i and d.factuality == "not" and d.ranges for d in drafts):
        return None
    pronoun = next((c for c in head.children if c.dep_ in {"dobj", "nsubjpass"} and listed(c, "answered")), None)
    if pronoun is not None:
        if antecedent(pronoun) != pronoun or pronoun.tag_ == "WDT":
            noun = antecedent(pronoun)
            comma = pronoun.i and ground.delimits(pronoun.i - 1)
            if is_telling_noun(noun, ground) and noun.dep_ == "appos":
                return noun.left_edge.i
            return pronoun.i if comma else None
        return ground.segment(pronoun.i if pronoun.i < head.i else head.left_edge.i)[0]
    things = [head.head] if head.dep_ in {"acl", "relcl"} else objects(head)
    for thing in things[:1]:
        if not is_telling_noun(thing, ground) or any(d.head == thing.i and d.ranges for d in drafts):
            continue
        if thing.i < head.i and (head.dep_ in {"relcl", "acl"}):
            first = min(t.i for t in (thing, *thing.children) if t.i <= thing.i)
            return first if first and ground.delimits(first - 1) else None
        if any(listed(c, "answering") for c in thing.children if c.i < thing.i):
            return ground.segment(head.left_edge.i if thing.i > head.i else thing.left_edge.i)[0]
    return None


def _asks(item: Draft) -> bool:
    """Whether a telling's cue may ask for what it tells: "demanded that X leave"."""
    cues = item.found.cues if item.found is not None else []
    return any("to" in cue.content for cue in cues if cue.entry == item.entry)


def _answered(verb: Found, start: int, source: Source, drafts: list[Draft], ground: Ground, firm: bool) -> list[Range]:
    """What a denial that begins here answers: the nearest telling, else the author's own clause before it."""
    head = verb.head
    sentence = ground.layout.sentence(head.i)
    same = [d for d in drafts if sentence[0] <= d.cue[0] < start and d.source.token is not None and d.ranges]
    same = [d for d in same if d.ranges[0][0] < start and d.source.token != source.token]
    if same:
        nearest = max(same, key=lambda d: (d.ranges[0][0], -d.ranges[-1][1]))
        end = _trimmed(start, ground)
        for item in same:
            if item.ranges[-1][1] > end and item.cue[0] >= nearest.cue[0]:
                item.leave_out(end, max(start, head.right_edge.i + 1))
        return [(s, min(e, end)) for s, e in nearest.ranges if s < end]
    if start > sentence[0] + 1:
        if not firm:
            return []
        end = _trimmed(start, ground)
        return [(sentence[0], end)] if any(is_finite_verb(t) for t in ground.doc[sentence[0] : end]) else []
    for before in ground.layout.before(sentence):
        earlier = [
            d for d in drafts if d.ranges and d.source.token is not None and d.source.token.i != head.i
            and before[0] <= d.ranges[-1][0] < before[1] and d.factuality != "not"
        ]  # fmt: skip
        if earlier:
            return list(max(earlier, key=lambda d: (d.ranges[0][0], -d.ranges[-1][1])).ranges)
    return []


def _trimmed(end: int, ground: Ground) -> int:
    """Where the words before a denial end, without the comma, dash or "but" between them."""
    while end and (ground.delimits(end - 1) or ground.doc[end - 1].pos_ == "CCONJ" or ground.doc[end - 1].is_space):
        end -= 1
    return end


def _complement(verb: Found, told: Draft | None, ground: Ground) -> Range | None:
    """What stands after the "as" that belongs to the denial, wherever the parser hung it."""
    head = verb.head
    sentence = ground.layout.sentence(head.i)
    last = told.ranges[-1][1] if told is not None else sentence[1]
    for token in reversed(list(ground.doc[head.i + 1 : max(last, head.right_edge.i + 1)])):
        if not listed(token, "as") or not any(c.dep_ in {"pobj", "pcomp", "amod", "acomp"} for c in token.children):
            continue
        end = max(c.right_edge.i + 1 for c in token.children)
        thing = any(c.dep_ == "pobj" and c.i > token.i for c in token.children)
        own = token.head == head or any(token.head == o for o in objects(head))
        if own or (told is not None and thing and last - end <= 1):
            return token.i + 1, end
    return None
