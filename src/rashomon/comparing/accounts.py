"""Whose account a claim is: the teller whose words it is, not the outlet that carries them.

A spokesman stands for his body; anybody else who has a name tells for himself. What sources without a name say
("residents", "two officers") is told by whoever passes it on. A signed piece of opinion is its author's account, any
other the outlet's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.comparing.names import Names
from rashomon.comparing.parties import Party
from rashomon.comparing.words import is_official
from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.folding import fold
from rashomon.model import Claim, Document, Reading

_BODY = r"(?P<body>[A-Z][\w-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w-]*)*)"
_TITLES = r"(?:[A-Z][\w.-]*\s+){0,3}?"
_HEAD = 200
"""So many letters of a text may hold what it is headed with."""


@dataclass(frozen=True, slots=True)
class Account:
    """Whose account something is.

    Attributes:
        key: equal for one and the same. `name`: to show.
        own: whether it is the outlet's or author's, no source's.
        side: the side (`Party.side`) that it is of, or for which it is known to speak; None of several, or none.
    """

    key: str
    name: str
    own: bool
    side: str | None = None


def account(names: Names, at: int, claim: Claim, document: Document, stands_for: Mapping[str, str]) -> Account | None:
    """Whose account a claim of the reading at this index is; None if its words say it, but not who it is.

    Args:
        names: who is who in the readings.
        at: the reading's index among them.
        claim: the claim.
        document: the document that it stands in.
        stands_for: what `stand_ins` finds in that document.
    """
    return None if "speakers" in claim.unresolved else told_by(names, at, claim.speakers, document, stands_for)


def told_by(names: Names, at: int, chain: Sequence[str], document: Document, stands_for: Mapping[str, str]) -> Account:
    """Whose account it is what a chain of tellers tells, all of whom are known; as `account`."""
    for speaker in reversed(chain):
        parts = [names.party(at, stands_for.get(one, one)) for one in speaker.split(" and ")]
        told = [one for one in parts if one is not None]
        if len(told) == len(parts):
            sides = {one.side for one in told}
            return Account(
                key="+".join(one.key for one in told),
                name=" and ".join(one.shown for one in told),
                own=False,
                side=_voice(told[0]) if len(sides) == 1 else None,
            )
    return own_account(names, at, document)


def own_account(names: Names, at: int, document: Document) -> Account:
    """Whose account a document is by itself."""
    name = document.author if is_own_view(document) else document.source
    name = name or document.source or document.author
    if not name:
        return Account(f"document:{document.id}", document.teller, own=True)
    party = names.party(at, name)
    if party is None:
        return Account(f"name:{fold(name)}", name, own=True)
    return Account(party.key, party.shown, own=True, side=_voice(party))


def _voice(party: Party) -> str:
    """The side of a teller; of an outlet that is known as somebody's voice, his."""
    known = known_actors()
    spoken_for = known.voice_of(party.key.removeprefix("known:"))
    if spoken_for is None:
        return party.side
    official = spoken_for.kind in ("state", "military") and spoken_for.country
    return f"state:{spoken_for.country}" if official else f"known:{spoken_for.id}"


def is_own_view(document: Document) -> bool:
    """Whether a signed piece is headed as its author's own view."""
    if not document.author:
        return False
    heads = [document.title or "", *document.text[:_HEAD].splitlines()[:2]]
    return any(_own_view().match(head.strip()) for head in heads)


def stand_ins(reading: Reading) -> dict[str, str]:
    """The tellers of a document who stand for somebody by what its words say -> for whom.

    A spokesman for his body, and an office for the person named beside it ("the Prefect of Orm, Ada Merrin, said").
    """
    tellers = {name for claim in reading.claims for name in claim.speakers if any(map(str.isupper, name))}
    text = reading.document.text
    spoken = _speaking().search(text) is not None
    found: dict[str, str] = {}
    for name in sorted(tellers):
        patterns = [*(_patterns(name) if spoken else ()), *([_named(name)] if is_office(name) else [])]
        hits = {" ".join(hit["body"].split()) for pattern in patterns for hit in pattern.finditer(text)}
        hits -= {name, "The"}
        if hits:
            found[name] = max(hits, key=lambda hit: (len(hit), hit))
    return found


def serves(name: str) -> str | None:
    """Whom somebody serves by his description alone: "regime representatives" -> "regime"; None: it does not say."""
    first, _, last = name.rpartition(" ")
    return first if first and last in load_yaml("accounts.yaml")["serving"] else None


def is_office(name: str) -> bool:
    """Whether a name is but an office: "Prefect", "Governor of Orm"."""
    words = name.split(" of ")[0].split()
    word = words[-1] if words else ""
    return is_official(word) or word.casefold() in load_yaml("accounts.yaml")["offices"]


def _named(office: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(office)}(?:\s+of\s+[A-Z][\w -]*?)?,\s+(?P<body>[A-Z][\w-]+(?:\s+[A-Z][\w-]+)+),")


@lru_cache(maxsize=4096)
def _patterns(name: str) -> list[re.Pattern[str]]:
    who, word = re.escape(name), _words("spokesmen")
    return [
        re.compile(rf"\b(?:{word})\s+(?:of|for)\s+(?:the\s+)?(?:so-called\s+)?{_BODY},?\s+{_TITLES}{who}\b"),
        re.compile(rf"\b{_BODY}['’]s?\s+(?:[a-z]+\s+)?(?:{word}),?\s+{_TITLES}{who}\b"),
        re.compile(rf"\b{_BODY}\s+(?:{word}),?\s+{_TITLES}{who}\b"),
        re.compile(rf"\b{who},?\s+(?:(?:a|an|the)\s+)?(?:[a-z]+\s+)?(?:{word})\s+(?:of|for)\s+(?:the\s+)?{_BODY}"),
        re.compile(rf"\b{who},?\s+(?:the\s+)?{_BODY}['’]s?\s+(?:[a-z]+\s+)?(?:{word})\b"),
        re.compile(rf"\b[Ff]or\s+(?:the\s+)?{_BODY}:\s+{_TITLES}{who}\b"),
    ]


@cache
def _speaking() -> re.Pattern[str]:
    """What a text has somewhere in which somebody speaks for a body."""
    return re.compile(rf"\b(?:{_words('spokesmen')})\b|\b[Ff]or\s+(?:the\s+)?{_BODY}:")


@cache
def _words(name: str) -> str:
    return "|".join(map(re.escape, load_yaml("accounts.yaml")[name]))


@cache
def _own_view() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('own_view')})\b\s*(?:[:|–—-]|$)", re.IGNORECASE)
