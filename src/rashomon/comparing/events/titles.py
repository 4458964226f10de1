"""What an event is called: what is said to have been done, to whom, where and when; not by whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rashomon.comparing.names import is_label
from rashomon.comparing.places import Spot
from rashomon.comparing.saying import Told
from rashomon.comparing.words import uncounted
from rashomon.knowledge.folding import fold


def title_of(group: Sequence[Told]) -> str:
    """A heading that takes no side."""
    label = next((t.wording.sort.label for t in group if t.wording), f"“{group[0].claim.trigger}”:")
    plain, _, _ = label.rpartition(" ")
    whom = _unlabelled([uncounted(t.shown) for told in group for t in told.targets])
    title = f"{label} {whom}" if whom else plain or label.rstrip(":")
    spot = place_of(group)
    if spot and (not whom or fold(spot.shown) not in fold(whom)):
        title += f", {spot.shown}"
    when = _usual(t.claim.when for t in group if t.days and t.days.exact)
    return (title[:1].upper() + title[1:]) + (f", {when}" if when else "")


def place_of(group: Sequence[Told]) -> Spot | None:
    """The place named most, one that is no wide area before others; among equals the shortest name."""
    for broad in (False, True):
        counted = Counter(spot for told in group for spot in told.spots if spot.broad is broad)
        if counted:
            return min(counted, key=lambda spot: (-counted[spot], len(spot.shown), spot.shown))
    return None


def _unlabelled(phrases: Sequence[str]) -> str | None:
    """What is said most often without a label of one side; if all have one, in quotation marks."""
    plain = [phrase for phrase in phrases if not any(map(is_label, phrase.split()))]
    if plain:
        return _usual(plain)
    usual = _usual(phrases)
    return f"“{usual}”" if usual else None


def _usual(some: Iterable[str | None]) -> str | None:
    """What is said most often; among equals the shortest."""
    counted = Counter(value for value in some if value)
    return min(counted, key=lambda value: (-counted[value], len(value), value)) if counted else None
