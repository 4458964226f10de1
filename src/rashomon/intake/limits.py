"""How much is taken out of one file: what is really read counts, never what a header says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

_BLOCK = 1 << 16
_MIB = 1 << 20


class LimitError(ValueError):
    """More than a limit allows. The message is a reason without a final stop."""


class PieceError(LimitError):
    """One piece is too large; what comes after it may be read."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What may come out of one file.

    Attributes:
        piece: bytes of one page, feed or table, or of an archive within an archive.
        total: bytes that come out of one file altogether.
        ratio: how many times its own bytes may come out of an archive, beyond the first `free` bytes.
        entries: how many entries an archive may have.
        depth: how deep archives may lie within one another.
    """

    piece: int = 128 * _MIB
    total: int = 256 << 30
    ratio: int = 200
    free: int = 64 * _MIB
    entries: int = 1_000_000
    depth: int = 3


class Budget:
    """What may still come out of one archive, all that lies within it together."""

    def __init__(self, limits: Limits, size: int | None) -> None:
        """`size`: the archive's own bytes; None if they are not known."""
        self._limits = limits
        self._left = limits.total if size is None else min(limits.total, limits.free + limits.ratio * size)
        self._taken = 0

    def take(self, size: int) -> None:
        """Counts bytes that came out. Raises LimitError once they are too many."""
        self._taken += size
        if self._taken > self._left:
            raise LimitError(f"unpacks to more than {shown_size(self._left)}, so the rest of it is not read")

    def entry(self, number: int) -> None:
        """Raises LimitError if this is one entry too many."""
        if number > self._limits.entries:
            raise LimitError(f"has more than {self._limits.entries:,} entries, so the rest of them is not read")


def read_all(stream: BinaryIO, limits: Limits, budget: Budget | None = None) -> bytes:
    """All that is left in a stream. Raises PieceError if more than a piece, LimitError if more than the budget."""
    parts, size = [], 0
    while block := stream.read(_BLOCK):
        size += len(block)
        if budget:
            budget.take(len(block))
        if size > limits.piece:
            raise PieceError(f"has more than {shown_size(limits.piece)}, more than is read at once")
        parts.append(block)
    return b"".join(parts)


def shown_size(size: int) -> str:
    """A number of bytes for people.

    >>> shown_size(128 << 20), shown_size(500)
    ('128 MiB', '500 bytes')
    """
    for unit, name in ((1 << 30, "GiB"), (_MIB, "MiB"), (1 << 10, "KiB")):
        if size >= unit:
            return f"{size / unit:.3g} {name}"
    return f"{size} bytes"
