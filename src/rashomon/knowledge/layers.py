"""Overlays: folders of a user's own knowledge that lie over ours while something is read.

The folders in force are kept in a context variable, so that readers with different overlays can live in one
process. Knowledge that overlays extend is cached for each set of folders (`by_layers`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, wraps
from pathlib import Path
from typing import Any, TypeVar

import yaml

from rashomon.errors import KnowledgeError

_LAYERS: ContextVar[tuple[Path, ...]] = ContextVar("rashomon_overlays", default=())
KINDS = ("actors", "outlets", "places", "deeds")
"""What an overlay may hold: files of these names, or folders of them."""

_T = TypeVar("_T")


def layers() -> tuple[Path, ...]:
    """The overlay folders in force, the first given first."""
    return _LAYERS.get()


@contextmanager
def using(overlays: tuple[Path, ...]) -> Iterator[None]:
    """Puts overlays in force for what runs inside."""
    token = _LAYERS.set(overlays)
    try:
        yield
    finally:
        _LAYERS.reset(token)


def by_layers(load: Callable[[str, tuple[Path, ...]], _T]) -> Callable[..., _T]:
    """Caches a loader of knowledge, called with language and overlays, for each language and set of overlays."""
    cached = cache(load)

    @wraps(load)
    def loaded(lang: str = "en") -> _T:
        return cached(lang, _LAYERS.get())

    return loaded


def overlay_files(kind: str, overlays: tuple[Path, ...]) -> Iterator[tuple[str, Any]]:
    """The contents of the overlays' files of a kind (`actors`: `actors.yaml` and `actors/*.yaml`), with their names.

    Raises KnowledgeError if a file cannot be read.
    """
    for path in (p for overlay in overlays for p in files_of(overlay, kind)):
        yield str(path), read_yaml(path)


def files_of(overlay: Path, kind: str) -> list[Path]:
    """An overlay's files of one kind."""
    single = overlay / f"{kind}.yaml"
    return ([single] if single.is_file() else []) + sorted((overlay / kind).glob("*.yaml"))


def read_yaml(path: Path) -> Any:
    """What a file holds. Raises KnowledgeError with the file and the place where it is no YAML."""
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise KnowledgeError(f"{path}: {' '.join(str(error).split())}") from error


def check_folder(overlay: Path) -> None:
    """Raises KnowledgeError if a folder is no overlay: not there, or with files that no reader would look at."""
    if not overlay.is_dir():
        raise KnowledgeError(f"{overlay}: no such folder of knowledge")
    for path in sorted(overlay.iterdir()):
        known = path.stem in KINDS and (path.is_dir() or path.suffix == ".yaml")
        if not known and not path.name.startswith(".") and path.suffix not in {".md", ".txt"}:
            wanted = ", ".join(f"{kind}.yaml" for kind in KINDS)
            raise KnowledgeError(f"{path}: not a file of knowledge (they are called {wanted}, or lie in such folders)")
