"""What a training text holds. Everything is tied to words: indices into `Example.words`, both ends included.

One shape for every set: a claim and a PropBank predicate are frames, a GUM entity and an actor are mentions. What a
set does not mark is None (or a role that is not in `Frame.roles`), and costs the model nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Argument:
    """Words that fill a role of a frame."""

    role: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger and what hangs on it.

    Attributes:
        first, last: the words of the trigger.
        labels: what is marked of it, by head of the model ("sense", "mode", "factuality", ...); a head that is
            missing is not marked.
        arguments: the words in its roles.
        roles: the roles that are marked in full: where one has no argument, there is none.
    """

    first: int
    last: int
    labels: dict[str, str]
    arguments: tuple[Argument, ...]
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody or something, with its sort."""

    first: int
    last: int
    sort: str


@dataclass(frozen=True, slots=True)
class Link:
    """A mention that stands for another: `word` begins it, each of `targets` begins a mention that names the same.

    No targets: it stands for itself.
    """

    word: int
    targets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A text with what is marked in it.

    Attributes:
        id: its name; `group`: what must not be divided between training and test (a document).
        text: the text; `words`: code-point offsets of its words (`rashomon.reading.learned.words`).
        sentences: the word that begins each sentence, ascending, the first 0.
        predicates: what all is marked ("claims": all claims are frames; "verbs": all predicates; None: not all).
        frames: triggers with their roles.
        mentions: flat mentions, or None where they are not marked; `sorts`: which set of sorts they follow.
        links: who stands for whom, or None.
        certainty: (word, -3..3): how certain it is that the predicate happened (3) or did not (-3).
        heads: for each word the word that governs it (itself: the root; -1: not marked), and `relations`, its
            Universal Dependencies relation; None where there is no syntax.
    """

    id: str
    group: str
    text: str
    words: tuple[tuple[int, int], ...]
    sentences: tuple[int, ...]
    predicates: str | None = None
    frames: tuple[Frame, ...] = ()
    mentions: tuple[Mention, ...] | None = None
    sorts: str = ""
    links: tuple[Link, ...] | None = None
    certainty: tuple[tuple[int, float], ...] = ()
    heads: tuple[int, ...] | None = None
    relations: tuple[str, ...] = field(default=())
