"""Those who are described and not named: whose they are, whom they take up, or somebody under the words themselves."""

from __future__ import annotations

from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.classes import in_class
from rashomon.knowledge.wordlists import person_words, words
from rashomon.reading.learned.naming.bodies import membership, only_armed
from rashomon.reading.learned.naming.context import Answer, Context
from rashomon.reading.learned.naming.definite import taken_up_by
from rashomon.reading.learned.naming.entities import Entity
from rashomon.reading.learned.naming.first_person import first_person
from rashomon.reading.learned.naming.phrases import Phrase, parse
from rashomon.reading.learned.naming.pronouns import relative, third_person
from rashomon.reading.learned.naming.scanning import opens
from rashomon.reading.learned.naming.vocabulary import is_plural, listed
from rashomon.reading.learned.types import Stretch


def by_description(context: Context, stretch: Stretch, phrase: Phrase, depth: int) -> Answer:
    """Whom a description stands for: what is somebody's, whom it takes up, a body, or somebody new."""
    if phrase.owner:
        owner = _owner(context, stretch, phrase, depth)
        if owner is not None:
            return owned(context, phrase, owner, 0.7, "whose it is")
    elif phrase.definite and not phrase.tail:
        found = taken_up_by(context, stretch, phrase)
        if found is not None:
            return found
    body = membership(context, f"{phrase.text} {phrase.tail}".strip()) or only_armed(context, phrase)
    if body is not None:
        return (body,), 0.65, "members of a body"
    text = f"{phrase.text} {_inner(context, stretch, phrase, depth)}".strip()
    text = _people(context, stretch, phrase, text)
    if all(word in listed("numbers") or word.isdigit() for word in text.lower().split()):
        text = "people"  # "Four were killed"
    return (_described_as(context, text, phrase),), 0.8, "described"


def _people(context: Context, stretch: Stretch, phrase: Phrase, text: str) -> str:
    """Those whom a noun in front of another means: "rebels" of "rebel-held"."""
    after = context.text[stretch[1] : stretch[1] + 1]
    whole = context.text[slice(*stretch)]
    bare = text == phrase.word == whole.rpartition(" ")[2] and after in ((" ", "-") if text == whole else ("-",))
    if not bare or phrase.word not in words("armed_descriptions"):
        return text
    return f"{text[:-1]}ies" if text.endswith("y") else f"{text[:-3]}men" if text.endswith("man") else f"{text}s"


def _owner(context: Context, stretch: Stretch, phrase: Phrase, depth: int) -> Entity | None:
    """Whose a described one is: of "his men", "the group's leader"."""
    word = phrase.owner.lower()
    offset = stretch[0]
    inner = parse(phrase.owner, opens(context.text, offset))
    if word == "whose":
        found = relative(context, stretch, "whose")
        return found[0][0] if found is not None else None
    if inner.form == "pronoun":
        if inner.word in ("i", "we", "you"):
            answer = first_person(context, stretch, inner.word, depth)
            return answer[0][0] if answer is not None else None
        return third_person(context, offset, inner.word)
    if inner.form == "pair":
        return None
    length = len(phrase.owner)
    return _within(context, offset, offset + length, depth)


def _within(context: Context, start: int, end: int, depth: int) -> Entity | None:
    """Whom a part of a stretch stands for."""
    answer = context.answer((start, end), depth - 1)
    return answer[0][0] if answer is not None and len(answer[0]) == 1 else None


def owned(context: Context, phrase: Phrase, owner: Entity, score: float, rule: str) -> Answer:
    """What is somebody's: "Orlo's men"; the fighters of an armed body are the body."""
    if owner.is_armed and phrase.word in words("members") and not phrase.tail:
        return (owner,), score, "members of a body"
    genitive = "'" if owner.name.endswith("s") else "'s"
    text = f"{owner.name}{genitive} {phrase.text}"
    return (_described_as(context, f"{text} {phrase.tail}".strip(), phrase),), score, rule


def _inner(context: Context, stretch: Stretch, phrase: Phrase, depth: int) -> str:
    """What follows the head of a description, with the names of those whom it speaks of."""
    parts = phrase.tail.split()
    if len(parts) < 2:
        return phrase.tail
    rest = " ".join(parts[1:])
    inner = parse(rest, False)
    bare = inner.form == "described" and inner.definite and not inner.tail and not inner.owner
    if parts[0] in ("of", "for", "from", "in", "to") and (bare or inner.form == "pronoun"):
        at = context.text.find(rest, stretch[0], stretch[1])
        entity = _within(context, at, at + len(rest), depth) if at >= 0 else None
        if entity is not None:
            return f"{parts[0]} {entity.name}"
    return phrase.tail


def _described_as(context: Context, text: str, phrase: Phrase) -> Entity:
    """Somebody described, under the words of the description."""
    found = context.entities.named(text)
    if found is not None:
        return found
    known = known_actors().body(text) or (known_actors().named(text) if " " in text else None)
    entity = Entity([text], _category(phrase), known, plural=phrase.plural)
    if text.lower() in listed("anybody"):
        entity.category = "thing"  # nobody whom a pronoun could take up
    entity.nouns.add(phrase.word)
    if entity.category == "person":
        entity.add_role(phrase.text)
    context.entities.all.append(entity)
    context.entities.alias(text, entity)
    return entity


def _category(phrase: Phrase) -> str:
    """What a described one is, by its noun."""
    word = phrase.word
    if in_class(word, "person") or word in person_words("voices"):
        return "person" if not phrase.plural else "group"
    if word in words("body_descriptions") | words("organ_descriptions") | words("body_words") or is_plural(word):
        return "group"
    if in_class(word, "armed_group") or in_class(word, "group"):
        return "group"
    if word in words("place_descriptions") | words("place_words"):
        return "place"
    return "unknown"
