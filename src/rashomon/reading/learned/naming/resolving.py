"""Whom words stand for.

Words that name somebody give their fullest name; all others are followed to the words that the model links them to,
or, where it links none (it sees one window at a time), to whoever the document lets them take up. Nobody is guessed
for a pronoun.
"""

from __future__ import annotations

from rashomon.reading.learned.naming.by_name import by_name
from rashomon.reading.learned.naming.context import Answer, Context
from rashomon.reading.learned.naming.descriptions import by_description
from rashomon.reading.learned.naming.first_person import first_person
from rashomon.reading.learned.naming.linking import by_link
from rashomon.reading.learned.naming.pairs import both_of
from rashomon.reading.learned.naming.pronouns import by_pronoun
from rashomon.reading.learned.types import Stretch

_TELLERS = {"teller", "teller-outer"}


def resolve(context: Context, stretch: Stretch, depth: int) -> Answer | None:
    """Whom a stretch stands for, by its form; other words are followed `depth` times. None: nobody can be found."""
    phrase = context.phrase(stretch)
    link = context.links.get(stretch)
    if phrase.form == "name":
        return by_name(context, stretch, phrase, link, depth)
    if phrase.word in ("i", "we") and phrase.form == "pronoun" and not _TELLERS & context.roles.get(stretch, set()):
        own = first_person(context, stretch, phrase.word, depth)
        if own is not None:
            return own
    if link is not None and (linked := by_link(context, stretch, phrase, link, depth)) is not None:
        return linked
    if phrase.form == "pair":
        return both_of(context, stretch, phrase)
    if phrase.form == "pronoun":
        return by_pronoun(context, stretch, phrase, depth)
    return by_description(context, stretch, phrase, depth)
