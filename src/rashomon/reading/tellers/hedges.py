"""Hearsay in nobody's name ("reportedly", "the alleged raid") and phrases that name a source."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.syntax import clause
from rashomon.reading.syntax.verbs import surface_subjects
from rashomon.reading.tellers import sources
from rashomon.reading.tellers.cues import FoundPhrase
from rashomon.reading.tellers.drafts import Draft
from rashomon.reading.tellers.ground import Ground, is_finite, listed
from rashomon.reading.tellers.layout import Range
from rashomon.reading.tellers.sources import NOBODY, Source


def by_hedges(ground: Ground) -> list[Draft]:
    """Adverbs and adjectives that make what they modify hearsay."""
    drafts = []
    for token in ground.doc:
        word = token.lower_
        if word in ground.knowledge.hedging_adverbs:
            ranges = _modified(token, ground)
        elif (word in ground.knowledge.hedging_adjectives and token.dep_ in {"amod", "compound", "nmod"}) or (
            word in ground.knowledge.hedging_adjectives and token.tag_ in {"VBN", "JJ"} and _before_noun(token)
        ):
            ranges = [_noun_group(token)]
        else:
            continue
        drafts.append(Draft(
            source=NOBODY, cue=(token.i, token.i + 1), ranges=ranges, form="hedge", head=token.i,
            factuality="possible", entry=f"reporting.yaml:hedges/{word}", settled=True,
        ))  # fmt: skip
    return drafts


def by_phrases(phrases: list[FoundPhrase], ground: Ground) -> list[Draft]:
    """Phrases such as "according to X" and "in X's view", with the clause or the part that they bear on."""
    drafts = []
    for found in phrases:
        item = _by_phrase(found, ground)
        if item is not None:
            drafts.append(item)
    return drafts


def _by_phrase(found: FoundPhrase, ground: Ground) -> Draft | None:
    doc = ground.doc
    last = ground.layout.sentence(found.start)[1]
    if found.phrase.follows:
        return _pretext(found, ground)
    if found.phrase.source == "after":
        end = found.end
        while end < last and not ground.delimits(end):
            end += 1
        token = sources.noun_at(found.end, end, ground) or _work_before(found, ground)
        if token is None or (ground.category(token) == "thing" and not _tells(token, ground)):
            return None
        start = found.start
        stop = _source_end(token, end, last, ground) if token.i >= found.end else found.end + 1
    else:
        token, start, stop = found.star, found.start, found.end
        if token is None:
            return None
        if listed(token, "possessives") and any(listed(t, "own") for t in doc[start:stop]):
            token = _owner(token, ground) or token
    source = sources.named(token, ground)
    ranges = _around(start, stop, found, ground)
    if not ranges:
        return None
    return Draft(
        source=source, cue=(start, found.end), ranges=ranges, form="phrase", head=start,
        endorsement=found.phrase.endorsement, entry=found.phrase.entry, aside=(start, stop), score=0.9,
    )  # fmt: skip


def _work_before(found: FoundPhrase, ground: Ground) -> Token | None:
    """The work that "according to which" takes up."""
    first, last = ground.layout.sentence(found.start)
    if found.end >= last or not listed(ground.doc[found.end], "relatives"):
        return None
    before = reversed(ground.doc[first : found.start])
    return next((t for t in before if t.pos_ == "NOUN" and ground.knowledge.has("works", t.lemma_.lower())), None)


def by_put(ground: Ground) -> list[Draft]:
    """Clauses such as "as the mayor put it" and "as she sees it"."""
    doc, drafts = ground.doc, []
    for verb in doc:
        if (
            not ground.knowledge.has("as_verbs", verb.lemma_.lower())
            or verb.i + 1 >= len(doc)
            or not listed(doc[verb.i + 1], "it")
        ):
            continue
        start = verb.i - 1
        first, last = ground.layout.sentence(verb.i)
        while start >= first and not listed(doc[start], "as") and not ground.delimits(start) and verb.i - start < 8:
            start -= 1
        if start < first or not listed(doc[start], "as"):
            continue
        token = sources.noun_at(start + 1, verb.i, ground)
        if token is None:
            continue
        ranges = [r for r in ((first, start), (verb.i + 2, last)) if any(t.is_alpha for t in doc[r[0] : r[1]])]
        drafts.append(Draft(
            source=sources.named(token, ground), cue=(verb.i, verb.i + 2), ranges=ranges, form="phrase", head=verb.i,
            entry=f"reporting.yaml:as_verbs/{verb.lemma_}", aside=(start, verb.i + 2), speaks=True,
        ))  # fmt: skip
    return drafts


def by_viewpoints(ground: Ground) -> list[Draft]:
    """Sentences such as "For the villagers, the soldiers are occupiers": a judgement told by the villagers."""
    doc, drafts = ground.doc, []
    for first, last in ground.layout.sentences:
        while first < last and doc[first].is_space:
            first += 1
        end = first
        while end < last and not ground.delimits(end):
            end += 1
        if (
            first == last
            or not ground.knowledge.has("viewpoint", doc[first].lower_)
            or end >= last
            or doc[end].text != ","
        ):
            continue
        token = sources.noun_at(first + 1, end, ground)
        copular = [t for t in doc[end:last] if t.dep_ in {"attr", "acomp"} and t.head.dep_ == "ROOT"]
        if token is None or not copular or ground.category(token) not in {"person", "group"} or end - first > 7:
            continue
        drafts.append(Draft(
            source=sources.named(token, ground), cue=(first, first + 1), ranges=[(end + 1, last)], form="phrase",
            head=first, entry=f"reporting.yaml:viewpoint/{doc[first].lower_}", aside=(first, end), score=0.6,
        ))  # fmt: skip
    return drafts


def _tells(token: Token, ground: Ground) -> bool:
    knowledge = ground.knowledge
    lemma = token.lemma_.lower()
    return knowledge.has("works", lemma) or knowledge.has("outlets", lemma) or lemma in knowledge.nouns


def _source_end(token: Token, end: int, last: int, ground: Ground) -> int:
    """Where the source's phrase ends, over an apposition: "according to Mr Gant, the mayor, ..."."""
    stop = end
    if stop < last and ground.doc[stop].text == ",":
        for child in token.children:
            if child.dep_ == "appos" and child.left_edge.i <= stop + 1 and child.right_edge.i + 1 < last:
                after = child.right_edge.i + 1
                if not any(is_finite(t) for t in ground.doc[stop:after]) and ground.delimits(after):
                    stop = after
    return stop


