"""The section "Who stands with whom": the ties that tellers claim between actors, drawn and listed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
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


def ties_of(told: Iterable[Told], accounts: Accounts) -> list[Tie]:
    """All ties that claims draw, those with most claims first."""
    found: dict[tuple[Named, Named], dict[Sign, dict[str, Told]]] = defaultdict(lambda: defaultdict(dict))
    for item in told:
        for pairing in pairings(item.claim):
            ends = {accounts.actor(item.document, name) for name in (pairing.one, pairing.other)}
            if len(ends) == 2:
                one, other = sorted(ends, key=lambda actor: int(actor.key[1:]))
                found[one, other][pairing.sign].setdefault(item.anchor, item)
    ties = [
        Tie(
            one,
            other,
            tuple(
                Side(f"tie-{one.key}-{other.key}-{'with' if sign == '+' else 'against'}", sign, tuple(claims.values()))
                for sign, claims in sorted(signs.items())
            ),
        )
        for (one, other), signs in found.items()
    ]
    return sorted(ties, key=lambda tie: -tie.weight)


def ties_section(accounts: Accounts) -> Markup:
    """The section, or nothing where no claim draws a tie."""
    ties = ties_of(accounts.told, accounts)
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
