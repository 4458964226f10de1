"""The section "Who stands with whom": the ties that tellers claim between actors, drawn and listed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from rashomon.comparing import pairings
from rashomon.model import Sign
from rashomon.showing.page.accounts import Accounts, Named, Told, Voice
from rashomon.showing.page.circle import Chord, circle
from rashomon.showing.page.environment import fill

DRAWN = 14
"""So many actors at most are drawn: those with most ties. The list below the drawing has all."""

_WORDS: dict[Sign, str] = {"+": "with one another", "-": "against one another"}


@dataclass(frozen=True)
class Side:
    """What is claimed of one sign between two actors. `told`: the claims, in the order of the page."""

    key: str
    sign: Sign
    told: tuple[Told, ...]

    @property
    def words(self) -> str:
        """The sign in words."""
        return _WORDS[self.sign]

    @cached_property
    def by_voice(self) -> list[tuple[Voice, list[Told]]]:
        """The claims teller by teller."""
        groups: dict[str, tuple[Voice, list[Told]]] = {}
        for told in self.told:
            groups.setdefault(told.voice.key, (told.voice, []))[1].append(told)
        return list(groups.values())


@dataclass(frozen=True)
class Tie:
    """Two actors and what is claimed between them, friendly and hostile apart: nothing is added up to one sign."""

    one: Named
    other: Named
    sides: tuple[Side, ...]

    @property
    def weight(self) -> int:
        """How many claims draw it."""
        return sum(len(side.told) for side in self.sides)


def ties_of(accounts: Accounts) -> list[Tie]:
    """All ties that claims draw, those with most claims first.

    Between sides as `rashomon relations` has them: the army and the government of a state are one. What is done to
    people and things without a name is none of its pairs, and stands under the names that the claim uses.
    """
    found: dict[tuple[Named, Named], dict[Sign, dict[str, Told]]] = defaultdict(lambda: defaultdict(dict))
    by_id = {f"{accounts.readings[t.document].document.id}:{t.claim.id}": t for t in accounts.told}
    sides: dict[str, Named] = {}
    ledger = accounts.compared.relations
    entries = [entry for entry in ledger.entries if not entry.inside]
    for entry in entries:
        one = sides.setdefault(entry.one_key, Named(f"s{len(sides)}", entry.one, entry.one_kind))
        other = sides.setdefault(entry.other_key, Named(f"s{len(sides)}", entry.other, entry.other_kind))
        if entry.counts:
            item = by_id[entry.claim]
            found[one, other][entry.sign].setdefault(item.anchor, item)
    known = {entry.claim for entry in entries}
    called = _called({key: ledger.names[key] for key in sides})
    for id, item in by_id.items():
        for pairing in pairings(item.claim) if id not in known else ():
            keys = ((name, called.get(name, "")) for name in (pairing.one, pairing.other))
            named = {sides.get(key) or accounts.actor(item.document, name) for name, key in keys}
            if len(named) > 1:
                one, other = sorted(named, key=lambda actor: (actor.key[0] != "s", int(actor.key[1:])))
                found[one, other][pairing.sign].setdefault(item.anchor, item)
    return sorted((_tie(pair, signs) for pair, signs in found.items()), key=lambda tie: -tie.weight)


def _called(names: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Name -> the one side that documents call so."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, some in names.items():
        for name in some:
            found[name].add(key)
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}


def _tie(pair: tuple[Named, Named], signs: Mapping[Sign, Mapping[str, Told]]) -> Tie:
    """The claims of each sign in the order of the page."""
    one, other = pair
    name = f"tie-{one.key}-{other.key}"
    sides = (
        Side(f"{name}-{'with' if sign == '+' else 'against'}", sign, tuple(sorted(claims.values(), key=_place)))
        for sign, claims in sorted(signs.items())
    )
    return Tie(one, other, tuple(sides))


def _place(told: Told) -> tuple[int, int]:
    return told.document, told.claim.start


def ties_section(accounts: Accounts) -> Markup:
    """The section, or nothing where no claim draws a tie."""
    ties = ties_of(accounts)
    if not ties:
        return Markup()
    actors = _drawn(ties)
    shown = [tie for tie in ties if tie.one in actors and tie.other in actors]
    voices = {told.voice.key: told.voice for tie in ties for side in tie.sides for told in side.told}
    return fill(
        "ties.html",
        accounts=accounts,
        ties=ties,
        drawing=circle(actors, [_chord(side, tie) for tie in shown for side in tie.sides]),
        left_out=len(ties) - len(shown),
        voices=[voice for voice in accounts.voices if voice.key in voices],
    )


def _drawn(ties: list[Tie]) -> list[Named]:
    """The actors in the drawing: tie by tie, the heaviest first, as long as there is room.

    Unnamed people and things ("four men", "the hospital") stand in the list only, unless there is nothing else.
    """
    acting = [tie for tie in ties if not {tie.one.kind, tie.other.kind} & {None, "civilians"}]
    actors: dict[Named, None] = {}
    for tie in acting or ties:
        new = [actor for actor in (tie.one, tie.other) if actor not in actors]
        if len(actors) + len(new) <= DRAWN:
            actors.update(dict.fromkeys(new))
    return list(actors)


def _chord(side: Side, tie: Tie) -> Chord:
    tellers = tuple(dict.fromkeys(told.voice.key for told in side.told))
    return Chord(side.key, tie.one, tie.other, side.sign, len(side.told), tellers, doubled=len(tie.sides) > 1)
