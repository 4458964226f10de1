"""What speaks for and against a place being where a deed happens: named signs, each seen or not.

`place_signs.yaml` gives every sign its weight; `bench/fit_signs.py` fits them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.knowledge.classes import in_class
from rashomon.reading.places.candidates import Candidate, specificity
from rashomon.reading.places.chains import Linked
from rashomon.reading.places.index import PlaceIndex, PlaceMention
from rashomon.reading.places.words import words
from rashomon.reading.types import Scene, Telling

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SIZES = ("country", "region", "town", "spot")
_CLAUSES = {"advcl", "relcl", "acl", "ccomp", "xcomp", "conj", "parataxis", "pcomp", "csubj"}
_STEPS = (2, 5, 9, 15, 25)
"""Distances in tokens up to which a place is near, ..., far."""
_SORTS = ("violence_noun", "meeting_noun", "group", "official", "fighter", "person", "facility", "place")
"""Sorts of noun that tell apart what a preposition hangs on ("attacks in X", "officials in X"), first match."""


def signs(
    linked: Linked, head: Token, scene: Scene, index: PlaceIndex, tie: Candidate | None, told: Sequence[Telling]
) -> list[str]:
    """The signs of one place for the deed at `head`. `tie`: the strongest syntactic bond of its chain, if any.

    Where it stands, and what leads to it, is that of its chain ("killed in the village of X near Y": also for Y).
    """
    doc, mention = scene.doc, linked.mention
    seen = [f"tie: {tie.why}" if tie else "tie: none", f"size: {_size(mention)}"]
    seen.extend(_position(linked.first, head, doc, index))
    seen.extend(_lead(linked.first, doc))
    seen.extend(_trail(mention, doc))
    seen.append(f"link before: {linked.before or 'none'}")
    seen.append(f"link after: {linked.after or 'none'}")
    seen.extend(_role(linked.first, mention, head, doc))
    seen.append(f"clause: {_clause(linked.first, head, doc)}")
    if _of_source(linked.first, doc, told):
        seen.append("where a source is")
    if any(t.holds(head.i) and not t.holds(mention.head) for t in told):
        seen.append("outside what is told")
    if any(t.holds(mention.head) and not t.holds(head.i) for t in told):
        seen.append("told of something else")
    known = scene.actors.mention_at(doc[mention.head])
    if known is not None and known.form == "name" and (known.start < mention.start or known.end > mention.end):
        seen.append("part of a name")
    return seen


def _size(mention: PlaceMention) -> str:
    """How small the place is; a building of a country ("the Tarvan embassy") apart."""
    if mention.name.split()[-1].lower() in words("offices"):
        return "office"
    return _SIZES[specificity(mention)]


def _clause(mention: PlaceMention, head: Token, doc: Doc) -> str:
    """How the clause that names the place lies to the deed's: its own, one above or below it, or another."""
    token = doc[mention.head]
    if head.is_ancestor(token):
        while token.head != head and token.head.i != token.i:
            if token.pos_ == "VERB" and token.dep_ in _CLAUSES:
                return f"below ({token.dep_})"
            token = token.head
        return f"below ({token.dep_})" if token.pos_ == "VERB" and token.dep_ in _CLAUSES else "own"
    governor = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    if governor is None:
        return "none"
    if not governor.is_ancestor(head):
        return "another"
    step = head
    while step.head != governor and step.head.i != step.i:
        step = step.head
    return f"above ({step.dep_})" if step.dep_ in _CLAUSES else "above"


def _of_source(mention: PlaceMention, doc: Doc, told: Sequence[Telling]) -> bool:
    """Whether the name stands in the phrase of somebody who tells: "a source in X said", "according to X"."""
    sources = {t.source for t in told if t.source is not None}
    return any(t.i in sources or t.lower_ == "according" for t in doc[mention.head].ancestors)


def _position(mention: PlaceMention, head: Token, doc: Doc, index: PlaceIndex) -> Iterator[str]:
    side = "after" if mention.start > head.i else "before"
    start, end = (head.i + 1, mention.start) if side == "after" else (mention.end, head.i)
    step = next((n for n in _STEPS if end - start <= n), None)
    yield f"{side}: within {step}" if step else f"{side}: far"
    if doc[mention.head].sent.start != head.sent.start:
        yield "another sentence"
    between = doc[start:end]
    if not any(start <= m.start and m.end <= end for m in index.mentions):
        yield f"{side}: first"
    verbs = sum(1 for t in between if t.pos_ == "VERB")
    if verbs:
        yield f"{side}: {'one verb' if verbs == 1 else 'verbs'} between"
    if any(t.text in {",", ";", "--", "-", "–", ":"} for t in between):
        yield f"{side}: a comma between"
    if any(t.is_quote for t in between):
        yield "quotation mark between"
    opened = [t for t in between if t.dep_ in {"mark", "advmod"} or t.tag_ in {"WDT", "WP", "WRB"}]
    if any(t.tag_ in {"WDT", "WP"} or t.lower_ == "where" for t in opened):
        yield f"{side}: a relative between"
    if any(t.lower_ in words("same_time") for t in opened):
        yield f"{side}: a clause of the same time between"
    if any(t.lower_ in words("other_time") for t in opened):
        yield f"{side}: a clause of another time between"
    if any(t.dep_ == "cc" and t.head.pos_ == "VERB" for t in between):
        yield f"{side}: a verb coordinated between"


