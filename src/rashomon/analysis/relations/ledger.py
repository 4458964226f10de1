"""The ledger of relations of a case: every claim about two actors, nothing weighed against anything."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from sys import intern

from rashomon.analysis.relations.cast import Cast
from rashomon.analysis.relations.drawing import Drawn, drawn, place_in_words, place_of, standing
from rashomon.analysis.relations.types import UNTIED, Entry, How, Standing
from rashomon.comparing.accounts import Account, told_by
from rashomon.comparing.parties import Party
from rashomon.knowledge.folding import fold
from rashomon.model import Claim, Document, EventType, Factuality, Kind, Reading
from rashomon.model.reading import ActorKind
from rashomon.model.when import days_of

NAMELESS = "in which one of the two has no name"
ITSELF = "of somebody with himself"
BELONGING = "of who belongs to whom"


@dataclass(frozen=True)
class Ledger:
    """All entries, pair by pair, then by place, time and document; and whom names mean.

    Attributes:
        entries: sorted. `left_out`: claims that say something of two but are in no entry, by reason.
        names: key of each side -> every name that documents give it or one of it, with how often.
        labels: key of each side -> what it is called.
    """

    entries: tuple[Entry, ...]
    left_out: Mapping[str, int]
    names: Mapping[str, Mapping[str, int]]
    labels: Mapping[str, str]

    def between(self, one: str, other: str) -> tuple[Entry, ...]:
        """The entries of two sides, by their keys."""
        wanted = tuple(sorted((one, other)))
        return tuple(entry for entry in self.entries if tuple(sorted(entry.pair)) == wanted)


@dataclass(frozen=True, slots=True)
class _Words:
    """What is kept of a claim."""

    id: str
    kind: Kind
    type: EventType | None
    mode: str | None
    factuality: Factuality
    standing: Standing
    trigger: str
    quote: str
    when: str | None
    chain: tuple[str, ...]
    teller_known: bool
    confidence: float | None


@dataclass(frozen=True, slots=True)
class _Draft:
    at: int
    drawn: Drawn
    claim: _Words
    place: tuple[str | None, str | None]
    words_place: str | None
    kinds: tuple[ActorKind, ActorKind]
    asked: bool


def ledger(readings: Iterable[Reading], wanted: Container[str] | None = None) -> Ledger:
    """The ledger of some readings, the same whatever their order. Holds names and quotes, no texts.

    Args:
        readings: of a whole case: who "the army" is, other documents may tell.
        wanted: the claims asked for (`DOC:c3`); None: all.
    """
    cast = Cast()
    drafts: list[_Draft] = []
    documents: list[Document] = []
    for reading in sorted_stream(readings):
        at = cast.add(reading)
        documents.append(reading.document.model_copy(update={"text": _heading(reading.document)}))
        kinds = {actor.name: actor.kind for actor in reading.actors}
        for claim in reading.claims:
            asked = wanted is None or f"{reading.document.id}:{claim.id}" in wanted
            ties = tuple(drawn(reading, claim))
            if not ties:
                continue
            said = _words(claim)
            where = place_of(reading, claim)
            words = place_in_words(reading, claim) if where[0] is None else None
            for one in ties:
                sorts = (kinds.get(one.one, "other"), kinds.get(one.other, "other"))
                drafts.append(_Draft(at, one, said, where, words, sorts, asked))
    return _resolved(cast, drafts, documents)


def sorted_stream(readings: Iterable[Reading]) -> Iterable[Reading]:
    """The readings by document: a case gives them so; a list in memory is put in that order."""
    if isinstance(readings, (list, tuple)):
        return sorted(readings, key=lambda reading: (reading.document.id, reading.document.sha256))
    return readings


def _resolved(cast: Cast, drafts: Iterable[_Draft], documents: list[Document]) -> Ledger:
    names = cast.close()
    left_out: Counter[str] = Counter()
    known: dict[str, Counter[Party]] = defaultdict(Counter)
    called: dict[str, Counter[str]] = defaultdict(Counter)
    labels: dict[str, str] = {}
    found: list[tuple[_Draft, Party, Party, Account | None]] = []
    for draft in drafts:
        when = draft.claim.when.partition("/")[0] if draft.claim.when else None
        when = None if when == ".." else when
        one, other = (cast.party(draft.at, name, when) for name in (draft.drawn.one, draft.drawn.other))
        for party in filter(None, (one, other)):
            known[party.side][party] += 1
        if one is None or other is None:
            left_out[NAMELESS] += draft.asked
            continue
        if one.key == other.key:
            left_out[ITSELF] += draft.asked
            continue
        if draft.drawn.how == "belonging" or (one.side == other.side and (one.member or other.member)):
            left_out[BELONGING] += draft.asked
            continue
        for party, name in ((one, draft.drawn.one), (other, draft.drawn.other)):
            key = _key(party, one, other)
            called[key][name] += 1
            labels[key] = party.shown
        whose = None
        if draft.claim.teller_known:
            whose = told_by(names, draft.at, draft.claim.chain, documents[draft.at], cast.stands_for(draft.at))
        found.append((draft, one, other, whose))
    sides = {side: _usual(some, cast.bodies.get(side, Counter())) for side, some in known.items()}
    acting = {party.key for _, one, other, whose in found for party in (one, other) if whose and whose.key != party.key}
    entries = []
    for draft, one, other, whose in found:
        if not draft.asked:
            continue
        tells = {whose.key, cast.author(draft.at)} if whose and whose.own else set()
        how = "telling" if {one.key, other.key} & tells - acting else draft.drawn.how
        entries.append(_entry(draft, one, other, whose, how, sides, documents[draft.at]))
    why = {reason: count for reason, count in sorted(left_out.items()) if count}
    return Ledger(tuple(sorted(entries, key=_rank)), why, called, labels | sides)


def _usual(some: Counter[Party], bodies: Counter[Party]) -> str:
    """What a side is called: a body's name before its man's, a proper name before another; then the commonest."""
    counted = some if any(not party.member for party in some) else bodies or some
    best = min(
        counted,
        key=lambda party: (party.member, not any(map(str.isupper, party.shown)), -counted[party], party.shown),
    )
    return best.shown


def _key(party: Party, one: Party, other: Party) -> str:
    """A party's side; of two of one side each its own."""
    return party.side if one.side != other.side else party.key


