"""A claim: one thing that one teller says about actors in a conflict."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AliasChoices, ConfigDict, Field

from rashomon.model.place import Where
from rashomon.model.text import Frozen, TextQuote

Kind = Literal["event", "relation", "control", "appraisal"]
"""What a claim says: a deed, a lasting tie, who holds a place, or a judgement."""

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
"""The sixteen event types of PLOVER (Political Language Ontology for Verifiable Event Records)."""

Factuality = Literal["happened", "not", "possible", "future", "demanded", "hypothetical"]
"""How the innermost teller presents the matter."""

Endorsement = Literal["endorses", "neutral", "rejects"]
"""What the author does with it: says it himself, reports it, or disowns it."""

Sign = Literal["+", "-", "0"]
"""Friendly, hostile, or neither."""

Probability = Annotated[float, Field(ge=0, le=1)]

QuantityKind = Literal["killed", "wounded", "captured", "displaced", "strikes", "other"]


class Control(Frozen):
    """Who loses and who gains (or holds) a place. `None`: the text does not say.

    A standing hold has `from_` empty and `holds` true. In JSON `from_` is written `from`.
    """

    place: str | None
    from_: str | None = Field(default=None, validation_alias=AliasChoices("from", "from_"), serialization_alias="from")
    to: str | None = None
    holds: bool = False

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)


class Quantity(Frozen):
    """A number that a claim carries: `at least 12` is min 12; `dozens` is min 24, max 99."""

    what: QuantityKind
    min: int | None
    max: int | None
    who: str | None
    start: int
    end: int


class Alternative(Frozen):
    """A reading that lost: its value, its raw score, and why it was weighed."""

    value: str
    score: float
    why: str


class Evidence(Frozen):
    """Why one field of a claim was filled as it was.

    Attributes:
        field: the claim's field ("type", "agents", "speakers", "control.from", ...). A field with several
            values has a piece of evidence for each.
        value: the value it was given, as text.
        score: the reader's raw score in 0..1: comparable between readings, not a probability.
        rule: the rule that decided, by name.
        entry: the knowledge entry behind it (`file:entry`), if any.
        start, end: the words that decided, as offsets into the document's text (both 0: none).
        alternatives: the runners-up, best first.
    """

    field: str
    value: str
    score: float
    rule: str
    entry: str | None = None
    start: int = 0
    end: int = 0
    alternatives: tuple[Alternative, ...] = ()


class Confidence(Frozen):
    """How likely it is that a claim was read right, calibrated against claims that people annotated.

    It is about the reading alone: whether the text claims this, never whether the claim is so.

    Attributes:
        claim: that the whole claim is right: found, and every field of it that annotators fill in (0..1).
        fields: that a field is right, by its name ("type", "agents", ...); "found": that there is such a claim.
    """

    claim: Probability
    fields: dict[str, Probability] = Field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.claim, *sorted(self.fields.items())))


class Claim(Frozen):
    """One claim, tied to its words.

    `document.text[start:end] == trigger` and `document.text[quote_start:quote_end] == quote` always
    hold (offsets count code points).

    Attributes:
        id: the claim's name within its document: `c1`, `c2`, ... in the order of the text.
        kind, trigger, start, end, quote, quote_start, quote_end: what is claimed, in which words.
        type: PLOVER event type of events and control changes, else None; `mode`: PLOVER mode.
        agents, recipients: names as resolved within the document (see `Reading.actors`).
        place: most specific named place where it happens.
        where: that place on the map; one for each where several are named.
        when: when it happens: ISO date, month or year (`2016-01-09`, `2016-01`, `2016`) or an interval of two
            of them, both included (`2016-05-01/2016-05-10`, `2011/2016`); `..` is an open end
            (`../2016-03`, ISO 8601-2).
        said: when the innermost teller said it, written likewise: "said on Friday that ... on Wednesday" was
            said on Friday and happened on Wednesday. None where the text gives no such date, and where the
            author says it: then it is said when it is published (`Document.published`).
        speakers: the chain of tellers inside the author, outermost first; empty: the author says it.
        factuality, negated: how the innermost teller presents it.
        endorsement: what the author does with it.
        control: for control claims. `sign`: for relations and appraisals.
        quantities: the numbers that it carries.
        unresolved: the fields for which words stand in the text but no actor could be found.
        selector: finds the quote again in another copy of the text.
        evidence: why, field by field, with the reader's raw scores.
        confidence: how likely it was read right; None of a reader whose scores are not calibrated.
    """

    id: str
    kind: Kind
    trigger: str
    start: int
    end: int
    quote: str
    quote_start: int
    quote_end: int
    type: EventType | None = None
    mode: str | None = None
    agents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    where: tuple[Where, ...] = ()
    when: str | None = None
    said: str | None = None
    speakers: tuple[str, ...] = ()
    factuality: Factuality = "happened"
    endorsement: Endorsement = "endorses"
    negated: bool = False
    control: Control | None = None
    sign: Sign | None = None
    quantities: tuple[Quantity, ...] = ()
    unresolved: tuple[str, ...] = ()
    selector: TextQuote
    evidence: tuple[Evidence, ...] = ()
    confidence: Confidence | None = None

    @property
    def scores(self) -> dict[str, float]:
        """The reader's raw score of each field that it filled (0..1, uncalibrated): of several values the least."""
        lowest: dict[str, float] = {}
        for item in self.evidence:
            lowest[item.field] = min(item.score, lowest.get(item.field, 1.0))
        return lowest
