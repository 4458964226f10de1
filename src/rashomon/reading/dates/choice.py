"""The time of a deed: the date expression tied to it, never that of the telling."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from rashomon.knowledge.classes import in_class
from rashomon.reading.dates.calendar import Day, published
from rashomon.reading.dates.expressions import DateExpression, find_dates
from rashomon.reading.dates.resolving import resolve
from rashomon.reading.dates.words import words
from rashomon.reading.types import Deed, Scene, TimeReading

_KEY = "rashomon.dates"
_LINKS = {
    "prep", "pcomp", "pobj", "npadvmod", "nummod", "compound", "nmod", "amod", "advmod", "tmod", "quantmod", "poss",
    "punct", "appos", "dep", "npmod", "det",
}  # fmt: skip
_UP = {
    "conj": 0.85, "advcl": 0.8, "xcomp": 0.85, "relcl": 0.6, "acl": 0.7, "pcomp": 0.8, "prep": 0.9, "pobj": 0.9,
    "dobj": 0.75, "nsubj": 0.75, "nsubjpass": 0.8, "attr": 0.8, "oprd": 0.8, "aux": 1.0, "auxpass": 1.0, "agent": 0.9,
}  # fmt: skip
_LEAST = 0.33
_PASSING = 0.7  # "people waiting in X on Friday": the day is rather the deed's


@dataclass(frozen=True, slots=True)
class _Dates:
    """The dates of one document: its own, and all that the text names with the one before each."""

    today: Day | None
    expressions: tuple[DateExpression, ...]
    before: tuple[Day | None, ...]


def when_of(scene: Scene, deed: Deed) -> TimeReading | None:
    """The time of a deed as far as the text and the document's date tell; None where they do not."""
    if deed.kind == "appraisal":
        return None
    dates = _dates(scene)
    sentence = deed.head.sent
    best: tuple[float, int, str, str] | None = None
    for n, expression in enumerate(dates.expressions):
        if not sentence.start <= expression.start < sentence.end or _outside(scene, deed, expression):
            continue
        score, why = _tie(scene.doc, deed, expression)
        if score < _LEAST:
            continue
        iso = resolve(expression, dates.today, dates.before[n], _ahead(deed.head))
        if iso is not None and (best is None or (score, len(iso)) > (best[0], len(best[2]))):
            best = (score, n, iso, why)
    if best is None:
        return None
    score, n, iso, why = best
    expression = dates.expressions[n]
    last = scene.doc[expression.end - 1]
    return TimeReading(iso, scene.doc[expression.start].idx, last.idx + len(last), round(score, 3), why)


def _with_year(expressions: tuple[DateExpression, ...], doc: Doc) -> tuple[DateExpression, ...]:
    """A day without year takes the year of its sentence's next date: "on 4 April and from 5-6 April 2016"."""
    found = list(expressions)
    for n in range(len(found) - 2, -1, -1):
        first, second = found[n], found[n + 1]
        wanting = first.sort == "date" and first.month is not None and first.year is None
        if (
            wanting
            and second.year is not None
            and second.month is not None
            and second.start < doc[first.start].sent.end
        ):
            found[n] = replace(first, year=second.year, last_year=second.year if first.last_day else None)
    return tuple(found)


def _dates(scene: Scene) -> _Dates:
    """The document's dates, found at the first call."""
    known = scene.doc.user_data.get(_KEY)
    if isinstance(known, _Dates):
        return known
    expressions = _with_year(tuple(find_dates(scene.doc)), scene.doc)
    today = published(scene.document) or _dateline(scene.doc, expressions)
    before: list[Day | None] = []
    last: Day | None = None
    for expression in expressions:
        before.append(last)
        if expression.sort in {"date", "weekday", "days", "later", "following"} and not expression.since:
            iso = resolve(expression, today, last, ahead=False)
            if iso and len(iso) == 10:
                last = Day(*(int(part) for part in iso.split("-")))
    found = scene.doc.user_data[_KEY] = _Dates(today, expressions, tuple(before))
    return found


def _dateline(doc: Doc, expressions: tuple[DateExpression, ...]) -> Day | None:
    """A full date in the first line before a dash: "VELL, 3 May 2021 - ", or alone on its line."""
    for expression in expressions[:1]:
        if expression.sort != "date" or not (expression.year and expression.month and expression.day):
            return None
        after = doc[expression.end : expression.end + 4].text
        if expression.start <= 6 and (not after or after[0] in "-–—(\n" or after.lstrip(" ")[:1] in "-–—("):
            return Day(expression.year, expression.month, expression.day)
    return None


