"""Words of an overlay that mean what a known word means: `{like: bombard, verbs: [pummel]}`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from rashomon.errors import KnowledgeError
from rashomon.knowledge.deeds import LISTS, Part, Sense, fold, head_of

Senses = Mapping[tuple[str, Part], Sequence[Sense]]


def is_like(group: Any) -> bool:
    """Whether a group of a file of deeds likens words to a known one, and is no class of its own."""
    return isinstance(group, dict) and "like" in group


def likened(file: str, group: Mapping[str, Any], known: Senses) -> Iterator[Sense]:
    """The senses of a group's words: all that the known word has, as the same part of speech. Raises KnowledgeError."""
    where = f"{file}:like {group['like']}"
    if unknown := sorted(str(name) for name in group if name not in {"like", *LISTS}):
        raise KnowledgeError(f"{where}: unknown keys {unknown}")
    for name, part in LISTS.items():
        words = group.get(name) or []
        if not isinstance(words, list) or not all(isinstance(word, str) and word.split() for word in words):
            raise KnowledgeError(f"{where}: {name} must be a list of words (quote them)")
        meant = of(str(group["like"]), part, known) if words else []
        if words and not meant:
            raise KnowledgeError(f"{where}: no {part} of this form is known")
        for word in words:
            own = tuple(map(fold, word.split()))
            yield from (replace(s, words=own, head=head_of(own, part), entry=f"{where}/{word}") for s in meant)


def of(word: str, part: Part, known: Senses) -> list[Sense]:
    """All senses of a word or phrase as one part of speech."""
    words = tuple(map(fold, word.split()))
    return [s for s in known.get((words[head_of(words, part)], part), ()) if s.words == words] if words else []
