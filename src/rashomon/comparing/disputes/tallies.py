"""The counts that tellers give of one event: of each the whole, not its parts."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rashomon.comparing.disputes.drafts import affirmed, family, words_of
from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.disputes.victims import armed, disputed
from rashomon.comparing.words import head, listed
from rashomon.model import Quantity

HARMED = "killed and wounded"
"""What is counted where the dead and the wounded are counted together."""
PEOPLE = "people"
_TOLLS = {"killed", "wounded", "captured", "displaced"}
_PART = re.compile(r"\bof\s+(?:the|those|these|its|his|her|their|our)\s+(\w+)(?:\s+(\w+))?", re.IGNORECASE)
_AFTER = 20
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d")
_END = re.compile(r"[.!?]\s|\n")
_LOOSE = 0.1
"""By how much a rough number may be off."""
_BOTH, _JOIN = 40, ("and", "or")
"""So many characters after a number may say that it is of the dead and the wounded."""
_NEAR = 3
"""So many words before a number may say that it is rough."""


@dataclass(frozen=True)
class Tally:
    """How many of whom one teller gives in one document as the whole.

    Attributes:
        what: killed, wounded, ...; of other counts the noun itself.
        who: the noun of those counted, "people" where it says no more than that.
        least, most: the interval that may be meant. `value`: as told, in digits.
        counted: the words that say that it is what somebody could count, if any.
        armed: whether those counted are called armed, or unarmed.
    """

    statement: Statement
    what: str
    who: str
    least: int
    most: float
    counted: tuple[str, ...]
    armed: str | None
    value: str

    def apart(self, other: Tally) -> bool:
        """Whether both count the same, and not both can be so."""
        if self.what != other.what:
            return False
        if self.who == other.who or (self.armed, other.armed) in (("armed", "unarmed"), ("unarmed", "armed")):
            return self.least > other.most or other.least > self.most
        if PEOPLE not in (self.who, other.who) or self.statement.own_loss or other.statement.own_loss:
            return False
        some, people = (other, self) if self.who == PEOPLE else (self, other)
        return some.least > people.most


def tallies(some: Sequence[Statement]) -> dict[str, list[Tally]]:
    """The whole counts of each teller in each document, by what is counted.

    Who says that the unarmed were hit, where others say that the armed were, counts the unarmed.
    """
    unarmed = disputed(some).get("unarmed", frozenset())
    found: dict[str, dict[tuple[str, str], list[Tally]]] = defaultdict(lambda: defaultdict(list))
    for statement in affirmed(some):
        for tally in _of(statement, unarmed):
            found[tally.what][statement.teller.key, statement.document].append(tally)
    return {what: [t for own in found[what].values() for t in _whole(own)] for what in sorted(found)}


def _of(statement: Statement, unarmed: Collection[str]) -> Iterator[Tally]:
    text = statement.told.reading.document.text
    for quantity in statement.told.claim.quantities:
        if (quantity.min is None and quantity.max is None) or _is_part(text, quantity):
            continue
        both = _counts_both(text, statement, quantity)
        who = _who(quantity, both or quantity.what in _TOLLS)
        what = HARMED if both else quantity.what if quantity.what in _TOLLS else f"{who}|{family(statement)}"
        if what not in (HARMED, *_TOLLS) and who == PEOPLE:
            continue
        least, most = quantity.min or 0, math.inf if quantity.max is None else float(quantity.max)
        value = _digits(least, most)
        if _rough(text, quantity):
            least, most = math.floor(least * (1 - _LOOSE)), math.ceil(most * (1 + _LOOSE)) if most < math.inf else most
        led = _WORD.findall(_sentence(text, quantity).casefold())
        counted = tuple(w for w in dict.fromkeys(led) if w in words_of("counted"))
        kind = armed(statement) or ("unarmed" if who == PEOPLE and statement.teller.key in unarmed else None)
        yield Tally(statement, what, who, least, most, counted, kind, value)


def _digits(least: int, most: float) -> str:
    if most == math.inf:
        return f"{least}+"
    return str(least) if least == most else f"{least}-{most:.0f}"


def _who(quantity: Quantity, harmed: bool) -> str:
    noun = head(quantity.who) if quantity.who else None
    if noun is None or noun in words_of("harmed") or (harmed and noun in listed("anybody")):
        return PEOPLE
    return noun


def _counts_both(text: str, statement: Statement, quantity: Quantity) -> bool:
    """Whether a number is of the dead and the wounded: "40 casualties", "40 were killed and injured"."""
    if quantity.what not in ("other", "killed", "wounded") or family(statement) != "violence":
        return False
    noun = head(quantity.who) if quantity.who else None
    if noun in words_of("harmed"):
        return True
    ends = _END.search(text, quantity.end)
    after = text[quantity.end : ends.start() if ends else None][:_BOTH].casefold()
    led = _WORD.findall(_NUMBER.split(after)[0])
    threes = zip(led, led[1:], led[2:], strict=False)
    return any(_are_both(one, other) for one, joined, other in threes if joined in _JOIN)


def _are_both(one: str, other: str) -> bool:
    killed, wounded = words_of("killed"), words_of("wounded")
    return (one in killed and other in wounded) or (one in wounded and other in killed)


def _sentence(text: str, quantity: Quantity) -> str:
    """The sentence as far as the end of its number."""
    begins = [end.end() for end in _END.finditer(text, 0, quantity.start)]
    return text[begins[-1] if begins else 0 : quantity.end]


def _is_part(text: str, quantity: Quantity) -> bool:
    """Whether a number is of some among those already counted: "three of the wounded", "of whom four"."""
    hit = _PART.search(text, quantity.start, quantity.end + _AFTER)
    before = " ".join(_WORD.findall(text[max(0, quantity.start - _AFTER) : quantity.start].casefold())[-2:])
    ends = (before, before.rpartition(" ")[2])
    toll = {word.casefold() for word in hit.groups() if word} & words_of("tolls") if hit else None
    return bool(toll) or any(end in words_of("among") for end in ends)


def _rough(text: str, quantity: Quantity) -> bool:
    """Whether a word before the number, or the first of it, says that it is meant roughly."""
    before = _WORD.findall(text[max(0, quantity.start - 40) : quantity.start].casefold())[-_NEAR:]
    own = _WORD.findall(text[quantity.start : quantity.end].casefold())[:1]
    return bool(words_of("roughly") & {*before[-1:], *own})


def _whole(own: Sequence[Tally]) -> list[Tally]:
    """Of one teller's counts in one document the greatest of people; without any, the one group that he counts."""
    people = [t for t in own if t.who == PEOPLE]
    if people:
        return [max(people, key=lambda t: (t.least, t.most, t.statement.told.order))]
    groups = {t.who for t in own}
    return [max(own, key=lambda t: (t.least, t.most, t.statement.told.order))] if len(groups) == 1 else []
