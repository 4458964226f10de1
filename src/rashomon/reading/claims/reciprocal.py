"""Reciprocal deeds ("each accuses the other"): one deed in words, two in what they say."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from rashomon.model import Actor
from rashomon.reading.tellers import chain
from rashomon.reading.types import ActorIndex, Category, Deed, Mention, Referent, Scene


@dataclass(frozen=True)
class Directed:
    """An index of actors in which "each" is one of the two and "the other" the other."""

    actors_: ActorIndex
    each: Referent
    other: Referent

    def mention_at(self, token: Token) -> Mention | None:
        """As in the index behind it."""
        return self.actors_.mention_at(token)

    def category(self, token: Token) -> Category:
        """As in the index behind it."""
        return self.actors_.category(token)

    def actors(self, claimed: Container[str] | None = None) -> Sequence[Actor]:
        """As in the index behind it."""
        return self.actors_.actors(claimed)

    def reciprocal(self, token: Token) -> Sequence[tuple[Referent, Referent]]:
        """None: the direction is chosen."""
        return ()

    def referents(self, token: Token) -> list[Referent]:
        """The one or the other where the word is reciprocal, the one for both together ("A and B accuse each
        other"), else as in the index behind it."""
        if not self.actors_.reciprocal(token):
            found = self.actors_.referents(token)
            both = {r.name for r in found} == {self.each.name, self.other.name}
            return [self.each] if both else found
        return [self.other if token.lower_.endswith("other") else self.each]


def directions(scene: Scene, deed: Deed) -> list[Scene]:
    """The scene, or the two scenes that a reciprocal word in the deed or its telling stands for."""
    sources = [scene.doc[t.source] for t in chain(scene.tellings, deed.head.i) if t.source is not None]
    for token in (*deed.agents, *deed.recipients, *sources):
        pairs = scene.actors.reciprocal(token)
        if pairs:
            return [replace(scene, actors=Directed(scene.actors, each, other)) for each, other in pairs]
    return [scene]
