"""Rashomon: who says who did what to whom, where and when."""

from rashomon.api import read, read_all
from rashomon.case.case import Case, open_case
from rashomon.case.query.filters import Filters, Near
from rashomon.errors import (
    CaseError,
    ConfidenceError,
    InputError,
    KnowledgeError,
    LanguageError,
    ParserError,
    QueryError,
    RashomonError,
    ReaderError,
    ReadingError,
)
from rashomon.model import Claim, Document, Reading
from rashomon.version import __version__

__all__ = [
    "Case",
    "CaseError",
    "Claim",
    "ConfidenceError",
    "Document",
    "Filters",
    "InputError",
    "KnowledgeError",
    "LanguageError",
    "Near",
    "ParserError",
    "QueryError",
    "RashomonError",
    "ReaderError",
    "Reading",
    "ReadingError",
    "__version__",
    "open_case",
    "read",
    "read_all",
]
