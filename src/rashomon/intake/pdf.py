"""PDF files, each taken apart by another process, which may die of it."""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import json
import os
import selectors
import struct
import subprocess
import sys
import threading
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rashomon.errors import InputError
from rashomon.intake.details import Details
from rashomon.intake.document import MAX_CHARACTERS, make_document
from rashomon.intake.pdf_text import Line, proper_author, proper_title, running_text
from rashomon.intake.types import Piece, Refused, Taken

_HEADER = struct.Struct(">Q")
_WORKER = Path(__file__).with_name("pdf_worker.py")
_MOST_ODD = 0.1


@dataclass(frozen=True, slots=True)
class PdfLimits:
    """What taking one PDF apart may cost: bytes of memory, seconds of CPU, seconds by the clock."""

    memory: int = 1 << 30
    cpu: int = 60
    wall: float = 90.0


_LIMITS = PdfLimits()


def read_pdf(piece: Piece, given: Details, limits: PdfLimits = _LIMITS) -> Iterator[Taken | Refused]:
    """The document in a PDF: its text in paragraphs, without running heads and page numbers.

    The document's text is what came of this cleaning. Title and author are those that the file gives of itself,
    unless a program made the title up. The day on which the file was made is not the day of publication, so it is
    not taken for it.
    """
    try:
        found = _worker.ask(piece.data, limits)
        if reason := found.get("error"):
            raise _RefusedError(reason)
        text = running_text([[Line(*line) for line in page] for page in found["pages"]])
        if not text:
            raise _RefusedError("holds no text: it may be scanned")
        if sum(unicodedata.category(c) in ("Cc", "Cn", "Co") for c in text if c != "\n") > len(text) * _MOST_ODD:
            raise _RefusedError("does not say which characters its fonts stand for")
        said = found["details"]
        own = Details(title=proper_title(said.get("Title")), author=proper_author(said.get("Author")))
        document = make_document(
            text,
            piece.name,
            given.over(own).over(piece.details),
            where=piece.origin.shown,
            path=piece.origin.path,
            raw_sha256=hashlib.sha256(piece.data).hexdigest(),
        )
    except _RefusedError as refusal:
        yield Refused(InputError(piece.origin.shown, str(refusal)), piece.origin, piece.data)
    except InputError as error:
        yield Refused(error, piece.origin, piece.data)
    else:
        yield Taken(document, replace(piece.origin, media="application/pdf"), piece.data)


class _RefusedError(Exception):
    """Why a PDF is not taken in."""


class _Worker:
    """The other process: started when there is a first PDF, kept for the next ones, started again after it died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._limits = _LIMITS
        self._owner = 0
        self._lock = threading.Lock()

    def ask(self, data: bytes, limits: PdfLimits) -> dict[str, Any]:
        """What the PDF holds. Raises _RefusedError if the process died of it or took too long."""
        with self._lock:
            process = self._running(limits)
            assert process.stdin is not None
            assert process.stdout is not None
            deadline = time.monotonic() + limits.wall
            try:
                process.stdin.write(_HEADER.pack(len(data)))
                process.stdin.write(data)
                process.stdin.flush()
                length = _HEADER.unpack(_exactly(process.stdout.fileno(), _HEADER.size, deadline))[0]
                answer: dict[str, Any] = json.loads(_exactly(process.stdout.fileno(), length, deadline))
            except TimeoutError:
                self.stop()
                raise _RefusedError(f"takes longer than {limits.wall:g} seconds to read") from None
            except (OSError, EOFError, ValueError):
                code = self.stop()
                slow = code in (-24, 152)  # SIGXCPU
                reason = f"takes longer than {limits.cpu} seconds to read" if slow else (
                    f"cannot be read: its reader died of it, or would need over {limits.memory >> 20:,} MiB of memory"
                )  # fmt: skip
                raise _RefusedError(reason) from None
            except BaseException:  # interrupted: an answer that nobody waits for would be taken for the next one's
                self.stop()
                raise
            return answer

    def stop(self) -> int | None:
        """Ends the process. Its exit code, below zero for a signal; None if there was none."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return None
        if process.poll() is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.2)  # it may be about to die of what it met
        process.kill()
        with contextlib.suppress(OSError):
            process.communicate()
        return process.returncode

    def _running(self, limits: PdfLimits) -> subprocess.Popen[bytes]:
        alive = self._process is not None and self._owner == os.getpid() and self._process.poll() is None
        if not alive or limits != self._limits or self._process is None:
            self.stop()
            arguments = [str(limits.memory), str(limits.cpu), str(MAX_CHARACTERS)]
            self._process = subprocess.Popen(
                [sys.executable, "-P", str(_WORKER), *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self._limits, self._owner = limits, os.getpid()
        return self._process


def _exactly(file: int, length: int, deadline: float) -> bytes:
    """So many bytes of a pipe. Raises TimeoutError after the deadline, EOFError if it ends before."""
    found = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(file, selectors.EVENT_READ)
        while len(found) < length:
            if not selector.select(max(0.0, deadline - time.monotonic())):
                raise TimeoutError
            block = os.read(file, min(1 << 20, length - len(found)))
            if not block:
                raise EOFError
            found += block
    return bytes(found)


_worker = _Worker()
atexit.register(_worker.stop)
