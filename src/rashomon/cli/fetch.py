"""`rashomon fetch`: addresses into a case. The only command that touches the network."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from rashomon.case.adding import add_pieces
from rashomon.case.settings import Settings
from rashomon.cli.add import CaseArgument, came, stoppable, tell
from rashomon.cli.adding_progress import Shown
from rashomon.cli.options import (
    AuthorOption,
    JobsOption,
    KnowledgeOption,
    LangOption,
    ParserOption,
    PublishedOption,
    ReaderOption,
    SourceOption,
    TitleOption,
    details,
    loader,
)
from rashomon.fetching import Limits
from rashomon.fetching import fetch as fetch_all
from rashomon.reading.choosing import DEFAULT_READER

_MEGABYTE = 1_000_000


def fetch(
    case: CaseArgument,
    urls: Annotated[
        list[str],
        typer.Argument(
            metavar="URL|-...",
            help="Addresses of pages, PDFs, feeds or web archives (http, https), or - (standard input, one a line).",
            show_default=False,
        ),
    ],
    source: SourceOption = None,
    title: TitleOption = None,
    author: AuthorOption = None,
    published: PublishedOption = None,
    lang: LangOption = None,
    max_size: Annotated[
        int, typer.Option("--max-size", metavar="MB", min=1, max=1000, help="Most that one address may send.")
    ] = 50,
    max_time: Annotated[
        int, typer.Option("--max-time", metavar="SECONDS", min=1, help="Longest that one address may take.")
    ] = 120,
    redirects: Annotated[
        int, typer.Option("--redirects", metavar="N", min=0, max=20, help="How many redirects are followed.")
    ] = 5,
    jobs: JobsOption = 1,
    raw: Annotated[bool, typer.Option("--raw/--no-raw", help="Keep the bytes, or only their digests.")] = True,
    knowledge: KnowledgeOption = None,
    reader: ReaderOption = DEFAULT_READER,
    parser: ParserOption = None,
) -> None:
    """Fetch accounts from the network into a case, which is made if it is not there.

    Fetched is what stands at these addresses and nothing that they link to. Addresses within private networks, of
    this machine, or otherwise not of the public internet are refused, also where a redirect leads there. What cannot
    be fetched or taken in is kept in quarantine, and makes the exit code 1.
    """
    given = details(source, title, author, published, lang)
    settings = Settings(loader(reader, parser, knowledge), given, jobs=jobs, keep_raw=raw)
    limits = Limits(size=max_size * _MEGABYTE, seconds=max_time, redirects=redirects)
    with Shown("fetching") as shown, stoppable(case, shown, came):
        summary = add_pieces(case, fetch_all(_addresses(urls), limits), settings, shown.tell)
    tell(came(str(case), summary))
    if summary.refusals:
        raise typer.Exit(1)


def _addresses(urls: Iterable[str]) -> Iterator[str]:
    for url in urls:
        if url == "-":
            yield from (line.strip() for line in sys.stdin if line.strip())
        else:
            yield url
