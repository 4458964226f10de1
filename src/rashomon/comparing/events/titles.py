"""What an event is called: what is said to have been done, to whom, where and when; not by whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from rashomon.comparing.names import is_label
from rashomon.comparing.places import Spot
from rashomon.comparing.saying import Told
from rashomon.comparing.words import uncounted
from rashomon.knowledge.folding import fold

Text = TypeVar("Text", bound=str)


def title_of(group: Sequence[Told], when: str | None = None) -> str:
    """A heading that takes no side, after the commonest sort of deed. `when`: instead of the date told most."""
    main = usual(t.wording.sort.name for t in group if t.wording)
    some = [t for t in group if t.wording and t.wording.sort.name == main] or group
    label = next((t.wording.sort.label for t in some if t.wording), f"“{some[0].claim.trigger}”:")
    plain, _, last = label.rpartition(" ")
    whom = _unlabelled([uncounted(t.shown) for told in some for t in told.targets])
    if label == main:  # it needs no object: "change of hands"
        title, whom = label, None
    else:
        title = f"{label} {whom}" if whom else plain or last.rstrip(":")
    spot = place_of(group)
    if spot and (not whom or fold(spot.shown) not in fold(whom)):
        title += f", {spot.shown}"
    when = when or usual(t.claim.when for t in group if t.days and t.days.exact)
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
        return usual(plain)
    said = usual(phrases)
    return f"“{said}”" if said else None


def usual(some: Iterable[Text | None]) -> Text | None:
    """What is said most often; among equals the shortest."""
    counted = Counter(value for value in some if value)
    return min(counted, key=lambda value: (-counted[value], len(value), value)) if counted else None
