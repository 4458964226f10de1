"""What the stages of reading hand to each other. Everything is tied to tokens of one spaCy `Doc`.

Token positions are indices into the `Doc`; offsets into the text come from `Token.idx`.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from rashomon.model import Actor, Alternative, Document, Endorsement, EventType, Factuality, Kind, Sign

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Category = Literal["person", "group", "place", "thing", "unknown"]
"""What sort of thing a noun phrase stands for. `group`: any body that acts (army, ministry, state, crowd)."""

Form = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that names, describes or refers to somebody or some place."""

    start: int
    end: int
    head: int
    form: Form
    category: Category
    text: str


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a noun phrase stands for: a name as claims write it, and how sure the reader is."""

    name: str
    entity: int
    category: Category
    score: float
    why: str
    head: int
    alternatives: tuple[Alternative, ...] = ()


class ActorIndex(Protocol):
    """Who is who in one document."""

    def mention_at(self, token: Token) -> Mention | None:
        """The mention whose noun phrase this token heads (or lies in, for names), if any."""

    def referents(self, token: Token) -> list[Referent]:
        """Whom the noun phrase headed by this token stands for, coordinated heads and members of
        "both" and "the two" each apart; pronouns and descriptions resolved; [] where unresolved."""

    def category(self, token: Token) -> Category:
        """What the noun phrase headed by this token stands for."""

    def reciprocal(self, token: Token) -> Sequence[tuple[Referent, Referent]]:
        """For "each", "the other", "each other": both ways in which the two do it to one another."""

    def actors(self, claimed: Container[str] | None = None) -> Sequence[Actor]:
        """Everybody mentioned, in the order of first mention; for `Reading.actors`, where states' mentions as mere
        places are left out, with the names that claims use."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One act of telling: whose words or views a stretch of the text reports.

    Attributes:
        source: token that heads the source's noun phrase; None: nobody is named ("it is said").
        source_text: the source's name where no noun phrase in the text heads it.
        cue: token range `[start, end)` of the cue ("said", "according to", a title's verb).
        content: token ranges that are told, in text order.
        quoted: the content stands in quotation marks.
        factuality: what the cue itself does to its content ("denied": not; "reportedly":
            possible); None: nothing.
        endorsement: what the one who reports does with the content.
        entry: knowledge entry of the cue (`file:entry`).
        score: raw score in 0..1.
        answers: it denies what was told before it, over the same words.
    """

    source: int | None
    source_text: str | None
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    quoted: bool
    factuality: Factuality | None
    endorsement: Endorsement
    entry: str
    score: float
    answers: bool = False

    def holds(self, token: int) -> bool:
        """Whether this token lies in the content."""
        if not self.content or not self.content[0][0] <= token < self.content[-1][1]:
            return False
        return any(start <= token < end for start, end in self.content)

    @property
    def size(self) -> int:
        """How many tokens are told."""
        return sum(end - start for start, end in self.content)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a deed is presented, seen from its innermost teller.

    Attributes:
        vower: token of who vows, threatens or promises the deed himself (he then tells it).
        why: the words that decided, innermost first: (token, rule, knowledge entry).
    """

    factuality: Factuality
    negated: bool
    vower: int | None
    score: float
    why: tuple[tuple[int, str, str], ...] = ()


@dataclass(slots=True)
class Deed:
    """A trigger read in one sense, with the tokens that fill its roles.

    Attributes:
        head: the token that syntax hangs on; `start`, `end`: token range of the trigger.
        entry: knowledge entry of the sense.
        agents, recipients: head tokens of the noun phrases, in text order.
        place: head tokens that the sense itself names as place (controls).
        from_, to: for controls, head tokens of who loses and who gains.
        alternatives: other senses that were weighed.
    """

    head: Token
    start: int
    end: int
    kind: Kind
    type: EventType | None
    mode: str | None
    sign: Sign | None
    entry: str
    score: float
    agents: list[Token] = field(default_factory=list)
    recipients: list[Token] = field(default_factory=list)
    place: list[Token] = field(default_factory=list)
    from_: list[Token] = field(default_factory=list)
    to: list[Token] = field(default_factory=list)
    holds: bool = False
    symmetric: bool = False
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """The place of a deed: a name from the text, the token that heads it, and the runners-up."""

    name: str
    head: int
    score: float
    why: str
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeReading:
    """The time of a deed as ISO 8601 (`2016-01-09`, `2015-05`, `2011/2016`), and its words."""

    iso: str
    start: int
    end: int
    score: float
    why: str


class PlaceIndex(Protocol):
    """The places named in one document."""

    def named_at(self, token: Token) -> str | None:
        """The name of the place whose mention this token heads or lies in, if any."""


@dataclass(slots=True)
class Scene:
    """All that is known of one document while it is read; each stage adds its part."""

    document: Document
    doc: Doc
    actors: ActorIndex
    tellings: list[Telling] = field(default_factory=list)
    places: PlaceIndex | None = None
