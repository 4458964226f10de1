"""Words of belonging that no knowledge lists: "Mirovian" in a text that names Mirovia."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from rashomon.reading.actors.names import Name
from rashomon.reading.actors.words import words

_SHORTEST = 3
_VOWELS = "aeiouy"


def with_belonging(doc: Doc, names: Iterable[Name], lands: Iterable[Name]) -> list[Name]:
    """The names, with words formed from one of the lands marked as its words of belonging, in text order."""
    found = list(names)
    bases = {name.text: name for name in lands if name.end - name.start == 1 and name.known is None}
    if not bases:
        return found
    covered = {i: n for n in found for i in range(n.start, n.end)}
    for token in doc:
        name = covered.get(token.i)
        alone = name is None or (name.known is None and name.end - name.start == 1 and not name.title)
        if not alone or not token.text[:1].isupper() or token.text in bases or not _modifies(token.dep_, token.tag_):
            continue
        base = next((text for text in sorted(bases, key=len, reverse=True) if belongs(token.text, text)), None)
        if base is None:
            continue
        if name is not None:
            found.remove(name)
        else:
            name = Name(token.i, token.i + 1, token.i, token.text)
        found.append(replace(name, demonym=True, land=base))
    return sorted(found, key=lambda n: n.start)


def belongs(word: str, land: str) -> bool:
    """Whether a word is formed from a land's name.

    >>> [belongs(word, "Mirovia") for word in ("Mirovian", "Mirovians", "Mirov", "Mirovia")]
    [True, False, False, False]
    >>> belongs("Tarnish", "Tarn"), belongs("Keshi", "Kesh"), belongs("Dormenese", "Dormen")
    (True, True, True)
    """
    stems = [land]
    while stems[-1][-1:] in _VOWELS and len(stems[-1]) > _SHORTEST:
        stems.append(stems[-1][:-1])
    return word != land and any(
        len(stem) >= _SHORTEST and word.startswith(stem) and word[len(stem) :] in words("belonging_endings")
        for stem in stems
    )


def _modifies(dep: str, tag: str) -> bool:
    return dep in {"amod", "compound", "nmod"} or tag == "JJ"
