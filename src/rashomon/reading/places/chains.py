"""Places named in one breath: "in the village of Ostry near Tarvol, in Velmar province"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rashomon.reading.places.index import PlaceMention
from rashomon.reading.places.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 7
"""Tokens that may stand between two names of one chain."""
_LONGEST_AWAY = 14
"""The same where the second name only says how far off: "Ostry, a market town some 30 km (19 miles) south of Lisk"."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A place and how it hangs together with its neighbours.

    Attributes:
        first: the first place of its chain. `before`, `after`: the link to its neighbour on that side, or "".
    """

    mention: PlaceMention
    first: PlaceMention
    before: str
    after: str


def chained(doc: Doc, mentions: Sequence[PlaceMention], head: Token) -> list[Linked]:
    """The places (in text order) with their links. The deed's own word is never within a chain."""
    links = [_link(doc, one, two, head) for one, two in pairwise(mentions)]
    found: list[Linked] = []
    for position, mention in enumerate(mentions):
        before = links[position - 1] if position else ""
        after = links[position] if position < len(links) else ""
        found.append(Linked(mention, found[-1].first if before else mention, before, after))
    return found


def _link(doc: Doc, one: PlaceMention, two: PlaceMention, head: Token) -> str:
    """How two neighbouring names hang together, "" where they do not."""
    apart = two.start - one.end
    if apart > _LONGEST_AWAY or one.end <= head.i < two.start:
        return ""
    between = doc[one.end : two.start]
    if apart > _LONGEST and not any(t.lower_ in words("compass") for t in between[-4:]):
        return ""
    if any((t.pos_ in {"VERB", "AUX"} and t.tag_ != "VBN") or t.is_sent_start or t.is_quote for t in between):
        return ""
    texts = [t.lower_ for t in between]
    if any(t in words("compass") or t in words("measures") for t in texts):
        return "direction"
    last = one.name.split()[-1].lower()
    if "of" in texts and last in words("sorts") | words("inner_sorts"):
        return "inner sort" if last in words("inner_sorts") else "sort"
    if texts == [","] and last in words("inner_sorts") and two.entry is None:
        return "inner sort"
    if texts[:1] in (["'s"], ["’s"]):
        return "possessive"
    if any(t in {"and", "or"} for t in texts):
        return "and"
    for word in words("links_in"):
        if word in texts:
            return word
    if texts[:1] == [","]:
        return "comma" if len(texts) == 1 else "apposition"
    return "" if texts else "next"
