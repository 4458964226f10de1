"""One claim on one line: who did what to whom, where and when."""

from __future__ import annotations

from rich.text import Text

from rashomon.model import Claim, Control, Quantity
from rashomon.showing.phrases import UNNAMED, UNRESOLVED, amount, gloss, listed, who
from rashomon.showing.quoting import quoted
from rashomon.showing.safe import visible

ACTOR = "bold"
TRIGGER = "italic cyan"
ASIDE = "dim"
FIRMNESS = {
    "happened": "green",
    "not": "red",
    "possible": "yellow",
    "future": "blue",
    "demanded": "blue",
    "hypothetical": "magenta",
}


def claim_line(claim: Claim) -> Text:
    """Who, to whom, in which word, of what sort, how many, where and when."""
    line = parties(claim).append(": ").append(f"“{visible(claim.trigger)}”", TRIGGER)
    if sort := gloss(claim):
        line.append(f" [{sort}]", ASIDE)
    for number in numbers(claim):
        line.append(f", {visible(number)}")
    if claim.place and not (claim.control and claim.control.place == claim.place):
        line.append(", in ").append(visible(claim.place), ACTOR)
    if claim.when:
        line.append(f", {visible(claim.when)}")
    return line


def parties(claim: Claim) -> Text:
    """Who, to whom: of a control claim the place and its sides, of an appraisal the one who is judged."""
    line = Text()
    if claim.control:
        _control(line, claim, claim.control)
    elif claim.kind == "appraisal":
        line.append(visible(who(claim, "recipients")), ACTOR)
    elif claim.recipients or "recipients" in claim.unresolved:
        line.append(visible(who(claim, "agents")), ACTOR).append(" → ")
        line.append(visible(who(claim, "recipients")), ACTOR)
    else:
        line.append(visible(who(claim, "agents")), ACTOR)
    return line


def numbers(claim: Claim) -> list[str]:
    """How many, in words; without those that the parties' names tell already."""
    return [amount(given) for given in claim.quantities if given.what != "other" or not _named(given, claim)]


def _named(quantity: Quantity, claim: Claim) -> bool:
    """Whether the line names those who are counted already ("two villages")."""
    return any(quantity.who and quantity.who in name for name in (*claim.agents, *claim.recipients))


def _control(line: Text, claim: Claim, control: Control) -> None:
    line.append(visible(control.place or "(a place unnamed)"), ACTOR).append(", ")
    loser, gainer = _side(claim, "from", control.from_), _side(claim, "to", control.to)
    if control.holds:
        line.append("held by ").append(visible(gainer), ACTOR)
    elif loser == gainer == UNNAMED:
        line.append("changing hands")
    else:
        told = [(word, name) for word, name in (("from", loser), ("to", gainer)) if name != UNNAMED]
        for at, (word, name) in enumerate(told):
            line.append(f"{' ' if at else ''}{word} ").append(visible(name), ACTOR)
    others = tuple(name for name in claim.agents if name not in (control.from_, control.to))
    if others:
        line.append(", by ").append(visible(listed(others)), ACTOR)


def _side(claim: Claim, side: str, name: str | None) -> str:
    return name or (UNRESOLVED if f"control.{side}" in claim.unresolved else UNNAMED)


def words_line(claim: Claim, limit: int) -> Text:
    """The quote with its trigger marked, cut to about `limit` characters around the trigger."""
    before, trigger, after = quoted(claim, limit)
    return Text("“").append(before).append(trigger, TRIGGER).append(after).append("”")
