"""Works that tell (an article, a report), headlines ("Army: ..."), transcripts, and words held off in quotes."""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from spacy.tokens import Token

from rashomon.knowledge.base import load_yaml
from rashomon.reading.syntax import subjects
from rashomon.reading.tellers.drafts import Draft
from rashomon.reading.tellers.ground import Ground, is_finite, is_nominal, listed
from rashomon.reading.tellers.layout import Range
from rashomon.reading.tellers.sources import Source
from rashomon.reading.tellers.titles import by_its_title, title_of, work_of

_DASHES = frozenset("-–—")
_HEADLINE = 18  # tokens of a headline at most


def outlet_of(work: Token, ground: Ground) -> Token | None:
    """The outlet that a work appeared in, if its sentence names it: "In the Sentinel newspaper, an article ..."."""
    first, last = ground.layout.sentence(work.i)
    for token in ground.doc[first:last]:
        if token == work or not ground.knowledge.has("outlets", token.lemma_.lower()):
            continue
        named = any(
            c.pos_ == "PROPN" or c.text[:1].isupper()
            for c in token.children
            if c.dep_ in {"compound", "amod", "nmod", "appos"}
        )
        if (after := _name_after(token)) is not None:
            return after
        if named or token.pos_ == "PROPN":
            while token.dep_ in {"compound", "nmod"} and token.head.i > token.i:
                token = token.head
            return token
    for child in work.children:
        if child.dep_ == "prep" and listed(child, "printed"):
            for obj in child.children:
                if obj.dep_ == "pobj" and obj.pos_ == "PROPN" and ground.within(obj.i) is None:
                    return obj
    sentences = [(first, last), *(ground.layout.before((first, last)) if title_of(work, ground) else ())]
    return next((outlet for s in sentences if (outlet := _outlet_by_name(s, ground)) is not None), None)


def _name_after(token: Token) -> Token | None:
    """The last word of the name that stands right after what it names: "the state newspaper El Faro"."""
    run = list(takewhile(lambda t: t.pos_ == "PROPN" and t.ent_type_ != "DATE", token.doc[token.i + 1 :]))
    return run[-1] if run and token.text.islower() else None


def _outlet_by_name(sentence: Range, ground: Ground) -> Token | None:
    """The one outlet that a sentence names by a name such as outlets have: "Kadria Today", "the Harrow Tribune"."""
    found = [
        token
        for token in ground.doc[sentence[0] : sentence[1]]
        if token.lower_ in _media_words()
        and token.pos_ == "PROPN"
        and token.i
        and ground.doc[token.i - 1].pos_ == "PROPN"
        and ground.within(token.i) is None
        and ground.category(token) in {"group", "unknown"}
        and token.i + 1 < len(ground.doc)
        and ground.doc[token.i + 1].pos_ != "PROPN"
    ]
    return found[0] if len({ground.doc[t.i - 1 : t.i + 1].text for t in found}) == 1 else None


@cache
def _media_words() -> frozenset[str]:
    return frozenset(load_yaml("reference.yaml")["media_words"])


def author_of(work: Token, ground: Ground) -> Token | None:
    """Who made a work: its possessor, its "by", or who published or adopted it in the sentences before."""
    for child in work.children:
        if ground.within(child.i) != ground.within(work.i):
            continue
        if child.dep_ == "poss" and child.pos_ in {"NOUN", "PROPN"}:
            return child
        if child.dep_ in {"compound", "nmod"} and ground.category(child) == "group":
            return child
    for child in work.children:
        if child.dep_ in {"prep", "agent"} and listed(child, "givers"):
            for obj in child.children:
                if obj.dep_ == "pobj":
                    return obj
    if work.dep_ == "dobj" and ground.knowledge.has("making", work.head.lemma_.lower()):
        makers = [m for m in subjects(work.head) if is_nominal(m)]
        if makers:
            return makers[0]
    sentence = ground.layout.sentence(work.i)
    for start, end in ground.layout.before(sentence, 4):
        for token in ground.doc[start:end]:
            if token.lemma_.lower() != work.lemma_.lower():
                continue
            named = [
                c for c in token.children if c.dep_ in {"compound", "nmod", "poss"} and ground.category(c) == "group"
            ]
            if named:
                return named[-1]
            noun = token.head if token.dep_ in {"compound", "nmod", "amod"} else token
            if noun.dep_ not in {"dobj", "nsubjpass"}:
                continue
            verb = noun.head
            if ground.knowledge.has("making", verb.lemma_.lower()):
                makers = [m for m in subjects(verb) if is_nominal(m) and m != token]
                return makers[0] if makers else None
    return None


