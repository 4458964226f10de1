"""Who holds what, shown to people: place by place, account by account, with the words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from rashomon.analysis.control.types import Ledger, Standing, Tenure
from rashomon.model import Claim
from rashomon.showing.citing import rest, short
from rashomon.showing.claim_line import ASIDE, TRIGGER
from rashomon.showing.days import written
from rashomon.showing.phrases import NOTICE
from rashomon.showing.quoting import quoted
from rashomon.showing.safe import visible

_WORDS = 100
_EACH = 2
_OPEN = "who has it is not said"
_CHANGED = "it changed hands; to whom is not said"
_BY = "“by” a day: held on that day; since when is not said."


def show_ledgers(ledgers: Sequence[Ledger], claims: Mapping[str, Claim], heading: str, console: Console) -> None:
    """Draws ledgers; the accounts of one place stand under one another."""
    console.print(Text(f"{heading}. {NOTICE} Accounts that part stand beside one another.", "yellow"))
    if any(tenure.since and tenure.begins == "by" for one in ledgers for tenure in one.tenures):
        console.print(Text(_BY, ASIDE))
    for _, group in groupby(ledgers, key=lambda one: one.place_key):
        own = list(group)
        console.print()
        console.print(Text(visible(own[0].place), "bold underline"))
        for ledger in own:
            _ledger(ledger, claims, console)


def show_standings(day: str, standings: Sequence[Standing], claims: Mapping[str, Claim], console: Console) -> None:
    """Draws who holds what on a day."""
    found = f"{len(standings):,} {'answer' if len(standings) == 1 else 'answers'} for {written(day)}"
    console.print(Text(f"{found}. {NOTICE}", "yellow"))
    for place, group in groupby(standings, key=lambda one: one.place):
        console.print()
        console.print(Text(visible(place), "bold underline"))
        for one in group:
            line = Text().append(visible(one.account)).append(": ").append(visible(one.holder or _OPEN), "bold")
            line.append(_aside([*([f"part: {one.part}"] if one.part else []), *one.states]), ASIDE)
            if not one.sure:
                line.append("  (by then or since: it says nothing to the contrary)", ASIDE)
            _line(line, 2, console)
            _quotes(one.claims, claims, console)


def _ledger(ledger: Ledger, claims: Mapping[str, Claim], console: Console) -> None:
    _line(Text(visible(ledger.account), "bold"), 2, console)
    for tenure in ledger.tenures:
        _tenure(tenure, claims, console)
    for mark in ledger.marks:
        line = Text(mark.state, "yellow").append(f" by {visible(mark.by)}" if mark.by else "")
        _line(line.append(f"  {_span(mark.since, mark.until, 'said')}", ASIDE), 4, console)
        _quotes(mark.claims, claims, console)
    for denial in ledger.denials:
        what = f"{denial.holder} {'lost it' if denial.lost else 'has it'}" if denial.holder else "it changed hands"
        _line(Text("denied", "red").append(f": {visible(what)}"), 4, console)
        _quotes((denial.claim,), claims, console)
    if ledger.unsure:
        _line(Text("may be so, or not", "yellow").append("  no hold is drawn from it", ASIDE), 4, console)
        _quotes(ledger.unsure, claims, console)


def _tenure(tenure: Tenure, claims: Mapping[str, Claim], console: Console) -> None:
    line = Text(visible(tenure.holder or _CHANGED), "green" if tenure.holder else "yellow")
    line.append(_aside([f"part: {tenure.part}"] if tenure.part else []), ASIDE)
    told = []
    if tenure.since or tenure.until or not tenure.ended_by:
        told.append(_span(tenure.since, tenure.until, tenure.begins))
    if tenure.taken_from:
        told.append(f"{'handed over by' if tenure.handed else 'from'} {visible(tenure.taken_from)}")
    if tenure.ended_by and tenure.until is None:
        told.append("no longer, since when is not said")
    _line(line.append(f"  {', '.join(told)}"), 4, console)
    only_loss = set(tenure.claims) <= set(tenure.ended_by)
    _quotes(tenure.ended_by if only_loss else tenure.claims, claims, console)


def _span(since: str | None, until: str | None, begins: str | None) -> str:
    begun = f"{'since' if begins == 'said' else 'by'} {written(since)}" if since else ""
    ended = f"until {written(until)}" if until else ""
    return " ".join(part for part in (begun, ended) if part) or "no day is said"


def _aside(parts: Iterable[str]) -> str:
    inner = ", ".join(visible(part) for part in parts)
    return f" ({inner})" if inner else ""


def _quotes(ids: Sequence[str], claims: Mapping[str, Claim], console: Console) -> None:
    for id in ids[:_EACH]:
        if (claim := claims.get(id)) is None:
            continue
        before, trigger, after = quoted(claim, _WORDS)
        line = Text(f"“{before}", "not bold").append(trigger, TRIGGER).append(f"{after}”")
        console.print(Padding(line.append(f" ({short(id)})", ASIDE), (0, 0, 0, 6)))
    if len(ids) > _EACH:
        console.print(Padding(Text(rest(ids[_EACH:]), ASIDE), (0, 0, 0, 6)))


def _line(line: Text, indent: int, console: Console) -> None:
    """A line set in; where it is too long for one, what follows stands under it."""
    console.print(Padding(line, (0, 0, 0, indent)))
