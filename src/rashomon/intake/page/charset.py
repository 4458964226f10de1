"""Which encoding a page is in: a mark, then what the server said, then what the page says, as browsers do."""

from __future__ import annotations

import codecs
import re

from rashomon.intake.decoding import Decoded, decode

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096
# what these labels are read as on the web (WHATWG Encoding, 4.2)
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_NO_TEXT = frozenset({"utf-7", "idna", "punycode", "raw_unicode_escape", "unicode_escape", "undefined"})


def decode_page(data: bytes, media: str | None = None) -> Decoded:
    """The text of a page. `media`: its media type, with the charset that the server gave.

    A declared encoding is believed unless the bytes are valid UTF-8 beyond ASCII: then the label is wrong. A byte
    that its encoding does not have becomes U+FFFD. Raises UndecodableError if the bytes are no text.
    """
    if data.startswith(_MARKS) or data.count(0) * 10 > len(data):
        return decode(data)
    try:
        text = data.decode("utf-8")
        if not text.isascii():
            return Decoded(text, "utf-8")
    except UnicodeDecodeError:
        pass
    declared = _known(_HEADER.search(media or "")) or _known(_DECLARED.search(data[:_HEAD]))
    if declared is None:
        return decode(data)
    return Decoded(data.decode(declared, "replace"), declared)


def _known(match: re.Match[str] | re.Match[bytes] | None) -> str | None:
    """The encoding of a label as Python calls it, if it is one of text that is mostly ASCII in itself."""
    if match is None:
        return None
    label = match[1] if isinstance(match[1], str) else match[1].decode("ascii")
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    name = info.name
    if name in _NO_TEXT or name.startswith(("utf-16", "utf-32")) or not getattr(info, "_is_text_encoding", True):
        return None
    return _READ_AS.get(name, name)
