"""From bytes to text: the encoding is found, never guessed past what the bytes bear out."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# PDF, ZIP (also DOCX, EPUB), gzip, PNG, JPEG, GIF, ELF, OLE (DOC)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
)
_WHITE = "\t\n\v\f\r\x85"
_MOST_UNPRINTABLE = 0.02
_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the name of the encoding it was in. A byte order mark is dropped, all else is kept."""

    text: str
    encoding: str


class UndecodableError(ValueError):
    """The bytes are no text that can be read. The message is a reason without a final stop."""


class DamagedError(UndecodableError):
    """The bytes are UTF-8 but for a few."""


def decode(data: bytes) -> Decoded:
    """The text that these bytes hold. Raises UndecodableError with a reason if they hold none.

    A byte order mark decides; then UTF-8 if the bytes are valid; then UTF-16 without a mark; then an
    eight-bit encoding, if the text it gives is plausible.
    """
    if data.startswith(_MAGIC):
        raise UndecodableError("is binary, not text")
    if mark := marked(data):
        encoding, length = mark
        return Decoded(_strictly(data[length:], encoding), encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)
    if _plausible(text):
        return Decoded(text, "utf-8")
    return _utf16(data)


def marked(data: bytes) -> tuple[str, int] | None:
    """The encoding that a byte order mark tells, and the length of the mark."""
    return next(((encoding, len(mark)) for mark, encoding in _MARKS if data.startswith(mark)), None)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError(f"has the mark of {encoding} but breaks it at byte {error.start}") from None


def _utf16(data: bytes) -> Decoded:
    """UTF-16 without a mark: the byte order whose text is plausible and has the more blanks."""
    found = []
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _plausible(text) and any(c in text for c in " \n"):
            found.append((text.count(" ") + text.count("\n"), text, encoding))
    if not found:
        raise UndecodableError("is binary, not text")
    _, text, encoding = max(found)
    return Decoded(text, encoding)


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded:
    lenient = data.decode("utf-8", "surrogateescape")
    broken = sum("\udc80" <= c <= "\udcff" for c in lenient)
    whole = sum(c > "\x7f" for c in lenient) - broken
    if whole > broken and _plausible(data.decode("utf-8", "replace")):
        raise DamagedError(f"is damaged UTF-8 at byte {error.start} ({data[error.start]:#04x})")
    if data.count(0) > len(data) // 10:
        return _utf16(data)
    # mostly ASCII is Western; more letters beyond it are left to statistics
    if broken * 8 < len(data):
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            text = data.decode("latin-1")
        if _plausible(text):
            return Decoded(text, "cp1252")
    best = from_bytes(data[:200_000]).best()
    if best is not None:
        try:
            text = data.decode(best.encoding)
        except (UnicodeDecodeError, LookupError):
            text = ""
        if text and _plausible(text):
            return Decoded(text, best.encoding)
    raise UndecodableError("is neither valid UTF-8 nor text in any encoding that can be told")


def _plausible(text: str) -> bool:
    """Whether hardly any character is a control, unassigned or for private use."""
    sample = text[:_SAMPLE]
    odd = sum(c not in _WHITE and unicodedata.category(c) in ("Cc", "Cn", "Co", "Cs") for c in sample)
    return odd <= max(2, len(sample) * _MOST_UNPRINTABLE)
