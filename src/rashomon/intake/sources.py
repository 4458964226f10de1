"""Which files an argument stands for, and how each is named within the batch."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path, PurePath

from rashomon.errors import InputError

SUFFIXES = (".txt", ".md", ".jsonl")
"""File names that end so are read. In folders all others are passed over."""

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One file (or standard input: no path) and the name its document has if it gives none itself."""

    path: Path | None
    name: str

    @property
    def shown(self) -> str:
        """How messages name it."""
        return STDIN if self.path is None else readable(self.path)

    @property
    def suffix(self) -> str:
        """Its kind: one of SUFFIXES (standard input is plain text)."""
        return ".txt" if self.path is None else self.path.suffix.lower()


def find(argument: str) -> Iterator[Source | InputError]:
    """The files that an argument stands for, sorted: a file, a folder with all below it, a glob, or `-`."""
    path = Path(argument)
    if argument == STDIN:
        yield Source(None, "stdin")
    elif path.is_dir():
        yield from _below(path)
    elif path.is_file():
        yield _named(path, path.parent)
    elif path.exists():
        yield InputError(argument, "is neither a file nor a folder")
    elif has_magic(argument):
        yield from _matching(argument)
    else:
        yield InputError(argument, "no such file or folder")


def _below(folder: Path) -> Iterator[Source | InputError]:
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files = (Path(parent, name) for name in names if not name.startswith("."))
        found += [file for file in files if file.suffix.lower() in SUFFIXES and file.is_file()]
    if not found:
        yield InputError(readable(folder), f"folder holds no {_or(SUFFIXES)} file")
    for file in sorted(found, key=lambda file: file.relative_to(folder).parts):
        yield _named(file, folder)


def _matching(pattern: str) -> Iterator[Source | InputError]:
    fixed = []
    for part in PurePath(pattern).parts:
        if has_magic(part):
            break
        fixed.append(part)
    root = Path(*fixed)
    found = [Path(name) for name in glob(pattern, recursive=True)]  # noqa: PTH207 - absolute patterns too
    files = sorted((file for file in found if file.is_file()), key=lambda file: file.parts)
    if not files:
        yield InputError(pattern, "matches no file")
    for file in files:
        if file.suffix.lower() in SUFFIXES:
            yield _named(file, root)
    if files and not any(file.suffix.lower() in SUFFIXES for file in files):
        yield InputError(pattern, f"matches no {_or(SUFFIXES)} file")


def _named(file: Path, root: Path) -> Source | InputError:
    if file.suffix.lower() not in SUFFIXES:
        return InputError(readable(file), f"is not a {_or(SUFFIXES)} file")
    return Source(file, readable(PurePath(file.relative_to(root).with_suffix("").as_posix())))


def readable(path: PurePath) -> str:
    """The path as text; bytes in a file name that are no UTF-8 are written as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _or(words: tuple[str, ...]) -> str:
    return ", ".join(words[:-1]) + " or " + words[-1]
