"""Whether what fills a sense's slots is what the sense asks for."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.classes import classes, in_class
from rashomon.knowledge.deeds import Conditions, Sense, fold, senses
from rashomon.reading.syntax.holding import meant_by
from rashomon.reading.syntax.slots import Slots
from rashomon.reading.syntax.words import words
from rashomon.reading.types import ActorIndex

_LONG = 7
"""From how many letters on an ending tells a person ("lobbyist", not "wrist")."""

_NAMED: dict[str, tuple[str, ...]] = {
    "$name": (), "$place_name": ("place", "unknown", "group"), "$force_name": ("group", "unknown")
}  # fmt: skip
"""Names of any sort; of what may be a place, and of what may have troops, as far as is found out."""
_FORCES = {"armed group", "military"}
_FOUND_OUT = {"$person": "person", "$group": "group", "$place": "place", "$thing": "thing"}


def fills(token: Token, wanted: str, actors: ActorIndex) -> bool:
    """Whether a phrase is a given lemma, of a `$class`, or at all there (`any`)."""
    if wanted == "any":
        return True
    if wanted == "$number":
        return _numbered(token)
    token = counted(token)
    if not wanted.startswith("$"):
        return wanted in {fold(token.lemma_), fold(token.text), _plain(token)}
    if wanted == "$deed":
        return is_deed_noun(token)
    if wanted in _NAMED:
        return _is_name(token, wanted, actors)
    if wanted == "$place_pronoun":
        return meant_by(token) is not None
    if wanted == "$unknown":
        return token.pos_ == "PROPN" and actors.category(token) == "unknown"
    named = token.pos_ == "PROPN" or token.pos_ == "PRON"
    if wanted == "$person" and not named and _by_trade(token):
        return True
    if wanted in _FOUND_OUT and actors.category(token) == _FOUND_OUT[wanted]:
        return True
    return not named and (in_class(token.lemma_, wanted) or in_class(_compound(token), wanted))


def _plain(token: Token) -> str:
    """The singular of a common noun that the parser took for a name ("the outlaws")."""
    return token.text.removesuffix("s") if token.pos_ == "PROPN" and token.text.islower() else ""


def _is_name(token: Token, wanted: str, actors: ActorIndex) -> bool:
    """Whether a phrase is a name, and may be one of that sort."""
    mention = actors.mention_at(token)
    short = token.pos_ == "PROPN" and actors.category(token) == "group"  # "the Front", of the Tarn Front
    if mention is None or (mention.form != "name" and not (short and wanted == "$force_name")):
        return False
    if wanted == "$name":
        return True
    if actors.category(token) not in _NAMED[wanted]:
        return False
    if wanted != "$force_name":
        return True
    known = known_actors().named(mention.text)
    return known.kind in _FORCES if known is not None else fold(mention.text.split()[-1]) not in words("unarmed")


def _numbered(token: Token) -> bool:
    """Whether a phrase has a number in it, or a number stands right before a word ("16 dead")."""
    if token.tag_ == "CD" or counted(token) != token or any(c.dep_ == "nummod" for c in token.children):
        return True
    return not token.is_sent_start and token.i > 0 and token.nbor(-1).tag_ == "CD"


def _by_trade(token: Token) -> bool:
    """Whether an otherwise unknown noun is by its ending somebody with a trade or a cause ("surveyor", "royalist")."""
    lemma = token.lemma_.lower()
    if token.pos_ != "NOUN" or len(lemma) < _LONG or not lemma.endswith(tuple(words("person_endings"))):
        return False
    return not any(lemma in members for members in classes().values())


def counted(token: Token) -> Token:
    """What is counted: "hundreds of **fighters**", "one of the **parties**"; any other noun itself."""
    if fold(token.lemma_) not in words("counting") or any(c.dep_ == "compound" for c in token.children):
        return token
    parts = [p for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    return parts[0] if parts else token


def _compound(token: Token) -> str:
    """A noun with the word before it that belongs to it: "air strike", "suicide bomber"."""
    before = [c for c in token.lefts if c.dep_ in {"compound", "amod", "nmod"}]
    return f"{before[-1].lemma_} {token.lemma_}" if before else token.lemma_


def is_deed_noun(token: Token) -> bool:
    """Whether a noun can carry a deed of its own ("attack", "siege")."""
    if token.pos_ != "NOUN":
        return False
    return any(s.kind in {"event", "control"} for s in senses().get((fold(token.lemma_), "noun"), ()))


def satisfied(sense: Sense, strict: Slots, loose: Slots, actors: ActorIndex) -> int | None:
    """How many conditions the slots satisfy; None if one that is wanted fails or one that bars holds."""
    count = 0
    for slot, wanted in sense.wants:
        if not _any(slot, wanted, strict, loose, actors):
            return None
        count += 1
    for slot, barred in sense.bars:
        if _any(slot, barred, strict, {}, actors):
            return None
    return count


def _any(slot: str, wanted: tuple[str, ...], strict: Slots, loose: Slots, actors: ActorIndex) -> bool:
    if slot.endswith("!"):
        slot, loose = slot.removesuffix("!"), {}
    fillers = strict.get(slot) or loose.get(slot) or []
    return any(fills(token, value, actors) for token in fillers for value in wanted)


def unmet(conditions: Conditions) -> str:
    """Conditions as text, for explanations."""
    return "; ".join(f"{slot}: {', '.join(values)}" for slot, values in conditions)
