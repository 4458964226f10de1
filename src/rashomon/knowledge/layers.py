"""Overlays: folders of a user's own knowledge that lie over ours while something is read.

The folders in force are kept in a context variable, so that readers with different overlays can live in one
process. Knowledge that overlays extend is cached for each set of folders (`by_layers`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import yaml

from rashomon.errors import KnowledgeError

KINDS = ("actors", "outlets", "places", "deeds")
"""What an overlay may hold: files of these names, or folders of them."""
_NOTES = {".md", ".txt"}
_SETS = 8

_T = TypeVar("_T")


class Overlay(NamedTuple):
    """A folder of knowledge as it was when it was opened: a change of its files makes another overlay.

    Attributes:
        path: where it lies. `name`: the folder's own name. `digest`: over the names and contents of its files.
    """

    path: Path
    name: str
    digest: str


_LAYERS: ContextVar[tuple[Overlay, ...]] = ContextVar("rashomon_overlays", default=())


def layers() -> tuple[Overlay, ...]:
    """The overlays in force, the first given first."""
    return _LAYERS.get()


def open_overlay(path: str | Path) -> Overlay:
    """The overlay in a folder. Raises KnowledgeError if it is not there, or has files that no reader would look at."""
    folder = Path(path)
    check_folder(folder)
    files = [file for kind in KINDS for file in files_of(folder, kind)]
    try:
        return Overlay(folder, folder.resolve().name, digest(folder, files))
    except OSError as error:
        raise KnowledgeError(f"{folder}: cannot be read: {error.strerror}") from None


def digest(root: Path, paths: Iterable[Path]) -> str:
    """Twelve letters that change with the names and the contents of some files below a folder."""
    found = hashlib.sha256()
    for path in paths:
        if path.is_file():
            found.update(path.relative_to(root).as_posix().encode())
            found.update(path.read_bytes())
    return found.hexdigest()[:12]


@contextmanager
def using(overlays: tuple[Overlay, ...]) -> Iterator[None]:
    """Puts overlays in force for what runs inside, the last on top."""
    token = _LAYERS.set(overlays)
    try:
        yield
    finally:
        _LAYERS.reset(token)


def by_layers(load: Callable[[str, tuple[Overlay, ...]], _T]) -> Callable[..., _T]:
    """Caches a loader of knowledge, called with language and overlays, for each language and set of overlays.

    What is loaded without overlays is kept for good, with overlays only for the last few sets.
    """
    bare: dict[str, _T] = {}
    layered = lru_cache(maxsize=_SETS)(load)

    @wraps(load)
    def loaded(lang: str = "en") -> _T:
        if overlays := _LAYERS.get():
            return layered(lang, overlays)
        if lang not in bare:
            bare[lang] = load(lang, ())
        return bare[lang]

    return loaded


def overlay_files(kind: str, overlays: tuple[Overlay, ...]) -> Iterator[tuple[str, Any]]:
    """The contents of the overlays' files of a kind (`actors`: `actors.yaml` and `actors/*.yaml`).

    Each with its name in short (`mine/actors.yaml`), which no reading would give away a machine's folders by.
    Raises KnowledgeError if a file cannot be read.
    """
    for overlay in overlays:
        for path in files_of(overlay.path, kind):
            name = f"{overlay.name}/{path.relative_to(overlay.path).as_posix()}"
            yield name, read_yaml(path, name)


def files_of(folder: Path, kind: str) -> list[Path]:
    """An overlay's files of one kind."""
    single = folder / f"{kind}.yaml"
    return ([single] if single.is_file() else []) + sorted((folder / kind).glob("*.yaml"))


def read_yaml(path: Path, name: str) -> Any:
    """What a file holds. Raises KnowledgeError with its name and the place where it is no YAML."""
    try:
        return parsed(path.read_text(encoding="utf-8"), name)
    except OSError as error:
        raise KnowledgeError(f"{name}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise KnowledgeError(f"{name}: is not UTF-8 text") from None


def parsed(text: str, name: str) -> Any:
    """What a text holds. Raises KnowledgeError with a file's name and the place where it is no YAML."""
    try:
        return yaml.load(text, Loader=_Strict)
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}: " if error.problem_mark else ""
        raise KnowledgeError(f"{name}: {line}no YAML: {error.problem or error.context}") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise KnowledgeError(f"{name}: no YAML: {' '.join(str(error).split())}") from None


class _Strict(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which no key stands twice: the first would be lost without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping. Raises ConstructorError if a key stands there twice."""
        seen = set[str]()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value != "<<":
                if key.value in seen:
                    message = f"{key.value!r} stands there twice"
                    raise yaml.constructor.ConstructorError(None, None, message, key.start_mark)
                seen.add(key.value)
        found: dict[Any, Any] = super().construct_mapping(node, deep)
        return found


def check_folder(folder: Path) -> None:
    """Raises KnowledgeError if a folder is no overlay: not there, or with files that no reader would look at."""
    if not folder.is_dir():
        raise KnowledgeError(f"{folder}: no such folder of knowledge")
    for stray in strays(folder):
        raise KnowledgeError(stray)


def strays(folder: Path) -> Iterator[str]:
    """Complaints of files in an overlay that no reader looks at. Notes (.md, .txt) and hidden files may lie there."""
    wanted = ", ".join(f"{kind}.yaml" for kind in KINDS)
    for path in sorted(folder.iterdir()):
        known = path.stem in KINDS and (path.suffix == ".yaml" or (path.is_dir() and not path.suffix))
        if not known and not path.name.startswith(".") and path.suffix not in _NOTES:
            yield f"{path}: not a file of knowledge (they are called {wanted}, or lie in such folders)"
        elif path.is_dir():
            for inner in sorted(path.iterdir()):
                if inner.suffix not in {".yaml", *_NOTES} and not inner.name.startswith("."):
                    yield f"{inner}: not a file of knowledge (they end in .yaml)"
