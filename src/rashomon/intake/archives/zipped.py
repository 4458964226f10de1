"""ZIP archives, WACZ among them: their files one by one, names that lead elsewhere and locked ones refused."""

from __future__ import annotations

import io
import lzma
import stat
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath
from typing import BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from rashomon.intake.archives.base import Entry, refused, within
from rashomon.intake.kinds import by_name, suffix_of
from rashomon.intake.limits import Budget, LimitError, Limits, PieceError, read_all
from rashomon.intake.types import Refused

_BROKEN = (BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
_LOCKED = 1  # of a file's flags
_STREAMED = ("warc", "gzip")


def open_zip(entry: Entry, limits: Limits, budget: Budget) -> Iterator[Entry | Refused]:
    """The files in an archive that are of a known kind, in its order; the stream must be seekable.

    Files that are too large come as refusals; an archive that holds too much ends with one.
    """
    try:
        archive = ZipFile(entry.stream)
        infos = archive.infolist()
    except _BROKEN as error:
        yield refused(entry.origin, f"is a damaged ZIP archive: {_reason(error)}")
        return
    known = 0
    with archive:
        for number, info in enumerate(infos, 1):
            if info.filename.endswith("/") or not _wanted(info.filename):
                continue
            known += 1
            try:
                budget.entry(number)
                yield _entry(archive, info, entry, limits, budget)
            except LimitError as error:
                yield refused(entry.origin, str(error))
                return
    if not known:
        yield refused(entry.origin, "is an archive without a file that can be read")


def _entry(archive: ZipFile, info: ZipInfo, outer: Entry, limits: Limits, budget: Budget) -> Entry | Refused:
    origin = within(outer.origin, info.filename)
    if _leads_out(info.filename):
        return refused(origin, "has a name that leads out of its archive")
    if stat.S_ISLNK(info.external_attr >> 16):
        return refused(origin, "is a link, not a file")
    if info.flag_bits & _LOCKED:
        return refused(origin, "is locked with a password")
    name = f"{outer.name}/{info.filename.removesuffix(suffix_of(info.filename)) or info.filename}"
    try:
        file = archive.open(info)
        if by_name(info.filename) in _STREAMED:
            counted = io.BufferedReader(Counted(cast(BinaryIO, file), budget))
            return Entry(name, info.filename, cast(BinaryIO, counted), origin, outer.details)
        with file:
            data = read_all(cast(BinaryIO, file), limits, budget)
    except LimitError as error:
        if isinstance(error, PieceError):
            return refused(origin, str(error))
        raise
    except _BROKEN as error:
        return refused(origin, f"is damaged: {_reason(error)}")
    return Entry(name, info.filename, io.BytesIO(data), origin, outer.details, len(data))


class Counted(io.RawIOBase):
    """A stream whose bytes count for a budget. Raises LimitError when they are too many."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        self._stream, self._budget = stream, budget

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """Whether the stream is."""
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """To another place in the stream; what is read again counts again."""
        return self._stream.seek(offset, whence)

    def readinto(self, buffer: object) -> int:
        """Fills a buffer."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._stream.read(len(view))
        self._budget.take(len(data))
        view[: len(data)] = data
        return len(data)


def _wanted(name: str) -> bool:
    parts = PureWindowsPath(name).parts  # both kinds of slashes part them
    hidden = any(part.startswith(".") and part not in (".", "..") for part in parts) or "__MACOSX" in parts
    return not hidden and by_name(name) is not None


def _leads_out(name: str) -> bool:
    posix, windows = PurePosixPath(name), PureWindowsPath(name)
    return posix.is_absolute() or bool(windows.drive) or windows.root != "" or ".." in windows.parts


def _reason(error: BaseException) -> str:
    text = str(error).strip().splitlines()
    return (text[0][:120] if text else type(error).__name__).rstrip(".")
