"""Rashomon: who says who did what to whom, where and when."""

from rashomon.api import read, read_all
from rashomon.errors import (
    CaseError,
    ConfidenceError,
    InputError,
    KnowledgeError,
    LanguageError,
    ParserError,
    RashomonError,
    ReaderError,
    ReadingError,
)
from rashomon.model import Claim, Document, Reading
from rashomon.version import __version__

__all__ = [
    "CaseError",
    "Claim",
    "ConfidenceError",
    "Document",
    "InputError",
    "KnowledgeError",
    "LanguageError",
    "ParserError",
    "RashomonError",
    "ReaderError",
    "Reading",
    "ReadingError",
    "__version__",
    "read",
    "read_all",
]
