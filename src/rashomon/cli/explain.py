"""`rashomon explain`: why a claim was read."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli.options import (
    AuthorOption,
    KnowledgeOption,
    LangOption,
    MinConfidenceOption,
    ParserOption,
    PublishedOption,
    ReaderOption,
    SourceOption,
    TitleOption,
    details,
    loader,
)
from rashomon.engine import run
from rashomon.errors import InputError, RashomonError
from rashomon.intake import take_in
from rashomon.model import Claim, Document, Reading
from rashomon.reading.choosing import DEFAULT_READER, choice
from rashomon.reading.confident import all_confident
from rashomon.showing import screen, show_explanation
from rashomon.showing.phrases import not_shown

if TYPE_CHECKING:
    from spacy.tokens import Doc


class ChoiceError(RashomonError):
    """What was asked for is not there, or is not one thing."""


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The account: .txt, .md, .jsonl, or -.")],
    claim: Annotated[
        str,
        typer.Argument(metavar="CLAIM", help="The claim's id (c3), an offset within its trigger, or the trigger."),
    ],
    doc: Annotated[
        str | None, typer.Option("--doc", metavar="NAME", help="Which document, where FILE holds several.")
    ] = None,
    source: SourceOption = None,
    title: TitleOption = None,
    author: AuthorOption = None,
    published: PublishedOption = None,
    lang: LangOption = None,
    knowledge: KnowledgeOption = None,
    reader: ReaderOption = DEFAULT_READER,
    parser: ParserOption = None,
    min_confidence: MinConfidenceOption = None,
) -> None:
    """Show why a claim was read.

    Its words, field by field the rule and the knowledge behind it, the readings that lost, and the
    syntax of its clause if the reader saw any.
    """
    load = loader(reader, parser, knowledge)
    given = details(source, title, author, published, lang)
    document = choose_document(list(take_in([file], given)), file, doc)
    [outcome] = all_confident(run([document], load), min_confidence)
    if isinstance(outcome, InputError):
        raise outcome
    chosen = choose_claim(outcome, claim)
    show_explanation(outcome, chosen, _parsed(document.text, reader, parser), screen(sys.stdout))


def _parsed(text: str, reader: str, parser: str | None) -> Doc | None:
    """The syntax that the reader saw; None of a reader that sees none."""
    if not choice(reader, parser).parses:
        return None
    from rashomon.reading.parser import DEFAULT, load, parse

    return parse(load(parser or DEFAULT), text)


def choose_document(items: list[Document | InputError], file: str, name: str | None) -> Document:
    """The document meant. Raises the input's own error, or ChoiceError if none or several are meant."""
    documents = [item for item in items if isinstance(item, Document)]
    if name is not None:
        documents = [document for document in documents if document.id == name]
    if len(documents) == 1:
        return documents[0]
    errors = [item for item in items if isinstance(item, InputError)]
    if not documents and errors and (name is None or len(items) == 1):
        raise errors[0]
    names = ", ".join(item.id for item in items if isinstance(item, Document))
    if name is not None:
        raise ChoiceError(f"{file}: has no document {name!r}; it has {names}")
    raise ChoiceError(f"{file}: holds several documents; choose one with --doc: {names}")


def choose_claim(reading: Reading, wanted: str) -> Claim:
    """The claim meant by an id, an offset or a trigger. Raises ChoiceError if none or several are meant."""
    where = reading.document.path or reading.document.id
    matches = [claim for claim in reading.claims if claim.id == wanted]
    if not matches and wanted.isdecimal():
        offset = int(wanted)
        matches = [claim for claim in reading.claims if claim.start <= offset < claim.end]
        matches = matches or [c for c in reading.claims if c.quote_start <= offset < c.quote_end]
    elif not matches:
        matches = [c for c in reading.claims if c.trigger.casefold() == wanted.casefold()]
        matches = matches or [c for c in reading.claims if wanted.casefold() in c.trigger.casefold().split()]
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise ChoiceError(f"{where}: {wanted!r} fits several claims: {_ids(matches)}")
    hidden = not_shown(reading.left_out) if reading.left_out and reading.left_out.claims else None
    if not reading.claims:
        raise ChoiceError(f"{where}: {hidden or 'no claims were read in it'}")
    ids = _ids(list(reading.claims))
    raise ChoiceError(f"{where}: has no claim {wanted!r}; it has {ids}" + (f"; {hidden}" if hidden else ""))


def _ids(claims: list[Claim]) -> str:
    return ", ".join(f"{claim.id} ({claim.trigger})" for claim in claims)
