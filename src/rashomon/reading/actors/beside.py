"""Names beside a description that are its bearer's: "the spokesman, Ada Prenn", "Qarah, a town"."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.actors.mentions import Mentions
from rashomon.reading.actors.trail import is_plural
from rashomon.reading.actors.words import lemma, sort_of, words
from rashomon.reading.syntax import contrasted
from rashomon.reading.types import Mention


def beside(token: Token, mention: Mention, mentions: Mentions) -> list[Token]:
    """Heads of the names that may be the bearer's, the likeliest first."""
    found = [c for c in token.children if c.dep_ == "appos" and not contrasted(c)]
    found += [token.head] if token.dep_ == "appos" and not contrasted(token) else []
    found += _right_after(token, mentions)
    if mention.category == "person":  # "a spokesman for the ministry, Ada Prenn, ..."
        bodies = [p for c in token.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"]
        found += [a for p in bodies for a in p.children if a.dep_ == "appos"]
        found += _after_comma(token, mentions) or _before_comma(token, mention, mentions)
    return [t for t in found if (name := mentions.name_at(t)) is not None and not name.demonym]


def _right_after(token: Token, mentions: Mentions) -> list[Token]:
    """The one whom a noun directly precedes: "the Kremlin's spokesman | Ivan Orlov", "the group | Ansar"."""
    name = mentions.name_at(token.nbor(1)) if token.i + 1 < len(token.doc) else None
    if name is None or name.start != token.i + 1 or name.demonym or is_plural(token) or token.whitespace_ == "":
        return []
    head, sort = token.doc[name.head], mentions.sorts.of(name)
    state = name.known is not None and name.known.id == name.known.country
    person = sort == "person" and mentions.category(token) == "person"
    body = sort == "group" and lemma(token) in words("body_descriptions") and head.dep_ in {"appos", token.dep_}
    ally = state and sort_of(lemma(token), "society") and head.dep_ == "appos"
    return [head] if person or body or ally or (_designates(token, head) and sort == "group") else []


def _designates(token: Token, head: Token) -> bool:
    """Whether the noun hangs on the name as its designation: "terrorist group ISIS"."""
    return token.dep_ in {"compound", "nmod"} and token.head == head and lemma(token) in words("body_descriptions")


def _before_comma(token: Token, mention: Mention, mentions: Mentions) -> list[Token]:
    """The person before an office between commas: "Ada Prenn, head of the guard in Tarn"."""
    doc = mentions.doc
    if mention.start < 2 or doc[mention.start - 1].text != "," or token.dep_ in {"nsubj", "nsubjpass", "pobj"}:
        return []
    name = mentions.name_at(doc[mention.start - 2])
    listed = token.dep_ == "conj" and any(c.dep_ == "cc" for c in token.head.children)
    if name is None or listed or not sort_of(lemma(token), "official"):
        return []
    return [doc[name.head]] if mentions.sorts.of(name) == "person" else []


def _after_comma(token: Token, mentions: Mentions) -> list[Token]:
    """A person's name between commas after an office: "the foreign minister of Kesh, Dr Ada Prenn,"."""
    doc = mentions.doc
    comma = next((i for i in range(token.i + 1, min(token.i + 11, len(doc))) if doc[i].text == ","), None)
    if comma is None or any(t.pos_ in {"VERB", "AUX"} for t in doc[token.i : comma]):
        return []
    for name in mentions.names:
        begins = name.start - len([t for t in name.title if t]) == comma + 1
        closed = name.end < len(doc) and doc[name.end].text in {",", ")", ".", "said", "told"}
        if begins and (closed or name.title) and mentions.sorts.of(name) == "person":
            return [doc[name.head]] if doc[name.head].dep_ not in {"conj", "nsubj"} else []
    return []
