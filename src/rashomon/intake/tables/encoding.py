"""In which encoding a table is, told from its beginning and from whether all of it is UTF-8."""

from __future__ import annotations

import codecs
from typing import BinaryIO

from rashomon.intake.decoding import DamagedError, decode, marked

_BLOCK = 1 << 20


def encoding_of(file: BinaryIO) -> tuple[str, int]:
    """The encoding, and how many bytes of a mark precede the text. Raises UndecodableError if it is no text.

    UTF-8 in which some bytes are damaged is UTF-8: only the rows where they stand suffer.
    """
    file.seek(0)
    head = file.read(_BLOCK)
    if mark := marked(head):
        return mark
    sample, valid = head, codecs.getincrementaldecoder("utf-8")()
    block = head
    try:
        while block:
            valid.decode(block)
            block = file.read(_BLOCK)
        sample = head[: len(head) - _cut(head)]
    except UnicodeDecodeError:
        sample = head if block is head else head + block
    try:
        return decode(sample).encoding, 0
    except DamagedError:
        return "utf-8", 0


def _cut(data: bytes) -> int:
    """How many bytes of a character that is cut off stand at the end."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    decoder.decode(data)
    return len(decoder.getstate()[0])
