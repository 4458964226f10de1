"""Relations, scoped: what is claimed about pairs of actors, by place, time and teller, with the words.

A pair may be allied in one place and at war in another: nothing makes one sign of that, unless `collapse` is asked.
"""

from rashomon.analysis.relations.collapsing import Collapsed, collapse
from rashomon.analysis.relations.dividing import Sides, camps_of, divide
from rashomon.analysis.relations.finding import found, parties_named
from rashomon.analysis.relations.graph import graph_of
from rashomon.analysis.relations.ledger import Ledger, ledger
from rashomon.analysis.relations.listing import Pair, pairs
from rashomon.analysis.relations.stated import Stated, stated
from rashomon.analysis.relations.types import Entry

__all__ = [
    "Collapsed",
    "Entry",
    "Ledger",
    "Pair",
    "Sides",
    "Stated",
    "camps_of",
    "collapse",
    "divide",
    "found",
    "graph_of",
    "ledger",
    "pairs",
    "parties_named",
    "stated",
]
