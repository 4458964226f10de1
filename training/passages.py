"""Annotated passages: files of invented texts with all their claims.

A file is a YAML list of passages: `id`, `text`, `claims` (one a line, see `training.notation`), `genre` and `region`,
and what is known of the document (`source`, `title`, `author`, `published`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from rashomon.model import Document
from training.finding import Text
from training.notation import NotationError, read
from training.records import Record, Tied

KEYS = frozenset({"id", "text", "claims", "genre", "region", "source", "title", "author", "published"})
_OF_DOCUMENT = KEYS - {"claims", "genre", "region"}


@dataclass(frozen=True)
class Passage:
    """An invented text with all its claims."""

    document: Document
    claims: tuple[Record, ...]


@dataclass(frozen=True)
class Entry:
    """A passage as it stands in its file; every field is a string.

    Attributes:
        file, start: where it stands, by line number. `fields`: its keys and values.
        lines: its claim lines, each with its line number in the file.
    """

    file: Path
    start: int
    fields: dict[str, str]
    lines: tuple[tuple[int, str], ...]

    @property
    def id(self) -> str:
        """The passage's id (empty if it has none)."""
        return self.fields.get("id", "")


def load(path: Path) -> list[Passage]:
    """All passages of a file, or of all `.yaml` files of a folder. Raises NotationError on a fault."""
    passages = [_passage(entry) for file in files([path]) for entry in entries(file)]
    seen: set[str] = set()
    for passage in passages:
        for key in (passage.document.id, passage.document.text):
            if key in seen:
                raise NotationError(f"{passage.document.id}: twice")
            seen.add(key)
    return passages


def parse(line: str, text: str) -> Record:
    """One claim line as a record, its words found in the text. Raises NotationError."""
    return Tied(read(line), Text(text)).record()


def files(paths: Sequence[Path]) -> list[Path]:
    """The files given, and all `.yaml` files of the folders given."""
    return [file for path in paths for file in (sorted(path.glob("*.yaml")) if path.is_dir() else [path])]


def entries(file: Path) -> Iterator[Entry]:
    """The passages of a file, not yet tied to their texts. Raises NotationError if it is no list of passages."""
    try:
        root = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        raise NotationError(f"{file.name}: no YAML: {error}") from None
    for node in root.value if isinstance(root, yaml.SequenceNode) else []:
        if not isinstance(node, yaml.MappingNode) or not all(isinstance(v, yaml.ScalarNode) for _, v in node.value):
            raise NotationError(f"{file.name}:{node.start_mark.line + 1}: no passage")
        yield _entry(file, node)


def _entry(file: Path, node: yaml.MappingNode) -> Entry:
    fields = {key.value: value.value for key, value in node.value}
    marks = {key.value: value for key, value in node.value}
    lines: list[tuple[int, str]] = []
    if "claims" in marks:
        first = marks["claims"].start_mark.line + (2 if marks["claims"].style == "|" else 1)
        lines = [(first + i, line.strip()) for i, line in enumerate(fields["claims"].split("\n")) if line.strip()]
    return Entry(file, node.start_mark.line + 1, fields, tuple(lines))


def _passage(entry: Entry) -> Passage:
    document = Document(**{key: value for key, value in entry.fields.items() if key in _OF_DOCUMENT})
    text, claims = Text(document.text), []
    for _, line in entry.lines:
        try:
            claims.append({"doc": document.id, **Tied(read(line), text).record()})
        except NotationError as error:
            raise NotationError(f"{entry.file.name}: {document.id}: {line}: {error}") from None
    return Passage(document, tuple(claims))
