"""Where results go: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from rashomon.errors import RashomonError
from rashomon.intake import files


class OutputError(RashomonError):
    """The output file cannot be written."""


@contextmanager
def output(path: Path | None, inputs: Iterable[str] = ()) -> Iterator[TextIO]:
    """A stream to write results to; `-` is standard output. A file is put in its place only once all is written.

    Raises OutputError if the file cannot be written, or is among the inputs.
    """
    if path is None or str(path) == "-":
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        yield sys.stdout
        return
    if path.exists() and any(path.samefile(file) for file in files(inputs)):
        raise OutputError(f"{path}: is one of the inputs")
    if path.exists() and not path.is_file():  # a device or a pipe is written to, not replaced
        if path.is_dir():
            raise OutputError(f"{path}: is a folder")
        with path.open("w", encoding="utf-8", newline="") as out:
            yield out
        return
    target = path.resolve()
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from None
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            yield out
        part.chmod(target.stat().st_mode if target.exists() else 0o666 & ~umask())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def umask() -> int:
    """The permissions that new files do not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
