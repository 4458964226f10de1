"""The texts that documents rest on, while more of them become known."""

from __future__ import annotations

from collections.abc import Iterable


class Roots:
    """For each document the ids of the texts that it rests on.

    A text that turns out to be a cut of another gives way to what that one rests on. It never comes back, so there
    are no circles.
    """

    def __init__(self) -> None:
        self._of: dict[str, tuple[str, ...]] = {}
        self._instead: dict[str, tuple[str, ...]] = {}

    def put(self, document: str, roots: Iterable[str]) -> None:
        """A document rests on these."""
        self._of[document] = tuple(roots)

    def of(self, document: str) -> tuple[str, ...]:
        """What a document rests on, sorted. Raises KeyError for one that was not put in."""
        found, open_ = set[str](), list(self._of[document])
        while open_:
            root = open_.pop()
            if root in self._instead:
                open_ += self._instead[root]
            else:
                found.add(root)
        return tuple(sorted(found))

    def is_root(self, document: str) -> bool:
        """Whether a document is counted as a text of its own."""
        return self.of(document) == (document,)

    def give_way(self, root: str, document: str) -> bool:
        """A root is a cut of `document`; False: that one has nothing but the root's words, and all stays."""
        others = tuple(one for one in self.of(document) if one != root)
        if others:
            self._instead[root] = others
        return bool(others)

    def all(self) -> dict[str, tuple[str, ...]]:
        """For each document what it rests on, in the order of their ids."""
        return {document: self.of(document) for document in sorted(self._of)}
