"""A reading: what one reader found in one document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from rashomon.model.claim import Claim, Probability
from rashomon.model.place import Place
from rashomon.model.text import Document, Frozen, Span

if TYPE_CHECKING:
    import pandas as pd

ActorKind = Literal[
    "state",
    "military",
    "armed group",
    "party",
    "organisation",
    "media",
    "civilians",
    "person",
    "group",
    "other",
]


class Actor(Frozen):
    """Somebody named in a document: all mentions of one actor, under the name that claims use.

    Attributes:
        name: the name that claims of this document use for the actor.
        kind: what it is, as far as knowledge or context tells.
        known_as: the id of its entry in the knowledge of actors, or None if it is not known there.
        mentions: where it is named, described or referred to by a pronoun.
    """

    name: str
    kind: ActorKind = "other"
    known_as: str | None = None
    mentions: tuple[Span, ...] = ()


class Teller(Frozen):
    """Somebody who tells claims: the author (an empty chain) or a source within the text.

    Attributes:
        chain: as in `Claim.speakers`.
        name: how the teller is shown ("the Falcons' spokesman, according to State television").
        claims: ids of the claims told through exactly this chain, in text order.
    """

    chain: tuple[str, ...]
    name: str
    claims: tuple[str, ...]


class Versions(Frozen):
    """What read the document: enough to know whether another reading would differ.

    `parser`: what the reader reads over: a syntactic pipeline, or a model.
    """

    rashomon: str
    reader: str
    parser: str
    knowledge: str


class LeftOut(Frozen):
    """Claims that were read and are not in a reading: so many, for a confidence below `least`."""

    least: Probability
    claims: int


class Reading(Frozen):
    """What one reader found in one document. Machine-read and unreviewed: claims are allegations.

    `left_out`: the claims that were left out on demand, counted; None where none were to be.
    """

    document: Document
    claims: tuple[Claim, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    tellers: tuple[Teller, ...] = ()
    versions: Versions = Field(...)
    left_out: LeftOut | None = None

    def claim(self, claim_id: str) -> Claim:
        """The claim with this id. Raises KeyError if there is none."""
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise KeyError(claim_id)

    def to_frame(self) -> pd.DataFrame:
        """One row a claim, as a `pandas.DataFrame` (needs the `frame` extra).

        Tuples stay tuples; `control` is spread into `control_place`, `control_from`, `control_to`,
        `control_holds`; scores into `score_<field>`; `confidence` is that of the whole claim, that of fields stands in
        `confidence_<field>`.
        """
        import pandas as pd

        rows = []
        for c in self.claims:
            row = c.model_dump(exclude={"control", "evidence", "selector", "quantities", "confidence"})
            row["quantities"] = c.quantities
            row["doc"] = self.document.id
            row["teller"] = self.document.teller
            for key in ("place", "from_", "to", "holds"):
                row[f"control_{key.rstrip('_')}"] = getattr(c.control, key) if c.control else None
            row.update({f"score_{k.replace('.', '_')}": v for k, v in c.scores.items()})
            row["confidence"] = c.confidence.claim if c.confidence else None
            row.update({f"confidence_{k}": v for k, v in (c.confidence.fields if c.confidence else {}).items()})
            rows.append(row)
        return pd.DataFrame(rows)
