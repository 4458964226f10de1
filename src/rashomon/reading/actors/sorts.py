"""What sort of thing a name stands for: votes from its form, its surroundings and knowledge.

Votes are counted per name, not per mention: a name that is typed once is typed everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from rashomon.knowledge.actors import KnownActor, key
from rashomon.reading.actors.entities import without_article
from rashomon.reading.actors.evidence import Votes, from_form, from_surroundings
from rashomon.reading.actors.names import Name
from rashomon.reading.types import Category

_ORDER: tuple[Category, ...] = ("person", "group", "place", "thing")
_KNOWN = 5.0


class Sorts:
    """The sort of every name in a document."""

    def __init__(self, doc: Doc, names: Iterable[Name]) -> None:
        self._all = list(names)
        self._votes: dict[str, Votes] = {}
        for name in self._all:
            votes = self._votes.setdefault(key(name.text), {})
            known = known_category(name.known, name.demonym) if name.known else None
            for category, weight in (
                *(((known, _KNOWN),) if known else ()),
                *from_form(doc, name),
                *from_surroundings(doc, name),
            ):
                votes[category] = votes.get(category, 0.0) + weight
        self._surnames()

    def of(self, name: Name) -> Category:
        """The sort of a name; "unknown" where nothing speaks for any."""
        votes = self._votes.get(key(name.text), {})
        best = max(_ORDER, key=lambda c: (votes.get(c, 0.0), -_ORDER.index(c)))
        return best if votes.get(best, 0.0) > 0 else "unknown"

    def acts(self, name: Name) -> bool:
        """Whether the text lets a place act like a body ("Dormen signed")."""
        return self._votes.get(key(name.text), {}).get("group", 0.0) >= 1

    def _surnames(self) -> None:
        """A name that ends a person's full name, or that bears a title, is that person's wherever it stands."""
        for name in self._all:
            words = name.text.split()
            personal = name.known is None or name.known.kind == "person"
            if personal and (name.title or (len(words) > 1 and self.of(name) == "person")):
                for surname in {key(words[-1]), key(without_article(words[-1]))}:
                    votes = self._votes.get(surname)
                    if votes is not None:
                        votes["person"] = max(votes.values(), default=0.0) + _KNOWN


def known_category(actor: KnownActor, demonym: bool = False) -> Category:
    """What a known actor is: a state by itself is a place that may act, all else is a person or a body."""
    if actor.kind == "person":
        return "person"
    if actor.kind == "state" and not demonym and actor.id == actor.country:
        return "place"
    return "group"
