"""Why a claim's fields were filled as they were, with the model's raw scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Alternative, Evidence
from rashomon.reading.learned.composing.tellers import Chain
from rashomon.reading.learned.naming import Named
from rashomon.reading.learned.types import Argument, Frame

MODEL = "model"


@dataclass(frozen=True, slots=True)
class Piece:
    """Somebody (or a place) in a role, and the words for it."""

    named: Named
    argument: Argument


def evidence_of(
    frame: Frame,
    agents: Sequence[Piece],
    recipients: Sequence[Piece],
    from_: Sequence[Piece],
    to: Sequence[Piece],
    chain: Chain,
    places: Sequence[Piece],
    when: tuple[str, float] | None,
    time: Argument | None,
) -> tuple[Evidence, ...]:
    """Pieces of evidence in the order in which a reader would ask."""
    at = frame.start, frame.end
    sense = "/".join(filter(None, (frame.kind, frame.type, frame.mode)))
    found = [_label("found", frame.kind, frame, at), _label("type", sense, frame, at)]
    for field, pieces in (
        ("agents", agents), ("recipients", recipients), ("control.from", from_), ("control.to", to),
    ):  # fmt: skip
        found += [_named(field, p.named.name, p.named, p.argument) for p in pieces]
    for name, several, arguments in chain.links:
        found.append(_named("speakers", name, several[0], arguments[0]))
    found.append(_label("factuality", frame.factuality, frame, at))
    if chain.links:
        found.append(_label("endorsement", frame.endorsement, frame, at))
    found += [_named("place", p.named.name, p.named, p.argument) for p in places]
    if when is not None:
        start, end = (time.start, time.end) if time is not None else (0, 0)
        found.append(Evidence(field="when", value=when[0], score=when[1], rule="date in words", start=start, end=end))
    return tuple(found)


def _label(field: str, value: str, frame: Frame, at: tuple[int, int]) -> Evidence:
    """A label that the model chose; those that lost beside it."""
    runners = tuple(Alternative(value=v, score=_unit(s), why=MODEL) for v, s in frame.runners.get(field, ()))
    score = _unit(frame.scores.get(field, frame.scores.get("found", 1.0)))
    return Evidence(field=field, value=value, score=score, rule=MODEL, start=at[0], end=at[1], alternatives=runners)


def _named(field: str, value: str, named: Named, argument: Argument) -> Evidence:
    """Words that the model chose, and how they came to their name: the lesser score of both."""
    score = min(argument.score, named.score)
    if named.rule == "model: link":
        score = min(score, argument.link)
    rule = MODEL if named.rule == "name" else f"{MODEL}; {named.rule}"
    return Evidence(field=field, value=value, score=_unit(score), rule=rule, start=argument.start, end=argument.end)


def _unit(score: float) -> float:
    return min(1.0, max(0.0, float(score)))
