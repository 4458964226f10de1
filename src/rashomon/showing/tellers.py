"""A reading as a view: teller by teller, the author first, one claim a row."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rashomon.model import Claim, Document, Reading
from rashomon.showing.claim_line import ASIDE, FIRMNESS, claim_line, words_line
from rashomon.showing.phrases import NOTICE, firmness, not_shown, sure, told_by
from rashomon.showing.safe import visible

_WIDE = 110  # from here on the words have a column of their own
_WORDS = 160
_OFFSETS = len("12345–12345")


def show_reading(reading: Reading, console: Console) -> None:
    """Draws a reading."""
    groups = by_teller(reading)
    _heading(reading, len(groups), console)
    named = False
    for teller, claims in groups:
        console.print()
        heading = Text(visible(teller), "bold underline")
        console.print(heading.append(f"  {_number(len(claims), 'claim')}", "not bold not underline dim"))
        console.print(_table(claims, console.width, len(reading.claims), named))
        named = True
    console.print()


def by_teller(reading: Reading) -> list[tuple[str, list[Claim]]]:
    """Claims by teller: the author's own first, then as the text brings the tellers in."""
    groups: dict[tuple[bool, str], list[Claim]] = {}
    for claim in sorted(reading.claims, key=lambda claim: bool(claim.speakers)):
        teller = told_by(claim, reading.document.teller)
        groups.setdefault((bool(claim.speakers), teller), []).append(claim)
    return [(teller, claims) for (_, teller), claims in groups.items()]


def _heading(reading: Reading, tellers: int, console: Console) -> None:
    document = reading.document
    console.print(Text(visible(document.title or document.id), "bold"))
    console.print(Text(_known(document), ASIDE))
    found = f"{_number(len(reading.claims), 'claim')} by {_number(tellers, 'teller')}"
    left_out = reading.left_out
    if left_out and left_out.claims:
        found = f"{found}; {not_shown(left_out)}" if reading.claims else not_shown(left_out)
    elif not reading.claims:
        found = "No claims were read"
    console.print(Text(f"{found}. {NOTICE}", "yellow"))


def _known(document: Document) -> str:
    known = (document.author, document.source, document.published, document.path or document.id)
    return " · ".join(visible(part) for part in known if part)


def _table(claims: list[Claim], width: int, total: int, named: bool) -> Table:
    """One teller's claims. All tables of a reading have the same columns; the first names them."""
    wide = width >= _WIDE
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, header_style=ASIDE)
    table.show_header = not named
    table.add_column("", no_wrap=True, style=ASIDE, min_width=len(f"c{total}"))
    table.add_column("who → whom: “word” [sort], where, when", ratio=5)
    table.add_column("how firmly", ratio=2)
    if wide:
        table.add_column("in the words", ratio=5)
    table.add_column("at", no_wrap=True, justify="right", style=ASIDE, min_width=_OFFSETS)
    for claim in claims:
        line, words = claim_line(claim), words_line(claim, _WORDS)
        said = Text(firmness(claim), FIRMNESS[claim.factuality])
        if claim.confidence:
            said.append(f"\n{sure(claim.confidence)}", ASIDE)
        where = f"{claim.start}–{claim.end}"
        if wide:
            table.add_row(claim.id, line, said, words, where)
        else:
            table.add_row(claim.id, line.append("\n").append_text(words), said, where)
    return table


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
