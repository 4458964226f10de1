"""Pairs of actors of whose relation at least two voices speak."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from rashomon.comparing.ids import matter_id
from rashomon.comparing.names import Names
from rashomon.comparing.parties import Party, usual_names
from rashomon.comparing.partings import parting
from rashomon.comparing.saying import ACTUAL, Saying, Told, Voice, sayings, several, stances, voices
from rashomon.comparing.ties import ends, sign_of
from rashomon.comparing.types import Matter, Parting
from rashomon.model import Sign

_SIGNS: dict[Sign, str] = {"+": "friendly", "-": "hostile"}

_Order = tuple[str, str, int, str]
_Pair = tuple[str, str]


def pairs(names: Names, told: Sequence[Told], elsewhere: Collection[_Order]) -> Iterator[Matter]:
    """One matter for each pair of which two voices speak in claims that stand in no other matter (`elsewhere`)."""
    ties: dict[_Pair, list[Told]] = defaultdict(list)
    tied: dict[_Pair, list[Party]] = defaultdict(list)
    for item in told:
        if item.claim.factuality not in ACTUAL or sign_of(item.claim) is None:
            continue
        for one, other in _tied(names, item):
            if one.side != other.side:
                first, second = sorted((one, other), key=lambda p: p.side)
                ties[first.side, second.side].append(item)
                tied[first.side, second.side] += (first, second)
    for pair in sorted(ties):
        group = sorted({t.order: t for t in ties[pair]}.values(), key=lambda t: t.order)
        if several(list(sayings(t for t in group if t.order not in elsewhere))):
            yield _matter(group, sorted(set(usual_names(tied[pair]).values())))


def _tied(names: Names, told: Told) -> Iterator[tuple[Party, Party]]:
    """The pairs between whom a claim's tie or deed lies, as far as they can be compared."""
    for ends_ in ends(told.claim):
        one, other = (names.party(told.at, name) for name in ends_)
        if one and other:
            yield one, other


def _matter(group: Sequence[Told], actors: Sequence[str]) -> Matter:
    said = list(sayings(group))
    held: dict[Voice, set[Sign]] = defaultdict(set)
    for saying in said:
        if (sign := sign_of(saying.told.claim)) is not None and saying.stand == "says":
            held[saying.voice].add(sign)
    table = [
        stance.model_copy(update={"signs": tuple(sorted(held[voice]))})
        for voice, stance in zip(voices(said), stances(said), strict=True)
    ]
    return Matter(
        id=matter_id("pair", group),
        kind="pair",
        title=" and ".join(sorted(actors)),
        place=None,
        actors=tuple(sorted(actors)),
        stances=tuple(table),
        partings=(*_denied(said), *_opposed(said)),
    )


def _denied(said: Sequence[Saying]) -> tuple[Parting, ...]:
    """Ties of one sign that some say there are, and others that there are none."""
    order = voices(said)
    found = []
    for sign, word in sorted(_SIGNS.items()):
        some = [s for s in said if sign_of(s.told.claim) == sign]
        says = {s.voice for s in some if s.stand == "says"}
        denies = {s.voice for s in some if s.stand == "denies"}
        values = {f"{word} ties or deeds ({sign})": says - denies, f"no {word} ones": denies - says}
        found.append(parting("happened", values, order))
    return tuple(p for p in found if p is not None)


def _opposed(said: Sequence[Saying]) -> Iterator[Parting]:
    """Whether some tell of friendly ties or deeds only, and others of hostile ones only."""
    says: dict[Sign, set[Voice]] = {
        sign: {s.voice for s in said if sign_of(s.told.claim) == sign and s.stand == "says"} for sign in _SIGNS
    }
    only: dict[Sign, set[Voice]] = {"+": says["+"] - says["-"], "-": says["-"] - says["+"]}
    values = {f"{_SIGNS[sign]} ties or deeds only ({sign})": told for sign, told in only.items()}
    if (found := parting("tie", values, voices(said))) is not None:
        yield found
