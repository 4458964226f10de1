"""Every file of knowledge with its name in short: ours, or those of overlays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from rashomon.knowledge.base import folder
from rashomon.knowledge.keeping.findings import Findings
from rashomon.knowledge.layers import files_of, read_yaml

OURS = ("actors", "places", "deeds")


class File(NamedTuple):
    """A file of knowledge: its name in short (`mine/actors.yaml`), and what it holds."""

    name: str
    content: Any


def files(kind: str, folders: tuple[Path, ...], findings: Findings | None = None) -> Iterator[File]:
    """The files of one kind (`actors`, `outlets`, `places`, `deeds`), of overlays or, without any, ours.

    Those that cannot be read are noted in the findings. Raises KnowledgeError where none are given.
    """
    for root in folders or (folder(),):
        for path in files_of(root, kind) if folders else sorted((root / kind).glob("*.yaml")):
            short = path.relative_to(root).as_posix()
            name = f"{root.resolve().name}/{short}" if folders else short
            if findings is None:
                yield File(name, read_yaml(path, name))
                continue
            with findings.noting():
                yield File(name, read_yaml(path, name))
