"""What comes out of an archive."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import BinaryIO

from rashomon.errors import InputError
from rashomon.intake.details import Details
from rashomon.intake.types import Origin, Refused

_NOTHING = Details()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to be opened: a file, or what lies in an archive. Its stream is read before the next one comes.

    Attributes:
        name: the name that its document has if it gives none itself. `file`: the name whose end tells its kind.
        stream: its bytes. `size`: how many they are, where that is known for sure.
    """

    name: str
    file: str
    stream: BinaryIO
    origin: Origin
    details: Details = _NOTHING
    size: int | None = None


def within(origin: Origin, member: str) -> Origin:
    """The origin of a member of what has this origin."""
    how = "archive" if origin.how in ("file", "stdin") else origin.how
    return replace(origin, how=how, member=f"{origin.member}!{member}" if origin.member else member, media=None)


def refused(origin: Origin, reason: str, raw: bytes | None = None) -> Refused:
    """That what has this origin cannot be taken in."""
    return Refused(InputError(origin.shown, reason), origin, raw)
