"""Texts while they are compared: compressed, the words of the latest at hand."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rashomon.comparing.witnesses.candidates import features
from rashomon.comparing.witnesses.outlets import own_key
from rashomon.comparing.witnesses.words import Hashes, Words, words_of
from rashomon.model import Document

UNDATED = "9999"
_AT_HAND = 512


@dataclass(frozen=True, slots=True)
class Kept:
    """A document without its text. `own`: the key of who publishes it. `day`: when; after all days if not known."""

    id: str
    source: str | None
    author: str | None
    day: str
    words: int
    own: str
    packed: bytes
    features: Hashes

    @property
    def order(self) -> tuple[str, int, str]:
        """What comes first has not its words from what comes later: the earliest, then the longest."""
        return self.day, -self.words, self.id


class Texts:
    """Documents in their order (`Kept.order`), each id once. It does not matter in which order they are given."""

    def __init__(self, documents: Iterable[Document]) -> None:
        found = {one.id: one for one in map(_keep, documents)}
        self.kept = sorted(found.values(), key=lambda one: one.order)
        self.words = lru_cache(maxsize=_AT_HAND)(self._words)

    def documents(self) -> Iterator[Document]:
        """The documents as far as credits need them."""
        for at, one in enumerate(self.kept):
            yield Document(id=one.id, text=self.text(at), source=one.source, author=one.author)

    def text(self, at: int) -> str:
        """The text of the document at this place."""
        return zlib.decompress(self.kept[at].packed).decode("utf-8", "surrogatepass")

    def _words(self, at: int) -> Words:
        return words_of(self.text(at))


def in_order(one: str, other: str) -> bool:
    """Whether two different days say which of them is first: not if one is unknown, or a month or year of the other."""
    return UNDATED not in (one, other) and not one.startswith(other) and not other.startswith(one)


def _keep(document: Document) -> Kept:
    words = words_of(document.text)
    return Kept(
        id=document.id,
        source=document.source,
        author=document.author,
        day=(document.published or UNDATED)[:10],
        words=len(words.hashes),
        own=own_key(document),
        packed=zlib.compress(document.text.encode("utf-8", "surrogatepass"), 1),
        features=features(words.hashes),
    )
