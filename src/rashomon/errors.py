"""The errors Rashomon raises. Every one names what was wrong and where."""

from __future__ import annotations


class RashomonError(Exception):
    """Base class: catch this to catch everything Rashomon raises on purpose."""


class InputError(RashomonError):
    """One input could not be taken in. The rest of a batch goes on without it.

    Attributes:
        path: the file (with `:LINE` for a record in a file of many), or `-` for standard input.
        reason: why, in one plain sentence without a final stop.
    """

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        return type(self), (self.path, self.reason)


class LanguageError(InputError):
    """The text is not in a language that the reader knows."""


class ReadingError(InputError):
    """The reader failed on one document, or the process that read it died. A defect worth reporting."""


class ReaderError(RashomonError):
    """The reader asked for is not there, or cannot be what it is asked to be."""


class ConfidenceError(RashomonError):
    """A confidence is asked for that no reader can have, or of a reader that gives none."""


class ParserError(RashomonError):
    """The syntactic pipeline asked for is missing or unfit."""


class KnowledgeError(RashomonError):
    """A knowledge file breaks its schema. Names the file and the entry."""


class CaseError(RashomonError):
    """A case cannot be opened, or not be written to now. Names its file."""


class QueryError(RashomonError):
    """What a case is asked for is not in it, or cannot be asked so."""