def _lead(mention: PlaceMention, doc: Doc) -> Iterator[str]:
    """The word that leads to the name ("in", "from", a verb), and what that hangs on."""
    i = _leading(mention, doc)
    if i < 0:
        yield "lead: opens"
        return
    token = doc[i]
    word = token.lower_
    before = doc[i - 1] if i else None
    if word in words("compass") or (before is not None and before.lower_ in words("compass") | words("measures")):
        yield "lead: direction"
    elif word in words("lead_words"):
        yield f"lead: {word}"
        if i == 0 or token.is_sent_start or (before is not None and before.is_space):
            yield "opens the sentence"
        elif before is not None and before.pos_ in {"NOUN", "PROPN"}:
            lemma = before.lemma_.lower()
            sort = next((s for s in _SORTS if in_class(lemma, s)), None)
            if sort:
                group = "body" if sort in {"group", "official", "fighter"} else sort
                yield f"lead: {group} {word}"
        elif before is not None and before.lemma_.lower() in words("standing"):
            yield "lead: based"
    elif token.pos_ == "VERB":
        yield "lead: verb"
    else:
        yield f"lead: {_leads_like(token)}"


def _leads_like(token: Token) -> str:
    if token.text == ",":
        return "comma"
    if token.tag_ == "CC":
        return "and"
    return "noun" if token.tag_ == "POS" or token.pos_ in {"NOUN", "PROPN"} else "other"


def _leading(mention: PlaceMention, doc: Doc) -> int:
    """The token that leads to a name: before its article, adjectives, and "the town of"; -1 at the start."""
    i = mention.start - 1
    described = words("relative_nouns") | words("sorts")
    while i >= 0 and not doc[i].is_sent_start and doc[i].lower_ not in words("compass"):
        token = doc[i]
        passed = token.tag_ in {"DT", "JJ", "JJS", "JJR", "PRP$", "CD"} or token.lower_ in described
        if not passed and not (token.lower_ == "of" and i and doc[i - 1].lower_ in described):
            break
        i -= 1
    return i


def _trail(mention: PlaceMention, doc: Doc) -> Iterator[str]:
    """What follows the name: a noun that it only describes, a possessive, "-based"."""
    if mention.end >= len(doc):
        return
    following, head = doc[mention.end], doc[mention.head]
    if following.tag_ == "POS":
        yield "trail: possessive"
        yield from _described(next((t for t in doc[mention.end + 1 : mention.end + 5] if t.pos_ == "NOUN"), None))
    elif (following.text.startswith("-") and not doc[mention.end - 1].whitespace_) or _compound(doc[mention.end - 1]):
        yield "trail: hyphen"
    elif head.dep_ in {"compound", "nmod", "amod"} and head.head.i >= mention.end:
        yield "trail: modifier"
        yield from _described(head.head)
    elif following.text in {",", "("}:
        yield "trail: comma"
    elif following.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
        yield "trail: verb"


def _compound(token: Token) -> bool:
    """Whether a word is one like "Tarn-led", "Tarn-born"."""
    last = token.text.rpartition("-")
    return bool(last[0]) and last[2].islower()


def _described(noun: Token | None) -> Iterator[str]:
    sorts = {"group": "body", "person": "body", "facility": "place", "place": "place"}
    sort = next((s for s in sorts if noun is not None and in_class(noun.lemma_.lower(), s)), None)
    if sort:
        yield f"describes a {sorts[sort]}"


def _role(first_of_chain: PlaceMention, mention: PlaceMention, head: Token, doc: Doc) -> Iterator[str]:
    token = doc[first_of_chain.head]
    while token.dep_ in {"conj", "appos"}:
        token = token.head
    named = {"nsubj": "subject", "nsubjpass": "passive subject", "dobj": "object"}.get(token.dep_)
    if named:
        yield f"{named} of it" if token.head == head else f"{named} elsewhere"
    first = doc[mention.start]
    if mention.end - mention.start > 1 and (first.ent_type_ == "NORP" or first.tag_ == "JJ"):
        yield "described by a people"
    name = doc[mention.start : mention.end].text
    if name.isupper() and len(name) > 4:
        yield "in capitals"
