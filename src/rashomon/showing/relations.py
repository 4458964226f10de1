"""Relations shown to people: pairs with what is claimed between them, and the ledger of one pair with the words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rashomon.analysis.relations.collapsing import Collapsed
from rashomon.analysis.relations.listing import Pair, reason
from rashomon.analysis.relations.types import Entry
from rashomon.model import Claim, Document
from rashomon.showing.citing import short
from rashomon.showing.claim_line import ASIDE, FIRMNESS, claim_line, words_line
from rashomon.showing.phrases import NOTICE, firmness, sure
from rashomon.showing.safe import visible

FRIENDLY = "green"
HOSTILE = "red"
BOTH = "bold yellow"
_WIDE = 110
_WORDS = 160
_NAMED = 3
_SECTIONS = {"+": "Friendly", "-": "Hostile"}
_HOW = {
    "tie": "lasting tie",
    "deed": "deed",
    "words": "in words",
    "together": "together against others",
    "demand": "demand",
    "named": "words name both",
    "telling": "of the teller",
    "belonging": "",
}
Cited = Mapping[str, tuple[Claim, Document]]
"""Claims by their id in the case, each with its document."""


def show_pairs(rows: Sequence[Pair], heading: str, notes: Iterable[str], console: Console) -> None:
    """Draws pairs, one a row."""
    _head(heading, notes, console)
    if not rows:
        return
    table = _table()
    table.add_column("between", ratio=4, overflow="fold")
    for name in ("friendly", "hostile"):
        table.add_column(name, ratio=4, overflow="fold")
    table.add_column("other", justify="right", no_wrap=True)
    for row in rows:
        between = Text().append(visible(row.one), "bold").append(" and ").append(visible(row.other), "bold")
        if row.both:
            between.append("\nboth friendly and hostile", BOTH)
        if row.since or row.until:
            between.append(f"\n{_days(row.since, row.until)}", ASIDE)
        table.add_row(
            between,
            _told(row.friendly, row.friendly_tellers, row.friendly_accounts, row.friendly_places, FRIENDLY),
            _told(row.hostile, row.hostile_tellers, row.hostile_accounts, row.hostile_places, HOSTILE),
            f"{row.uncounted:,}" if row.uncounted else "–",
        )
    console.print(table)


def show_collapsed(rows: Sequence[Collapsed], heading: str, notes: Iterable[str], console: Console) -> None:
    """Draws pairs under one sign each, with what that drops."""
    _head(heading, notes, console)
    if not rows:
        return
    table = _table()
    table.add_column("between", ratio=4, overflow="fold")
    table.add_column("one sign", ratio=2)
    table.add_column("dropped for it", ratio=4, overflow="fold")
    for row in rows:
        between = Text().append(visible(row.one), "bold").append(" and ").append(visible(row.other), "bold")
        word, style = {"+": ("friendly", FRIENDLY), "-": ("hostile", HOSTILE), "0": ("neither", BOTH)}[row.sign]
        sign = Text(word, style).append(f"\nby {number(row.tellers, 'teller')}, {number(len(row.claims), 'claim')}")
        if row.scopes > 1:
            sign.append(f"\nspread over {row.scopes:,} places", ASIDE)
        dropped = Text("nothing: as many tell the one as the other" if row.sign == "0" else "nothing", ASIDE)
        if row.dropped:
            other = "hostile" if row.sign == "+" else "friendly"
            dropped = Text(f"{number(row.dropped, f'{other} claim')} by {number(row.dropped_tellers, 'teller')}: ")
            dropped.append(visible(_some(row.dropped_accounts)))
            if row.dropped_places:
                dropped.append(f"\nat {visible(_some(row.dropped_places))}", ASIDE)
            dropped.append(f"\n{visible(_some([short(claim) for claim in row.dropped_claims]))}", ASIDE)
        table.add_row(between, sign, dropped)
    console.print(table)


def show_ledger(
    entries: Sequence[Entry],
    among: Sequence[Entry],
    cited: Cited,
    heading: str,
    notes: Iterable[str],
    console: Console,
) -> None:
    """Draws the ledger of one pair: friendly, hostile, and what makes no tie; place by place, in order of time.

    `among`: all entries of the pair, of which these are shown.
    """
    _head(heading, notes, console)
    first = True
    for (title, style, some), (_, _, every) in zip(_sections(entries), _sections(among), strict=True):
        if not some:
            continue
        console.print()
        claims, count = (len({entry.claim for entry in one}) for one in (some, every))
        told = number(count, "claim") if claims == count else f"{claims:,} of {number(count, 'claim')}"
        console.print(Text(title, f"{style} underline").append(f"  {told}", "not underline dim"))
        console.print(_ledger_table(some, cited, console.width >= _WIDE, first))
        first = False


def _sections(entries: Sequence[Entry]) -> Iterable[tuple[str, str, list[Entry]]]:
    for sign, title in _SECTIONS.items():
        yield title, {"+": FRIENDLY, "-": HOSTILE}[sign], [e for e in entries if e.counts and e.sign == sign]
    yield "No tie: not counted", ASIDE, [entry for entry in entries if not entry.counts]


def _ledger_table(entries: Sequence[Entry], cited: Cited, wide: bool, named: bool) -> Table:
    table = _table()
    table.show_header = named
    table.add_column("claim", no_wrap=True, style=ASIDE, min_width=12)
    table.add_column("where, when", ratio=3, overflow="fold")
    table.add_column("who tells, how firmly", ratio=3, overflow="fold")
    table.add_column("who → whom: “word” [sort]", ratio=4 if wide else 5, overflow="fold")
    if wide:
        table.add_column("in the words", ratio=5, overflow="fold")
    for claim_id, group in groupby(entries, key=lambda entry: entry.claim):
        entry = next(iter(group))
        claim, document = cited[claim_id]
        told = _teller(entry, document).append(f"\n{firmness(claim)}", FIRMNESS[claim.factuality])
        if claim.confidence:
            told.append(f"\n{sure(claim.confidence)}", ASIDE)
        line = claim_line(claim)
        line.append(f"\n{_HOW[entry.how] if entry.counts else visible(reason(entry))}", ASIDE)
        words = words_line(claim, _WORDS)
        cells = [line, words] if wide else [line.append("\n").append_text(words)]
        table.add_row(short(claim_id), _scope(entry), told, *cells)
    return table


def _scope(entry: Entry) -> Text:
    """Where and when, by the claim; else what its words name, and when it was published."""
    text = Text()
    if entry.place:
        text.append(visible(entry.place), "bold")
    else:
        text.append("no place told", ASIDE)
        if entry.words_place:
            text.append(f"\nits words name {visible(entry.words_place)}", ASIDE)
    if entry.since or entry.until:
        return text.append(f"\n{_days(entry.since, entry.until)}")
    when = f"undated, published {entry.published}" if entry.published else "undated"
    return text.append(f"\n{visible(when)}", ASIDE)


def _teller(entry: Entry, document: Document) -> Text:
    """Whose account; beneath, through whom it came."""
    text = Text().append(visible(entry.account or "not known who"), "bold")
    chain = [document.author or document.source or document.teller, *entry.tellers]
    if len(chain) > 1 or chain[0] != entry.account:
        text.append(f"\n{visible(' → '.join(chain))}", ASIDE)
    return text


def _told(claims: int, tellers: int, accounts: Sequence[str], places: Sequence[str], style: str) -> Text:
    if not claims:
        return Text("–", ASIDE)
    text = Text(f"{number(claims, 'claim')} by {number(tellers, 'teller')}", style)
    text.append(f"\n{visible(_some(accounts))}")
    if len(accounts) > tellers:
        text.append("\na reprint counts with its origin", ASIDE)
    text.append(f"\nat {visible(_some(places))}" if places else "\nno place told", ASIDE)
    return text


def _some(names: Sequence[str]) -> str:
    """Some names, the others counted. Names may hold commas and "and"."""
    if len(names) <= _NAMED + 1:
        return "; ".join(names)
    return f"{'; '.join(names[:_NAMED])} and {len(names) - _NAMED:,} more"


def _days(since: str | None, until: str | None) -> str:
    return since if since and since == until else f"{since or '…'} to {until or '…'}"


def number(count: int, noun: str) -> str:
    """`1 claim`, `2,000 claims`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _head(heading: str, notes: Iterable[str], console: Console) -> None:
    console.print(Text(f"{visible(heading)}. {NOTICE}", "yellow"))
    for note in notes:
        console.print(Text(visible(note), ASIDE))


def _table() -> Table:
    return Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, header_style=ASIDE)
