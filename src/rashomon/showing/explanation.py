"""Why one claim was read: its words, field by field what decided, the runners-up, and the syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model import Claim, Confidence, Evidence, Reading
from rashomon.showing.claim_line import ASIDE, FIRMNESS, TRIGGER, claim_line
from rashomon.showing.phrases import NOTICE, SURE_OF_WHAT, chance, claim_times, firmness, not_shown, sure, told_by
from rashomon.showing.reasons import reasons
from rashomon.showing.safe import visible

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CONTEXT = 120


def show_explanation(reading: Reading, claim: Claim, doc: Doc | None, console: Console) -> None:
    """Draws why the claim was read as it was. `doc`: the reading's document parsed, None if its reader parses none."""
    document = reading.document
    teller = visible(told_by(claim, document.teller))
    where = f"  ({visible(document.path or document.id)}, characters {claim.start}–{claim.end})"
    told = Text("told by ").append(teller, "bold").append(", who ").append(firmness(claim), FIRMNESS[claim.factuality])
    console.print(Text(f"{claim.id}  ", ASIDE).append_text(claim_line(claim)))
    console.print(told.append(where, ASIDE))
    console.print(Text(claim_times(claim, document), ASIDE))
    if claim.confidence:
        console.print(Text(_confidence(claim.confidence), ASIDE))
    if reading.left_out and reading.left_out.claims:
        console.print(Text(not_shown(reading.left_out), ASIDE))
    console.print(Text(NOTICE, "yellow"))
    _section("The words", console)
    console.print(Padding(_in_context(document.text, claim), (0, 0, 0, 2)))
    _section("Field by field", console)
    console.print(Padding(_evidence(claim, document.text), (0, 0, 0, 2)))
    runners_up = _runners_up(claim)
    _section("Runners-up", console)
    if runners_up:
        for line in runners_up:
            console.print(Padding(line, (0, 0, 0, 2)))
    else:
        console.print("  No other reading was weighed.")
    if doc is not None:
        _section("The clause as parsed", console)
        console.print(Padding(_parse(claim, doc), (0, 0, 0, 2)))
    versions = reading.versions
    console.print()
    console.print(
        Text(
            f"rashomon {versions.rashomon}, reader {visible(versions.reader)} over {visible(versions.parser)}, "
            f"knowledge {visible(versions.knowledge)}. Scores are raw (0 to 1), not probabilities.",
            ASIDE,
        )
    )


def _confidence(confidence: Confidence) -> str:
    fields = ", ".join(f"{visible(field)} {chance(value)}" for field, value in confidence.fields.items())
    return f"{sure(confidence)} {SURE_OF_WHAT}" + (f"; of its parts: {fields}" if fields else "")


def _section(title: str, console: Console) -> None:
    console.print()
    console.print(Text(title, "bold underline"))


def _in_context(text: str, claim: Claim) -> Text:
    """The quote with its trigger marked, and dimmed what stands around it."""
    start, end = max(0, claim.quote_start - _CONTEXT), claim.quote_end + _CONTEXT
    if start:  # from the next word on
        start = min((text.find(blank, start, claim.quote_start) + 1 or claim.quote_start) for blank in " \n")
    if end < len(text):
        end = max(text.rfind(" ", claim.quote_end, end), claim.quote_end)
    line = Text("…" if start else "")
    for left, right, style in (
        (start, claim.quote_start, ASIDE),
        (claim.quote_start, claim.start, ""),
        (claim.start, claim.end, f"{TRIGGER} underline"),
        (claim.end, claim.quote_end, ""),
        (claim.quote_end, end, ASIDE),
    ):
        part = text[left:right]
        lead, trail = part[:1].isspace(), len(part) > 1 and part[-1:].isspace()
        line.append(f"{' ' * lead}{visible(part)}{' ' * trail}", style)
    return line.append("…" if end < len(text) else "")


def _evidence(claim: Claim, text: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for name in ("field", "value", "score", "rule", "knowledge", "from the words"):
        table.add_column(name, no_wrap=name in ("field", "score"), overflow="fold")
    for reason in reasons(claim, text):
        words = "–" if reason.words is None else f"“{visible(reason.words)}”"
        table.add_row(
            reason.field,
            Text(visible(reason.value) or "–", "bold"),
            "–" if reason.score is None else f"{reason.score:.2f}",
            visible(reason.rule),
            visible(reason.entry or "–"),
            Text(words, ASIDE),
        )
    return table


def _runners_up(claim: Claim) -> list[Text]:
    lines = []
    for item in claim.evidence:
        lines += [_runner_up(item, i) for i in range(len(item.alternatives))]
    return lines


def _runner_up(item: Evidence, index: int) -> Text:
    other = item.alternatives[index]
    line = Text(f"{item.field}: ", ASIDE).append(visible(other.value))
    return line.append(f"  {other.score:.2f}, {visible(other.why)}", ASIDE)


def _parse(claim: Claim, doc: Doc) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for name in ("at", "word", "lemma", "tag", "relation", "of"):
        table.add_column(name, justify="right" if name == "at" else "left", no_wrap=name == "at")
    for token in doc:
        outside = token.idx + len(token.text) <= claim.quote_start or token.idx >= claim.quote_end
        if outside or token.is_space:
            continue
        is_trigger = token.idx < claim.end and token.idx + len(token.text) > claim.start
        table.add_row(
            Text(str(token.idx), ASIDE),
            Text(visible(token.text), TRIGGER if is_trigger else ""),
            visible(token.lemma_),
            token.tag_,
            token.dep_,
            "the root" if token.head.i == token.i else visible(token.head.text),
        )
    return table
