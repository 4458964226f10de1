"""What is known of the words of one document while it is asked whom they stand for."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.model import Document
from rashomon.reading.learned.naming.entities import Entities, Entity
from rashomon.reading.learned.naming.phrases import Phrase, parse
from rashomon.reading.learned.naming.scanning import names as scanned
from rashomon.reading.learned.naming.scanning import opens
from rashomon.reading.learned.naming.trail import Trail
from rashomon.reading.learned.naming.vocabulary import category_of_sort
from rashomon.reading.learned.naming.widening import Widening
from rashomon.reading.learned.types import Draft, Frame, Stretch

_LINKED = 0.5
"""Raw score from which on words are followed to those that the model links them to."""
_NAMING = {"agent", "recipient", "from", "to", "teller", "teller-outer", "place"}

Answer = tuple[tuple[Entity, ...], float, str]
"""Whom words stand for, the raw score, and the rule that found them."""
Resolve = Callable[["Context", Stretch, int], Answer | None]
"""Finds whom words stand for; the number tells how often they may still be followed to others."""


class Context:
    """The words of one document that stand for somebody.

    Attributes:
        text, document: what is read.
        scanned: the names anywhere in the text. `entities`: everybody in it. `trail`: who was mentioned where.
        roles, frames, sorts, links: what the draft says of each stretch; a link goes to the words it stands for.
        answers: whom stretches stand for, as far as it was asked; None: nobody.
    """

    def __init__(self, draft: Draft, document: Document, resolve: Resolve) -> None:
        self.text, self.document, self._resolve = draft.text, document, resolve
        self.entities = Entities()
        self.trail = Trail(draft.sentences)
        self.roles: dict[Stretch, set[str]] = {}
        self.frames: dict[Stretch, list[Frame]] = {}
        self.sorts: dict[Stretch, str] = {}
        self.links: dict[Stretch, Stretch] = {}
        self.answers: dict[Stretch, Answer | None] = {}
        self.scanned = tuple(scanned(self.text))
        self._widen = Widening(self.text, self.scanned)
        self._wide: dict[Stretch, Stretch] = {}
        self._phrases: dict[Stretch, Phrase] = {}
        self._busy: set[Stretch] = set()
        self._gather(draft)

    def _gather(self, draft: Draft) -> None:
        """What the draft says of each stretch: its roles, frames, link and sort."""
        for mention in draft.mentions:
            stretch = self.whole((mention.start, mention.end))
            self.sorts[stretch] = category_of_sort(mention.sort) or ""
            self.link(stretch, mention.names, mention.link)
        for frame in draft.frames:
            for a in frame.arguments:
                if a.role not in _NAMING:
                    continue
                stretch = self.whole((a.start, a.end))
                self.roles.setdefault(stretch, set()).add(a.role)
                self.frames.setdefault(stretch, []).append(frame)
                self.link(stretch, a.names, a.link)

    def whole(self, stretch: Stretch) -> Stretch:
        """The name or noun phrase in which the words that the model marks stand."""
        whole = self._wide.get(stretch)
        if whole is None:
            whole = self._wide[stretch] = self._widen(stretch)
        return whole

    def link(self, stretch: Stretch, names: Stretch | None, score: float = 1.0) -> None:
        """Note to which words a stretch is linked; a name only to other words than its own."""
        if names is None or score < _LINKED:
            return
        whole = self.whole(names)
        if whole[1] <= stretch[0] or stretch[1] <= whole[0]:
            self.links[stretch] = whole

    def phrase(self, stretch: Stretch) -> Phrase:
        """The form of a stretch."""
        phrase = self._phrases.get(stretch)
        if phrase is None:
            phrase = parse(self.text[slice(*stretch)], opens(self.text, stretch[0]))
            self._phrases[stretch] = phrase
        return phrase

    def mention(self, stretch: Stretch, entity: Entity) -> None:
        """Note that a stretch stands for somebody, so that later words can take him up."""
        self.trail.add(*stretch, entity, self.roles.get(stretch, set()))

    def answer(self, stretch: Stretch, depth: int) -> Answer | None:
        """Whom a stretch stands for, found once; None too where the words lead round in a circle or too far."""
        if stretch in self.answers:
            return self.answers[stretch]
        if stretch in self._busy or depth < 0:
            return None
        self._busy.add(stretch)
        try:
            answer = self._resolve(self, stretch, depth)
        finally:
            self._busy.discard(stretch)
        self.answers[stretch] = answer
        if answer is not None:
            for entity in answer[0]:
                entity.spans.add(stretch)
                self.mention(stretch, entity)
        return answer
