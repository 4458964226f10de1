"""Where the knowledge files lie, how they are read, and the version of all of them together."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from rashomon.errors import KnowledgeError
from rashomon.knowledge.layers import Overlay, by_layers, digest

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
def version(lang: str, overlays: tuple[Overlay, ...]) -> str:
    """The language, a hash over every knowledge file, and one for each overlay: equal versions, equal knowledge."""
    ours = digest(folder(lang), sorted(folder(lang).rglob("*")))
    return "".join((f"{lang}-{ours}", *(f"+{overlay.name}-{overlay.digest}" for overlay in overlays)))
