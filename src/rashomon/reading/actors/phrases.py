"""How a described actor is named: the noun phrase without articles, relative clauses and the like."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from rashomon.knowledge.actors import known_actors
from rashomon.reading.actors.words import lemma, words

_LEFT = {
    "det",
    "amod",
    "compound",
    "nmod",
    "nummod",
    "poss",
    "npadvmod",
    "advmod",
    "predet",
    "quantmod",
    "punct",
    "case",
}
_LONGEST_TAIL = 9
_STOPS = {",", ";", ":", "(", "–", "—", "-"}

Owner = Callable[[Token], str | None]
"""Gives the name of the one whose something is: for "its snipers" that of "its"."""


def named_by(head: Token) -> Token:
    """The noun that says who is meant: behind words of quantity ("dozens of civilians")."""
    seen = {head.i}
    while lemma(head) in words("partitives") or head.lower_ in words("partitives"):
        inner = next(
            (p for c in head.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"),
            None,
        )
        if inner is None or inner.i in seen:
            break
        seen.add(inner.i)
        head = inner
    return head


def nominal_text(head: Token, owner: Owner) -> str:
    """The name of a described actor: "a Sudanese police officer" is "Sudanese police officer"."""
    pieces = _before(head, owner)
    pieces.append((head.text.lower() if _plain_start(head) else head.text, bool(head.whitespace_)))
    text = "".join(word + (" " if space else "") for word, space in pieces).strip()
    tail = _tail(head, owner)
    return f"{text} {tail}".strip() if tail else text


def _before(head: Token, owner: Owner) -> list[tuple[str, bool]]:
    start = head.i
    for child in head.children:
        if child.dep_ in _LEFT and child.i < head.i:
            start = min(start, child.left_edge.i)
    pieces: list[tuple[str, bool]] = []
    possessors = {t.i: c for c in head.children if c.dep_ == "poss" and c.i < head.i for t in c.subtree}
    done: set[int] = set()
    for token in head.doc[start : head.i]:
        possessor = possessors.get(token.i)
        if possessor is not None:
            if possessor.i not in done:
                done.add(possessor.i)
                name = owner(possessor)
                if name:
                    pieces = [(f"{name}'" if name.endswith("s") else f"{name}'s", True)]
            continue
        if _left_out(token, head):
            if pieces and (token.whitespace_ or token.is_space):
                pieces[-1] = (pieces[-1][0], True)
            continue
        word = token.text.lower() if _plain_start(token) else token.text
        pieces.append((word, bool(token.whitespace_)))
    while pieces and not any(c.isalnum() for c in pieces[0][0]):
        pieces.pop(0)
    return pieces


def _left_out(token: Token, head: Token) -> bool:
    if token.is_space or token.text in "\"“”'‘’()[],;:":
        return True
    hyphenated = token.i + 1 < head.i and token.nbor(1).text in "-‑–" and not token.whitespace_
    if hyphenated or (token.i and token.nbor(-1).text in "-‑–" and not token.nbor(-1).whitespace_):
        return False
    if token.dep_ in {"quantmod", "advmod"} and token.tag_ != "RB":
        return True
    if (
        token.tag_ in {"DT", "PDT", "PRP$", "IN", "RB", "RBR", "RBS", "JJR", "JJS", "WDT", "CC"}
        and not token.text[0].isupper()
    ):
        return token.lower_ not in {"all", "and"}
    return token.lower_ in words("dropped_before")


def _plain_start(token: Token) -> bool:
    """A common noun or adjective whose capital only marks the start of a sentence."""
    first = token.is_sent_start or (token.i > 0 and token.nbor(-1).is_sent_start and token.nbor(-1).is_punct)
    common = token.tag_ in {"NN", "NNS", "JJ", "VBN", "VBG", "CD"} and token.text[1:].islower()
    return bool(first) and common and known_actors().demonym(token.text) is None and not _capital_elsewhere(token)


def _capital_elsewhere(token: Token) -> bool:
    """Whether an adjective has its capital amid a sentence too: "Mirovian troops", "the Mirovian raid"."""
    return token.tag_ == "JJ" and any(
        t.text == token.text and t.i and t.nbor(-1).text.islower() for t in token.doc if t.i != token.i
    )


def _tail(head: Token, owner: Owner) -> str:
    """What follows the noun and tells who is meant: "people | of Mosul", "those | who stayed"."""
    general = lemma(head) in words("bare") or head.lower_ in words("bare")
    for child in head.children:
        if child.i < head.i:
            continue
        belongs = lemma(head) in words("keep_of") or (lemma(head) in words("members") and head.tag_ == "NN")
        if child.dep_ == "prep" and child.lower_ == "of" and (general or belongs):
            return _of(child, owner)
        if general and child.dep_ == "prep" and child.lower_ in words("keep_prepositions"):
            return _flat(child)
        if general and child.dep_ in {"amod", "advmod", "acl"} and child.i == head.i + 1:
            return _flat(child)
        if head.lower_ in words("person_pronouns") and child.dep_ == "relcl":
            return _flat(child, pronouns=True)
    return ""


def _of(preposition: Token, owner: Owner) -> str:
    obj = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    head = preposition.head
    if obj is None or (head.dep_ == "dobj" and head.head.lemma_.lower() in words("of_verbs")):
        return ""
    if obj.pos_ == "PRON":
        name = owner(obj)
        return f"of {name}" if name else ""
    return _flat(preposition, obj)


def _flat(child: Token, last: Token | None = None, pronouns: bool = False) -> str:
    """The words of a modifier as they stand, cut before a clause, a comma, or what follows its `last` noun."""
    tokens: list[Token] = []
    for token in child.doc[child.left_edge.i : child.right_edge.i + 1]:
        if token.is_space or (token.text in _STOPS and token.whitespace_):
            break
        if token.dep_ == "relcl" and token != child:
            break
        if last is not None and token.i > last.i and token.dep_ == "prep" and not _joins_name(token):
            break
        tokens.append(token)
    if len(tokens) > _LONGEST_TAIL or (not pronouns and any(t.tag_ in {"PRP", "PRP$"} for t in tokens)):
        return ""
    while tokens and tokens[-1].tag_ in {"WP", "WDT", "IN", "DT", "CC"}:
        tokens.pop()
    return "".join(t.text_with_ws for t in tokens).strip()


def _joins_name(preposition: Token) -> bool:
    """Whether "of" stands inside a name: "people of the Brotherhood | of Kesh"."""
    last = preposition.i + 1 >= len(preposition.doc)
    named = preposition.lower_ == "of" and preposition.head.text[:1].isupper()
    return named and not last and preposition.nbor(1).text[:1].isupper()


def body_noun(head: Token) -> Token | None:
    """The body whose members or parts a noun means: RSF in "RSF fighters", "fighters of the RSF"."""
    word = lemma(head)
    if word not in words("members") and word not in words("parts"):
        return None
    left = [c for c in head.children if c.dep_ in {"compound", "nmod", "amod"} and c.i < head.i and c.pos_ != "VERB"]
    if left:
        return left[-1]
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
            return next((p for p in child.children if p.dep_ == "pobj"), None)
    return None
