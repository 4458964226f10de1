"""Who says the claims of a matter, in the order of its table."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.analysis.comparison import Comparison
from rashomon.analysis.matters.types import MatterKind, Stance, Voice
from rashomon.comparing.disputes.statements import Speakers, Statement
from rashomon.comparing.events import Event, Mention
from rashomon.comparing.events.making import event_id

_Place = tuple[int, bool, int, tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class Saying:
    """The claims of a comparison in the mouths of those who say them.

    Attributes:
        speakers: whose account each claim is.
        order: document's id -> its place in the table. `mentions`: of each claim, by its id in the case.
    """

    speakers: Speakers
    mentions: Mapping[str, Mention]
    order: Mapping[str, int]

    @classmethod
    def of(cls, compared: Comparison, order: Mapping[str, int]) -> Saying:
        """All claims of a comparison."""
        claims = ((reading.document.id, claim) for reading in compared.readings for claim in reading.claims)
        mentions = (Mention(document=document, claim=claim.id, chain=claim.speakers) for document, claim in claims)
        speakers = Speakers(compared.readings, compared.all_events, compared.origins.of)
        return cls(speakers, {mention.id: mention for mention in mentions}, order)

    def said(self, claims: Iterable[str]) -> tuple[Statement, ...]:
        """What is said in some claims (`DOC:c3`), in a lasting order; those that are mere questions left out."""
        return self.speakers.of(self.together(claims))

    def together(self, claims: Iterable[str], title: str = "") -> Event:
        """Some claims as if they spoke of one event."""
        ids = sorted(set(claims))
        return Event(
            id=event_id(ids), title=title, type=None, place=None, place_id=None, since=None, until=None,
            mentions=tuple(self.mentions[id] for id in ids if id in self.mentions),
        )  # fmt: skip

    def voices(self, said: Iterable[Statement]) -> list[Voice]:
        """Document by document, the author first, then as they begin to speak."""
        first: dict[Voice, _Place] = {}
        for one in said:
            voice = voice_of(one)
            place = (self.order[voice.document], bool(voice.chain), one.told.claim.start, voice.chain)
            first[voice] = min(first.get(voice, place), place)
        return sorted(first, key=lambda voice: first[voice])

    def stances(self, said: Sequence[Statement]) -> tuple[Stance, ...]:
        """Each voice with its claims in text order."""
        own: dict[Voice, list[Statement]] = defaultdict(list)
        for one in sorted(said, key=lambda s: s.told.order):
            own[voice_of(one)].append(one)
        return tuple(
            Stance(
                voice=voice,
                claims=tuple(dict.fromkeys(s.told.claim.id for s in own[voice])),
                rejects=tuple(s.told.claim.id for s in own[voice] if s.rejects),
            )
            for voice in self.voices(said)
        )


def voice_of(statement: Statement) -> Voice:
    """In whose mouth it is: who tells it, or the author who disowns it."""
    return Voice(statement.document, () if statement.rejects else statement.told.claim.speakers)


def several(said: Iterable[Statement]) -> bool:
    """Whether two tellers speak: accounts, or sources without a name in one; a reprint adds none, nor does "he"."""
    return len({_who(s) for s in said if s.rejects or "speakers" not in s.told.claim.unresolved}) > 1


def _who(statement: Statement) -> tuple[str, tuple[str, ...]]:
    return statement.teller.key, voice_of(statement).chain if statement.teller.own else ()


def matter_id(kind: MatterKind, claims: Iterable[str]) -> str:
    """The kind with twelve letters over the claims' ids, in whatever order they come."""
    joined = "\x1e".join(sorted(claims)).encode("utf-8", "surrogatepass")
    return f"{kind}-{hashlib.sha256(joined).hexdigest()[:12]}"
