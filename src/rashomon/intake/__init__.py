"""From files, globs, folders and standard input to documents, each with its exact text."""

from rashomon.intake.batch import count, files, take_in
from rashomon.intake.details import Details
from rashomon.intake.document import MAX_CHARACTERS, make_document
from rashomon.intake.sources import SUFFIXES

__all__ = ["MAX_CHARACTERS", "SUFFIXES", "Details", "count", "files", "make_document", "take_in"]
