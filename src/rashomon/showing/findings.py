"""Where accounts of events agree and part, shown to people: event by event, position by position."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.comparing.disputes.types import DISPUTES, Finding, Holder, Kind, Position, Words
from rashomon.comparing.events.types import Event
from rashomon.showing.citing import rest, short
from rashomon.showing.claim_line import ASIDE, TRIGGER
from rashomon.showing.phrases import NOTICE
from rashomon.showing.quoting import around
from rashomon.showing.safe import visible

_WORDS = 90
_EACH = 2
"""So many claims of one teller are quoted; the rest are counted."""
_FEW = 4
"""So many tellers are shown of what nobody disputes."""

KINDS: Mapping[Kind, str] = {
    "conflict": "conflict: not all can be so",
    "update": "update: a later figure of one count",
    "scope": "scope: more or less is counted, or otherwise",
    "framing": "framing: one deed in words of another view",
    "agreed": "agreed",
    "one side": "said by one side only",
    "one witness": "told by one witness",
}
_STYLES: Mapping[Kind, str] = {"conflict": "red", "update": "blue", "scope": "yellow", "framing": "magenta"}

_OTHERS: Mapping[Kind, str] = {
    "conflict": "conflicts",
    "update": "updates",
    "scope": "differences of scope",
    "framing": "in different words (--framing)",
    "agreed": "agreed (--agreed)",
    "one side": "said by one side only (--agreed)",
    "one witness": "told by one witness alone (--single)",
}

WITNESSES = "Witnesses are independent origins: a reprint is none of its own."


def show_findings(
    events: Mapping[str, Event], found: Sequence[Finding], total: int, others: Mapping[Kind, int], console: Console
) -> None:
    """Draws findings, those of an event together.

    Args:
        events: by id, at least those of the findings.
        found: what is drawn.
        total: how many were asked for.
        others: how many there are of the kinds that were not asked for.
        console: where to.
    """
    console.print(Text(f"{_heading(found, total)} {NOTICE} No position is called right. {WITNESSES}", "yellow"))
    for event, own in groupby(found, key=lambda f: f.event):
        console.print()
        _head(events[event], console)
        for finding in own:
            _finding(finding, console)
    if left := [f"{count:,} {_OTHERS[kind]}" for kind in _OTHERS if (count := others.get(kind, 0))]:
        console.print()
        console.print(Text(f"Not shown: {', '.join(left)}.", ASIDE))


def _heading(found: Sequence[Finding], total: int) -> str:
    if not found:
        return "Nothing is found in which accounts part."
    events = _number(len({f.event for f in found}), "event")
    disputes, framings = (sum(f.kind in kinds for f in found) for kinds in (DISPUTES, {"framing"}))
    rest = len(found) - disputes - framings
    counts = [_number(disputes, "dispute")] if disputes else []
    counts += [f"{framings:,} difference{'' if framings == 1 else 's'} of wording"] if framings else []
    counts += [_number(rest, "other finding")] if rest else []
    more = f" ({len(found):,} of {total:,} are shown; --limit N shows more)" if len(found) < total else ""
    return f"{', '.join(counts)} on {events}{more}."


def _head(event: Event, console: Console) -> None:
    line = Text(visible(event.title), "bold underline")
    if event.since and event.until and event.since not in event.title:
        when = event.since if event.since == event.until else f"{event.since}/{event.until}"
        line.append(f"  {when}", "not bold not underline")
    documents = len({m.document for m in event.mentions})
    told = f"  {_number(len(event.mentions), 'claim')} in {_number(documents, 'document')}  {event.id}"
    console.print(line.append(told, "not bold not underline dim"))


def _finding(finding: Finding, console: Console) -> None:
    line = Text(visible(_asked(finding)), "bold").append(f"  [{finding.slot}]", "not bold dim")
    line.append(f"  {KINDS[finding.kind]}", f"not bold {_STYLES.get(finding.kind, 'green')}")
    if finding.why:
        line.append(f" ({visible(finding.why)})", ASIDE)
    console.print(Padding(line, (0, 0, 0, 2)))
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, show_header=False)
    table.add_column(width=2)
    table.add_column(ratio=1)
    table.add_column(ratio=4 if console.width >= 110 else 3)
    parted = finding.kind in DISPUTES or finding.kind == "framing"
    for position in finding.positions:
        table.add_row("", _value(position), _holders(position.holders, parted, _stance(position)))
    console.print(table)


def _stance(position: Position) -> str:
    """How tellers stand to the words quoted: a denial often quotes but what is denied."""
    if position.value == "undetermined":
        return " leaves it open: "
    denied = position.value == "did not happen" or position.value.startswith("not ")
    return " speaks against it: " if denied else ": "


def _asked(finding: Finding) -> str:
    """The question that a slot answers."""
    if finding.slot == "number":
        return f"how many {finding.about}"
    return f"in which words: {finding.about}" if finding.slot == "wording" else finding.about


def _value(position: Position) -> Text:
    text = Text(visible(position.value), "bold")
    return text.append(f"\n{_number(position.witnesses, 'witness')}", "not bold dim")


def _holders(holders: Sequence[Holder], parted: bool, stance: str) -> Text:
    """Tellers with their words; of what nobody disputes, one claim of each of a few."""
    shown = holders if parted else holders[:_FEW]
    lines = [_holder(holder, _EACH if parted else 1, stance) for holder in shown]
    if more := len(holders) - len(shown):
        lines.append(Text(f"and {_number(more, 'teller')} more", ASIDE))
    return Text("\n").join(lines)


def _holder(holder: Holder, each: int, stance: str) -> Text:
    line = Text(visible(holder.teller), "cyan").append(stance, "not bold")
    line.append_text(Text("; ").join(_quote(words, holder.teller) for words in holder.words[:each]))
    more = [words.claim for words in holder.words[each:]]
    return line.append(f"; {rest(more)}" if more else "", ASIDE)


def _quote(words: Words, teller: str) -> Text:
    carried = f"through {visible(words.outlet)}, " if words.outlet != teller else ""
    before, trigger, after = around(words.quote, words.at, words.at + len(words.trigger), _WORDS)
    text = Text("“").append(before).append(trigger, TRIGGER).append(f"{after}”")
    return text.append(f" ({carried}{short(words.claim)})", ASIDE)


def _number(count: int, noun: str) -> str:
    plural = f"{noun}es" if noun.endswith("s") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else plural}"
