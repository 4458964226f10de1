"""Our own annotated passages: a compact notation for claims, read, checked and tied to offsets.

A file is a YAML list of passages: `id`, `text`, `claims`, and what is known of the document (`source`,
`title`, `author`, `published`). `claims` holds one claim a line, its parts set apart by `|`:

    seized | control COERCE/seize | rebels -> army | @Port Sele | from army | to rebels | by mayor > priest | not

1. the trigger as it stands in the text; `fired#2` is its second occurrence;
2. what it is: `ASSAULT/aerial` (an event's type and mode), `event` (of no type), `control RETREAT`,
   `hold` (a standing hold), `rel +`, `app -`;
3. who to whom: `agents -> recipients`, names set apart by `;`;

then, in any order and only where there is something to say: `@place`, `t DATE`, `by teller > teller`, a
factuality, `negated`, an endorsement (default: `endorses` without a teller, else `neutral`),
`from LOSER`, `to GAINER`, and quantities: `n WHAT MIN MAX WHO "words"` (`-`: unbounded).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import yaml

from rashomon.model import Document, Endorsement, EventType, Factuality, Sign

Record = dict[str, Any]
"""One claim with the fields of the guidelines, as in a gold file."""

TYPES = frozenset(get_args(EventType))
FACTUALITIES = frozenset(get_args(Factuality))
ENDORSEMENTS = frozenset(get_args(Endorsement))
SIGNS = frozenset(get_args(Sign))
QUANTITIES = frozenset({"killed", "wounded", "captured", "displaced", "strikes", "other"})

NUMBER = re.compile(r'n (?P<what>\w+) (?P<min>\d+|-) (?P<max>\d+|-) (?P<who>"[^"]+"|\S+) "(?P<words>[^"]+)"')


@dataclass(frozen=True)
class Passage:
    """An invented text with all its claims."""

    document: Document
    claims: tuple[Record, ...]


class NotationError(ValueError):
    """A claim line that cannot be read, or that does not fit its text."""


def load(path: Path) -> list[Passage]:
    """All passages of a file, or of all `.yaml` files of a folder. Raises NotationError on a fault."""
    files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    passages = [p for file in files for p in _load_file(file)]
    seen: set[str] = set()
    for passage in passages:
        for key in (passage.document.id, passage.document.text):
            if key in seen:
                raise NotationError(f"{passage.document.id}: twice")
            seen.add(key)
    return passages


def _load_file(path: Path) -> Iterator[Passage]:
    for entry in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader):
        lines = [line.strip() for line in entry.pop("claims").splitlines() if line.strip()]
        document = Document(**entry)
        claims = []
        for line in lines:
            try:
                claims.append({"doc": document.id, **parse(line, document.text)})
            except NotationError as error:
                raise NotationError(f"{path.name}: {document.id}: {line}: {error}") from None
        yield Passage(document, tuple(claims))


def parse(line: str, text: str) -> Record:
    """One claim line as a record, its trigger found in the text. Raises NotationError."""
    trigger, sort, *parts = (part.strip() for part in line.split("|"))
    claim: Record = {
        "trigger": "", "start": 0, "end": 0, "kind": "event", "type": None, "mode": None, "agents": [],
        "recipients": [], "place": None, "when": None, "speakers": [], "factuality": "happened",
        "endorsement": None, "negated": False, "control": None, "sign": None, "quantities": [],
    }  # fmt: skip
    claim["trigger"], claim["start"], claim["end"] = _find(trigger, text)
    _sort(sort, claim)
    sides: dict[str, str | None] = {}
    for part in parts:
        sides.update(_part(part, claim, text))
    if claim["endorsement"] is None:
        claim["endorsement"] = "neutral" if claim["speakers"] else "endorses"
    if not claim["speakers"] and claim["endorsement"] != "endorses":
        raise NotationError("what the author says himself he endorses")
    if claim["kind"] == "control":
        _control(sort, sides, claim)
    elif sides:
        raise NotationError("sides belong to control claims")
    return claim


def _find(trigger: str, text: str) -> tuple[str, int, int]:
    words, _, nth = trigger.partition("#")
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if len(found) < int(nth or 1):
        raise NotationError("trigger not in the text")
    start = found[int(nth or 1) - 1]
    return words, start, start + len(words)


def _sort(sort: str, claim: Record) -> None:
    kind, _, rest = sort.partition(" ")
    if kind in ("rel", "app"):
        claim["kind"] = "relation" if kind == "rel" else "appraisal"
        claim["sign"] = rest
        if rest not in SIGNS:
            raise NotationError(f"no such sign: {rest!r}")
        return
    if kind in ("control", "hold"):
        claim["kind"] = "control"
    else:
        rest = "" if kind == "event" else sort
    claim["type"], claim["mode"] = (*rest.split("/"), None)[:2] if rest else (None, None)
    if claim["type"] is not None and claim["type"] not in TYPES:
        raise NotationError(f"no such type: {claim['type']!r}")


def _part(part: str, claim: Record, text: str) -> dict[str, str | None]:
    """Fills what one part says into the claim; gives the sides of a control claim back."""
    if "->" in part:
        agents, recipients = part.split("->")
        claim["agents"], claim["recipients"] = _names(agents, ";"), _names(recipients, ";")
    elif part.startswith("@"):
        claim["place"] = part[1:]
    elif part.startswith("t "):
        claim["when"] = part[2:]
    elif part.startswith("by "):
        claim["speakers"] = _names(part[3:], ">")
    elif part in FACTUALITIES:
        claim["factuality"] = part
    elif part in ENDORSEMENTS:
        claim["endorsement"] = part
    elif part == "negated":
        claim["negated"] = True
    elif number := NUMBER.fullmatch(part):
        claim["quantities"].append(_quantity(number, text))
    elif part.startswith("from "):
        return {"loser": part[5:]}
    elif part.startswith("to "):
        return {"gainer": part[3:]}
    else:
        raise NotationError(f"cannot read {part!r}")
    return {}


def _names(part: str, separator: str) -> list[str]:
    return [name.strip() for name in part.split(separator) if name.strip()]


def _quantity(number: re.Match[str], text: str) -> Record:
    if number["what"] not in QUANTITIES:
        raise NotationError(f"no such quantity: {number['what']!r}")
    _, start, end = _find(number["words"], text)
    least, most = (None if number[k] == "-" else int(number[k]) for k in ("min", "max"))
    who = number["who"].strip('"')
    return {"what": number["what"], "min": least, "max": most, "who": who, "start": start, "end": end}


def _control(sort: str, sides: dict[str, str | None], claim: Record) -> None:
    if not claim["place"]:
        raise NotationError("a control claim needs a place")
    holds = sort == "hold"
    gainer = " and ".join(claim["agents"]) if holds else sides.get("gainer")
    claim["control"] = {"place": claim["place"], "from": sides.get("loser"), "to": gainer or None}
    if holds:
        claim["control"]["holds"] = True