def name_works(drafts: list[Draft], ground: Ground) -> None:
    """Give what "the article" or "it" says to the outlet that printed the article, where the text names one."""
    for item in drafts:
        token = item.source.token
        if token is None:
            continue
        work = _work(token, ground)
        if work is None:
            continue
        outlet = author_of(work, ground) or outlet_of(work, ground)
        title = title_of(work, ground)
        if outlet is not None and outlet.i != item.head:
            item.source = Source(outlet)
        elif title is not None:
            item.source, item.words = Source(None), by_its_title(work, title, ground)
        elif work != token and listed(token, "it"):
            item.source = Source(work)


def _work(token: Token, ground: Ground) -> Token | None:
    """The work that a source is, or that "it" stands for: the subject of a sentence shortly before."""
    written = (ground.knowledge.lists["works"] | set(ground.knowledge.nouns)) - ground.knowledge.lists["outlets"]
    if token.lemma_.lower() in written and token.pos_ in {"NOUN", "PROPN"}:
        return token if _told_of_now(token) and ground.category(token) != "person" else None
    if not listed(token, "it"):
        return None
    sentence = ground.layout.sentence(token.i)
    for start, end in [(sentence[0], token.i), *ground.layout.before(sentence, 2)]:
        stretch = ground.doc[start:end]
        titled = (t for t in stretch if t.pos_ == "NOUN" and t.lemma_.lower() in written and title_of(t, ground))
        if (other := next(titled, None)) is not None:
            return other
        for other in stretch:
            if other.dep_ in {"nsubj", "nsubjpass"} or (other.dep_ == "ROOT" and other.pos_ == "NOUN"):
                if listed(other, "it"):
                    break
                return other if other.pos_ == "NOUN" and other.lemma_.lower() in written else None
    return None


def _told_of_now(token: Token) -> bool:
    return token.dep_ in {"nsubj", "nsubjpass", "pobj", "dobj"}


def by_titles(ground: Ground) -> list[Draft]:
    """What the quoted title of a work asserts is told by its outlet, else by the work."""
    drafts = []
    for quote in ground.quotes:
        work = work_of(quote, ground)
        if work is None:
            continue
        outlet = author_of(work, ground) or outlet_of(work, ground)
        words = by_its_title(work, quote, ground) if outlet is None else None
        head = quote.left - 1 if quote.left > work.i else work.i
        drafts.append(Draft(
            source=Source(outlet), words=words, cue=(head, head + 1), ranges=[(quote.start, quote.end)],
            form="title", head=head, entry="reporting.yaml:titled", quoted=True, settled=True,
        ))  # fmt: skip
    return drafts


def by_headlines(ground: Ground) -> list[Draft]:
    """Headlines with a colon: "Army: rebels shelled market", "Rebels shelled market: army"."""
    drafts = []
    for start, end in ground.layout.paragraphs:
        tokens = [t for t in ground.doc[start:end] if not t.is_space]
        colons = [t for t in tokens if t.text == ":"]
        if not colons and len(tokens) > 3 and _dashed(tokens, ground):
            colons = [t for t in tokens[:-1] if t.text in _DASHES][-1:]
        if len(colons) != 1 or len(tokens) > _HEADLINE or tokens[-1].text[-1] in ".?!":
            continue
        colon = colons[0].i
        before, after = (tokens[0].i, colon), (colon + 1, tokens[-1].i + 1)
        for name, told in ((before, after), (after, before)):
            source = _headline_source(name, ground)
            if source is None and name == before and any(q.left == after[0] for q in ground.quotes):
                source = _quoted_name(name, ground)
            if source is not None and _asserts(told, ground):
                drafts.append(Draft(
                    source=Source(source), cue=(colon, colon + 1), ranges=[told], form="headline", head=source.i,
                    entry="reporting.yaml:headline", score=0.7, settled=True,
                ))  # fmt: skip
                break
    return drafts


def _dashed(tokens: list[Token], ground: Ground) -> bool:
    """Whether a headline ends with a dash and its source: "Raiders burn mill - police"."""
    known = ground.knowledge.lists["headline_sources"]
    dash = tokens[-2].text in _DASHES and bool(tokens[-3].whitespace_)
    return dash and (tokens[-1].lemma_.lower() in known or tokens[-1].text in known)


