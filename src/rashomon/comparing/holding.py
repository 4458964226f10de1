"""Where voices part on the control of one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.comparing.changes import Change, apart, same_changes
from rashomon.comparing.parties import in_a_row, meet, usual_names
from rashomon.comparing.partings import dated, framed, parting, reprint
from rashomon.comparing.saying import Voice, voices
from rashomon.comparing.types import Parting


def partings_of(changes: Sequence[Change]) -> tuple[Parting, ...]:
    """Where voices part on the control of one place: on each change of hands by itself."""
    order = voices([c.saying for c in changes])
    affirmed = [c for c in changes if c.saying.stand != "denies" and not c.saying.rejects]
    called = usual_names(p for c in changes for p in c.sides)
    found = [parting("happened", values, order) for values in _denied(changes, called)]
    found.append(parting("holder", _holders(affirmed, called), order))
    for change in same_changes([c for c in affirmed if not c.holds]):
        told = [c.saying for c in change]
        found.append(parting("time", dated(told), order))
        found.append(parting("framing", framed(told), order))
    return tuple(p for p in found if p is not None)


def _denied(changes: Sequence[Change], called: Mapping[str, str]) -> Iterator[dict[str, set[Voice]]]:
    """For each side of whom a loss, a gain or a hold is denied: who tells it, and who denies it."""
    found: dict[tuple[str, str], dict[str, set[Voice]]] = {}
    for denial in (c for c in changes if c.saying.stand == "denies"):
        yes, no = _in_words(denial, called)
        for other in changes:
            if other.saying.stand == "says" and _answers(denial, other):
                values = found.setdefault((yes, no), {yes: set(), no: set()})
                values[yes].add(other.saying.voice)
                values[no].add(denial.saying.voice)
    yield from (found[key] for key in sorted(found))


def _in_words(denial: Change, called: Mapping[str, str]) -> tuple[str, str]:
    """What a denial denies, and the denial."""
    if denial.loser:
        name = in_a_row(denial.loser, called)
        told = denial.saying.told
        left = told.claim.type == "RETREAT" and told.wording is not None and told.wording.frame != "loss"
        return f"{name} lost it", f"not so (“{told.claim.trigger}”)" if left else f"{name} did not lose it"
    if denial.gainer:
        name = in_a_row(denial.gainer, called)
        return f"{name} has it", f"{name} does not have it"
    return "it changed hands", "it did not change hands"


def _answers(denial: Change, other: Change) -> bool:
    """Whether a denial denies what another voice tells: the same loss, the same gain or hold, or any change."""
    if denial.long_before(other):
        return False
    if denial.loser:
        return denial.may_be(other) and meet(denial.loser, other.loser)
    if denial.gainer:
        return meet(denial.gainer, other.gainer) and not apart(denial.loser, other.loser)
    return not denial.holds and not other.holds


def _holders(changes: Sequence[Change], called: Mapping[str, str]) -> dict[str, set[Voice]]:
    """Who holds the place after the same change, where voices name different ones."""
    by_voice: dict[Voice, list[Change]] = defaultdict(list)
    for change in changes:
        by_voice[change.saying.voice].append(change)
    found: dict[str, set[Voice]] = defaultdict(set)
    for one in changes:
        for other in changes:
            if one.saying.voice == other.saying.voice or not apart(one.gainer, other.gainer):
                continue
            agreed = any(one.may_be(c) or meet(one.gainer, c.gainer) for c in by_voice[other.saying.voice])
            back = any(meet(other.gainer, c.gainer) for c in by_voice[one.saying.voice])
            if one.after_same(other) and not agreed and not back and not reprint(one.saying, other.saying):
                found[in_a_row(one.gainer, called)].add(one.saying.voice)
                found[in_a_row(other.gainer, called)].add(other.saying.voice)
    return found
