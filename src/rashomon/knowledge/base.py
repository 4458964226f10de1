"""Where the knowledge files lie, how they are read, and the version of all of them together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from rashomon.errors import KnowledgeError
from rashomon.knowledge.layers import KINDS, by_layers, files_of

ENGLISH = "en"


def folder(lang: str = ENGLISH) -> Path:
    """The folder of one language's knowledge files."""
    return Path(str(files("rashomon.knowledge"))) / "data" / lang


@cache
def load_yaml(name: str, lang: str = ENGLISH) -> Any:
    """A knowledge file, parsed. Raises KnowledgeError if it is missing or no YAML."""
    path = folder(lang) / name
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except (OSError, yaml.YAMLError) as error:
        raise KnowledgeError(f"{name}: {error}") from error


@by_layers
def version(lang: str, overlays: tuple[Path, ...]) -> str:
    """The language, a hash over every knowledge file, and one for each overlay: equal versions, equal knowledge."""
    ours = _hash(folder(lang), sorted(folder(lang).rglob("*")))
    theirs = (f"+{o.name}-{_hash(o, [p for kind in KINDS for p in files_of(o, kind)])}" for o in overlays)
    return "".join((f"{lang}-{ours}", *theirs))


def _hash(root: Path, paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        if path.is_file():
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
