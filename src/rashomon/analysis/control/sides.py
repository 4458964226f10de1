"""Who is meant by a side of a claim of control: a unit by its army, a president's government, a label by its bearer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from rashomon.analysis.control.words import listed
from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.names import Names, is_label, organ_of, whose
from rashomon.comparing.parties import Party
from rashomon.comparing.saying import Told
from rashomon.comparing.words import singular

_STATE = "state:"
_OWNED = re.compile(r"(?P<owner>.+?)['’]s? (?P<body>[a-z]+)$")
_ARMY, _GOVERNMENT = "army", "government"
_NUMBER = re.compile(
    r"\b\d+(?:st|nd|rd|th)?\b|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b", re.I
)


class Sides:
    """The sides of claims of control as parties. What `Names` knows stands; the rest is looked up in the case.

    Args:
        names: who is who.
        told: the claims of control.
    """

    def __init__(self, names: Names, told: Sequence[Told]) -> None:
        self._names = names
        self._holders: dict[int, set[str]] = defaultdict(set)
        for one in told:
            for side in _sides_of(one):
                self._holders[one.setting] |= {party.side for party in self._party(one, side)}

    def of(self, statement: Statement, names: str | None) -> tuple[Party, ...]:
        """Whom the names of a side stand for."""
        found: dict[str, Party] = {}
        for name in _split(names):
            for party in self._party(statement.told, name) or self._labelled(statement, name):
                found[party.key] = party
        return tuple(found[key] for key in sorted(found))

    def _party(self, told: Told, name: str) -> tuple[Party, ...]:
        known = self._names.parties(told.at, (name,))
        if known and not known[0].key.startswith("name:"):
            return known
        return self._of_person(told, name) or self._of_unit(told, whose(name)) or known

    def _of_person(self, told: Told, name: str) -> tuple[Party, ...]:
        """The state's organ, for that of a person: "President Tarn's government"."""
        owned = _OWNED.match(name)
        if owned is None or organ_of(owned["body"]) is None:
            return ()
        persons = {actor.name for actor in told.reading.actors if actor.kind == "person"}
        own = any(owned["owner"].endswith(person) for person in persons)
        return self._names.parties(told.at, (owned["body"],)) if own else ()

    def _of_unit(self, told: Told, name: str) -> tuple[Party, ...]:
        """A numbered unit stands for its army: whosever the document says that it is, else the state's."""
        words = name.split()
        if not words or singular(words[-1]) not in listed("units"):
            return ()
        text = told.reading.document.text
        if not _NUMBER.search(name):
            numbered = re.findall(rf"\b(\w+ (?:[A-Z]\w+ )?{re.escape(words[-1].capitalize())})\b", text)
            full = {one for one in numbered if _NUMBER.search(one)}
            if len(full) != 1 or len(words) > 1:
                return ()
            name = full.pop()
        army = self._names.parties(told.at, (_ARMY,))
        owners = [m[1] or m[2] for m in re.finditer(
            rf"((?:[A-Z][\w-]+ )*[A-Z][\w-]+|army)['’]s? {re.escape(name)}\b"
            rf"|\b{re.escape(name)} of (?:the )?((?:[A-Z][\w-]+ ?)+)", text)]  # fmt: skip
        owner = next((found for one in owners if (found := self._names.parties(told.at, (one.strip(),)))), ())
        if owner and not owner[0].side.startswith(_STATE):
            return owner
        return army

    def _labelled(self, statement: Statement, name: str) -> tuple[Party, ...]:
        """Whom a teller means by "the rebels", "the outlaws": the only one of the war's parties whom he may mean."""
        told = statement.told
        if not is_label(name.split()[-1].casefold()) or len(name.split()) > 1:
            return ()
        label = singular(name)
        if label in listed("labels_of_states"):
            return self._names.parties(told.at, (_GOVERNMENT,))
        holders = self._holders[told.setting]
        own = statement.teller.side or statement.teller.key
        named = {
            party.side: party
            for actor in told.reading.actors
            for party in self._names.parties(told.at, (actor.name,))
            if party.side in holders and party.side != own and not party.member
        }
        if own not in holders or label in listed("labels_of_rebels"):
            named = {side: party for side, party in named.items() if not side.startswith(_STATE)}
        return tuple(named.values()) if len(named) == 1 else ()


def _sides_of(told: Told) -> list[str]:
    control = told.claim.control
    return [*_split(control.from_), *_split(control.to)] if control else []


def _split(names: str | None) -> list[str]:
    """The names that a side of a claim joins."""
    return names.split(" and ") if names else []
