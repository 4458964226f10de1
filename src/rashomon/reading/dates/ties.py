"""How closely syntax ties a date expression to a deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.knowledge.classes import in_class
from rashomon.reading.dates.expressions import DateExpression
from rashomon.reading.dates.values import Written
from rashomon.reading.dates.words import table, words
from rashomon.reading.types import Deed, Telling

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ATTACHED = "attached"
"""The rule by which a date hangs on the deed's own word."""

_LINKS = {
    "prep", "pcomp", "pobj", "npadvmod", "nummod", "compound", "nmod", "amod", "advmod", "tmod", "quantmod", "poss",
    "punct", "appos", "dep", "npmod", "det",
}  # fmt: skip
_UP = {
    "conj": 0.85, "advcl": 0.8, "xcomp": 0.85, "relcl": 0.6, "acl": 0.7, "pcomp": 0.8, "prep": 0.9, "pobj": 0.9,
    "dobj": 0.75, "nsubj": 0.75, "nsubjpass": 0.8, "attr": 0.8, "oprd": 0.8, "aux": 1.0, "auxpass": 1.0, "agent": 0.9,
}  # fmt: skip
_ATTRIBUTIVE = {"compound", "nmod", "amod", "nummod", "poss"}
_PASSING = 0.7  # "people waiting in X on Friday": the day is rather the deed's


def tie(doc: Doc, deed: Deed, expression: DateExpression) -> tuple[float, str]:
    """How closely syntax ties an expression to a deed, and in which way."""
    governor, cut = governor_of(doc, expression)
    own = {deed.head.i, *range(deed.start, deed.end)}
    if possessed(doc, expression) & own:
        return 0.95, "attached"
    if (
        cut
        or _in_brackets(doc, deed, expression)
        or _dates_its_object(deed, governor, expression)
        or _part_of_name(doc, governor, expression, own)
    ):
        return 0.0, ""
    if governor.i in own or expression.start in own:
        return 0.95, ATTACHED
    down = _below(governor, own)
    aside = deed.type in words("own_time") and deed.head.dep_ == "advcl" and deed.head.tag_ == "VBG"
    apart = aside or _in_clause_of_its_own(deed.head, governor)
    listed = deed.head.dep_ == "conj" and deed.head.pos_ == "NOUN" and deed.head.head.i < expression.start < deed.head.i
    up = 0.0 if deed.kind == "relation" or apart or listed else _above(governor, deed, expression)
    if down >= up:
        return down, "in its clause"
    return up, "clause around it"


def follows_cue(doc: Doc, telling: Telling, expression: DateExpression) -> bool:
    """Whether a date stands between a cue and what is told: "said late on Friday the army had left"."""
    if not telling.content or not telling.cue[1] <= expression.start < telling.content[-1][1]:
        return False
    between = doc[telling.cue[1] : expression.start]
    after = doc[expression.end] if expression.end < len(doc) else None
    return (
        all(t.pos_ in {"ADP", "ADV"} for t in between)
        and after is not None
        and (after.tag_ in {"DT", "PRP", "NNP", "NNPS", "NNS", "PRP$", "CD", "EX"} or after.lower_ == "that")
        and doc[telling.cue[0]].pos_ == "VERB"
    )


def _in_brackets(doc: Doc, deed: Deed, expression: DateExpression) -> bool:
    """Whether a date stands in brackets with other words, the deed outside: "eight dead (three by next morning)"."""
    sentence = doc[expression.start].sent
    left = next((i for i in range(expression.start - 1, sentence.start - 1, -1) if doc[i].text in "()"), None)
    if left is None or doc[left].text == ")":
        return False
    right = next((i for i in range(expression.end, sentence.end) if doc[i].text == ")"), sentence.end)
    inside = [*range(left + 1, expression.start), *range(expression.end, right)]
    return not left < deed.head.i < right and any(doc[i].pos_ in {"NOUN", "PROPN", "VERB"} for i in inside)


def _is_part_of_day(token: Token) -> bool:
    """Whether a noun only says which part of the day: "at dawn on Tuesday", "in the early hours of Sunday"."""
    return token.lower_ in table("parts_of_day") or token.lower_ in table("units")


def _in_clause_of_its_own(token: Token, governor: Token) -> bool:
    """Whether a deed stands in a clause that the dated one hangs on: "will resume on Friday if the shelling stops"."""
    node = token
    while node.head != node and node.i != governor.i:
        marks = [c for c in node.children if c.dep_ in {"mark", "advmod"} and c.i < node.i]
        if node.dep_ == "advcl" and any(c.lower_ not in words("same_time") for c in marks):
            return governor.i == node.head.i or governor in node.ancestors
        node = node.head
    return False


