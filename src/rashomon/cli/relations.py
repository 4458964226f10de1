"""`rashomon relations`: what is claimed about pairs of actors, by place, time and teller."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from rashomon.analysis.relations import Collapsed, Entry, Ledger, Pair, collapse, ledger, pairs, parties_named
from rashomon.analysis.relations.counting import Independent
from rashomon.analysis.relations.listing import several_outlets, uncounted
from rashomon.case.case import Case, open_case
from rashomon.case.query.filters import Filters
from rashomon.cli.asking import CaseArgument, Format, FormatOption, LimitOption, OutOption, filtered, limited, write
from rashomon.comparing.witnesses import origins
from rashomon.model import Claim, Document
from rashomon.showing.phrases import total
from rashomon.showing.relations import show_collapsed, show_ledger, show_pairs

NameArgument = Annotated[str | None, typer.Argument(metavar="NAME", help="One side, by any of its names.")]


class PairSort(StrEnum):
    """What `--sort` takes."""

    claims = "claims"
    name = "name"


@filtered
def relations(
    case: CaseArgument,
    filters: Filters,
    one: NameArgument = None,
    other: Annotated[str | None, typer.Argument(metavar="NAME", help="The other side.")] = None,
    collapse_: Annotated[
        bool, typer.Option("--collapse", help="One sign a pair, and what is dropped to get it.")
    ] = False,
    both: Annotated[
        bool, typer.Option("--both", help="Only pairs that are friendly in some claims, hostile in others.")
    ] = False,
    sort: Annotated[PairSort, typer.Option("--sort", help="By the number of claims, or by name.")] = PairSort.claims,
    format: FormatOption = Format.table,
    limit: LimitOption = None,
    out: OutOption = None,
) -> None:
    """Show what is claimed about pairs of actors: friendly and hostile, by place, time and teller, with the words.

    Without names: the pairs. With one: its pairs. With two: the ledger of that pair, claim by claim. Nothing is made
    one sign unless --collapse asks. Claims are machine-read, unreviewed allegations.
    """
    with open_case(case) as opened:
        whole = of_case(opened, filters)
        entries, title = _asked(whole, one, other)
        notes = _notes(whole, entries)
        if both:
            mixed = {(pair.one_key, pair.other_key) for pair in pairs(entries) if pair.both}
            entries = tuple(entry for entry in entries if entry.pair in mixed)
        most = limited(limit, format)
        independent = witnesses_of(opened, entries)
        if collapse_:
            rows = collapse(entries, independent=independent)
            heading = f"{total(len(rows[:most]), len(rows), 'pair')}{title}, one sign each"
            write(rows[:most], Collapsed, format, case, out, lambda c: show_collapsed(rows[:most], heading, notes, c))
        elif one is not None and other is not None:
            shown = _first(entries, most)
            heading = f"{entries[0].one} and {entries[0].other}" if entries else title
            heading += f": {total(_claims(shown), _claims(entries), 'claim')}"
            cited = _cited(opened, shown) if format is Format.table else {}
            write(shown, Entry, format, case, out, lambda c: show_ledger(shown, entries, cited, heading, notes, c))
        else:
            found = pairs(entries, sort=sort.value, independent=independent)
            heading = total(len(found[:most]), len(found), "pair") + title
            write(found[:most], Pair, format, case, out, lambda c: show_pairs(found[:most], heading, notes, c))


def of_case(opened: Case, filters: Filters) -> Ledger:
    """The ledger of the claims of a case that fit. Who is who, the whole case tells, whatever is asked."""
    wanted = {row.ref for row in opened.claims(filters)} if filters.asked else None
    return ledger(opened.readings(), wanted)


def witnesses_of(opened: Case, entries: Sequence[Entry]) -> Independent | None:
    """Counts origins, so that a reprint tells nothing by itself; None if no tie is told by several outlets."""
    if not several_outlets(entries):
        return None
    return origins((reading.document for reading in opened.readings()), opened.readings()).independent


def _asked(whole: Ledger, one: str | None, other: str | None) -> tuple[tuple[Entry, ...], str]:
    """The entries of the pair or the side asked for, and how to speak of it."""
    if one is None:
        return whole.entries, ""
    if other is None:
        key = parties_named(whole, one)[0]
        return tuple(entry for entry in whole.entries if key in entry.pair), f" of {whole.labels[key]}"
    first, second = parties_named(whole, one, other)
    return whole.between(first, second), f"{whole.labels[first]} and {whole.labels[second]}"


def _notes(whole: Ledger, entries: Sequence[Entry]) -> list[str]:
    """What is not counted, and why."""
    notes = []
    if left := uncounted(entries):
        notes.append("Claims that make no tie and are not counted: " + _counted(left.items()) + ".")
    return notes + left_out(whole, some=len(entries) < len(whole.entries))


def left_out(whole: Ledger, *, some: bool = False) -> list[str]:
    """Claims that say something of two, and are in no entry. `some`: only some pairs are shown."""
    if not whole.left_out:
        return []
    return [f"Claims left out{', of all pairs' if some else ''}: {_counted(whole.left_out.items())}."]


def _counted(items: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{count:,} {why}" for why, count in items)


def _claims(entries: Sequence[Entry]) -> int:
    return len({entry.claim for entry in entries})


def _first(entries: Sequence[Entry], most: int | None) -> tuple[Entry, ...]:
    """The entries of the first claims: in turn a friendly one, a hostile one, and one that is no tie."""
    turn: dict[str, tuple[int, bool, str]] = {}
    places: Counter[tuple[bool, str]] = Counter()
    for entry in entries:
        if entry.claim not in turn:
            sort = (not entry.counts, entry.sign if entry.counts else "")
            turn[entry.claim] = (places[sort], *sort)
            places[sort] += 1
    wanted = set(sorted(turn, key=lambda claim: turn[claim])[:most])
    return tuple(entry for entry in entries if entry.claim in wanted)


def _cited(opened: Case, entries: Sequence[Entry]) -> dict[str, tuple[Claim, Document]]:
    """The claims of some entries, each with its document."""
    found: dict[str, tuple[Claim, Document]] = {}
    wanted: dict[str, set[str]] = {}
    for entry in entries:
        wanted.setdefault(entry.document, set()).add(entry.claim)
    for document, ids in wanted.items():
        reading = opened.reading(document)
        for claim in reading.claims if reading else ():
            if f"{document}:{claim.id}" in ids and reading is not None:
                found[f"{document}:{claim.id}"] = (claim, reading.document)
    return found
