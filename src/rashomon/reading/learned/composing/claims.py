"""One claim a frame; one for each place that changes hands, one for each direction of "each ... the other"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rashomon.model import Claim, Control, Document, Place, Quantity, Where
from rashomon.reading.learned.composing.evidence import Piece, evidence_of
from rashomon.reading.learned.composing.quoting import quote_of
from rashomon.reading.learned.composing.sharing import shared
from rashomon.reading.learned.composing.tellers import Chain, chain_of
from rashomon.reading.learned.composing.voice import Voice
from rashomon.reading.learned.naming import Names
from rashomon.reading.learned.types import Argument, Draft, Frame, Stretch
from rashomon.reading.selectors import selector


class Settler(Protocol):
    """Settles dates, places and numbers of a document."""

    def when(self, stretch: Stretch | None, frame: Frame) -> tuple[str, float] | None:
        """When a deed happens, by its time words if it has any: ISO 8601, and a raw score."""

    def said(self, cue: Stretch | None) -> tuple[str, float] | None:
        """When the innermost teller said it, by the words that say that he tells."""

    def where(self, stretch: Stretch, name: str) -> tuple[Where, ...]:
        """Where a place lies, by its words and its name."""

    def quantity(self, stretch: Stretch, frame: Frame) -> Quantity | None:
        """The number that words tell."""

    def places(self) -> tuple[Place, ...]:
        """All places that the document names."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays which role of a frame: each one named, with the words for it. `unresolved`: roles with nobody found."""

    agents: tuple[Piece, ...]
    recipients: tuple[Piece, ...]
    from_: tuple[Piece, ...]
    to: tuple[Piece, ...]
    places: tuple[Piece, ...]
    unresolved: tuple[str, ...]


def compose(draft: Draft, document: Document, settle: Settler, names: Names | None = None) -> tuple[Claim, ...]:
    """All claims of a document, in the order of the text."""
    names = names or Names(draft, document)
    voice = Voice(document)
    claims = [claim for frame in shared(draft) for claim in _claims(frame, draft, settle, names, voice)]
    return tuple(claim.model_copy(update={"id": f"c{n}"}) for n, claim in enumerate(claims, 1))


def _claims(frame: Frame, draft: Draft, settle: Settler, names: Names, voice: Voice) -> list[Claim]:
    cast, chain = _cast(frame, names), chain_of(frame, names, voice)
    found = []
    for directed in _directions(frame, cast):
        if frame.kind != "control":
            found.append(_claim(frame, draft, settle, directed, chain, directed.places))
            continue
        for place in directed.places or (None,):
            found.append(_claim(frame, draft, settle, directed, chain, (place,) if place is not None else ()))
    return found


def _cast(frame: Frame, names: Names) -> Cast:
    unresolved: list[str] = []

    def of(role: str, field: str) -> tuple[Piece, ...]:
        found: list[Piece] = []
        for argument in frame.arguments:
            if argument.role != role:
                continue
            if any(_within(argument, other) for other in frame.arguments if other.role == role):
                continue
            several = names.all_of(argument.start, argument.end, argument.names)
            if not several and field not in unresolved:
                unresolved.append(field)
            found += [Piece(n, argument) for n in several if all(n.name != p.named.name for p in found)]
        return tuple(found)

    return Cast(
        of("agent", "agents"), of("recipient", "recipients"), of("from", "control.from"), of("to", "control.to"),
        of("place", "place"), tuple(unresolved),
    )  # fmt: skip


def _within(argument: Argument, other: Argument) -> bool:
    """Whether words are only a part of others in the same role: "countries" of "14 donor countries"."""
    wider = other.start <= argument.start and argument.end <= other.end
    return wider and (other.start, other.end) != (argument.start, argument.end)


def _directions(frame: Frame, cast: Cast) -> list[Cast]:
    """The cast, or the two that a mutual deed has: "A and B accuse each other" says that A does, and that B does."""
    agents, recipients = [p.named.name for p in cast.agents], [p.named.name for p in cast.recipients]
    if len(agents) != 2 or sorted(agents) != sorted(recipients):
        return [cast]
    one, other = cast.agents
    return [
        Cast((a,), tuple(p for p in cast.recipients if p.named.name == b.named.name), cast.from_, cast.to,
             cast.places, cast.unresolved)
        for a, b in ((one, other), (other, one))
    ]  # fmt: skip


def _claim(frame: Frame, draft: Draft, settle: Settler, cast: Cast, chain: Chain, places: Sequence[Piece]) -> Claim:
    time = next((a for a in frame.arguments if a.role == "time"), None)
    when = settle.when((time.start, time.end) if time is not None else None, frame)
    cues = [a for a in frame.arguments if a.role == "cue"]
    cue = min(cues, key=lambda a: min(abs(a.start - s) for s in chain.at), default=None) if chain.at else None
    said = settle.said((cue.start, cue.end)) if cue is not None else None
    place = _joined(places)
    quote_start, quote_end = quote_of(draft, frame)
    quantities = [settle.quantity((a.start, a.end), frame) for a in frame.arguments if a.role == "quantity"]
    return Claim(
        id="c0",
        kind=frame.kind,
        trigger=draft.text[frame.start : frame.end],
        start=frame.start,
        end=frame.end,
        quote=draft.text[quote_start:quote_end],
        quote_start=quote_start,
        quote_end=quote_end,
        type=frame.type,
        mode=frame.mode,
        agents=tuple(p.named.name for p in cast.agents),
        recipients=tuple(p.named.name for p in cast.recipients),
        place=place,
        where=tuple(w for p in places for w in settle.where((p.argument.start, p.argument.end), p.named.name)),
        when=when[0] if when is not None else None,
        said=said[0] if said is not None else None,
        speakers=chain.speakers,
        factuality=frame.factuality,
        endorsement=frame.endorsement if chain.speakers or chain.unresolved else "endorses",
        negated=frame.negated,
        control=_control(frame, cast, place) if frame.kind == "control" else None,
        sign=frame.sign,
        quantities=tuple(q for q in quantities if q is not None),
        unresolved=cast.unresolved + (("speakers",) if chain.unresolved else ()),
        selector=selector(draft.text, quote_start, quote_end),
        evidence=evidence_of(frame, cast.agents, cast.recipients, cast.from_, cast.to, chain, places, when, time),
    )


def _control(frame: Frame, cast: Cast, place: str | None) -> Control:
    """The sides of a change of hands; who holds a place is its agent."""
    if frame.holds:
        return Control(place=place, from_=None, to=_joined(cast.to or cast.agents), holds=True)
    return Control(place=place, from_=_joined(cast.from_), to=_joined(cast.to))


def _joined(pieces: Sequence[Piece]) -> str | None:
    return " and ".join(dict.fromkeys(p.named.name for p in pieces)) or None
