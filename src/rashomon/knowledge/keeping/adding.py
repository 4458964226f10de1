"""New entries for an overlay: made, checked with all the rest, and put into the text of its file."""

from __future__ import annotations

import shutil
import tempfile
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.errors import KnowledgeError
from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.keeping.checking import check_overlays
from rashomon.knowledge.keeping.layout import added, flow
from rashomon.knowledge.layers import KINDS, check_folder, files_of, parsed


@dataclass(frozen=True, slots=True)
class Addition:
    """One entry more for a file of an overlay.

    Attributes:
        path: the file. `text`: all that it holds from now on. `entry`: what was added, as it stands there.
        notes: what the user should know of it.
    """

    path: Path
    text: str
    entry: str
    notes: tuple[str, ...] = ()


def addition(folder: Path, file: str, path: Sequence[str | int], item: Any, about: str = "") -> Addition:
    """An entry for the list at a path in a file of an overlay.

    Args:
        folder: the overlay; it need not be there yet.
        file: `actors.yaml`, ...
        path: where in the file the list stands.
        item: the entry.
        about: of warnings only those that hold this text are passed on.

    Raises:
        KnowledgeError: the overlay is broken, before or with the entry.
    """
    before = text_of(folder, file)
    after = added(before, path, item, f"{folder.resolve().name}/{file}")
    if before.strip():
        _check(folder, {}, "mend it first: ")
    warnings = _check(folder, {file: after})
    notes = tuple(line for line in warnings if about and about in line)
    return Addition(folder / file, after, flow(item), notes)


def text_of(folder: Path, file: str) -> str:
    """What a file of an overlay holds, with its line ends; nothing if it is not there. Raises KnowledgeError."""
    if folder.exists():
        check_folder(folder)
    try:
        return (folder / file).read_bytes().decode("utf-8") if (folder / file).exists() else ""
    except UnicodeDecodeError:
        raise KnowledgeError(f"{folder / file}: is not UTF-8 text") from None
    except OSError as error:
        raise KnowledgeError(f"{folder / file}: cannot be read: {error.strerror}") from None


def content_of(folder: Path, file: str) -> Any:
    """What a file of an overlay holds, parsed. Raises KnowledgeError."""
    return parsed(text_of(folder, file), f"{folder.resolve().name}/{file}")


def _check(folder: Path, changed: dict[str, str], before: str = "") -> list[str]:
    """The warnings of an overlay as it would be with these files. Raises KnowledgeError with its first fault."""
    with tempfile.TemporaryDirectory() as made:
        copy = Path(made) / (folder.resolve().name or "overlay")
        copy.mkdir()
        for path in (path for kind in KINDS for path in files_of(folder, kind)):
            target = copy / path.relative_to(folder)
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(path, target)
        for name, text in changed.items():
            (copy / name).write_bytes(text.encode("utf-8"))
        findings = check_overlays((copy,))
    if findings.problems:
        raise KnowledgeError(before + findings.problems[0])
    return findings.warnings


def clean(name: str) -> str:
    """A name on one line. Raises KnowledgeError if it has no letter, or characters that cannot be seen."""
    plain = unicodedata.normalize("NFC", " ".join(name.split()))
    if any(unicodedata.category(c) in {"Cc", "Cs", "Cn", "Co"} for c in plain):
        raise KnowledgeError(f"{name!r}: has characters that cannot be seen")
    if not any(c.isalpha() for c in plain):
        raise KnowledgeError(f"{name!r}: a name needs a letter")
    return plain


def country_code(code: str) -> str:
    """A country's code, as we know it. Raises KnowledgeError if there is none of it."""
    known = {str(c) for c in load_yaml("countries.yaml") if len(str(c)) == len("XX")}
    if code.upper() not in known:
        raise KnowledgeError(f"{code!r}: no country has this code (two letters, as in ISO 3166: SY)")
    return code.upper()


def slug(name: str) -> str:
    """A name as part of an id: small letters and figures only, perhaps none."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if c.isascii() and c.isalnum())