def _entry(
    draft: _Draft,
    one: Party,
    other: Party,
    whose: Account | None,
    how: How,
    sides: Mapping[str, str],
    document: Document,
) -> Entry:
    claim = draft.claim
    days = days_of(claim.when) if claim.when else None
    entry = Entry(
        claim=f"{document.id}:{claim.id}",
        document=document.id,
        one=sides[one.side] if one.side != other.side else one.shown,
        other=sides[other.side] if one.side != other.side else other.shown,
        one_key=_key(one, one, other),
        other_key=_key(other, one, other),
        one_party=one.shown,
        other_party=other.shown,
        one_named=draft.drawn.one,
        other_named=draft.drawn.other,
        one_kind=draft.kinds[0],
        other_kind=draft.kinds[1],
        one_member=one.member,
        other_member=other.member,
        inside=one.side == other.side,
        sign=draft.drawn.sign,
        how=how,
        standing=claim.standing,
        counts=draft.drawn.sign != "0" and claim.standing == "said" and how not in UNTIED,
        account=whose.name if whose else None,
        account_key=whose.key if whose else "unresolved:" + ":".join((document.id, *claim.chain)),
        account_side=whose.side if whose else None,
        own=bool(whose and whose.own),
        tellers=claim.chain,
        source=document.source,
        author=document.author,
        published=document.published,
        place=draft.place[0],
        place_key=draft.place[1],
        words_place=draft.words_place,
        since=_day(days.first) if days else None,
        until=_day(days.last) if days else None,
        kind=claim.kind,
        type=claim.type,
        mode=claim.mode,
        factuality=claim.factuality,
        trigger=claim.trigger,
        quote=claim.quote,
        confidence=claim.confidence,
    )
    return entry if (entry.one, entry.one_key) <= (entry.other, entry.other_key) else _turned(entry)


def _turned(entry: Entry) -> Entry:
    return replace(
        entry,
        one=entry.other,
        other=entry.one,
        one_key=entry.other_key,
        other_key=entry.one_key,
        one_party=entry.other_party,
        other_party=entry.one_party,
        one_named=entry.other_named,
        other_named=entry.one_named,
        one_kind=entry.other_kind,
        other_kind=entry.one_kind,
        one_member=entry.other_member,
        other_member=entry.one_member,
    )


def _rank(entry: Entry) -> tuple[str | int, ...]:
    _, _, number = entry.claim.rpartition(":c")
    place = (entry.place is None, fold(entry.place or ""), entry.place_key or "")
    return (
        entry.one,
        entry.other,
        *entry.pair,
        *place,
        entry.since or entry.published or "",
        entry.document,
        int(number) if number.isdecimal() else 0,
        entry.claim,
        entry.one_named,
        entry.other_named,
        entry.sign,
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _words(claim: Claim) -> _Words:
    return _Words(
        id=claim.id,
        kind=claim.kind,
        type=claim.type,
        mode=claim.mode,
        factuality=claim.factuality,
        standing=standing(claim),
        trigger=intern(claim.trigger),
        quote=claim.quote,
        when=claim.when,
        chain=claim.speakers,
        teller_known="speakers" not in claim.unresolved,
        confidence=claim.confidence.claim if claim.confidence else None,
    )


def _heading(document: Document) -> str:
    """The beginning of a text: it tells whose view it is."""
    return document.text[:200]
