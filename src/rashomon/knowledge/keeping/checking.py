"""Checks knowledge, ours or overlays', and names every fault that it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rashomon.errors import KnowledgeError
from rashomon.knowledge.actors import KnownActor, known_actors, schema
from rashomon.knowledge.actors.bodies import FILE, templates
from rashomon.knowledge.actors.overlay import joined, listed
from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.classes import classes
from rashomon.knowledge.deeds import Sense, indexed, light_verbs, senses, senses_of
from rashomon.knowledge.embedding import embedding
from rashomon.knowledge.keeping.doubts import actor_doubts, place_doubts
from rashomon.knowledge.keeping.files import files
from rashomon.knowledge.keeping.findings import Findings
from rashomon.knowledge.layers import open_overlay, strays, using
from rashomon.knowledge.likening import is_like, likened
from rashomon.knowledge.places import load
from rashomon.knowledge.places.sources import peoples
from rashomon.knowledge.places.supplement import read_countries, read_rows
from rashomon.knowledge.places.types import Named
from rashomon.knowledge.reporting import reporting

_FOUND_OUT = {
    "$person", "$group", "$place", "$thing", "$unknown", "$number", "$deed",
    "$name", "$place_name", "$force_name", "$place_pronoun",
}  # fmt: skip
_MEMBERS = ("verbs", "nouns", "adjectives")


def check_ours() -> Findings:
    """Checks the knowledge that comes with the program."""
    findings = Findings()
    _rows(findings, ())
    loaders: tuple[Callable[[], object], ...] = (
        classes, embedding, reporting, light_verbs, known_actors, senses,
        lambda: templates(load_yaml(FILE)), lambda: list(
            read_countries(load_yaml("countries.yaml"), peoples(), load_yaml("places.yaml")["radius"])
        ),
    )  # fmt: skip
    for loader in loaders:
        with findings.noting():
            loader()
    return findings


def check_overlays(folders: tuple[Path, ...]) -> Findings:
    """Checks overlays that lie over one another and over ours, the last on top."""
    findings = Findings()
    for folder in folders:
        if folder.is_dir():
            for stray in strays(folder):
                findings.problem(stray)
        else:
            findings.problem(f"{folder}: no such folder of knowledge")
    if any(not folder.is_dir() for folder in folders):
        return findings
    _rows(findings, folders)
    if not findings.problems:  # what is left over shows when it is loaded
        with findings.noting(), using(tuple(map(open_overlay, folders))):
            known_actors(), senses(), load()
    return findings


def _rows(findings: Findings, folders: tuple[Path, ...]) -> None:
    _actors(findings, folders)
    places = list(_places(findings, folders))
    findings.count("places", len(places))
    for line in place_doubts(places):
        findings.warn(line)
    likes = [like for file, content in files("deeds", folders, findings) for like in _deeds(findings, file, content)]
    if not findings.problems:  # what words are likened to may be an overlay's own
        plain = list(files("deeds", folders))
        known = indexed(s for f, groups in plain for s in senses_of(f, [g for g in groups or () if not is_like(g)]))
        for file, group in likes:
            if folders:
                _senses(findings, file, likened(file, group, {**senses(), **known}))
            else:
                findings.problem(f"{file}: like {group['like']}: only an overlay may liken words")


def _actors(findings: Findings, folders: tuple[Path, ...]) -> None:
    """Every row by itself, then what the rows say of one another."""
    entries: dict[str, KnownActor] = {actor.id: actor for actor in known_actors()} if folders else {}
    written: dict[str, str] = {}
    for kind in ("actors", "outlets"):
        for file, content in files(kind, folders, findings):
            with findings.noting():
                for row in listed(file, kind, content):
                    with findings.noting():
                        actor = joined(entries, file, kind, row)
                        if not folders and actor.id in entries:
                            findings.problem(f"{file}: {actor.id}: {written[actor.id]} has an entry of this id")
                        entries[actor.id] = actor
                        written[actor.id] = file
                        findings.count(kind)
    ids = _ids(entries)
    for actor_id, file in written.items():
        for reason in schema.faults(entries[actor_id], entries, ids):
            findings.problem(f"{file}: {actor_id}: {reason}")
    for line in actor_doubts(entries, written):
        findings.warn(line)


def _ids(entries: Mapping[str, KnownActor]) -> Callable[[str], bool]:
    return lambda actor_id: actor_id in entries or known_actors().get(actor_id) is not None


def _places(findings: Findings, folders: tuple[Path, ...]) -> Iterator[tuple[str, Named]]:
    radii = load_yaml("places.yaml")["radius"]
    seen: dict[str, str] = {}
    for file, content in files("places", folders, findings):
        for part in _parts({} if content is None else content):
            with findings.noting():
                for place in read_rows(file, part, radii, "user" if folders else "own"):
                    entry = place.entry
                    if entry.id in seen:
                        findings.problem(f"{file}: {entry.country}: {entry.name}: stands in {seen[entry.id]} already")
                    seen.setdefault(entry.id, file)
                    yield file, place


def _parts(content: Any) -> Iterator[Any]:
    """A file of places row by row, so that one fault does not hide the next."""
    if not isinstance(content, dict):
        yield content
        return
    for country, kinds in content.items():
        if not isinstance(kinds, dict):
            yield {country: kinds}
            continue
        yield {country: {}}
        for kind, rows in kinds.items():
            if isinstance(rows, list):
                yield from ({country: {kind: [row]}} for row in rows)
            else:
                yield {country: {kind: rows}}


def _deeds(findings: Findings, file: str, content: Any) -> Iterator[tuple[str, Any]]:
    """Checks the classes of a file member by member; gives back the groups that liken words to known ones."""
    groups = content if isinstance(content, list) else []
    if not isinstance(content, list | None):
        findings.problem(f"{file}: expected a list of classes")
    seen = set[str]()
    for group in groups:
        if is_like(group):
            yield file, group
            continue
        name = str(group.get("class")) if isinstance(group, dict) else ""
        if name in seen:
            findings.problem(f"{file}: {name}: the class stands there twice")
        seen.add(name)
        for part in _members(group):
            _senses(findings, file, senses_of(file, [part]))


def _senses(findings: Findings, file: str, made: Iterator[Sense]) -> None:
    """Takes senses as they are made, and notes what is wrong with them."""
    try:
        for sense in made:
            findings.count("verbs and nouns")
            for unknown in _unknown_sorts(sense.wants + sense.bars):
                findings.problem(f"{file}: {sense.entry.removeprefix(f'{file}:')}: no such class {unknown}")
    except KnowledgeError as error:
        findings.problem(str(error).replace(f"{file}:", f"{file}: ", 1).replace(":  ", ": ", 1))


def _members(group: Any) -> Iterator[Any]:
    if not isinstance(group, dict) or any(not isinstance(group.get(key) or [], list) for key in _MEMBERS):
        yield group
        return
    bare = {key: value for key, value in group.items() if key not in _MEMBERS}
    yield bare
    for key in _MEMBERS:
        yield from ({**bare, key: [member]} for member in group.get(key) or ())


def _unknown_sorts(conditions: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[str]:
    for _, values in conditions:
        for value in values:
            if value.startswith("$") and value not in _FOUND_OUT and value[1:] not in classes():
                yield value
