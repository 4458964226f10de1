"""Slot "number": counts that cannot be one, and whether time, reach or neither tells them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.comparing.disputes.drafts import Draft, apart_in_time, words_of
from rashomon.comparing.disputes.statements import Statement
from rashomon.comparing.disputes.tallies import HARMED, PEOPLE, Tally, tallies
from rashomon.comparing.disputes.types import Kind
from rashomon.comparing.words import same_words

_GROWN = 2.0
"""A toll that grows by more than this factor from one day to the next is hardly the same count."""
_LAG = 2
"""Days for which an old figure may still be passed on."""

_Pair = tuple[Tally, Tally]
_Verdict = tuple[Kind, str]


def numbers(some: Sequence[Statement]) -> Iterator[Draft]:
    """What is counted, count by count. The dead come first: the wounded of today may be the dead of tomorrow."""
    found = tallies(some)
    dying = False
    for what in sorted(found, key=lambda w: (w != "killed", w)):
        own = found[what]
        verdicts = {pair: _verdict(pair, own, dying) for pair in _partings(own)}
        by_kind: dict[Kind, list[_Pair]] = defaultdict(list)
        for pair, (kind, _) in verdicts.items():
            by_kind[kind].append(pair)
        for kind in sorted(by_kind):
            parted = {id(tally): tally for pair in by_kind[kind] for tally in pair}
            why = sorted({verdicts[pair][1] for pair in by_kind[kind]} - {""})
            yield Draft("number", kind, _about(what), _groups(list(parted.values())), "; ".join(why))
        dying |= what == "killed" and "update" in by_kind
        if not verdicts and own:
            yield Draft("number", None, _about(what), [_agreed(own)])
    yield from _dead_or_harmed(found.get("killed", ()), found.get("wounded", ()), found.get(HARMED, ()))


def _dead_or_harmed(killed: Sequence[Tally], wounded: Sequence[Tally], harmed: Sequence[Tally]) -> Iterator[Draft]:
    """Some count the dead, others the dead and the wounded together: more and less, unless more are dead than harmed.

    Who tells of dead and wounded by themselves is compared by their sum.
    """
    pairs: dict[Kind, list[_Pair]] = defaultdict(list)
    for dead in killed:
        hurt = next((w for w in wounded if _own(w) == _own(dead)), None)
        for all_ in harmed:
            here, there = dead.statement, all_.statement
            if here.teller.key == there.teller.key or apart_in_time(here, there) or not _comparable(dead, all_):
                continue
            least, most = dead.least + (hurt.least if hurt else 0), dead.most + (hurt.most if hurt else 0)
            if least > all_.most:
                pairs["conflict"].append((dead, all_))
            elif most < all_.least:
                pairs["conflict" if hurt else "scope"].append((dead, all_))
    for kind in sorted(pairs):
        groups: dict[str, list[Statement]] = defaultdict(list)
        for tally in {id(t): t for pair in pairs[kind] for t in pair}.values():
            groups[f"{tally.value} {tally.what}"].append(tally.statement)
        ordered = sorted(groups.items(), key=lambda item: (item[0].endswith(HARMED), len(item[0]), item[0]))
        yield Draft("number", kind, "killed, or killed and wounded", ordered, "the dead; the dead and the wounded")


def _own(tally: Tally) -> tuple[str, str]:
    return tally.statement.teller.key, tally.statement.document


def _comparable(one: Tally, other: Tally) -> bool:
    """Whether two counts may be of the same people."""
    if {one.armed, other.armed} == {"armed", "unarmed"} or one.statement.own_loss != other.statement.own_loss:
        return False
    return one.who == other.who or PEOPLE in (one.who, other.who)


def _partings(own: Sequence[Tally]) -> Iterator[_Pair]:
    """Pairs of two tellers, or of two documents, that cannot be one count."""
    for one, other in combinations(own, 2):
        here, there = one.statement, other.statement
        if apart_in_time(here, there) or not one.apart(other):
            continue
        if not same_words(here.told.claim.quote, there.told.claim.quote):
            yield (one, other) if one.least <= other.least else (other, one)


def _verdict(pair: _Pair, own: Sequence[Tally], dying: bool) -> _Verdict:
    less, more = pair
    if less.armed and more.armed and less.armed != more.armed:
        return "conflict", ""
    if _broader(less, more):
        return "scope", f"{less.value} in a part of the area of {more.value}"
    if less.counted:
        return "scope", f"{less.value} as “{less.counted[0]}”"
    if later := _update(less, more, own, dying):
        return "update", later
    return "conflict", ""


def _broader(less: Tally, more: Tally) -> bool:
    """Whether the greater count is of an area, and the other of a place within it."""
    narrow, broad = less.statement.told.spots, more.statement.told.spots
    return bool(narrow and broad) and all(b.broad for b in broad) and not any(n.broad for n in narrow)


def _update(less: Tally, more: Tally, own: Sequence[Tally], dying: bool) -> str:
    """Why the one is a later figure of the other's count; empty if it is none."""
    before, after = _first(less, own), _first(more, own)
    if before is None or after is None:
        return ""
    if dying and less.what == "wounded" and before > after:
        return "of the wounded some died"
    if before >= after:
        return ""
    if less.statement.teller.key == more.statement.teller.key:
        return "one teller’s later figure"
    if risen := words_of("risen") & set(more.statement.told.claim.quote.casefold().split()):
        return f"told later, as “{min(risen)}”"
    if less.least * _GROWN < more.least:
        return ""
    again = max((t.statement.day or 0 for t in own if not t.apart(less) and t.apart(more)), default=0)
    return "told later, and more" if again <= after + _LAG else ""


def _first(tally: Tally, own: Sequence[Tally]) -> int | None:
    """When this figure was first told."""
    days = [t.statement.day for t in own if t.value == tally.value and t.who == tally.who and t.statement.day]
    return min((day for day in days if day is not None), default=None)


def _groups(some: Sequence[Tally]) -> list[tuple[str, list[Statement]]]:
    found: dict[tuple[int, float, str], list[Statement]] = defaultdict(list)
    for tally in some:
        found[tally.least, tally.most, tally.value].append(tally.statement)
    return [(value, found[least, most, value]) for least, most, value in sorted(found)]


def _agreed(own: Sequence[Tally]) -> tuple[str, list[Statement]]:
    """The narrowest of the counts, with all that it fits."""
    best = min(own, key=lambda t: (t.most - t.least, -len([o for o in own if o.value == t.value]), t.value))
    return best.value, [t.statement for t in own if not t.apart(best) and t.what == best.what]


def _about(what: str) -> str:
    return what.partition("|")[0]
