"""Text from documents made safe to show: nothing in it can move the cursor, colour or reorder the screen."""

from __future__ import annotations

import unicodedata

_JOINERS = "\u200c\u200d"  # harmless alone, needed by emoji and by Persian
_HARMFUL = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    r"""The text on one line, with runs of white space as one blank, and controls as escapes.

    >>> print(visible("left\x1b[31m Qarah\r\n  \u202eon foot"))
    left\x1b[31m Qarah \u202eon foot
    """
    return "".join(_shown(c) for c in " ".join(text.split()))


def visible_lines(text: str) -> str:
    """As `visible`, but line breaks, tabs and runs of blanks stay."""
    return "".join(c if c in "\n\t" else _shown(c) for c in text)


def _shown(c: str) -> str:
    if c.isascii() and c.isprintable():
        return c
    if c in _JOINERS or unicodedata.category(c) not in _HARMFUL:
        return c
    code = ord(c)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
