"""Why a claim was read so, in words: the reader's rules by what they mean, its scores as what they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from rashomon.model import Alternative
from rashomon.showing.page.accounts import Told
from rashomon.showing.reasons import Reason, reasons

SHOWN = 3
"""So many runners-up of a field are shown."""

FIELDS = {
    "agents": "agent",
    "recipients": "recipient",
    "speakers": "teller",
    "control.from": "who loses it",
    "control.to": "who gains or holds it",
    "factuality": "how firmly",
    "when": "when it is said to happen",
    "said": "when it was said",
}
"""The fields of a claim in words; those that are not listed are words already."""

_STEPS = 20


@dataclass(frozen=True)
class Because:
    """One reason as the page shows it.

    Attributes:
        reason: what was found. `field`, `rule`: in words.
        bar: the raw score in twentieths, None where there is none.
        others: the runners-up that are shown. `more`: how many are not.
    """

    reason: Reason
    field: str
    rule: str
    bar: int | None
    others: tuple[Alternative, ...]
    more: int


def why(told: Told, text: str) -> list[Because]:
    """The reasons of a claim, field by field, what could not be resolved at the end."""
    return [
        Because(
            reason,
            in_words(reason.field),
            rule_in_words(reason.field, reason.rule),
            None if reason.score is None else round(min(max(reason.score, 0), 1) * _STEPS),
            reason.others[:SHOWN],
            len(reason.others[SHOWN:]),
        )
        for reason in reasons(told.claim, text)
    ]


def in_words(field: str) -> str:
    """A claim's field as people call it."""
    return FIELDS.get(field, field)


def rule_in_words(field: str, rule: str) -> str:
    """What a rule means: `urge: demands` is `“urge” demands it`."""
    known = _words().get(field, {})
    if rule in known:
        return known[rule]
    if field != "factuality":
        return rule
    return "; ".join(_step(known, *step.rpartition(": ")[::2]) for step in rule.split("; "))


def _step(known: dict[str, str], word: str, operator: str) -> str:
    words = known.get(operator)
    return words.replace("{word}", word) if words and word else f"{word}: {operator}" if word else operator


@cache
def _words() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = yaml.safe_load(
        files("rashomon.showing").joinpath("rules.yaml").read_text(encoding="utf-8")
    )
    return found
