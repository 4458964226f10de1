"""The rule reader: syntax from a parser, everything above it from knowledge and rules.

Read this file to see the order of the questions; each is answered in a module of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language

from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.base import version as knowledge_version
from rashomon.knowledge.deeds import senses
from rashomon.knowledge.layers import Overlay, open_overlay, using
from rashomon.knowledge.places import load as gazetteer
from rashomon.model import Document, Reading, Versions
from rashomon.reading import parser
from rashomon.reading.actors import Mentions, resolve
from rashomon.reading.claims import compose
from rashomon.reading.deeds import find_deeds, mend
from rashomon.reading.places import find_places, places_of
from rashomon.reading.tellers import find_tellings
from rashomon.reading.types import Scene
from rashomon.reading.views import actors_of, tellers_of
from rashomon.version import __version__

RULES = "rules-1"
"""Name and version of this reader, as recorded with every reading."""


class RuleReader:
    """Reads a document by rules over a parse. Holds nothing but the loaded parser."""

    name = RULES

    def __init__(self, nlp: Language, overlays: tuple[Overlay, ...] = ()) -> None:
        self._nlp = nlp
        self._overlays = overlays
        with using(overlays):
            known_actors(), senses(), gazetteer()  # a broken overlay says so before anything is read
            knowledge = knowledge_version()
        self._versions = Versions(rashomon=__version__, reader=RULES, parser=parser.version(nlp), knowledge=knowledge)

    @classmethod
    def load(cls, parser_name: str | None = None, overlays: Iterable[str | Path] = ()) -> RuleReader:
        """A reader over this spaCy pipeline (default: the pinned one), with overlays over our knowledge.

        Raises ParserError, KnowledgeError.
        """
        return cls(parser.load(parser_name or parser.DEFAULT), tuple(map(open_overlay, overlays)))

    def read(self, document: Document) -> Reading:
        """All claims of one document."""
        with using(self._overlays):
            return self._read(document)

    def _read(self, document: Document) -> Reading:
        doc = parser.parse(self._nlp, document.text)
        mentions = Mentions(doc, document)  # who and what is mentioned
        tellings = find_tellings(doc, mentions)  # who tells what
        actors = resolve(mentions, tellings)  # who is who
        scene = Scene(document=document, doc=doc, actors=actors, tellings=tellings)
        scene.places = find_places(doc, mentions.in_order())  # where things happen
        deeds = find_deeds(doc, actors)  # who does what to whom
        mend(deeds, doc, tellings, actors)  # in interrupted sentences too
        claims = compose(scene, deeds)  # told by whom, how firmly, where, when
        return Reading(
            document=document,
            claims=claims,
            actors=actors_of(scene, claims),
            places=places_of(scene),
            tellers=tellers_of(document, claims),
            versions=self._versions,
        )
