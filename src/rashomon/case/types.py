"""What questions to a case are answered with: rows. Claims are allegations, machine-read and unreviewed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rashomon.model import (
    Claim,
    Confidence,
    Control,
    Endorsement,
    EventType,
    Factuality,
    Kind,
    Quantity,
    Sign,
    TextQuote,
)

Marks = tuple[tuple[int, int], ...]
"""Where a text that was found holds the words looked for: `[start, end)` in code points."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a text around the words that were looked for, and where in it they stand."""

    text: str
    marks: Marks


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document of a case.

    Attributes:
        id: sixteen hex digits. `name`: how it was called within the batch that brought it.
        reader, parser, knowledge, rashomon: what made its current reading, None if it has none.
        claims: how many of its claims fit the question.
        snippet: where it holds the words looked for, if words were.
    """

    id: str
    name: str
    title: str | None
    source: str | None
    author: str | None
    published: str | None
    url: str | None
    lang: str | None
    path: str | None
    text_sha256: str
    raw_sha256: str | None
    rashomon: str | None
    reader: str | None
    parser: str | None
    knowledge: str | None
    claims: int
    snippet: Snippet | None = None

    @property
    def teller(self) -> str:
        """Under which name its author is shown (never empty)."""
        return self.author or self.source or "the author"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim of a case, with whose document it stands in. The whole claim, evidence and all, is in `Case.reading`.

    Attributes:
        document: the document's id. `id`: the claim's within it (`c3`).
        first, last: the days that it may have happened; where it has no date of its own (`dated` is False), those of
            publication. None: not known, or that end is open.
        confidence: of the whole claim; None of a reader that gives none.
        marks: where the quote holds the words looked for. The rest as in `Claim` and `Document`.
    """

    document: str
    id: str
    kind: Kind
    type: EventType | None
    mode: str | None
    trigger: str
    start: int
    end: int
    quote: str
    quote_start: int
    quote_end: int
    agents: tuple[str, ...]
    recipients: tuple[str, ...]
    speakers: tuple[str, ...]
    place: str | None
    when: str | None
    said: str | None
    first: date | None
    last: date | None
    dated: bool
    factuality: Factuality
    negated: bool
    endorsement: Endorsement
    sign: Sign | None
    control: Control | None
    quantities: tuple[Quantity, ...]
    unresolved: tuple[str, ...]
    confidence: float | None
    title: str | None
    source: str | None
    author: str | None
    published: str | None
    name: str
    marks: Marks = ()

    @property
    def ref(self) -> str:
        """How `rashomon show` is asked for it: `DOCUMENT:CLAIM`."""
        return f"{self.document}:{self.id}"

    def brief(self) -> Claim:
        """The claim for views, as far as the row has it: without evidence and place on the map."""
        return Claim(
            id=self.id, kind=self.kind, trigger=self.trigger, start=self.start, end=self.end, quote=self.quote,
            quote_start=self.quote_start, quote_end=self.quote_end, type=self.type, mode=self.mode, agents=self.agents,
            recipients=self.recipients, place=self.place, when=self.when, said=self.said, speakers=self.speakers,
            factuality=self.factuality, endorsement=self.endorsement, negated=self.negated, control=self.control,
            sign=self.sign, quantities=self.quantities, unresolved=self.unresolved,
            selector=TextQuote(exact=self.quote, prefix="", suffix=""),
            confidence=None if self.confidence is None else Confidence(claim=self.confidence),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor of a case, with the number of claims that fit the question, in all and by its part in them.

    Attributes:
        key: the entry's id in the knowledge of actors, or `name:` and the folded name.
        names: every name that documents give it, `name` first.
        loses, gains: control claims in which it loses, and gains or holds, a place.
    """

    key: str
    name: str
    kind: str
    known_as: str | None
    names: tuple[str, ...]
    claims: int
    agent: int
    recipient: int
    loses: int
    gains: int


@dataclass(frozen=True, slots=True)
class TellerRow:
    """Somebody who tells claims that fit the question.

    Attributes:
        claims: told by it or through it. `holds`: of these, those that it holds itself (it is the innermost).
    """

    key: str
    name: str
    kind: str
    known_as: str | None
    names: tuple[str, ...]
    claims: int
    holds: int


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place of a case, with the number of claims that fit the question.

    Attributes:
        key: the entry's id in the gazetteer, or `name:` and the folded name.
        controls: of these claims, those about who holds it. The rest as in `rashomon.model.Place`.
    """

    key: str
    name: str
    kind: str | None
    known_as: str | None
    names: tuple[str, ...]
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    claims: int
    controls: int


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """A reading of a document: `number` 1 is the oldest. `made`: when (ISO 8601, UTC)."""

    number: int
    rashomon: str
    reader: str
    parser: str
    knowledge: str
    made: str
    current: bool
    claims: int


@dataclass(frozen=True, slots=True)
class Acquisition:
    """One way in which a document came: how, from where, when. `obtained`: ISO 8601, UTC."""

    how: str
    path: str | None
    member: str | None
    url: str | None
    captured: str | None
    media: str | None
    raw_sha256: str | None
    obtained: str
