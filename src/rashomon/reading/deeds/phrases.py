"""Where in a sentence the words of a phrase stand ("laid down their arms", "pushed X out of")."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from rashomon.knowledge.deeds import Part, fold
from rashomon.reading.syntax import objects

_REACH = 8
"""How many tokens after its verb a word of a phrase may stand."""


def is_word(token: Token, word: str) -> bool:
    """Whether a token is this word, in any inflection."""
    return word in {fold(token.lemma_), fold(token.text)}


def match(head: Token, words: tuple[str, ...], at: int, part: Part) -> list[Token] | None:
    """The tokens of a phrase whose word number `at` is `head`, in text order; None if it is not there."""
    found = [head]
    before = _before(head, words[:at])
    if before is None:
        return None
    last = head
    for word in words[at + 1 :]:
        nxt = _after(head, last, word, part)
        if nxt is None:
            return None
        found.append(nxt)
        last = nxt if nxt.i > last.i else last
    if part == "verb" and len(found) == 2 and last.dep_ == "prep" and _object_between(head, last):
        return None  # "sign on to a plan" is a phrase, "sign a plan on Monday" is not
    return sorted(before + found, key=lambda t: t.i)


def _before(head: Token, words: tuple[str, ...]) -> list[Token] | None:
    found: list[Token] = []
    position = head.i - 1
    for word in reversed(words):
        while position >= head.sent.start and head.doc[position].text in "-‐‑":
            position -= 1
        if position < head.sent.start or not is_word(head.doc[position], word):
            return None
        found.append(head.doc[position])
        position -= 1
    return found


def _after(head: Token, last: Token, word: str, part: Part) -> Token | None:
    doc, end = head.doc, min(head.sent.end, head.i + _REACH + 1)
    for i in range(last.i + 1, end):
        token = doc[i]
        if (token.dep_ == "cc" or last.dep_ == "cc") and i > last.i + 1 and is_word(token, word):
            break  # "killed and wounded" is one phrase, "killed two and wounded ten" is not
        if is_word(token, word) and (i == last.i + 1 or _governs(head, token) or _governs(last, token)):
            return token
        if token.text in ";:.!?" or (token.pos_ == "VERB" and token.dep_ in {"conj", "ccomp", "advcl"}):
            break
    if part == "verb":
        return next((t for t in objects(head) if is_word(t, word) and t.i < head.i), None)
    return None


def _object_between(head: Token, token: Token) -> bool:
    return any(c.dep_ in {"dobj", "ccomp", "xcomp"} and head.i < c.i < token.i for c in head.children)


def _governs(head: Token, token: Token) -> bool:
    """Whether a word hangs on the head within its own clause, and on no preposition outside the phrase
    ("called for a truce" is not "call a truce")."""
    node = token
    while node.head != node:
        node = node.head
        if node == head:
            return True
        if node.pos_ in {"VERB", "AUX"} or (node.dep_ == "prep" and node.lower_ != "of"):
            return False
    return False


def trigger_range(head: Token, matched: Iterable[Token]) -> tuple[int, int]:
    """Token range of the trigger: the phrase where it stands together, else its head's piece of it."""
    tokens = sorted(matched, key=lambda t: t.i)
    start, end = tokens[0].i, tokens[-1].i + 1
    if end - start - len(tokens) <= 2:
        return start, end
    start = end = head.i
    inside = {t.i for t in tokens}
    while end + 1 in inside:
        end += 1
    while start - 1 in inside:
        start -= 1
    return start, end + 1
