"""Several files as one zip archive, or in one folder: the same bytes whenever they are written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_THEN = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can name
_MODE = 0o644 << 16


def write_zip(path: Path, members: Iterable[tuple[str, bytes]]) -> int:
    """Writes an archive of these members (name, content); how many there are. They bear no time."""
    count = 0
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in members:
            info = ZipInfo(name, _THEN)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = _MODE
            archive.writestr(info, content)
            count += 1
    return count


def write_folder(path: Path, members: Iterable[tuple[str, bytes]]) -> int:
    """Writes the members into a folder that is there; how many there are."""
    count = 0
    for name, content in members:
        (path / name).write_bytes(content)
        count += 1
    return count
