"""What `rashomon knowledge add verb` adds: a verb or noun that means what a known one means."""

from __future__ import annotations

from pathlib import Path

from rashomon.errors import KnowledgeError
from rashomon.knowledge.deeds import LISTS, Part, senses
from rashomon.knowledge.keeping.adding import Addition, addition, clean, content_of
from rashomon.knowledge.keeping.searching import alike
from rashomon.knowledge.likening import of

_FILE = "deeds.yaml"


def verb(folder: Path, word: str, like: str, part: Part = "verb") -> Addition:
    """A word with all senses of a known one, as `{like: bombard, verbs: [pummel]}`.

    Raises KnowledgeError if the known word is not known, or the new one has these senses already.
    """
    word, like = clean(word).lower(), clean(like).lower()
    meant = of(like, part, senses())
    if not meant:
        near = alike(like, [" ".join(s.words) for some in senses().values() for s in some if s.part == part])
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        raise KnowledgeError(f"{like!r}: no {part} of this form is known{hint}")
    has = {(s.type, s.mode, s.wants) for s in of(word, part, senses())}
    if has >= {(s.type, s.mode, s.wants) for s in meant}:
        raise KnowledgeError(f"{word!r}: has all senses of {like!r} already")
    name = next(name for name, of_part in LISTS.items() if of_part == part)
    for n, own in enumerate(content_of(folder, _FILE) or ()):
        if isinstance(own, dict) and own.get("like") == like:
            return addition(folder, _FILE, (n, name), word)
    return addition(folder, _FILE, (), {"like": like, name: [word]})
