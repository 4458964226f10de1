"""The section "The text with its claims": each document's text with marks, its claims beside it, teller by teller."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import get_args

from markupsafe import Markup

from rashomon.model import Document, EventType
from rashomon.model.claim import Factuality, Kind
from rashomon.showing.page.accounts import Accounts, Named, Told, Voice
from rashomon.showing.page.cards import Card, card
from rashomon.showing.page.environment import fill
from rashomon.showing.page.marking import Paragraph, paragraphs
from rashomon.showing.phrases import not_shown

LEVELS = {
    "happened": "happened, or is so",
    "not": "did not, or is not so",
    "possible": "may be so",
    "future": "to come, or meant",
    "demanded": "demanded",
    "hypothetical": "an if, or an aim",
}
"""How firmly a teller puts it, in a word or two."""

_LEAST = (0.9, 0.7, 0.5, 0.3)
"""Confidences from which on claims can be chosen."""

_DEEPEST_HEADING = 6


@dataclass(frozen=True)
class Choice:
    """One value by which claims can be chosen: its key on the cards, its name, and how many claims have it."""

    key: str
    name: str
    count: int


@dataclass(frozen=True)
class Group:
    """The claims of one teller, and below it the tellers that it quotes.

    `heading`: the level of its heading. `count`: the claims of the whole branch.
    """

    voice: Voice
    heading: int
    cards: tuple[Card, ...]
    inside: tuple[Group, ...]
    count: int


@dataclass(frozen=True)
class Account:
    """One document as the section shows it. `length`: its size in words, by which room is kept for it.

    `left_out`: what was left out, in words; empty if nothing was.
    """

    index: int
    document: Document
    facts: tuple[tuple[str, str], ...]
    paragraphs: tuple[Paragraph, ...]
    told: tuple[Told, ...]
    group: Group
    length: int
    left_out: str


def reading_section(accounts: Accounts) -> Markup:
    """The texts of all documents, each with the claims that were read in it."""
    shown = (_account(accounts, index) for index in range(len(accounts.readings)))
    return fill("reading.html", accounts=[*shown], total=len(accounts.told), filters=_filters(accounts))


def _account(accounts: Accounts, index: int) -> Account:
    reading = accounts.readings[index]
    document, told = reading.document, accounts.told_in(index)
    by_voice: dict[str, list[Card]] = {}
    for number, one in enumerate(told):
        by_voice.setdefault(one.voice.key, []).append(card(number, one, document))
    voices = [voice for voice in accounts.voices if voice.document == index]
    facts = [
        ("Source", document.source), ("Author", document.author), ("Published", document.published),
        ("Document", document.id), ("Address", document.url),
    ]  # fmt: skip
    return Account(
        index,
        document,
        tuple((name, value) for name, value in facts if value),
        paragraphs(document.text, reading.claims),
        told,
        _group(voices[0], voices, by_voice),
        _length(document.text),
        not_shown(reading.left_out) if reading.left_out and reading.left_out.claims else "",
    )


def _group(voice: Voice, voices: list[Voice], by_voice: dict[str, list[Card]]) -> Group:
    inside = tuple(_group(other, voices, by_voice) for other in voices if other.parent is voice)
    cards = tuple(by_voice.get(voice.key, ()))
    heading = min(4 + voice.depth, _DEEPEST_HEADING)
    return Group(voice, heading, cards, inside, len(cards) + sum(group.count for group in inside))


def _length(text: str) -> int:
    """0 for less than 500 characters, then one more for each doubling, up to 8."""
    return min((len(text) // 500).bit_length(), 8)


def _filters(accounts: Accounts) -> dict[str, object]:
    told = accounts.told
    counted = partial(_choices, told)
    voices = Counter(one.voice.key for one in told)
    types = Counter(one.claim.type for one in told if one.claim.type)
    kinds, levels = Counter(one.claim.kind for one in told), Counter(one.claim.factuality for one in told)
    return {
        "tellers": [
            (reading.document.title or reading.document.id, _tellers(accounts, index, voices))
            for index, reading in enumerate(accounts.readings)
        ],
        "actors": counted(accounts.actors, "actors"),
        "places": counted(accounts.places, "places"),
        "types": [Choice(name, name.lower(), types[name]) for name in get_args(EventType) if types[name]],
        "kinds": [Choice(name, name, kinds[name]) for name in get_args(Kind)],
        "levels": [Choice(name, LEVELS[name], levels[name]) for name in get_args(Factuality)],
        "sure": _sure(told),
    }


def _sure(told: Iterable[Told]) -> list[Choice]:
    """Confidences to choose from; none where no claim has one."""
    known = [one.claim.confidence.claim for one in told if one.claim.confidence]
    counts = [(least, sum(confidence >= least for confidence in known)) for least in _LEAST]
    return [Choice(str(least), f"{least:g} or more".removeprefix("0"), count) for least, count in counts if known]


def _tellers(accounts: Accounts, index: int, counts: Counter[str]) -> list[Choice]:
    voices = [voice for voice in accounts.voices if voice.document == index and counts[voice.key]]
    return [Choice(voice.key, " → ".join(voice.chain) or voice.name, counts[voice.key]) for voice in voices]


def _choices(told: Iterable[Told], all_named: Iterable[Named], field: str) -> list[Choice]:
    counts = Counter(named.key for one in told for named in getattr(one, field))
    return [Choice(named.key, named.name, counts[named.key]) for named in all_named]
