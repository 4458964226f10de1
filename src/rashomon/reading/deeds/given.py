"""Deeds at triggers that are given, whether or not the reader would have found them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.deeds import Part, Sense
from rashomon.reading.deeds.find import deed_at, part_of_speech
from rashomon.reading.deeds.merge import through_means
from rashomon.reading.deeds.parties import settle
from rashomon.reading.deeds.roles import assign
from rashomon.reading.syntax import loose_slots, slots
from rashomon.reading.types import ActorIndex, Deed

Range = tuple[int, int]
"""First token, and the one after the last."""
_PARTS: tuple[Part, ...] = ("verb", "noun", "adj")
_PLAIN = 0.2
"""Raw score of a deed of which only the roles are read."""


def deeds_at(doc: Doc, actors: ActorIndex, triggers: Sequence[Range], found: Sequence[Deed]) -> list[Deed]:
    """A deed for each trigger, in their order, over the same words.

    As it was found, if it was; else in the sense that fits best, merged with no other deed; in no sense (an event
    without a type, roles by syntax alone) where the knowledge has none that fits.

    Args:
        doc: the parsed document.
        actors: who is who in it.
        triggers: token ranges.
        found: the deeds that were found in it; their parties help to fill in those of others.

    """
    by_head = {deed.head.i: deed for deed in found}
    given: list[Deed] = []
    fresh: list[Deed] = []
    for start, end in triggers:
        tokens = _outermost_first(doc, start, end)
        known = next((by_head[token.i] for token in tokens if token.i in by_head), None)
        deed = replace(known or _deed(tokens, actors), start=start, end=end)
        given.append(deed)
        if known is None:
            through_means(deed, actors)
            fresh.append(deed)
    settle([*(replace(deed) for deed in found), *fresh], actors)
    return given


def _outermost_first(doc: Doc, start: int, end: int) -> list[Token]:
    """The tokens of a range, those that govern the others first."""
    tokens = [doc[i] for i in range(start, end)]
    return sorted(tokens, key=lambda token: (sum(above.i in range(start, end) for above in token.ancestors), token.i))


def _deed(tokens: Sequence[Token], actors: ActorIndex) -> Deed:
    fitting = [deed for token in tokens if (deed := deed_at(token, actors)) is not None]
    happening = [deed for deed in fitting if deed.kind in ("event", "control")]
    return next(iter(happening or fitting), None) or _plain(tokens, actors)


def _plain(tokens: Sequence[Token], actors: ActorIndex) -> Deed:
    """An event of no type, with who stands where doers and those concerned stand."""
    head, part = next(((t, p) for t in tokens if (p := part_of_speech(t)) is not None), (tokens[0], "noun"))
    roles = assign(_frames()[part], slots(head), loose_slots(head), None, actors)
    return Deed(
        head=head, start=head.i, end=head.i + 1, kind="event", type=None, mode=None, sign=None, entry="given",
        score=_PLAIN, agents=roles["agent"], recipients=roles["recipient"],
    )  # fmt: skip


@cache
def _frames() -> dict[Part, Sense]:
    raw = load_yaml("given.yaml")
    return {
        part: Sense(
            words=(), head=0, part=part, kind="event", type=None, mode=None, sign=None, symmetric=False, holds=False,
            poss_alone="agent", absorbs=(), rank=0.0, wants=(), bars=(), entry="given",
            frame={role: tuple(names) for role, names in raw[part].items()},
        )
        for part in _PARTS
    }  # fmt: skip