def _asserts(told: Range, ground: Ground) -> bool:
    """Whether a headline's other half says something: more than a name or a label."""
    tokens = [t for t in ground.doc[told[0] : told[1]] if t.is_alpha]
    return len(tokens) > 2 and any(t.pos_ in {"VERB", "AUX"} or t.text.islower() for t in tokens)


def _headline_source(name: Range, ground: Ground) -> Token | None:
    tokens = [t for t in ground.doc[name[0] : name[1]] if not t.is_space]
    if not tokens or len(tokens) > 6 or any(is_finite(t) and t.pos_ != "NOUN" for t in tokens):
        return None
    nominal = [t for t in tokens if is_nominal(t)]
    if not nominal:
        return None
    head = nominal[-1]
    known = ground.knowledge.lists["headline_sources"]
    if head.lemma_.lower() in known or head.text in known:
        return head
    return head if ground.category(head) in {"person", "group"} and head.text[:1].isupper() else None


def _quoted_name(name: Range, ground: Ground) -> Token | None:
    """The name before a colon and a quotation: "Vale: 'We hold the town'"."""
    tokens = [t for t in ground.doc[name[0] : name[1]] if not t.is_space]
    return tokens[-1] if len(tokens) < 5 and all(t.text[:1].isupper() for t in tokens) else None


def by_labels(ground: Ground) -> list[Draft]:
    """Transcripts: "QUESTION: ...", "MR LANE: ..." at the head of a paragraph, up to the next label."""
    found: list[tuple[int, int, Token | None, str | None]] = []
    for start, end in ground.layout.paragraphs:
        tokens = [t for t in ground.doc[start:end] if not t.is_space]
        colon = next((k for k, t in enumerate(tokens[:7]) if t.text == ":"), None)
        if colon is None or colon == 0 or colon + 1 >= len(tokens):
            continue
        label = " ".join(t.text for t in tokens[:colon])
        known = ground.knowledge.labels.get(label.lower())
        capitals = label.isupper() and len(label) > 1
        if known is None and not capitals:
            continue
        found.append((tokens[0].i, tokens[colon].i, tokens[colon - 1] if known is None else None, known))
    labels = [f for f in found if f[3] is not None or len(found) > 1]
    ends = [*(f[0] for f in labels[1:]), len(ground.doc)][: len(labels)]
    drafts = []
    for (start, colon, token, words), end in zip(labels, ends, strict=True):
        if words == "":
            continue
        drafts.append(Draft(
            source=Source(token), words=words, cue=(start, colon + 1), ranges=[(colon + 1, end)], form="label",
            head=start, entry="reporting.yaml:labels", score=0.8, settled=True,
        ))  # fmt: skip
    return drafts


def by_distance(ground: Ground, drafts: list[Draft]) -> list[Draft]:
    """One or two words in quotation marks that belong to somebody ("X’s “war” on Y") while the sentence
    gives a contrary account: told by him, disowned by the author."""
    found = []
    for quote in ground.quotes:
        if quote.speech or quote.end - quote.start > 2 or quote.depth > 1:
            continue
        if any(d.holds(quote.start) and d.quoted for d in drafts):
            continue
        head = ground.doc[quote.end - 1]
        if head.pos_ not in {"NOUN", "PROPN"}:
            continue
        owner = next((c for c in head.children if c.dep_ == "poss"), None)
        before = ground.doc[quote.left - 1] if quote.left else None
        if owner is None and before is not None and (before.tag_ == "POS" or before.tag_ == "PRP$"):
            owner = before.head if before.tag_ == "POS" else before
        if owner is None or not _contradicted(quote.start, ground):
            continue
        found.append(Draft(
            source=Source(owner), cue=(quote.left, quote.left + 1), ranges=[(quote.start, quote.end)],
            form="scare", head=quote.left, endorsement="rejects", quoted=True,
            entry="reporting.yaml:contraries", score=0.5, settled=True,
        ))  # fmt: skip
    return found


def _contradicted(at: int, ground: Ground) -> bool:
    first, last = ground.layout.sentence(at)
    return any(ground.knowledge.has("contraries", t.lemma_.lower()) for t in ground.doc[first:last])
