"""Camps and factions shown to people: who sides with whom, what does not fit, and the words behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.analysis.balance import Divided, Tie
from rashomon.analysis.relations.counting import accounts, places
from rashomon.analysis.relations.dividing import Sides
from rashomon.analysis.relations.types import Entry
from rashomon.showing.citing import rest, short
from rashomon.showing.claim_line import ASIDE
from rashomon.showing.phrases import NOTICE, listed
from rashomon.showing.relations import FRIENDLY, HOSTILE
from rashomon.showing.safe import visible

_CLAIMS = 3
"""So many claims of a tie are shown with their words."""
_TIES = 20
_WORDS = 120
_ALONE = 12
_STYLES = {1: ("friendly", FRIENDLY), -1: ("hostile", HOSTILE)}


def show_factions(sides: Sides, heading: str, notes: Iterable[str], console: Console) -> None:
    """Draws what the ties of a case come to."""
    console.print(Text(f"{visible(heading)}. {NOTICE}", "yellow"))
    for note in notes:
        console.print(Text(visible(note), ASIDE))
    if not sides.drawing.graph.ties:
        return
    _division("Two camps", sides.camps, sides, console, camps=True)
    _division("Factions, as many as need be", sides.factions, sides, console, camps=False)
    _broken(sides, console)
    _brokers(sides, console)
    _measures(sides, console)
    _turning(sides, console)


def _division(title: str, found: Divided, sides: Sides, console: Console, *, camps: bool) -> None:
    _title(title, console)
    cost = f"Ties left broken weigh {found.value:g} of {found.weight:g}"
    if not found.proved:
        cost += f"; time ran out: at least {found.bound:g} is sure, a gap of {found.gap:g}"
    count = "" if found.count is None or not found.proved else f"; {_ways(found.count)}"
    console.print(Text(f"{cost}{count}."))
    if not found.divisions:
        return
    parts = found.divisions[0].parts
    held = [part for part in parts if len(part) > 1]
    alone = [part[0] for part in parts if len(part) == 1]
    if camps:
        held, alone = list(parts), []
    for at, part in enumerate(held, 1):
        _part(f"{at:>3}", _camp(part, sides) if camps else Text(visible(listed(part)), "bold"), console)
    if alone:
        more = f" and {len(alone) - _ALONE:,} more" if len(alone) > _ALONE else ""
        each = "each by itself: " if len(alone) > 1 else "by itself: "
        _part("  –", Text(each, ASIDE).append(visible(", ".join(alone[:_ALONE]) + more), "not dim"), console)
    if camps and len(parts) > 2:
        console.print(
            Text("Groups that no chain of ties connects are listed apart: nothing tells how they side.", ASIDE)
        )


def _camp(part: Sequence[str], sides: Sides) -> Text:
    """A camp; those apart whom no friendly tie connects with it, only that they have enemies in common."""
    friends = {
        name
        for tie in sides.drawing.graph.ties
        if tie.sign > 0 and tie.a in part and tie.b in part
        for name in (tie.a, tie.b)
    }
    others = tuple(name for name in part if name not in friends)
    if len(part) == 1 or not others:
        return Text(visible(listed(tuple(part))), "bold")
    text = Text(visible(listed(tuple(name for name in part if name in friends))), "bold")
    text.append("; " if friends else "", "not bold").append("by common enemies alone: ", "not bold dim")
    return text.append(visible(listed(others)))


def _part(mark: str, names: Text, console: Console) -> None:
    """A part of a division; its names stand under one another where they need several lines."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(no_wrap=True, style=ASIDE)
    table.add_column(overflow="fold")
    table.add_row(mark, names)
    console.print(table)


def _line(line: Text, indent: int, console: Console) -> None:
    console.print(Padding(line, (0, 0, 0, indent)))


def _ways(count: int) -> str:
    return "no other division does as well" if count == 1 else f"{count:,} divisions do as well; the first is shown"


def _broken(sides: Sides, console: Console) -> None:
    """The ties that no best division satisfies, and those that some do not; of two camps, if these are others."""
    found = sides.factions
    some: list[tuple[str, Sequence[Tie]]] = [
        ("Ties that no best division into factions satisfies", found.always),
        ("Ties that some best divisions satisfy, and others do not", found.sometimes),
    ]
    if not found.settled:
        unproved = tuple(tie for tie in found.divisions[0].broken if tie not in found.always)
        some.append(("Ties that this division, not proved to be the best, leaves broken", unproved))
    if set(sides.camps.always) != set(found.always):
        some.append(("Ties that no best division into two camps satisfies", sides.camps.always))
    if set(sides.camps.sometimes) != set(found.sometimes):
        some.append(("Ties that only some best divisions into two camps satisfy", sides.camps.sometimes))
    for title, ties in some:
        if ties:
            _title(title, console)
            _ties(ties, sides, console)


