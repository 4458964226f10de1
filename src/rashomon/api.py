"""The Python interface: texts in, readings out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.engine import run
from rashomon.errors import InputError
from rashomon.intake import Details, make_document, take_in
from rashomon.intake.columns import Columns
from rashomon.knowledge.layers import Overlay, open_overlay
from rashomon.model import Document, Reading
from rashomon.reading.choosing import DEFAULT_READER, choice, load_reader
from rashomon.reading.confident import all_confident, check_least, confident

if TYPE_CHECKING:
    from rashomon.reading.base import Reader


@dataclass(frozen=True, slots=True)
class ReaderLoader:
    """Loads one reader: small, hashable and picklable, so that each process loads its own.

    Raises ReaderError, when it is made, if there is no such reader or it has no parser to choose.
    """

    parser: str | None = None
    knowledge: tuple[str, ...] = ()
    reader: str = DEFAULT_READER

    def __post_init__(self) -> None:
        choice(self.reader, self.parser)

    def __call__(self) -> Reader:
        """The reader.

        Raises ReaderError if it is not installed, ParserError if its parser is missing or unfit, KnowledgeError if an
        overlay is.
        """
        return load_reader(self.reader, self.parser, self.knowledge)


@lru_cache(maxsize=4)
def _reader(reader: str, parser: str | None, knowledge: tuple[Overlay, ...]) -> Reader:
    """The reader; another one once the files of an overlay have changed."""
    return ReaderLoader(parser, tuple(str(overlay.path) for overlay in knowledge), reader)()


def read(
    text: str | Document,
    *,
    id: str | None = None,
    source: str | None = None,
    title: str | None = None,
    author: str | None = None,
    published: str | None = None,
    url: str | None = None,
    lang: str | None = None,
    reader: str = DEFAULT_READER,
    parser: str | None = None,
    knowledge: Iterable[str | Path] = (),
    min_confidence: float | None = None,
) -> Reading:
    """Reads one account: who says, how firmly, that who did what to whom, where and when.

    Args:
        text: the account, or a Document that holds it. Offsets of claims count its code points.
        id: the document's name (default: the Document's own, else "text").
        source: the outlet or institution that published it.
        title: its title.
        author: who wrote it.
        published: when, as ISO 8601 (`2016-12-11`, `2016-12`).
        url: where it was found.
        lang: "en" insists that the text is English, however it looks.
        reader: which reader reads: "rules" or "learned".
        parser: another spaCy pipeline than the pinned one, by name or path; for the reader "rules" only.
        knowledge: folders of your own knowledge that lie over ours (see `rashomon knowledge`), the last on top.
        min_confidence: leaves out claims below this confidence (0..1), and counts them in `Reading.left_out`.

    Returns:
        The claims with all that belongs to them. They are allegations: machine-read and unreviewed.

    Raises:
        InputError: the text is empty, too long or broken.
        LanguageError: the text is surely not English.
        ReaderError: there is no such reader, it is not installed, or it has no parser to choose.
        ParserError: the parser is missing or unfit.
        KnowledgeError: a folder of knowledge is missing or broken.
        ConfidenceError: `min_confidence` is not between 0 and 1, or the reader gives no confidence.
    """
    if min_confidence is not None:
        check_least(min_confidence)
    given = Details(source, title, author, published, url, lang)
    if isinstance(text, Document):
        own = Details(text.source, text.title, text.author, text.published, text.url, text.lang)
        document = make_document(
            text.text,
            id or text.id,
            given.over(own),
            path=text.path,
            raw_sha256=text.raw_sha256,
            encoding=text.encoding,
        )
    else:
        document = make_document(text, id or "text", given)
    reading = _reader(reader, parser, tuple(map(open_overlay, knowledge))).read(document)
    return reading if min_confidence is None else confident(reading, min_confidence)


def read_all(
    paths: Iterable[str],
    *,
    source: str | None = None,
    title: str | None = None,
    author: str | None = None,
    published: str | None = None,
    lang: str | None = None,
    columns: Mapping[str, str] | None = None,
    reader: str = DEFAULT_READER,
    parser: str | None = None,
    knowledge: Iterable[str | Path] = (),
    min_confidence: float | None = None,
    jobs: int = 1,
) -> Iterator[Reading | InputError]:
    """Reads files, folders and globs, one document after the other, in order.

    What cannot be read gives its error in its place, and the rest goes on.

    Args:
        paths: as on the command line: files, folders, globs, or `-` for standard input.
        source: as for `read`; holds for all documents, whatever they say themselves. So do
            `title`, `author`, `published` and `lang`.
        title: see `source`.
        author: see `source`.
        published: see `source`.
        lang: see `source`.
        columns: what tables and records call the text, title, source, ..., like `{"text": "body"}`.
        reader: as for `read`.
        parser: as for `read`.
        knowledge: as for `read`.
        min_confidence: as for `read`.
        jobs: how many processes read.
    """
    given = Details(source=source, title=title, author=author, published=published, lang=lang)
    outcomes = run(
        take_in(paths, given, Columns(**columns or {})), ReaderLoader(parser, tuple(map(str, knowledge)), reader), jobs
    )
    return all_confident(outcomes, min_confidence)
