"""Where the compiled gazetteer lies, and how it gets there.

It is compiled at its first use (less than a minute) into the user's cache folder, once for each state of
its sources: so the package stays small, and a change of the supplement is never missed. `RASHOMON_CACHE`
names another folder.
"""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import platformdirs

from rashomon.errors import KnowledgeError

_LOG = logging.getLogger("rashomon")
_DAY = 86_400.0


def cache_folder() -> Path:
    """The folder for compiled knowledge."""
    named = os.environ.get("RASHOMON_CACHE")
    return (
        Path(named).expanduser().absolute() if named else Path(platformdirs.user_cache_dir("rashomon", appauthor=False))
    )


def compiled(fingerprint: str, write: Callable[[Path], None]) -> Path:
    """The compiled file of this fingerprint, made by `write` if it is not there yet.

    Safe where several processes start at once: each writes a file of its own, and the first is kept.
    Raises KnowledgeError if no folder can be written.
    """
    name = f"gazetteer-{hashlib.sha256(fingerprint.encode()).hexdigest()[:16]}.sqlite"
    fallback = Path(tempfile.gettempdir()) / f"rashomon-{os.getuid() if hasattr(os, 'getuid') else 0}"
    folders = (cache_folder(), fallback)
    for folder in folders:
        if is_ours(folder) and (folder / name).is_file() and _whole(folder / name):
            return folder / name
    _LOG.warning("compiling the gazetteer (once; less than a minute)")
    reasons = []
    for folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not is_ours(folder):
                raise PermissionError("it belongs to somebody else")
            with tempfile.TemporaryDirectory(dir=folder, prefix="compiling-") as made:
                write(Path(made) / name)
                (Path(made) / name).replace(folder / name)
        except (OSError, sqlite3.Error) as error:
            reasons.append(f"{folder}: {error}")
        else:
            _drop_older(folder, name)
            return folder / name
    raise KnowledgeError("the compiled gazetteer cannot be written: " + "; ".join(reasons))


def is_ours(folder: Path) -> bool:
    """Whether a folder is the user's own, or not there yet: what others may write is not to be trusted."""
    try:
        owner = folder.stat().st_uid
    except OSError:
        return True
    return not hasattr(os, "getuid") or owner == os.getuid()


def _whole(path: Path) -> bool:
    """Whether the file can be read to its end."""
    try:
        db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            db.execute("SELECT count(*) FROM sqlite_stat1").fetchone()
        finally:
            db.close()
    except sqlite3.Error:
        return False
    return True


def _drop_older(folder: Path, keep: str, most: int = 8) -> None:
    """Removes all but the last few compiled gazetteers, and what killed processes left a day ago or earlier."""
    found = sorted(folder.glob("gazetteer-*.sqlite"), key=lambda p: (p.name == keep, _changed(p)))
    for path in found[:-most]:
        path.unlink(missing_ok=True)
    for path in folder.glob("compiling-*"):
        if _changed(path) < time.time() - _DAY:
            shutil.rmtree(path, ignore_errors=True)


def _changed(path: Path) -> float:
    """When a file was changed last; now, if another process has just removed it."""
    try:
        return path.stat().st_mtime
    except OSError:
        return time.time()
