"""Sorts of nouns (`classes.yaml` and `classes_*.yaml`): which lemmas are of which sort."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rashomon.errors import KnowledgeError
from rashomon.knowledge.base import load_yaml

DATA = Path(__file__).parent / "data"


@cache
def classes(lang: str = "en") -> dict[str, frozenset[str]]:
    """Every class by name, with the classes it includes spread out. Lemmas are in lower case.

    Raises:
        KnowledgeError: a file is no mapping of names to lists of words, or includes an unknown class.

    """
    raw: dict[str, list[str]] = {}
    folder = DATA / lang
    for path in [folder / "classes.yaml", *sorted(folder.glob("classes_*.yaml"))]:
        for name, members in _entries(path).items():
            raw.setdefault(name, []).extend(members)
    return {name: frozenset(_spread(name, raw, ())) for name in sorted(raw)}


def in_class(lemma: str, name: str, lang: str = "en") -> bool:
    """Whether a lemma is of the sort `name` (with or without the leading `$`), letter case aside.

    A name of several words counts by its last word as well: "border police" is police.
    """
    members = classes(lang).get(name.removeprefix("$"), frozenset())
    lemma = lemma.lower()
    return lemma in members or (" " in lemma and lemma.rsplit(" ", 1)[1] in members)


def classes_of(lemma: str, lang: str = "en") -> tuple[str, ...]:
    """The names of all classes that hold this lemma, in alphabetical order."""
    return tuple(name for name, members in classes(lang).items() if lemma.lower() in members)


def _entries(path: Path) -> dict[str, list[str]]:
    """One file, checked."""
    data = load_yaml(path.name, path.parent.name) or {}
    if not isinstance(data, dict):
        raise KnowledgeError(f"{path.name}: expected a mapping of class names to lists of lemmas")
    for name, members in data.items():
        if not isinstance(name, str) or not isinstance(members, list):
            raise KnowledgeError(f"{path.name}: {name}: expected a list of lemmas")
        for member in members:
            if not isinstance(member, str):
                raise KnowledgeError(f"{path.name}: {name}: {member!r} is no text (quote it)")
    return data


def _spread(name: str, raw: dict[str, list[str]], seen: tuple[str, ...]) -> set[str]:
    """The lemmas of a class and of all that it includes."""
    if name not in raw:
        raise KnowledgeError(f"classes.yaml: {seen[-1]}: includes the unknown class ${name}")
    if name in seen:
        raise KnowledgeError(f"classes.yaml: {name}: includes itself")
    lemmas: set[str] = set()
    for member in raw[name]:
        if member.startswith("$"):
            lemmas |= _spread(member[1:], raw, (*seen, name))
        else:
            lemmas.add(member.lower())
    return lemmas
