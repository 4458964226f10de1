"""Pairs of actors of whose relation at least two tellers speak, by the ledger of relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.analysis.matters.saying import Saying, matter_id, several, voice_of
from rashomon.analysis.matters.types import Matter, Parting, Position, Slot, Voice
from rashomon.analysis.relations.ledger import Ledger
from rashomon.analysis.relations.types import UNTIED, Entry
from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.disputes.types import Kind
from rashomon.model import Sign

_SIGNS: dict[Sign, str] = {"+": "friendly", "-": "hostile"}
_TOLD = {"said", "disowned", "denied", "possible"}
_Signed = tuple[Statement, Sign]


def pairs(ledger: Ledger, saying: Saying, elsewhere: Collection[str]) -> Iterator[Matter]:
    """One matter for each pair of which two tellers speak.

    Not of those of whom they tell ties of one sign, in claims that stand in other matters (`elsewhere`).
    """
    grouped: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in ledger.entries:
        if entry.sign != "0" and entry.how not in UNTIED and entry.standing in _TOLD and not entry.inside:
            grouped[entry.pair].append(entry)
    for pair in sorted(grouped):
        entries = grouped[pair]
        said = saying.said(entry.claim for entry in entries)
        if several(said):
            matter = _matter(entries, said, saying)
            differ = len({stance.signs for stance in matter.stances}) > 1
            if differ or several(s for s in said if s.id not in elsewhere):
                yield matter


def _matter(entries: Sequence[Entry], said: Sequence[Statement], saying: Saying) -> Matter:
    signs: dict[str, set[Sign]] = defaultdict(set)
    for entry in entries:
        signs[entry.claim].add(entry.sign)
    signed = [(one, sign) for one in said for sign in sorted(signs[one.id])]
    held = {(voice_of(one), sign) for one, sign in signed if one.stand == "says"}
    actors = tuple(sorted((entries[0].one, entries[0].other)))
    order = saying.voices(said)
    stances = (
        replace(stance, signs=tuple(sign for sign in _SIGNS if (stance.voice, sign) in held))
        for stance in saying.stances(said)
    )
    return Matter(
        id=matter_id("pair", signs),
        kind="pair",
        title=" and ".join(actors),
        place=None,
        actors=actors,
        stances=tuple(stances),
        partings=(*_denied(signed, order), *_opposed(signed, order)),
    )


def _denied(signed: Sequence[_Signed], order: Sequence[Voice]) -> Iterator[Parting]:
    """Ties of one sign that some say there are, and others that there are none."""
    for sign, word in _SIGNS.items():
        says, denies = ([s for s, own in signed if own == sign and s.stand == stand] for stand in ("says", "denies"))
        values = {f"{word} ties or deeds ({sign})": _without(says, denies), f"no {word} ones": _without(denies, says)}
        yield from _parting("happened", "conflict", values, order)


def _opposed(signed: Sequence[_Signed], order: Sequence[Voice]) -> Iterator[Parting]:
    """Whether some tell of friendly ties or deeds only, and others of hostile ones only."""
    friendly, hostile = ([s for s, own in signed if own == sign and s.stand == "says"] for sign in _SIGNS)
    values = {
        "friendly ties or deeds only (+)": _without(friendly, hostile),
        "hostile ties or deeds only (-)": _without(hostile, friendly),
    }
    yield from _parting("tie", None, values, order)


def _without(some: Sequence[Statement], others: Sequence[Statement]) -> list[Statement]:
    """What is said by those who do not say the other thing, too."""
    theirs = {s.teller.key for s in others}
    return [s for s in some if s.teller.key not in theirs]


def _parting(
    slot: Slot, kind: Kind | None, values: Mapping[str, Sequence[Statement]], order: Sequence[Voice]
) -> Iterator[Parting]:
    """The parting, if each value has a teller."""
    if all(values.values()):
        positions = (
            Position(value, tuple(sorted({order.index(voice_of(s)) for s in said}))) for value, said in values.items()
        )
        yield Parting(slot, kind, "", tuple(positions))
