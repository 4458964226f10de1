"""One account from a text or Markdown file, or from standard input."""

from __future__ import annotations

import hashlib
import re
import sys

from rashomon.errors import InputError
from rashomon.intake.decoding import UndecodableError, decode
from rashomon.intake.details import Details, iso_date
from rashomon.intake.document import MAX_CHARACTERS, make_document
from rashomon.intake.sources import Source
from rashomon.model import Document

_MAX_BYTES = 4 * MAX_CHARACTERS + 4  # UTF-32 with its mark; no encoding takes more
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"^([A-Za-z]+)[ \t]*:[ \t]*(\S[^\r\n]*?)[ \t]*\r?$", re.MULTILINE)
_KEYS = {"date": "published", "outlet": "source", "language": "lang"}


def read_text(source: Source, given: Details) -> Document:
    """The document in a file or on standard input. Raises InputError if it cannot be taken in."""
    data = _bytes(source)
    if len(data) > _MAX_BYTES:
        raise InputError(source.shown, f"has over {MAX_CHARACTERS:,} characters, more than are read at once")
    try:
        decoded = decode(data)
    except UndecodableError as error:
        raise InputError(source.shown, str(error)) from None
    own = front_matter(decoded.text) if source.suffix == ".md" else Details()
    return make_document(
        decoded.text,
        source.name,
        given.over(own),
        where=source.shown,
        path=source.shown if source.path else None,
        raw_sha256=hashlib.sha256(data).hexdigest(),
        encoding=decoded.encoding,
    )


def _bytes(source: Source) -> bytes:
    if source.path is None:
        return sys.stdin.buffer.read(_MAX_BYTES + 1)
    try:
        with source.path.open("rb") as file:
            return file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise InputError(source.shown, f"cannot be read: {error.strerror}") from None


def front_matter(text: str) -> Details:
    """What simple `key: value` lines between `---` at the head of a Markdown file say about it."""
    block = _FRONT.match(text)
    found: dict[str, str] = {}
    for key, value in _LINE.findall(block[1] if block else ""):
        key = _KEYS.get(key.lower(), key.lower())
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        if key in ("source", "title", "author", "published", "url") and value:
            found.setdefault(key, value)
    if not iso_date(found.get("published", "")):
        found.pop("published", None)
    return Details(**found)
