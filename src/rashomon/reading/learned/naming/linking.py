"""Whom words stand for by the model's link to other words."""

from __future__ import annotations

from rashomon.reading.learned.naming.context import Answer, Context
from rashomon.reading.learned.naming.descriptions import owned
from rashomon.reading.learned.naming.pairs import both_of
from rashomon.reading.learned.naming.phrases import Phrase
from rashomon.reading.learned.naming.vocabulary import listed
from rashomon.reading.learned.types import Stretch


def by_link(context: Context, stretch: Stretch, phrase: Phrase, link: Stretch, depth: int) -> Answer | None:
    """Those whom the linked words name; the owner's own, where they name the owner ("his men", "Orlo")."""
    answer = context.answer(link, depth - 1)
    if answer is None:
        return None
    target = answer[0][0]
    if phrase.form == "pair" and phrase.text not in listed("the_other") | listed("the_one"):
        pair = both_of(context, stretch, phrase)
        if pair is not None and len(answer[0]) == 1:
            other = [e for e in pair[0] if e is not target]
            return ((target, other[-1]) if target not in pair[0] else pair[0], 0.6, pair[2])
    if phrase.form == "described" and phrase.owner and not target.called(phrase.word):
        return owned(context, phrase, target, 0.75, "model: link of the owner")
    if phrase.form == "pronoun" and phrase.word in ("he", "she"):
        target.gender = "m" if phrase.word == "he" else "f"
        target.category = "person" if target.category == "unknown" else target.category
    return answer[0], 0.9, "model: link"