def _owner(token: Token, ground: Ground) -> Token | None:
    """Whom "by its own account" is about: the subject of the clause it stands in."""
    first, last = ground.layout.sentence(token.i)
    before = [t for t in ground.doc[first : token.i] if t.dep_ in {"nsubj", "nsubjpass"} and t.tag_ != "PRP$"]
    if before:
        return before[-1]
    after = [t for t in ground.doc[token.i : last] if t.dep_ in {"nsubj", "nsubjpass"}]
    return after[0] if after else None


def _around(start: int, stop: int, found: FoundPhrase, ground: Ground) -> list[Range]:
    """What a phrase bears on: all else of its sentence; where it ends a part that has no verb of its
    own ("heroes in the eyes of X"), only that part."""
    doc = ground.doc
    first, last = ground.layout.sentence(start)
    begin = start
    while begin > first and not ground.delimits(begin - 1):
        begin -= 1
    own = doc[begin:start]
    words = [t for t in own if not t.is_space and not listed(t, "lead_ins")]
    closed = stop < last and ground.delimits(stop)
    if words and begin > first and closed and not any(is_finite(t) for t in own):
        return [(begin, start)]
    if words and len(words) < 3 and begin == first and not any(is_finite(t) for t in own) and not closed:
        return [(first, last)]
    ranges = [(first, start), (stop, last)]
    for token in doc[stop:last]:
        comma = token.i > first and doc[token.i - 1].text in {",", ";", "—", "–"}
        if listed(token, "contrast") and comma and begin > first:
            ranges[1] = (stop, token.i - 1)
            break
    if words and any(is_finite(t) for t in own) and doc[begin - 1].text == ";":
        ranges[0] = (begin, start)
    return [r for r in ranges if r[0] < r[1] and any(not t.is_punct and not t.is_space for t in doc[r[0] : r[1]])]


def _pretext(found: FoundPhrase, ground: Ground) -> Draft | None:
    """What comes after "under the pretext of": told by the subject, disowned by the author."""
    doc = ground.doc
    last = ground.layout.sentence(found.start)[1]
    end = found.end
    preposition = doc[found.end - 1]
    for child in preposition.children:
        end = max(end, child.right_edge.i + 1)
    if end == found.end:
        while end < last and not ground.delimits(end):
            end += 1
    verb = doc[found.start].head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    subject = next(iter(surface_subjects(verb)), None)
    source = sources.named(subject, ground) if subject is not None else Source(None)
    return Draft(
        source=source, cue=(found.start, found.end), ranges=[(found.end, end)], form="clause", head=found.start,
        endorsement=found.phrase.endorsement, entry=found.phrase.entry,
    )  # fmt: skip


def _modified(adverb: Token, ground: Ground) -> list[Range]:
    """The clause that an adverb bears on, from its subject on; of a noun phrase only that phrase."""
    head = adverb.head
    if head.pos_ in {"VERB", "AUX"}:
        start, end = clause(head)
        return [(start, end)]
    if head.pos_ in {"NOUN", "ADJ", "PROPN", "ADP", "SCONJ"} and head.i > adverb.i:
        return [(adverb.i + 1, head.right_edge.i + 1)]
    first, end = ground.segment(adverb.i)
    return [(first, end)]


def _before_noun(token: Token) -> bool:
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return (
        following is not None
        and following.pos_ in {"NOUN", "PROPN", "ADJ"}
        and token.dep_ not in {"acl", "relcl", "ROOT", "advcl"}
    )


def _noun_group(adjective: Token) -> Range:
    """The noun that an adjective stands before, with the modifiers between them."""
    head = adjective.head if adjective.head.i > adjective.i else None
    if head is None or head.i - adjective.i > 6:
        end = adjective.i + 1
        while end < len(adjective.doc) and adjective.doc[end].pos_ in {"NOUN", "PROPN", "ADJ"}:
            end += 1
        return adjective.i + 1, end
    return adjective.i + 1, head.i + 1
