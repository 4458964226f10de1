"""Events across accounts. Ids of claims are `DOC:c3`: the document's id in the case, and the claim's."""

from __future__ import annotations

from rashomon.model import EventType
from rashomon.model.text import Frozen


class Mention(Frozen):
    """One claim that speaks of an event.

    Attributes:
        document: the document's id. `claim`: the claim's id within its reading (`c3`).
        chain: who tells it inside the document, outermost first; empty: its author.
    """

    document: str
    claim: str
    chain: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The claim's id in the case."""
        return f"{self.document}:{self.claim}"


class Event(Frozen):
    """Claims that are taken to speak of one happening, whoever tells it and whether he affirms or denies it.

    Attributes:
        id: the same for the same claims, whatever else the case holds.
        title: a heading that takes no side: what is said to have been done, to whom, where and when.
        type: the commonest type of its claims.
        place: the name used most, and `place_id` the place's id in the knowledge, if it is known.
        since, until: ISO days between which its claims put it; None: none gives a date.
        mentions: the claims, document by document in order of publication, then of the text.
    """

    id: str
    title: str
    type: EventType | None
    place: str | None
    place_id: str | None
    since: str | None
    until: str | None
    mentions: tuple[Mention, ...]
