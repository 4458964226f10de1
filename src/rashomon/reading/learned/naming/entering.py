"""Everybody whom a text names, before it is asked whom other words stand for."""

from __future__ import annotations

from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.classes import in_class
from rashomon.reading.learned.naming.context import Context


def enter(context: Context) -> None:
    """Enter all names of the text, the fullest first, so that shorter ones find them."""
    told = set(context.roles) | set(context.sorts)
    found = [f for f in context.scanned if (f.start, f.end) in told or not _is_adjective(f.phrase.text)]
    entries = [(f.phrase, (f.start, f.end), f.roles, f.short) for f in found]
    inside = {f.start for f in found}
    for stretch in {*context.roles, *context.sorts, *context.links.values()}:
        phrase = context.phrase(stretch)
        if phrase.form == "name":
            entries.append((phrase, stretch, (phrase.title,) if phrase.title else (), None))
    entries.sort(key=lambda e: (-len(e[0].text.split()), e[1]))
    for phrase, stretch, roles, short in entries:
        definite = phrase.definite or context.text[max(0, stretch[0] - 4) : stretch[0]].lower() == "the "
        entity = context.entities.add(phrase.text, phrase.title, definite)
        entity.spans.add(stretch)
        sort = context.sorts.get(stretch)
        if sort and entity.known is None and entity.category == "unknown":
            entity.category = sort
        for role in roles:
            entity.add_role(role)
            if entity.category == "unknown" and in_class(role.split()[-1], "person"):
                entity.category = "person"
        if short is not None:
            context.entities.alias(short, entity)
        if context.roles.get(stretch) == {"place"} and entity.category == "unknown":
            entity.category = "place"
        if stretch[0] in inside:
            context.mention(stretch, entity)
    context.entities.join_initials()


def _is_adjective(text: str) -> bool:
    """Whether a word only tells of which land something is: "Iranian"."""
    return known_actors().demonym(text) is not None and not text.endswith("s")