def _outside(scene: Scene, deed: Deed, expression: DateExpression) -> bool:
    """Whether the expression dates the telling instead of what is told, or the other way round."""
    return any(t.holds(deed.head.i) != t.holds(expression.start) for t in scene.tellings) or _in_dateline(
        scene.doc, expression
    )


def _in_dateline(doc: Doc, expression: DateExpression) -> bool:
    if expression.start > 8:
        return False
    after = doc[expression.end : expression.end + 5].text.strip()
    return after[:1] in {"-", "–", "—", "("} and doc[0].text.isupper()


def _tie(doc: Doc, deed: Deed, expression: DateExpression) -> tuple[float, str]:
    """How closely syntax ties an expression to a deed, and in which way."""
    governor, cut = _governor(doc, expression)
    own = {deed.head.i, *range(deed.start, deed.end)}
    if cut or _dates_its_object(deed, governor, expression) or _part_of_name(doc, governor, expression, own):
        return 0.0, ""
    if governor.i in own or expression.start in own:
        return 0.95, "attached"
    down = _below(governor, own)
    aside = deed.type in words("own_time") and deed.head.dep_ == "advcl" and deed.head.tag_ == "VBG"
    apart = aside or _in_clause_of_its_own(deed.head, governor)
    up = 0.0 if deed.kind == "relation" or apart else _above(governor, deed)
    if down >= up:
        return down, "in its clause"
    return up, "clause around it"


def _in_clause_of_its_own(token: Token, governor: Token) -> bool:
    """Whether a deed stands in a clause that the dated one hangs on: "will resume on Friday if the shelling stops"."""
    node = token
    while node.head != node and node.i != governor.i:
        if node.dep_ == "advcl" and any(c.dep_ in {"mark", "advmod"} and c.i < node.i for c in node.children):
            return governor.i == node.head.i or governor in node.ancestors
        node = node.head
    return False


def _governor(doc: Doc, expression: DateExpression) -> tuple[Token, bool]:
    """The word that a date expression hangs on; whether a preposition makes it another time's limit."""
    token = doc[expression.start : expression.end].root
    while token.dep_ in _LINKS and token.head.i != token.i:
        if token.lower_ in words("other_time") and token.dep_ in {"prep", "mark", "advmod"}:
            return token, True
        inside = expression.start <= token.i < expression.end
        if not inside and token.pos_ in {"NOUN", "PROPN", "VERB"}:
            break
        token = token.head
    return token, False


def _dates_its_object(deed: Deed, governor: Token, expression: DateExpression) -> bool:
    """Whether what is judged happened then, not the judging: "condemns the attacks in X today"."""
    if deed.type not in words("reactions") or deed.head.pos_ != "VERB" or deed.head.tag_ == "VBD":
        return False
    below = governor.i == deed.head.i or deed.head in governor.ancestors
    return below and any(deed.head.i < t.i < expression.start and _is_event(t) for t in deed.head.subtree)


def _is_event(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return token.pos_ == "NOUN" and any(in_class(lemma, name) for name in ("event", "violence_noun", "meeting_noun"))


def _part_of_name(doc: Doc, governor: Token, expression: DateExpression, own: set[int]) -> bool:
    """Whether a year dates another noun, not the deed: "for the 2016 summit"."""
    bare = expression.sort == "date" and expression.month is None
    if not bare or governor.i < expression.end or governor.pos_ not in {"NOUN", "PROPN"} or governor.i in own:
        return False
    return not (_is_event(governor) and governor.head.lower_ in words("during"))


def _below(governor: Token, own: set[int]) -> float:
    """A governor inside the deed's own phrases: "struck a line of people waiting in X on Friday", however attached."""
    score, token = 0.85, governor
    while token.i not in own:
        loose = token.dep_ == "acl" and token.tag_ == "VBG"
        if token.head.i == token.i or token.dep_ in {"relcl", "ccomp", "parataxis", "advcl"}:
            return 0.0
        if token.dep_ == "acl" and not loose:
            return 0.0
        score *= _PASSING if loose else 1.0
        if token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}:
            score *= 0.7
        score *= 0.95
        token = token.head
    return score


def _above(governor: Token, deed: Deed) -> float:
    """A governor that the deed hangs on: coordinated, in a participle or purpose clause, its noun's verb."""
    score, token = 0.9, deed.head
    while token.i != governor.i:
        if token.head.i == token.i or token.dep_ not in _UP:
            return 0.0
        if _at_another_time(token):
            return 0.0
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


def _ahead(head: Token) -> bool:
    """Whether a deed lies in the future: "will", "is to", "plans to"."""
    chain = [head, *list(head.ancestors)[:3]]
    return any(c.dep_ == "aux" and c.lower_ in words("will") for token in chain for c in token.children)