def _ties(ties: Sequence[Tie], sides: Sides, console: Console) -> None:
    for tie in ties[:_TIES]:
        entries = sides.drawing.entries[tie]
        word, style = _STYLES[tie.sign]
        line = Text(visible(tie.a), "bold").append(" and ").append(visible(tie.b), "bold").append(": ")
        line.append(word, style).append(f", weight {tie.weight:g}, by {visible('; '.join(accounts(entries)))}")
        if where := places(entries):
            line.append(f", at {visible('; '.join(where))}")
        console.print(line)
        _claims(entries, console)
    if len(ties) > _TIES:
        console.print(Text(f"and {len(ties) - _TIES:,} more (--format csv has all)", ASIDE))


def _claims(entries: Sequence[Entry], console: Console) -> None:
    first = {entry.claim: entry for entry in reversed(entries)}
    shown = sorted(first.values(), key=lambda entry: entries.index(entry))
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(no_wrap=True, style=ASIDE)
    table.add_column(overflow="fold")
    for entry in shown[:_CLAIMS]:
        words = visible(entry.quote)
        cut = words if len(words) <= _WORDS else words[:_WORDS].rpartition(" ")[0] + "…"
        table.add_row(f"   {short(entry.claim)}", f"“{cut}”")
    console.print(table)
    if len(shown) > _CLAIMS:
        _line(Text(rest([entry.claim for entry in shown[_CLAIMS:]]), ASIDE), 3, console)


def _brokers(sides: Sides, console: Console) -> None:
    some = [broker for broker in sides.brokers if len(broker.reaches) > 1]
    if not some:
        return
    _title("Between factions", console)
    for broker in some[:_TIES]:
        others = sorted(
            {
                name
                for part, ties in broker.reaches
                if part != broker.part
                for tie in ties
                for name in (tie.a, tie.b)
                if name != broker.name
            }
        )
        line = Text(visible(broker.name), "bold").append(f" has friendly ties to {visible(listed(tuple(others)))}")
        console.print(line.append(" of other factions" if len(others) > 1 else " of another faction"))
        ties = [tie for part, some in broker.reaches if part != broker.part for tie in some]
        _claims([entry for tie in ties for entry in sides.drawing.entries[tie]], console)


def _measures(sides: Sides, console: Console) -> None:
    _title("How balanced", console)
    columns = [sides, *([sides.without] if sides.without else [])]
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style=ASIDE, show_header=len(columns) > 1)
    table.add_column("1 is perfect balance")
    table.add_column("all accounts", justify="right")
    if sides.without:
        table.add_column("without these", justify="right")
    rows: dict[str, list[float | None]] = {
        "two camps, normalised (1 − 2F/m)": [one.camps.normalised for one in columns],
        "two camps, ties left broken": [one.camps.value for one in columns],
        "factions, ties left broken": [one.factions.value for one in columns],
        "triangles": [one.triangles for one in columns],
        "walks": [one.walks for one in columns],
        "ties": [float(len(one.drawing.graph.ties)) for one in columns],
        "sides": [float(len(one.drawing.graph.nodes)) for one in columns],
    }
    for name, values in rows.items():
        table.add_row(name, *("none" if value is None else f"{value:.4g}" for value in values))
    console.print(table)
    if sides.without:
        _changed(sides, sides.without, console)


def _changed(sides: Sides, other: Sides, console: Console) -> None:
    """Which ties go with the accounts that are left out."""
    kept = {(tie.a, tie.b, tie.sign) for tie in other.drawing.graph.ties}
    gone = [tie for tie in sides.drawing.graph.ties if (tie.a, tie.b, tie.sign) not in kept]
    if gone:
        names = listed(tuple(f"{tie.a} and {tie.b} ({_STYLES[tie.sign][0]})" for tie in gone[:_TIES]))
        console.print(Text(visible(f"Nobody else tells of: {names}.")))
    parts = [part for part in other.factions.divisions[0].parts if len(part) > 1] if kept else []
    if parts:
        console.print(Text(visible("Factions without them: " + "; ".join(listed(part) for part in parts) + ".")))


def _turning(sides: Sides, console: Console) -> None:
    found = sides.turning
    if not found.ties:
        return
    _title("Which one tie, if it turned, would lower the tension of two camps most", console)
    console.print(
        Text(f"From {found.before:g} to {found.after:g}" + ("." if found.settled else ", as far as was tried."))
    )
    for tie in found.ties[:_TIES]:
        word, style = _STYLES[tie.sign]
        line = Text(visible(tie.a), "bold").append(" and ").append(visible(tie.b), "bold").append(", now ")
        console.print(line.append(word, style).append(f", weight {tie.weight:g}"))
        _claims(sides.drawing.entries[tie], console)


def _title(title: str, console: Console) -> None:
    console.print()
    console.print(Text(title, "underline"))
