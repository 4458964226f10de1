"""Takes PDFs apart in a process of its own, within limits on memory and time.

Run as a script: it must not import this package. A request on standard input is the length (8 bytes, big-endian) and
the bytes of a PDF; the answer on standard output the length and a JSON object: `error`, or `pages` (lists of lines:
text, left, top, right, bottom in points from the lower left corner) and `details`.
"""

from __future__ import annotations

import json
import struct
import sys
from typing import Any, BinaryIO

import pypdfium2 as pdfium

try:
    import resource
except ImportError:  # not on Windows: there the parent's clock is the only limit
    resource = None  # type: ignore[assignment]

_BREAK = "\ufffe"  # what PDFium puts in the place of a hyphen at the end of a line, and of the end of the line
_PASSWORD = 4
_HEADER = struct.Struct(">Q")


def main() -> None:
    """Serves until standard input ends. Arguments: bytes of memory, seconds of CPU a PDF, most characters."""
    memory, seconds, characters = map(int, sys.argv[1:4])
    _limit_memory(memory)
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while (data := _request(requests)) is not None:
        _limit_time(seconds)
        answer = json.dumps(_answer(data, characters), separators=(",", ":")).encode()
        answers.write(_HEADER.pack(len(answer)) + answer)
        answers.flush()


def _request(file: BinaryIO) -> bytes | None:
    header = file.read(_HEADER.size)
    return file.read(_HEADER.unpack(header)[0]) if len(header) == _HEADER.size else None


def _limit_memory(memory: int) -> None:
    if resource:
        used = 0
        try:
            with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
                used = int(file.read().split()[0]) * resource.getpagesize()
        except OSError:
            used = memory // 4
        resource.setrlimit(resource.RLIMIT_AS, (used + memory, used + memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: int) -> None:
    """Sets the limit anew: so many seconds from now."""
    if resource:
        used = resource.getrusage(resource.RUSAGE_SELF)
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, hard))


def _answer(data: bytes, characters: int) -> dict[str, Any]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        needs = getattr(error, "err_code", None) == _PASSWORD or "assword" in str(error)
        return {"error": "is encrypted, and needs a password" if needs else "is no PDF that can be read"}
    try:
        return _taken_apart(document, characters)
    except pdfium.PdfiumError:
        return {"error": "is damaged"}
    except MemoryError:
        return {"error": "takes more memory than it may"}
    finally:
        document.close()


def _taken_apart(document: pdfium.PdfDocument, characters: int) -> dict[str, Any]:
    if not len(document):
        return {"error": "holds no pages"}
    pages, damaged, length = [], 0, 0
    for number in range(len(document)):
        try:
            page = document[number]
            lines = _lines(page.get_textpage())
            page.close()
        except pdfium.PdfiumError:
            lines, damaged = [], damaged + 1
        length += sum(len(line[0]) for line in lines)
        if length > characters:
            return {"error": f"has over {characters:,} characters, more than are read at once"}
        pages.append(lines)
    if damaged:
        return {"error": f"is damaged: {damaged} of its {len(document)} pages cannot be read"}
    return {"pages": pages, "details": document.get_metadata_dict(skip_empty=True)}


def _lines(page: Any) -> list[tuple[str, float, float, float, float]]:
    """The lines of a page, in the order in which the file gives them."""
    text = page.get_text_range()
    placed = len(text) == page.count_chars()
    found, start = [], 0
    for end in [i for i, c in enumerate(text) if c in "\r\n" + _BREAK] + [len(text)]:
        words = text[start:end].replace("\x00", "")
        if words.strip():
            line = words + "-" * (text[end : end + 1] == _BREAK)
            found.append((line, *(_box(page, start, end) if placed else (0.0, 0.0, 0.0, 0.0))))
        start = end + 1
    page.close()
    return found


def _box(page: Any, start: int, end: int) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the characters in a line, by its first, its last and one in the middle."""
    boxes = [page.get_charbox(i, loose=True) for i in {start, (start + end) // 2, end - 1}]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return tuple(round(v, 1) for v in (min(lefts), max(tops), max(rights), min(bottoms)))


if __name__ == "__main__":
    main()
