"""The entries of the actors' files, read once and kept as JSON in the cache folder.

Thousands of entries take PyYAML half a second and more, in every process that reads. The JSON is named after a
hash of the files, so that a change of them is never missed; where it cannot be written, or the folder belongs
to somebody else, the files are read.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import tempfile
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from rashomon.errors import KnowledgeError
from rashomon.knowledge.actors import schema
from rashomon.knowledge.actors.entry import KnownActor, Link, Role
from rashomon.knowledge.base import folder, load_yaml
from rashomon.knowledge.places.cache import cache_folder, is_ours
from rashomon.version import __version__

_KEPT = 3
"""So many compiled files are kept, the newest ones."""


def entries(lang: str) -> list[KnownActor]:
    """Every entry, file by file. Raises KnowledgeError if a file breaks its schema."""
    paths = sorted((folder(lang) / "actors").glob("*.yaml"))
    cache = cache_folder()
    if not is_ours(cache):
        return _read(paths, lang)
    kept = cache / f"actors-{_fingerprint(paths)}.json"
    try:
        return [_entry(row) for row in json.loads(kept.read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        found = _read(paths, lang)
    with contextlib.suppress(OSError):
        _write(kept, found)
    return found


def _read(paths: list[Path], lang: str) -> list[KnownActor]:
    found: list[KnownActor] = []
    for path in paths:
        rows = load_yaml(f"actors/{path.name}", lang)
        if not isinstance(rows, list):
            raise KnowledgeError(f"actors/{path.name}: expected a list of actors")
        found += [schema.entry(path.name, row) for row in rows]
    return found


def _fingerprint(paths: list[Path]) -> str:
    """Changes with the files, with the program and with the fields of an entry."""
    digest = hashlib.sha256(repr((__version__, [f.name for f in fields(KnownActor)])).encode())
    for path in paths:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _entry(row: dict[str, Any]) -> KnownActor:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    values["roles"] = tuple(Role(**role) for role in row["roles"])
    values["links"] = tuple(Link(**link) for link in row["links"])
    return KnownActor(**values)


def _write(path: Path, found: list[KnownActor]) -> None:
    """Written whole or not at all, also where several processes start at once."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix="compiling-") as made:
        new = Path(made) / path.name
        new.write_text(json.dumps([asdict(actor) for actor in found], ensure_ascii=False), encoding="utf-8")
        new.replace(path)
    older = sorted(path.parent.glob("actors-*.json"), key=lambda p: (p == path, p.stat().st_mtime))
    for old in older[:-_KEPT]:
        old.unlink(missing_ok=True)
