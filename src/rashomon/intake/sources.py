"""Which files an argument stands for, and how each is named within the batch."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path, PurePath

from rashomon.errors import InputError
from rashomon.intake.kinds import suffix_of, suffixes

SUFFIXES = suffixes()
"""File names that end so are read. In folders all others are passed over."""

STDIN = "-"
_SHOWN = ".txt, .md, .html, .pdf, .jsonl, .csv, .parquet, .rss, .warc or .zip"  # the rest are like one of these


@dataclass(frozen=True, slots=True)
class Source:
    """One file (or standard input: no path) and the name its document has if it gives none itself."""

    path: Path | None
    name: str

    @property
    def shown(self) -> str:
        """How messages name it."""
        return STDIN if self.path is None else readable(self.path)


def find(argument: str) -> Iterator[Source | InputError]:
    """The files that an argument stands for, sorted: a file, a folder with all below it, a glob, or `-`.

    Links to folders below a folder or a `**` are not followed, so that they can lead in no circle.
    """
    try:
        yield from _found(argument)
    except OSError as error:
        yield _unreadable(argument, error)


def _found(argument: str) -> Iterator[Source | InputError]:
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
    errors: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files = (Path(parent, name) for name in names if not name.startswith("."))
        found += [file for file in files if suffix_of(file.name) and _is_file(file)]
    for error in errors:
        yield _unreadable(readable(PurePath(error.filename or folder)), error)
    if not found and not errors:
        yield InputError(readable(folder), f"folder holds no {_SHOWN} file")
    for file in sorted(found, key=lambda file: file.relative_to(folder).parts):
        yield _named(file, folder)


def _matching(pattern: str) -> Iterator[Source | InputError]:
    fixed = []
    for part in PurePath(pattern).parts:
        if has_magic(part):
            break
        fixed.append(part)
    root = Path(*fixed)
    files = sorted((file for file in _matched(pattern, root) if _is_file(file)), key=lambda file: file.parts)
    if not files:
        yield InputError(pattern, "matches no file")
    for file in files:
        if suffix_of(file.name):
            yield _named(file, root)
    if files and not any(suffix_of(file.name) for file in files):
        yield InputError(pattern, f"matches no {_SHOWN} file")


def _matched(pattern: str, root: Path) -> Iterator[Path]:
    wild = PurePath(pattern).parts[len(root.parts) :]
    if "**" not in wild:
        yield from map(Path, glob(pattern))  # noqa: PTH207 - absolute patterns too
        return
    parts = [part if part == "**" else re.sub(r"\*+", "*", part) for part in wild]
    if parts[-1] == "**":
        parts.append("*")
    hidden = any(part.startswith(".") for part in parts)  # like a shell: only if asked for
    for file in dict.fromkeys(root.glob("/".join(parts))):
        if hidden or not any(part.startswith(".") for part in file.relative_to(root).parts):
            yield file


def _is_file(path: Path) -> bool:
    """Whether it is a file; what may not be looked at is held for one, so that opening it says why not."""
    try:
        return path.is_file()
    except OSError:
        return True


def _unreadable(name: str, error: OSError) -> InputError:
    return InputError(name, f"cannot be read: {error.strerror or error}")


def _named(file: Path, root: Path) -> Source | InputError:
    suffix = suffix_of(file.name)
    if not suffix:
        return InputError(readable(file), f"is not a {_SHOWN} file")
    name = file.relative_to(root).as_posix()
    return Source(file, readable(PurePath(name[: -len(suffix)] if len(suffix) < len(file.name) else name)))


def readable(path: PurePath) -> str:
    """The path as text; bytes in a file name that are no UTF-8 are written as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
