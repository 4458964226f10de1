"""Which readers there are, and how one is loaded by its name. No reader is imported before it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.errors import ReaderError

if TYPE_CHECKING:
    from rashomon.reading.base import Reader

DEFAULT_READER = "rules"
"""The reader that reads where none is asked for."""

Load = Callable[[str | None, tuple[str, ...]], "Reader"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A reader that can be chosen.

    Attributes:
        load: loads it with a parser (None: its own) and folders of the user's knowledge.
        parses: whether it reads over a syntactic parser, so that another one can be chosen for it.
    """

    load: Load
    parses: bool = False


def _rules(parser: str | None, knowledge: tuple[str, ...]) -> Reader:
    from rashomon.reading.rules import RuleReader

    return RuleReader.load(parser, knowledge)


def _learned(parser: str | None, knowledge: tuple[str, ...]) -> Reader:
    from rashomon.reading.learned import LearnedReader

    return LearnedReader.load(knowledge)


READERS: dict[str, Choice] = {"rules": Choice(_rules, parses=True), "learned": Choice(_learned)}
"""All readers by name. Another one is another entry."""


def choice(name: str, parser: str | None = None) -> Choice:
    """The reader of this name. Raises ReaderError if there is none, or if it has no use for the parser asked for."""
    if name not in READERS:
        raise ReaderError(f"no reader {name!r}: there are {', '.join([*READERS][:-1])} and {[*READERS][-1]}")
    if parser is not None and not READERS[name].parses:
        fit = " or ".join(other for other, one in READERS.items() if one.parses)
        raise ReaderError(f"the reader {name!r} has no parser to choose: a parser goes with the reader {fit!r}")
    return READERS[name]


def load_reader(name: str, parser: str | None = None, knowledge: tuple[str, ...] = ()) -> Reader:
    """A reader ready to read. Raises ReaderError as `choice` does, or if a package that it needs is missing."""
    chosen = choice(name, parser)
    try:
        return chosen.load(parser, knowledge)
    except ImportError as error:
        raise ReaderError(f"the reader {name!r} needs {error.name!r}, which cannot be imported") from error
