"""Where documents come from, shown to people: origins with what has their words, and the evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from rashomon.case.types import DocumentRow
from rashomon.comparing.sources import CommonSource
from rashomon.comparing.witnesses import Citation, Credit, Origin, Origins, Passage
from rashomon.showing.citing import ids
from rashomon.showing.claim_line import ASIDE
from rashomon.showing.days import written
from rashomon.showing.safe import visible

T = TypeVar("T")
_ID = 8
_WORDS = 90
INDEPENDENT = "Independent does not mean right."


def show_origins(
    found: Origins,
    sources: Sequence[CommonSource],
    documents: Mapping[str, DocumentRow],
    titles: Mapping[str, str],
    most: int | None,
    console: Console,
) -> None:
    """Draws origins; those with most documents first, `most` of each part. `titles`: event id -> its heading."""
    console.print(Text(f"{_heading(found)} {INDEPENDENT}", "yellow"))
    several = sorted((o for o in found.origins if len(o.documents) > 1), key=lambda o: (-len(o.documents), o.id))
    _part("One text in several documents", several, most, console, lambda o: _origin(o, found, documents, console))
    _part("Told after another outlet", found.citations, most, console, lambda c: _citation(c, documents, console))
    _part("One source on one event", sources, most, console, lambda s: _source(s, documents, titles, console))
    passages = sorted(found.passages, key=lambda one: (-one.words, one.document, one.start))
    _part("Words shared inside other texts", passages, most, console, lambda p: _passage(p, documents, console))
    _witnesses(found, documents, most, console)


def _witnesses(found: Origins, documents: Mapping[str, DocumentRow], most: int | None, console: Console) -> None:
    """Each witness with its origins: what is counted."""
    witnesses = found.witnesses(found.of)
    if not witnesses:
        return
    which = "The" if len(witnesses) == 1 else "Each"
    console.print(Text(f"\n{which} independent witness, with its origins", "bold underline"))
    alone = {origin.id for origin in found.origins if len(origin.documents) == 1}
    groups = sorted(sorted((_published(id, documents), id) for id in group) for group in witnesses)
    for group in groups[:most]:
        for at, (_, id) in enumerate(group):
            _line(_named(id, documents), 4 if at else 2, console)
            if id in alone:
                _signs(id, found.credits, console)
    _rest(len(groups), most, console)


def _published(id: str, documents: Mapping[str, DocumentRow]) -> str:
    """When, to sort by; the undated last."""
    row = documents.get(id)
    return row.published if row and row.published else "9999"


def _line(line: Text, indent: int, console: Console) -> None:
    console.print(Padding(line, (0, 0, 0, indent)))


def _heading(found: Origins) -> str:
    documents, origins, count = len(found.of), len(found.origins), found.independent(found.of)
    return (
        f"{documents:,} {'document' if documents == 1 else 'documents'}, {origins:,} "
        f"{'origin' if origins == 1 else 'origins'}, {count:,} independent {'witness' if count == 1 else 'witnesses'}: "
        "a reprint counts with its origin, origins of one outlet or agency count once."
    )


def _part(title: str, some: Sequence[T], most: int | None, console: Console, show: Callable[[T], None]) -> None:
    if not some:
        return
    console.print(Text(f"\n{title}", "bold underline"))
    for one in some[:most]:
        show(one)
    _rest(len(some), most, console)


def _rest(count: int, most: int | None, console: Console) -> None:
    if most is not None and count > most:
        console.print(Text(f"  {count - most:,} more (--limit N shows more)", ASIDE))


def _origin(origin: Origin, found: Origins, documents: Mapping[str, DocumentRow], console: Console) -> None:
    console.print(Text("  ").append_text(_named(origin.id, documents)))
    _signs(origin.id, found.credits, console)
    for document in origin.documents:
        if document == origin.id:
            continue
        line = Text("    ").append_text(_named(document, documents))
        reprint = max((r for r in found.reprints if r.document == document), key=lambda r: r.share, default=None)
        if reprint:
            line.append(f"  {reprint.share:.0%} of its words", ASIDE)
        console.print(line)
        if reprint:
            console.print(Padding(Text(f"“{_cut(reprint.passage.text)}”", ASIDE), (0, 0, 0, 6)))
        _signs(document, found.credits, console)


def _signs(document: str, credits: Iterable[Credit], console: Console) -> None:
    for credit in credits:
        if credit.document == document and not credit.own:
            console.print(Padding(Text(f"{credit.sign}: “{_cut(credit.text)}”", ASIDE), (0, 0, 0, 6)))


def _citation(cited: Citation, documents: Mapping[str, DocumentRow], console: Console) -> None:
    line = _named(cited.document, documents)
    line.append(f" tells {len(cited.claims):,} of {cited.of:,} claims after ").append(visible(cited.outlet), "bold")
    if cited.circular:
        line.append(", which goes back to it: a circle", "red")
    _line(line, 2, console)
    console.print(Padding(Text(f"“{_cut(cited.quote)}”", ASIDE), (0, 0, 0, 6)))


def _source(
    source: CommonSource, documents: Mapping[str, DocumentRow], titles: Mapping[str, str], console: Console
) -> None:
    what = "have" if source.stance == "affirms" else "deny"
    line = Text(visible(source.source), "bold")
    line.append(f" is all that these {len(source.documents)} {what} of “{visible(titles[source.event])}”:", "not bold")
    _line(line, 2, console)
    for document in source.documents:
        _line(_named(document, documents), 4, console)
    _line(Text(ids(source.claims), ASIDE), 6, console)


def _passage(passage: Passage, documents: Mapping[str, DocumentRow], console: Console) -> None:
    line = Text("  ").append_text(_named(passage.document, documents)).append(" and ")
    line.append_text(_named(passage.other, documents))
    console.print(line.append(f"  {passage.words} words{', in quotation marks' if passage.quoted else ''}", ASIDE))
    console.print(Padding(Text(f"“{_cut(passage.text)}”", ASIDE), (0, 0, 0, 6)))


def _named(id: str, documents: Mapping[str, DocumentRow]) -> Text:
    row = documents.get(id)
    outlet = (row.source or row.author or row.title or "") if row else ""
    line = Text(visible(outlet) or "(no outlet)", "bold" if outlet else ASIDE)
    if row and row.published:
        line.append(f", {written(row.published)}", "not bold")
    return line.append(f" ({visible(id[:_ID])})", f"not bold {ASIDE}")


def _cut(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _WORDS else shown[:_WORDS].rpartition(" ")[0] + "…"
