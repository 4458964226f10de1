"""The verdict on one deed: a walk outwards through the sentence, then a reading from the outside in."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from rashomon.knowledge.embedding import FACTUALITIES, embedding
from rashomon.model import Factuality
from rashomon.reading.factuality.walk import Walk, walk
from rashomon.reading.syntax import subjects
from rashomon.reading.types import Telling, Verdict

_NEGATABLE = {"future", "demanded", "hypothetical"}
_SURE = 0.95
_STEP = 0.95  # each embedding word is a chance to err


def assess(token: Token, tellings: Sequence[Telling] = ()) -> Verdict:
    """How the deed whose trigger this token heads is presented, by the innermost of these tellings.

    `tellings` may hold all tellings of the document; only those that hold the token count.
    """
    way = walk(token, tellings)
    factuality, negated = compose(way)
    return Verdict(
        factuality=factuality,
        negated=negated and factuality in _NEGATABLE,
        vower=_vower(token, way, tellings),
        score=round(_SURE * _STEP ** len(way.steps), 3),
        why=tuple((s.token, s.operator, s.entry) for s in way.steps),
    )


def compose(way: Walk) -> tuple[Factuality, bool]:
    """What the words met on the way make of the deed, the outermost applied first."""
    operators = embedding().operators
    factuality: Factuality = "happened"
    negated = False
    for met in reversed(way.steps):
        told = next((f for f in FACTUALITIES if met.operator == f"told-{f}"), None)
        if told is not None:
            factuality, negated = told, False
            continue
        factuality, turned = operators[met.operator].reads[factuality]
        negated ^= turned
    return factuality, negated


def _vower(token: Token, way: Walk, tellings: Sequence[Telling]) -> int | None:
    """Who vows the deed, unless he is its teller anyway."""
    if way.vow is None:
        return None
    if any(t.holds(token.i) and t.cue[0] <= way.vow < t.cue[1] and t.source is not None for t in tellings):
        return None
    word = token.doc[way.vow]
    if word.pos_ in {"VERB", "AUX"}:
        who = subjects(word)
    else:
        who = [c for c in word.children if c.dep_ == "poss"]
        if not who and word.dep_ == "dobj":
            who = subjects(word.head)
    return who[0].i if who else None
