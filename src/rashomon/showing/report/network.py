"""The section "Who stands with whom": the network of everything, of each period and of each teller, with its camps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model import Sign
from rashomon.showing.page.accounts import Named, Told
from rashomon.showing.page.circle import Chord, circle
from rashomon.showing.page.environment import fill
from rashomon.showing.report.claims import Claims
from rashomon.showing.report.types import Camps, Tie

DRAWN = 14
"""So many actors at most are drawn, those with most ties."""
LISTED = 60
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


@dataclass(frozen=True)
class Listed:
    """A tie with its claims: `key` is its name in the page."""

    key: str
    tie: Tie
    told: tuple[Told, ...]


@dataclass(frozen=True)
class View:
    """A scope as it is shown: `camps`: each with its actors; `against`: the ties that no camp explains."""

    key: str
    camps: Camps
    drawing: Markup
    members: tuple[tuple[str, tuple[str, ...]], ...]
    against: tuple[Listed, ...]
    undrawn: int


def network_section(scopes: Sequence[Camps], claims: Claims) -> Markup:
    """The section: the first scope is that of everything. Nothing where there is no tie."""
    if not scopes or not scopes[0].ties:
        return Markup()
    ties = sorted(scopes[0].ties, key=lambda tie: (-len(tie.tellers), -len(tie.claims), tie.one, tie.other, tie.sign))
    keys = {(tie.one, tie.other, tie.sign): f"tie-{i}" for i, tie in enumerate(ties)}
    listed = [_listed(tie, keys, claims) for tie in ties[:LISTED]]
    there = {item.key for item in listed}
    views = [_view(f"scope-{i}", scope, keys, there, claims) for i, scope in enumerate(scopes)]
    return fill("network.html", views=views, ties=listed, left=max(0, len(ties) - LISTED))


def _listed(tie: Tie, keys: dict[tuple[str, str, Sign], str], claims: Claims) -> Listed:
    return Listed(keys.get((tie.one, tie.other, tie.sign), ""), tie, tuple(claims.all(tie.claims)))


def _view(key: str, scope: Camps, keys: dict[tuple[str, str, Sign], str], there: set[str], claims: Claims) -> View:
    actors = _most(scope.ties)
    letters = {name: _LETTERS[camp % len(_LETTERS)] for name, camp in scope.camps.items()}
    named = {name: Named(f"n{i}", _labelled(name, letters)) for i, name in enumerate(actors)}
    pairs = {(tie.one, tie.other) for tie in scope.ties if tie.sign == "+"}
    pairs &= {(tie.one, tie.other) for tie in scope.ties if tie.sign == "-"}
    chords = []
    for tie in scope.ties:
        if tie.one in named and tie.other in named:
            target = keys.get((tie.one, tie.other, tie.sign), "")
            told = claims.all(tie.claims)
            place = target if target in there else told[0].anchor if told else key
            doubled = (tie.one, tie.other) in pairs
            chords.append(Chord(place, named[tie.one], named[tie.other], tie.sign, len(tie.claims), (), doubled))
    everyone = {name for tie in scope.ties for name in (tie.one, tie.other)}
    numbers = sorted(set(scope.camps.values()))
    members = tuple(
        (_LETTERS[n % len(_LETTERS)], tuple(sorted(name for name, camp in scope.camps.items() if camp == n)))
        for n in numbers
    )
    against = tuple(_listed(tie, keys, claims) for tie in scope.against)
    return View(key, scope, circle(list(named.values()), chords), members, against, len(everyone) - len(actors))


def _labelled(name: str, letters: dict[str, str]) -> str:
    return f"{letters[name]} · {name}" if name in letters else name


def _most(ties: Sequence[Tie]) -> list[str]:
    """The actors with most ties, tie by tie, as long as there is room; camps are put together by the drawing."""
    actors: dict[str, None] = {}
    for tie in sorted(ties, key=lambda t: (-len(t.tellers), -len(t.claims), t.one, t.other, t.sign)):
        new = [name for name in (tie.one, tie.other) if name not in actors]
        if len(actors) + len(new) <= DRAWN:
            actors.update(dict.fromkeys(new))
    return list(actors)
