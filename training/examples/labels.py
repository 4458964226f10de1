"""What can be marked: the model's labels, one inventory a head."""

from __future__ import annotations

from typing import get_args

from rashomon.model import Endorsement, EventType, Factuality
from training.records import Record

NONE = "-"

SENSES: tuple[str, ...] = (
    NONE,
    *(f"event/{t}" for t in get_args(EventType)),
    "event/-",
    *(f"control/{t}" for t in ("COERCE", "RETREAT", "-")),
    *(f"relation/{s}" for s in "+-0"),
    *(f"appraisal/{s}" for s in "+-"),
)
"""Kind with PLOVER type, or with the sign; `-`: no trigger begins here."""

MODES = (
    NONE, "seize", "withdraw", "troops", "firearms", "yield", "restrict", "arrest", "heavy-weapons", "destroy",
    "allege",
    "release", "access", "ceasefire", "aerial", "disapprove", "explosives", "assist", "demo", "confiscate", "abduct",
    "violence", "discontinue", "disarm", "investigate", "weapons", "militia", "meet", "third-party", "deport", "strike",
    "ban", "execute", "resign", "obstruct", "expel", "primitive", "visit", "beat", "change", "convict", "police",
    "return", "asylum", "torture", "riot", "massacre", "unconventional", "crowd-control", "phone", "assassinate",
    "censor", "boycott", "martial-law", "withhold", "suicide-attack", "targeted",
)  # fmt: skip
"""PLOVER's modes that the corpus has often enough to learn."""

FRAME_HEADS: dict[str, tuple[str, ...]] = {
    "mode": MODES,
    "factuality": get_args(Factuality),
    "endorsement": get_args(Endorsement),
    "negated": ("no", "yes"),
    "holds": ("no", "yes"),
}
"""The heads that label a trigger once it is found."""

CLAIM_ROLES = frozenset(
    {"agent", "recipient", "place", "from", "to", "time", "teller", "teller-outer", "cue", "quantity"}
)
VERB_ROLES = (
    "ARG0", "ARG1", "ARG2", "ARG3", "ARG4", "ARGM-ADJ", "ARGM-ADV", "ARGM-CAU", "ARGM-DIR", "ARGM-DIS", "ARGM-EXT",
    "ARGM-GOL", "ARGM-LOC", "ARGM-LVB", "ARGM-MNR", "ARGM-MOD", "ARGM-NEG", "ARGM-PRD", "ARGM-PRP", "ARGM-TMP",
)  # fmt: skip
"""PropBank's."""

CUE_ROLES = frozenset({"source", "cue"})
"""A cue's own: who tells by it, and the cue in whose content it stands."""

ROLES: tuple[str, ...] = (*sorted(CLAIM_ROLES), *VERB_ROLES, "source")


def labels_of(record: Record) -> dict[str, str]:
    """The labels of a claim, by head."""
    kind, mark = record["kind"], record["type"]
    if kind in ("relation", "appraisal"):
        mark = record["sign"]
    sense = f"{kind}/{mark or NONE}"
    labels = {
        "sense": sense if sense in SENSES else f"{kind}/{NONE}",
        "factuality": record["factuality"],
        "negated": "yes" if record["negated"] else "no",
    }
    mode = record["mode"] or NONE
    if mode in MODES:
        labels["mode"] = mode
    if kind == "control":
        labels["holds"] = "yes" if (record["control"] or {}).get("holds") else "no"
    if record["speakers"]:
        labels["endorsement"] = record["endorsement"]
    return labels
