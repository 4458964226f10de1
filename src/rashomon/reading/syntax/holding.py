"""What is in somebody's hands, and whose flag flies: states of holding that have no verb of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.reading.syntax.verbs import surface_subjects
from rashomon.reading.syntax.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = {"NOUN", "PROPN"}
_IN = {"in", "under"}


def in_whose_hands(hands: Token) -> Token | None:
    """What is in the hands that a noun names: "**Orm**, still in rebel hands", "Orm is the last town in their hands".

    None where a copula says it ("Orm is in their hands"): that is the verb's.
    """
    preposition = hands.head
    if hands.dep_ != "pobj" or preposition.lower_ not in _IN:
        return None
    above = preposition.head
    if above.pos_ in {"VERB", "AUX"}:
        return _set_off(preposition, above)
    if above.pos_ not in _NOMINAL:
        return None
    node = above
    while node.dep_ == "pobj" and node.head.pos_ == "ADP" and node.head.head.pos_ in _NOMINAL:
        node = node.head.head
        if node.dep_ == "attr":
            break
    said_of = surface_subjects(node.head) if node.dep_ == "attr" and node.head.lemma_ in words("copulas") else []
    return said_of[0] if said_of and said_of[0].pos_ in _NOMINAL else above


def _set_off(preposition: Token, verb: Token) -> Token | None:
    """The subject right before a phrase between commas, which the parser hung on the verb."""
    first = preposition.left_edge
    while first.i > preposition.sent.start and first.nbor(-1).pos_ == "ADV":
        first = first.nbor(-1)
    if preposition.i > verb.i or first.i <= preposition.sent.start + 1 or first.nbor(-1).text != ",":
        return None
    subject = next(iter(surface_subjects(verb)), None)
    return subject if subject is not None and subject.right_edge.i >= first.i - 2 else None


def whose_flag(flag: Token) -> list[Token]:
    """Whose flag it is: "the flag of **the Herons**", "**the Lances'** flag", "the **Orsan** flag"."""
    of = [p for c in flag.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    owners = of or [c for c in flag.children if c.dep_ == "poss"]
    return owners or [c for c in flag.children if c.dep_ in {"compound", "amod", "nmod"} and c.text[:1].isupper()]
