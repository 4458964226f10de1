"""The rule reader: syntax from a parser, everything above it from knowledge and rules.

Read this file to see the order of the questions; each is answered in a module of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.base import version as knowledge_version
from rashomon.knowledge.deeds import senses
from rashomon.knowledge.layers import Overlay, open_overlay, using
from rashomon.knowledge.places import load as gazetteer
from rashomon.model import Claim, Document, Reading, Versions
from rashomon.reading import parser
from rashomon.reading.actors import Mentions, resolve
from rashomon.reading.calibration import Calibration, confident, load
from rashomon.reading.claims import compose, compose_given, offsets
from rashomon.reading.deeds import deeds_at, find_deeds, mend
from rashomon.reading.places import find_places, places_of
from rashomon.reading.tellers import find_tellings
from rashomon.reading.types import Deed, Scene
from rashomon.reading.views import actors_of, tellers_of
from rashomon.version import __version__

RULES = "rules-1"
"""Name and version of this reader, as recorded with every reading."""
CALIBRATION = Path(__file__).with_name("rules_calibration.json")
"""Fitted by `training.calibrating` on what the rules read, over the pinned parser, in texts with gold claims."""


class RuleReader:
    """Reads a document by rules over a parse. Holds nothing but the loaded parser."""

    name = RULES

    def __init__(
        self, nlp: Language, overlays: tuple[Overlay, ...] = (), calibration: Calibration | None = None
    ) -> None:
        self._nlp = nlp
        self._overlays = overlays
        self._calibration = calibration
        with using(overlays):
            known_actors(), senses(), gazetteer()  # a broken overlay says so before anything is read
            knowledge = knowledge_version()
        self._versions = Versions(rashomon=__version__, reader=RULES, parser=parser.version(nlp), knowledge=knowledge)

    @classmethod
    def load(cls, parser_name: str | None = None, overlays: Iterable[str | Path] = ()) -> RuleReader:
        """A reader over this spaCy pipeline (default: the pinned one), with overlays over our knowledge.

        Its claims have a confidence over the pinned pipeline only: no other was calibrated.

        Raises ParserError, KnowledgeError.
        """
        name = parser_name or parser.DEFAULT
        calibration = _calibration() if name == parser.DEFAULT else None
        return cls(parser.load(name), tuple(map(open_overlay, overlays)), calibration)

    def read(self, document: Document) -> Reading:
        """All claims of one document."""
        with using(self._overlays):
            return self._read(document)

    def read_at(self, document: Document, triggers: Iterable[tuple[int, int]]) -> Reading:
        """The claims at these triggers: one or more of each, and of no others.

        A trigger of which the reader knows no sense makes an event without a type; its roles, place, time, numbers
        and tellers are read as those of any other.

        Args:
            document: what is read.
            triggers: their offsets in its text. Raises ValueError for one without words, or outside the text.

        """
        with using(self._overlays):
            return self._read(document, sorted(set(triggers)))

    def _read(self, document: Document, triggers: Sequence[tuple[int, int]] | None = None) -> Reading:
        doc = parser.parse(self._nlp, document.text)
        scene = scene_of(document, doc)
        deeds = deeds_of(scene)
        # told by whom, how firmly, where, when
        claims = compose(scene, deeds) if triggers is None else _claims_at(scene, deeds, triggers)
        if self._calibration is not None:
            claims = tuple(confident(claim, self._calibration) for claim in claims)
        return Reading(
            document=document,
            claims=claims,
            actors=actors_of(scene, claims),
            places=places_of(scene),
            tellers=tellers_of(document, claims),
            versions=self._versions,
        )


def _claims_at(scene: Scene, deeds: Sequence[Deed], triggers: Sequence[tuple[int, int]]) -> tuple[Claim, ...]:
    ranges, exact, text = [], {}, scene.document.text
    for first, last in triggers:
        words = text[first:last].strip() if 0 <= first < last <= len(text) else ""
        start = text.index(words, max(first, 0)) if words else first
        end = start + len(words)
        span = scene.doc.char_span(start, end, alignment_mode="expand") if words else None
        if span is None:
            raise ValueError(f"{first} to {last} is no trigger in the text of {scene.document.id!r}")
        ranges.append((span.start, span.end))
        exact[offsets(scene.doc, span.start, span.end)] = (start, end)
    given = deeds_at(scene.doc, scene.actors, ranges, deeds)
    heads = {deed.head.i for deed in given}
    claims = compose_given(scene, given, [deed for deed in deeds if deed.head.i not in heads])
    spans = [exact[claim.start, claim.end] for claim in claims]
    return tuple(
        claim.model_copy(update={"trigger": text[start:end], "start": start, "end": end})
        for claim, (start, end) in zip(claims, spans, strict=True)
    )


@lru_cache(maxsize=1)
def _calibration() -> Calibration:
    return load(CALIBRATION)


def scene_of(document: Document, doc: Doc) -> Scene:
    """What is known of a parsed document before its deeds are read."""
    mentions = Mentions(doc, document)  # who and what is mentioned
    tellings = find_tellings(doc, mentions)  # who tells what
    scene = Scene(document=document, doc=doc, actors=resolve(mentions, tellings), tellings=tellings)  # who is who
    scene.places = find_places(doc, mentions.in_order())  # where things happen
    return scene


def deeds_of(scene: Scene) -> list[Deed]:
    """Who does what to whom, in interrupted sentences too."""
    deeds = find_deeds(scene.doc, scene.actors)
    mend(deeds, scene.doc, scene.tellings, scene.actors)
    return deeds
