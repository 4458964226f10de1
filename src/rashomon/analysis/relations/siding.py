"""Which camp those who tell are of, as far as the ties of a case leave no choice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rashomon.analysis.balance import frustration
from rashomon.analysis.relations.counting import Independent
from rashomon.analysis.relations.graph import graph_of
from rashomon.analysis.relations.types import Entry


def camps(
    entries: Iterable[Entry], *, independent: Independent | None = None, seconds: float = 5.0
) -> Mapping[str, str]:
    """Name -> the camp that it is of, under the name that comes first in it.

    Empty unless one division into two camps is better than all others; names without a tie have no camp, and a camp of
    one name says nothing. `independent` counts origins, so that a reprint adds no weight.
    """
    found = frustration(graph_of(entries, independent=independent).graph, seconds=seconds, cap=2)
    if not found.proved or len(found.divisions) != 1 or found.count != 1:
        return {}
    return {name: part[0] for part in found.divisions[0].parts if len(part) > 1 for name in part}
