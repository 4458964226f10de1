"""What a number counts: the killed, the wounded, the captured, the displaced, strikes, or something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.knowledge.classes import in_class
from rashomon.model.claim import QuantityKind
from rashomon.reading.quantities.phrases import Counted
from rashomon.reading.quantities.words import members, phrases, table
from rashomon.reading.types import Deed

if TYPE_CHECKING:
    from spacy.tokens import Token

HARMS: tuple[QuantityKind, ...] = ("killed", "wounded", "captured", "displaced")
_OBJECTS = {"pobj", "dobj", "nsubj", "nsubjpass", "attr"}
_OF_PEOPLE = {"captured", "displaced"}
_SPEAKING = {"NOUN", "PROPN", "NUM", "ADP", "ADJ", "PRON", "DET", "SCONJ"}


def sort_of(deed: Deed, head: Token, found: Counted, done_to: bool) -> QuantityKind:
    """What a number counts that stands in the phrase of `head`; `done_to`: of those whom the deed befalls."""
    noun = found.noun or head
    if found.money:
        return "other"
    if found.harm is not None:
        return found.harm
    if not done_to:
        return "strikes" if deed.type == "ASSAULT" and _weapon(noun) else "other"
    if _mixes(deed):
        return "other"
    around = None if head == deed.head else _of_governor(deed, head)
    harm = around or of_deed(deed) or _of_noun(deed, noun) or _of_mode(deed)
    if harm is not None:
        people = found.noun is None or not (is_thing(noun) or _withdraws(harm, noun))
        return harm if people or harm not in _OF_PEOPLE else "other"
    return "strikes" if _weapon(noun) and (noun == deed.head or _strikes(head)) else "other"


def of_deed(deed: Deed) -> QuantityKind | None:
    """What a deed's own words count, and the adverb beside them ("**fatally** shot")."""
    beside = [c for c in deed.head.children if c.dep_ == "advmod"]
    return _of_words([*deed.head.doc[deed.start : deed.end], *beside], deed.head)


def _mixes(deed: Deed) -> bool:
    """Whether a number of both dead and wounded is told: "60 were **killed and injured**"."""
    words = [{token.lemma_.lower(), token.lower_} for token in deed.head.doc[deed.start : deed.end]]
    return all(any(word & members(name) for word in words) for name in ("killed", "wounded"))


def is_thing(noun: Token) -> bool:
    """Whether a noun stands for things, not people."""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or in_class(lemma, "person") or lemma in members("people"):
        return False
    return any(in_class(lemma, name) for name in table("things"))


def _withdraws(harm: QuantityKind, noun: Token) -> bool:
    """Whether those who flee are fighters."""
    return harm == "displaced" and any(in_class(noun.lemma_, name) for name in table("bearing"))


def _of_words(tokens: Sequence[Token], head: Token) -> QuantityKind | None:
    words = [token.lemma_.lower() for token in tokens]
    forms = {head.lemma_.lower(), head.lower_}
    for name in HARMS:
        if forms & members(name):
            return name
    phrase = _of_phrase(tokens)
    return phrase or next((name for name in HARMS if any(word in members(name) for word in words)), None)


def _of_phrase(tokens: Iterable[Token]) -> QuantityKind | None:
    """What a phrase of several words counts: "claimed the **lives**"."""
    words = [token.lemma_.lower() for token in sorted(tokens, key=lambda t: t.i)]
    for name in HARMS:
        if any(len(phrase) > 1 and _within(phrase, words) for phrase in phrases(name)):
            return name
    return None


def _within(phrase: tuple[str, ...], words: list[str]) -> bool:
    """Whether the words of a phrase stand among others in their order."""
    left = iter(words)
    return all(word in left for word in phrase)


def _of_governor(deed: Deed, head: Token) -> QuantityKind | None:
    """What the word that a number hangs on counts: "**left** 12 **dead**", "**claimed the lives** of nine"."""
    passed: list[Token] = []
    verbal = deed.head.pos_ == "VERB" and deed.head.dep_ not in _OBJECTS
    for token in _above(head):
        if token.pos_ == "VERB" and verbal and not deed.start <= token.i < deed.end:
            return None  # it hangs on another deed's verb
        passed.append(token)
        if token.lemma_ in members("losing"):
            return None if is_thing(head) else "killed"
        if token.pos_ == "NOUN" and table("casualties").get(token.lemma_.lower()) == "killed":
            return "killed"
        beside = [
            c for c in token.children if c.dep_ in {"prt", "acomp", "oprd", "advmod"} or c.lower_ in members("left")
        ]
        if token == deed.head:
            return _of_phrase([token, *beside])
        words = sorted([*passed, *beside], key=lambda t: t.i)
        found = _of_words(words, token) or _of_phrase([*words, head])
        if found is not None:
            return found
    return None


def _above(token: Token) -> Iterator[Token]:
    """The words that a phrase hangs on, up to and with the first verb."""
    while token.head != token:
        token = token.head
        yield token
        if token.pos_ not in _SPEAKING:
            return


def _of_noun(deed: Deed, noun: Token) -> QuantityKind | None:
    casualty: QuantityKind | None = table("casualties").get(noun.lemma_.lower()) or table("casualties").get(noun.lower_)
    return casualty if deed.type != "RETREAT" or casualty == "killed" else None


def _of_mode(deed: Deed) -> QuantityKind | None:
    mode: QuantityKind | None = table("modes").get(deed.mode)
    return mode


def _weapon(noun: Token) -> bool:
    """Whether a noun names strikes, or what strikes."""
    return noun.lemma_.lower() in members("strikes")


def _strikes(head: Token) -> bool:
    """Whether strikes are made: "**fired** 40 rockets", "four bombs had been **dropped**"."""
    return any(token.lemma_.lower() in members("striking") for token in _above(head))
