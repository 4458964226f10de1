"""Files and folders of results that are there whole or not at all, whatever kind they are."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rashomon.cli.output import OutputError, umask


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A path to write to; what was written is put at `path` once all is. Raises OutputError if that cannot be."""
    if path.exists() and not path.is_file():
        raise OutputError(f"{path}: is there already, and is no file")
    with _beside(path) as part:
        yield part / path.name
        (part / path.name).chmod(path.stat().st_mode if path.exists() else 0o666 & ~umask())
        (part / path.name).replace(path.resolve())


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A folder to write into; it becomes `path` once all is written.

    Raises OutputError if that cannot be, or if something is there already but an empty folder.
    """
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise OutputError(f"{path}: is there already; give a new folder, or one that is empty")
    with _beside(path) as part:
        made = part / "made"
        made.mkdir()
        yield made
        made.chmod(path.stat().st_mode if path.exists() else 0o777 & ~umask())
        made.replace(path.resolve())


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A new folder in the same folder, gone afterwards."""
    target = path.resolve()
    try:
        part = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part"))
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from None
    try:
        yield part
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from None
    finally:
        shutil.rmtree(part, ignore_errors=True)
