"""Judgements that a report is not so: "called the reports lies", "the claim was described as baseless".

Whoever judges so denies what was reported; who reported it need not be named.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from rashomon.reading.tellers import sources
from rashomon.reading.tellers.cues import Found
from rashomon.reading.tellers.drafts import Draft, draft
from rashomon.reading.tellers.ground import Ground, listed
from rashomon.reading.tellers.layout import Range
from rashomon.reading.tellers.sources import is_telling_noun, passive

_LEAST = 2
"""Tokens that say what was reported: "the fall of Orm", not "it"."""


def by_falsehoods(verbs: list[Found], drafts: list[Draft], ground: Ground) -> list[Draft]:
    """Denials by verbs of calling and describing, over what the noun that they judge reports.

    What these verbs tell by themselves (the judgement) is cut down to its own words.
    """
    found = []
    for verb in verbs:
        cue = next((c for c in verb.cues if c.passive == "object" and "as" in c.content), None)
        judged = _judged(verb, ground) if cue is not None else None
        if cue is None or judged is None:
            continue
        content, judgement = judged
        denial = replace(cue, content=frozenset({"noun"}), factuality="not")
        source = sources.of_verb(verb, cue, ground)
        if source is None or (source.token is None and not source.own):
            continue
        for other in [d for d in drafts if d.head == verb.head.i]:
            drafts.remove(other)
        item = draft(verb, denial, source, [content], "clause", ground)
        item.settled = True
        says = draft(verb, cue, source, [judgement], "clause", ground)
        says.settled = True
        found += [item, says]
    return found


def _judged(verb: Found, ground: Ground) -> tuple[Range, Range] | None:
    """What was reported, and the words that say that it is not so; None: the verb judges no report."""
    doc, head = ground.doc, verb.head
    end = _end(head, ground)
    after = list(doc[head.i + 1 : end])
    false = [t for t in after if _false(t, ground)]
    if passive(head):
        nouns = [c for c in head.children if c.dep_ == "nsubjpass" and is_telling_noun(c, ground)]
        if nouns and false:
            start, stop = nouns[0].i + 1, min(c.i for c in head.children if c.dep_ == "auxpass")
            return ((start, stop), _words(false[-1], ground)) if stop - start >= _LEAST else None
        return None
    nouns = [t for t in after if is_telling_noun(t, ground)]
    if not nouns:
        return None
    noun = nouns[0]
    early = [t for t in after[:2] if _named(t, ground)]
    if early and listed(after[0], "as") and early[0].i < noun.i:
        return ((noun.i + 1, end), (early[0].i, early[0].i + 1)) if end - noun.i > _LEAST else None
    if not false:
        return None
    last = false[-1]
    judgement = _words(last, ground)
    ends = all(t.pos_ in {"ADV", "PUNCT", "SPACE"} or t in set(last.subtree) for t in doc[last.i + 1 : end])
    if last.i < noun.i + _LEAST or not ends or judgement[0] - noun.i <= _LEAST:
        return None
    return (noun.i + 1, judgement[0] - int(listed(doc[judgement[0] - 1], "as"))), judgement


def _false(token: Token, ground: Ground) -> bool:
    """Whether a word says that something is not so, as a predicate: it stands before no noun of its own."""
    if not _named(token, ground):
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return not (token.dep_ in {"amod", "compound"} and following is not None and following == token.head)


def _named(token: Token, ground: Ground) -> bool:
    known = ground.knowledge
    return known.has("falsehoods", token.lemma_.lower()) or known.has("falsehoods", token.lower_)


def _words(token: Token, ground: Ground) -> Range:
    """A judgement's own words: "a complete fabrication"."""
    start = token.i
    while start and ground.doc[start - 1].pos_ in {"DET", "ADJ", "ADV"} and not ground.delimits(start - 1):
        if listed(ground.doc[start - 1], "as"):
            break
        start -= 1
    return start, token.i + 1


def _end(head: Token, ground: Ground) -> int:
    """Where the part of the sentence ends in which a verb stands."""
    end, last = head.i + 1, ground.layout.sentence(head.i)[1]
    while end < last and not ground.delimits(end) and ground.doc[end].text not in ".?!":
        end += 1
    return end
