"""Where the knowledge files lie, how they are read, and the version of all of them together."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from rashomon.errors import KnowledgeError

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


@cache
def version(lang: str = ENGLISH) -> str:
    """The language and a hash over every knowledge file: equal versions, equal knowledge."""
    digest = hashlib.sha256()
    for path in sorted(folder(lang).rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder(lang)).as_posix().encode())
            digest.update(path.read_bytes())
    return f"{lang}-{digest.hexdigest()[:12]}"
