"""The learned reader: one network over windows of the text, then names, dates and places by knowledge. No parser."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.base import version as knowledge_version
from rashomon.knowledge.layers import Overlay, open_overlay, using
from rashomon.model import Document, Reading, Versions
from rashomon.reading.calibration import CALIBRATION, Calibration, confident, load
from rashomon.reading.learned.composing import attributed, compose, filled
from rashomon.reading.learned.drafting import Model, certainty, draft
from rashomon.reading.learned.naming import Names
from rashomon.reading.learned.network import FOLDER, Network
from rashomon.reading.learned.settling import Settler
from rashomon.reading.views import tellers_of
from rashomon.version import __version__

LEARNED = "learned-1"
"""Name and version of this reader, as recorded with every reading."""


class LearnedReader:
    """Reads a document by a network. Holds nothing but the loaded network and what it was calibrated to."""

    name = LEARNED

    def __init__(
        self, model: Model, version: str, calibration: Calibration | None = None, overlays: tuple[Overlay, ...] = ()
    ) -> None:
        self._model, self._calibration, self._overlays = model, calibration, overlays
        with using(overlays):
            known_actors()  # a broken overlay says so before anything is read
            knowledge = knowledge_version()
        self._versions = Versions(rashomon=__version__, reader=LEARNED, parser=version, knowledge=knowledge)

    @classmethod
    def load(cls, overlays: Iterable[str | Path] = (), folder: Path = FOLDER) -> LearnedReader:
        """The shipped network, or that of another folder, with overlays over our knowledge of actors and places.

        Raises ModelError, KnowledgeError.
        """
        network = _network(folder)
        calibration = load(folder / CALIBRATION) if (folder / CALIBRATION).is_file() else None
        return cls(network, f"network-{network.version}", calibration, tuple(map(open_overlay, overlays)))

    def read(self, document: Document) -> Reading:
        """All claims of one document."""
        with using(self._overlays):
            seen = filled(attributed(draft(document.text, self._model)))
            names = Names(seen, document)
            settler = Settler(document, seen)
            claims = compose(seen, document, settler, names)
            if self._calibration is not None:
                claims = tuple(confident(claim, self._calibration) for claim in claims)
            return Reading(
                document=document,
                claims=claims,
                actors=names.actors({name for c in claims for name in (*c.agents, *c.recipients, *c.speakers)}),
                places=settler.places(),
                tellers=tellers_of(document, claims),
                versions=self._versions,
            )

    def certainty(self, words: Sequence[str], targets: Sequence[int]) -> list[float]:
        """How certain it is that predicates of a sentence happened, on a scale of -3 to 3 (UDS-IH2's)."""
        return certainty(words, targets, self._model)


@lru_cache(maxsize=2)
def _network(folder: Path) -> Network:
    return Network(folder)
