"""When something was said: the date tied to the words of a telling, never that of what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.knowledge.classes import in_class
from rashomon.reading.dates.context import dates_of, in_dateline, reading
from rashomon.reading.dates.expressions import DateExpression
from rashomon.reading.dates.ties import follows_cue, governor_of, possessed
from rashomon.reading.dates.values import Lasting, Since, Until
from rashomon.reading.dates.words import words
from rashomon.reading.types import Scene, Telling, TimeReading

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAR = 6
_PHRASES = {"prep", "pobj", "dobj", "npadvmod", "pcomp", "agent", "advmod", "attr", "dative", "oprd", "dep"}
_SCORE = {"attached": 0.9, "beside it": 0.8}


def said_of(scene: Scene, telling: Telling) -> TimeReading | None:
    """When a telling took place, by the date expression that its cue carries; None where it has none.

    "The ministry said on Friday that ...", "in a statement issued on Friday", "speaking on Friday, he said".
    """
    return _dated(scene, set(range(*telling.cue)), telling)


def vowed_of(scene: Scene, vower: int) -> TimeReading | None:
    """When somebody vowed, threatened or promised what he then tells himself."""
    verb = scene.doc[vower].head
    return _dated(scene, {verb.i}, None)


def _dated(scene: Scene, cue: set[int], telling: Telling | None) -> TimeReading | None:
    doc = scene.doc
    dates = dates_of(doc, scene.document, tellings=scene.tellings)
    head = _head(doc[min(cue) : max(cue) + 1].root)
    sentence = head.sent
    best: tuple[float, int, str] | None = None
    for n, expression in enumerate(dates.expressions):
        if not sentence.start <= expression.start < sentence.end or in_dateline(doc, expression):
            continue
        if isinstance(expression.value, Since | Until | Lasting):
            continue
        why = _tied(scene, expression, cue | {head.i}, telling)
        if why and (best is None or _SCORE[why] > best[0]):
            best = (_SCORE[why], n, why)
    if best is None:
        return None
    score, n, why = best
    interval = dates.interval(n, head)
    return reading(dates.expressions[n], interval.iso, score, why) if interval is not None else None


def _head(token: Token) -> Token:
    """The cue's own word, or the verb of which it is the object or complement ("made a statement on Friday")."""
    light = token.pos_ == "NOUN" and token.dep_ == "dobj" and token.head.pos_ == "VERB"
    return token.head if light else token


def _tied(scene: Scene, expression: DateExpression, cue: set[int], telling: Telling | None) -> str:
    governor, cut = governor_of(scene.doc, expression)
    told = telling is not None and telling.holds(expression.start)
    if cut or _named_by(scene, expression, governor):
        return ""
    if governor.i in cue or (telling is not None and follows_cue(scene.doc, telling, expression)):
        return "attached"
    return "beside it" if not told and _leads(governor, cue, telling) else ""


def _named_by(scene: Scene, expression: DateExpression, governor: Token) -> bool:
    """Whether the date says which violence or which summit is meant, not when somebody spoke."""
    if expression.bare_year and governor.i >= expression.end:
        return True
    owned = possessed(scene.doc, expression)
    return any(in_class(scene.doc[i].lemma_.lower(), "violence_noun") for i in owned)


def _leads(governor: Token, cue: set[int], telling: Telling | None) -> bool:
    """Whether a word hangs on the cue by phrases that tell the circumstances of speaking."""
    token = governor
    for step in range(_FAR):
        if token.i in cue:
            return True
        if token.head.i == token.i or (telling is not None and telling.holds(token.i)):
            return False
        uttering = token.lemma_.lower() in words("uttering")
        spoken = uttering and (token.dep_ == "acl" or (token.dep_ == "advcl" and token.tag_ in {"VBG", "VBN"}))
        subject = step == 0 and token.dep_ in {"nsubj", "nsubjpass"} and token.lemma_.lower() in words("utterances")
        event = in_class(token.lemma_.lower(), "violence_noun")
        if not (spoken or subject or (token.dep_ in _PHRASES and not event)):
            return False
        token = token.head
    return False
