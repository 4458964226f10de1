"""Where voices part on an event: slot by slot, silence aside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from rashomon.comparing import parties, places, targets
from rashomon.comparing.numbers import Count, counts
from rashomon.comparing.parties import in_a_row, usual_names
from rashomon.comparing.saying import Saying, Voice, voices
from rashomon.comparing.types import Parting, Position, Slot
from rashomon.comparing.words import same_words


def of_event(said: Sequence[Saying]) -> tuple[Parting, ...]:
    """All slots in which the voices on one event part."""
    order = voices(said)
    affirmed = [s for s in said if s.stand != "denies" and not s.rejects]
    found = (
        *(parting("happened", values, order) for values in happened(said)),
        parting("agent", _doers(affirmed), order),
        parting("recipient", _befallen(affirmed), order),
        parting("number", _numbers(affirmed), order),
        parting("place", _placed(affirmed), order),
        parting("time", dated(affirmed), order),
        parting("framing", framed(affirmed), order),
    )
    return tuple(p for p in found if p is not None)


def parting(slot: Slot, values: Mapping[str, Iterable[Voice]], order: Sequence[Voice]) -> Parting | None:
    """The positions of a slot, if at least two voices hold different ones."""
    held = {value: set(who) for value, who in values.items()}
    if not any(one - other and other - one for one, other in combinations(held.values(), 2)):
        return None
    positions = [
        Position(value=value, voices=tuple(sorted(order.index(v) for v in who))) for value, who in held.items()
    ]
    return Parting(slot=slot, positions=tuple(sorted(positions, key=lambda p: (p.voices, p.value))))


def happened(said: Sequence[Saying]) -> list[dict[str, set[Voice]]]:
    """Who says that it happened, and who denies it; where the denial names a doer, who says that he did it."""
    called = usual_names(p for s in said for p in s.told.agents)
    says = [s for s in said if s.stand == "says"]
    found: dict[str, dict[str, set[Voice]]] = {}
    for denial in (s for s in said if s.stand == "denies"):
        doers = denial.told.agents
        named = {s.voice for s in says if parties.meet(s.told.agents, doers)}
        who = in_a_row(doers, called)
        yes, no = (f"{who} did it", f"{who} did not") if doers else ("it happened", "it did not happen")
        values = found.setdefault(who, {yes: named if doers else {s.voice for s in says}, no: set()})
        values[no].add(denial.voice)
    return [found[who] for who in sorted(found)]


def dated(said: Sequence[Saying]) -> dict[str, set[Voice]]:
    """The dates that voices give, where they cannot be one."""
    told = [s for s in said if s.told.days]
    return _grouped(
        told,
        lambda s: s.told.claim.when or "",
        lambda a, b: bool(a.told.days and b.told.days and not a.told.days.meets(b.told.days)),
    )


def framed(said: Sequence[Saying]) -> dict[str, set[Voice]]:
    """The frames of the voices' words, with the words."""
    words: dict[str, set[str]] = defaultdict(set)
    who: dict[str, set[Voice]] = defaultdict(set)
    for saying in said:
        wording = saying.told.wording
        if wording is not None and wording.frame is not None:
            words[wording.frame].add(saying.told.claim.trigger)
            who[wording.frame].add(saying.voice)
    return {f"{frame} ({', '.join(f'“{w}”' for w in sorted(words[frame]))})": who[frame] for frame in who}


def reprint(one: Saying, other: Saying) -> bool:
    """Whether two documents have the same words: what was read in them otherwise is no difference of theirs."""
    return one.told.at != other.told.at and same_words(one.told.claim.quote, other.told.claim.quote)


def _doers(said: Sequence[Saying]) -> dict[str, set[Voice]]:
    told = [s for s in said if s.told.agents]
    called = usual_names(p for s in told for p in s.told.agents)
    return _grouped(
        told, lambda s: in_a_row(s.told.agents, called), lambda a, b: not parties.meet(a.told.agents, b.told.agents)
    )


def _befallen(said: Sequence[Saying]) -> dict[str, set[Voice]]:
    told = [s for s in said if s.told.targets]
    return _grouped(
        told,
        lambda s: " and ".join(t.shown for t in s.told.targets),
        lambda a, b: targets.apart(a.told.targets, b.told.targets),
    )


def _placed(said: Sequence[Saying]) -> dict[str, set[Voice]]:
    told = [s for s in said if s.told.spots]
    return _grouped(
        told,
        lambda s: " and ".join(spot.shown for spot in s.told.spots),
        lambda a, b: places.apart(a.told.spots, b.told.spots),
    )


def _numbers(said: Sequence[Saying]) -> dict[str, set[Voice]]:
    told = [(saying, count) for saying in said for count in counts(saying.told.claim)]

    def differ(one: Count, other: Count) -> bool:
        return one.comparable(other) and not one.fits(other)

    found: dict[tuple[str, str, int, float], set[Voice]] = defaultdict(set)
    words: dict[tuple[str, str, int, float], set[str]] = defaultdict(set)
    for saying, count in told:
        if any(differ(count, other) and s.voice != saying.voice and not reprint(s, saying) for s, other in told):
            found[count[:4]].add(saying.voice)
            words[count[:4]].add(count.words)
    return {min(words[key], key=lambda w: (len(w), w)): found[key] for key in found}


def _grouped(
    said: Sequence[Saying], value: Callable[[Saying], str], differ: Callable[[Saying, Saying], bool]
) -> dict[str, set[Voice]]:
    """The values of those that differ from another voice's; the same under the first of their names."""
    found: dict[str, set[Voice]] = defaultdict(set)
    parted = [s for s in said if any(s.voice != o.voice and differ(s, o) and not reprint(s, o) for o in said)]
    leaders: list[Saying] = []
    for saying in sorted(parted, key=lambda s: (len(value(s)), value(s), s.told.order)):
        leader = next((other for other in leaders if not differ(saying, other)), None)
        if leader is None:
            leaders.append(leader := saying)
        found[value(leader)].add(saying.voice)
    return found