def governor_of(doc: Doc, expression: DateExpression) -> tuple[Token, bool]:
    """The word that a date expression hangs on; whether a preposition makes it another time's limit."""
    token = doc[expression.start : expression.end].root
    while token.dep_ in _LINKS and token.head.i != token.i:
        inside = expression.start <= token.i < expression.end
        if not inside and token.lower_ in words("other_time") and token.dep_ in {"prep", "mark", "advmod"}:
            return token, True
        if not inside and token.pos_ in {"NOUN", "PROPN", "VERB"} and not _is_part_of_day(token):
            break
        token = token.head
    return token, False


def _dates_its_object(deed: Deed, governor: Token, expression: DateExpression) -> bool:
    """Whether what is judged happened then, not the judging: "condemns the attacks in X today"."""
    if deed.type not in words("reactions") or deed.head.pos_ != "VERB":
        return False
    below = governor.i == deed.head.i or deed.head in governor.ancestors
    owned = possessed(deed.head.doc, expression)
    if deed.head.tag_ == "VBD" and not owned:
        return False
    return below and any(
        deed.head.i < t.i and (t.i < expression.start or t.i in owned) and is_event(t) for t in deed.head.subtree
    )


def possessed(doc: Doc, expression: DateExpression) -> set[int]:
    """The tokens of the noun phrase that a date owns: "Friday's deadly *raid*"; empty if it owns none."""
    i = expression.end
    if doc[i - 1].tag_ != "POS":
        if i >= len(doc) or doc[i].tag_ != "POS":
            return set()
        i += 1
    found = set()
    while i < len(doc) and (doc[i].pos_ in {"ADJ", "NOUN", "PROPN", "NUM", "ADV"} or doc[i].text in {",", "-"}):
        found.add(i)
        if doc[i].pos_ == "NOUN" and i + 1 < len(doc) and doc[i + 1].pos_ not in {"NOUN", "PROPN"}:
            break
        i += 1
    return found


def is_event(token: Token) -> bool:
    """Whether a noun names what happens: a raid, a summit."""
    lemma = token.lemma_.lower()
    return token.pos_ == "NOUN" and any(in_class(lemma, name) for name in ("event", "violence_noun", "meeting_noun"))


def _part_of_name(doc: Doc, governor: Token, expression: DateExpression, own: set[int]) -> bool:
    """Whether a date only says which noun is meant: "for the 2016 summit", "under the 25 May 2011 agreement"."""
    root = doc[expression.start : expression.end].root
    direct = expression.bare_year or (isinstance(expression.value, Written) and root.dep_ in _ATTRIBUTIVE)
    if not direct or governor.i < expression.end or governor.pos_ not in {"NOUN", "PROPN"} or governor.i in own:
        return False
    if possessed(doc, expression):
        return False
    if not is_event(governor):
        return True
    return not (governor.head.lower_ in words("during") or (not expression.bare_year and "subj" in governor.dep_))


def _below(governor: Token, own: set[int]) -> float:
    """A governor inside the deed's own phrases: "struck a line of people waiting in X on Friday", however attached."""
    score, token = 0.85, governor
    while token.i not in own:
        doing = token.dep_ == "acl" and token.lemma_.lower() in words("doing") and is_event(token.head)
        loose = token.dep_ == "acl" and (token.tag_ == "VBG" or doing)
        if token.head.i == token.i or token.dep_ in {"relcl", "ccomp", "parataxis", "advcl"}:
            return 0.0
        if token.dep_ == "acl" and not loose:
            return 0.0
        score *= _PASSING if loose and not doing else 1.0
        if token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}:
            score *= 0.7
        score *= 0.95
        token = token.head
    return score


def _above(governor: Token, deed: Deed, expression: DateExpression) -> float:
    """A governor that the deed hangs on: coordinated, in a participle or purpose clause, its noun's verb."""
    score, token = 0.9, deed.head
    while token.i != governor.i:
        if token.head.i == token.i or token.dep_ not in _UP:
            return 0.0
        if _at_another_time(token):
            return 0.0
        if token.dep_ == "prep" and token.lower_ in words("reasons") and expression.start < token.i:
            return 0.0  # "arrested on Friday over a murder"
        if token.dep_ == "relcl" and token.head.i != governor.i and not _of_place(token):
            return 0.0
        if token.dep_ == "xcomp" and any(c.dep_ in {"dobj", "dative"} for c in token.head.children):
            return 0.0  # "urged him on Friday to leave" dates the urging
        score *= _UP[token.dep_]
        if token.dep_ == "advcl" and (beside := _below(governor, {token.head.i})):
            return score * beside
        token = token.head
    return score


def _at_another_time(token: Token) -> bool:
    """Whether a clause or phrase lies before or after what holds it: "after they had withdrawn"."""
    marks = [c for c in token.children if c.dep_ in {"mark", "advmod", "prep"} and c.i < token.i] + [token]
    return any(c.lower_ in words("other_time") for c in marks)


def _of_place(verb: Token) -> bool:
    """Whether the clause tells what else happened then: "visited X on Monday, where he met Y"."""
    return any(c.tag_ == "WRB" for c in verb.children)
