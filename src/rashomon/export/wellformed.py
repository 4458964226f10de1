"""Text that a format can hold, whatever a document held."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def utf8(text: str) -> str:
    """The text with U+FFFD for halves of surrogate pairs, which no UTF-8 can hold."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def xml(text: str) -> str:
    """The text with U+FFFD for what XML 1.0 cannot hold, not even escaped: controls and halves of pairs."""
    return _NOT_XML.sub("\ufffd", text)
