"""The compact notation for claims: one claim a line, its parts set apart by ` | `.

    seized | control COERCE/seize | rebels -> army{them} | @Port Sele | from army | to rebels | by mayor "said" | not

1. the trigger as it stands in the text; `fired#2` is its second occurrence;
2. what it is: `ASSAULT/aerial` (an event's type and mode), `event` (of no type), `control RETREAT`,
   `hold` (a standing hold), `rel +`, `app -`;
3. who to whom: `agents -> recipients`, names set apart by `;`;

then, in any order and only where there is something to say: `@place`, `t DATE "words"`,
`by teller "cue" > teller "cue"`, a factuality, `negated`, an endorsement (default: `endorses` without a teller,
else `neutral`), `from LOSER`, `to GAINER`, quantities `n WHAT MIN MAX WHO "words"` (`-`: unbounded), and
`q "first words … last words"` where the quote is more than the stretch of trigger, agents and recipients.

A name may carry the words that stand for it in the clause: `Ivo Tarn{he}`, `Ivo Tarn{him#2}`, `Ivo Tarn{-}` (none).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import get_args

from rashomon.model import Endorsement, EventType, Factuality, Kind, Sign

TYPES = frozenset(get_args(EventType))
FACTUALITIES = frozenset(get_args(Factuality))
ENDORSEMENTS = frozenset(get_args(Endorsement))
SIGNS = frozenset(get_args(Sign))
QUANTITIES = frozenset({"killed", "wounded", "captured", "displaced", "strikes", "other"})

_WORDS = r"(?P<words>[^{}#]*)(?:#(?P<nth>\d+))?"
_TRIGGER = re.compile(_WORDS)
_MENTION = re.compile(rf"(?P<name>[^{{}}]*?)\s*(?:\{{{_WORDS}\}})?")
_TOLD = re.compile(r'(?P<mention>[^"]*?)\s*(?:"(?P<cue>[^"#]*)(?:#(?P<nth>\d+))?")?')
_TIME = re.compile(r't (?P<date>[^"]*?)\s*(?:"(?P<words>[^"#]*)(?:#(?P<nth>\d+))?")?')
_QUOTE = re.compile(r'q "(?P<first>[^"]*?)(?:\s*(?:…|\.\.\.)\s*(?P<last>[^"]+))?"')
_NUMBER = re.compile(
    r'n (?P<what>\w+) (?P<min>\d+|-) (?P<max>\d+|-) (?P<who>"[^"]+"|\S+) "(?P<words>[^"#]+)(?:#(?P<nth>\d+))?"'
)


class NotationError(ValueError):
    """A claim line that cannot be read, or that does not fit its text."""


@dataclass(frozen=True)
class Words:
    """Words of the text; `nth` counts their occurrences from one (None: whichever is nearest)."""

    words: str
    nth: int | None = None


@dataclass(frozen=True)
class Mention:
    """A canonical name, and the words that stand for it where those are others. `nowhere`: no words do."""

    name: str
    words: Words | None = None
    nowhere: bool = False


@dataclass(frozen=True)
class Told:
    """A link of the chain of tellers, with the words that say that he tells."""

    teller: Mention
    cue: Words | None


@dataclass(frozen=True)
class Number:
    """A quantity that the claim carries."""

    what: str
    least: int | None
    most: int | None
    who: str
    words: Words


@dataclass
class Line:
    """One claim line, read but not yet tied to its text."""

    trigger: Words
    kind: Kind = "event"
    type: str | None = None
    mode: str | None = None
    sign: str | None = None
    holds: bool = False
    agents: list[Mention] = field(default_factory=list)
    recipients: list[Mention] = field(default_factory=list)
    place: Mention | None = None
    loser: Mention | None = None
    gainer: Mention | None = None
    when: str | None = None
    time: Words | None = None
    tellers: list[Told] = field(default_factory=list)
    factuality: str = "happened"
    endorsement: str | None = None
    negated: bool = False
    numbers: list[Number] = field(default_factory=list)
    quote: tuple[str, str | None] | None = None


def read(line: str) -> Line:
    """A claim line, taken apart. Raises NotationError."""
    trigger, *parts = (part.strip() for part in line.split("|"))
    if not parts:
        raise NotationError("a claim has a trigger, a kind, and agents and recipients")
    claim = Line(_words(_match(_TRIGGER, trigger)))
    _sort(parts[0], claim)
    for part in parts[1:]:
        _part(part, claim)
    return claim


def _match(pattern: re.Pattern[str], part: str) -> re.Match[str]:
    if not (found := pattern.fullmatch(part.strip())):
        raise NotationError(f"cannot read {part.strip()!r}")
    return found


def _words(found: re.Match[str], group: str = "words") -> Words:
    return Words(found[group].strip(), int(found["nth"]) if found["nth"] else None)


def _sort(sort: str, claim: Line) -> None:
    kind, _, rest = sort.partition(" ")
    if kind in ("rel", "app"):
        claim.kind = "relation" if kind == "rel" else "appraisal"
        claim.sign = rest
        if rest not in SIGNS:
            raise NotationError(f"no such sign: {rest!r}")
        return
    if kind in ("control", "hold"):
        claim.kind, claim.holds = "control", kind == "hold"
    else:
        rest = "" if kind == "event" else sort
    claim.type, claim.mode = (*rest.split("/"), None)[:2] if rest else (None, None)
    if claim.type is not None and claim.type not in TYPES:
        raise NotationError(f"no such type: {claim.type!r}")


def _part(part: str, claim: Line) -> None:
    """Reads one of the parts after the second into the claim."""
    if part.startswith("@"):
        claim.place = _mention(part[1:])
    elif part.startswith("t "):
        time = _match(_TIME, part)
        claim.when, claim.time = time["date"] or None, _words(time) if time["words"] else None
    elif part.startswith("by "):
        claim.tellers = [_told(link) for link in part[3:].split(">") if link.strip()]
    elif part.startswith("n "):
        claim.numbers.append(_number(_match(_NUMBER, part)))
    elif part.startswith("q "):
        quote = _match(_QUOTE, part)
        claim.quote = quote["first"], quote["last"]
    elif part.startswith("from "):
        claim.loser = _mention(part[5:])
    elif part.startswith("to "):
        claim.gainer = _mention(part[3:])
    elif part in FACTUALITIES:
        if claim.factuality != "happened":
            raise NotationError(f"{claim.factuality} and {part}: a claim has one factuality")
        claim.factuality = part
    elif part in ENDORSEMENTS:
        claim.endorsement = part
    elif part == "negated":
        claim.negated = True
    elif part.count("->") == 1:
        agents, recipients = part.split("->")
        claim.agents, claim.recipients = _mentions(agents), _mentions(recipients)
    else:
        raise NotationError(f"cannot read {part!r}")


def _mentions(part: str) -> list[Mention]:
    return [_mention(name) for name in part.split(";") if name.strip()]


def _mention(part: str) -> Mention:
    found = _match(_MENTION, part)
    if not found["name"]:
        raise NotationError(f"no name in {part.strip()!r}")
    if found["words"] is None:
        return Mention(found["name"])
    if found["words"].strip() in ("-", ""):
        return Mention(found["name"], nowhere=True)
    return Mention(found["name"], _words(found))


def _told(part: str) -> Told:
    found = _match(_TOLD, part)
    return Told(_mention(found["mention"]), _words(found, "cue") if found["cue"] else None)


def _number(found: re.Match[str]) -> Number:
    if found["what"] not in QUANTITIES:
        raise NotationError(f"no such quantity: {found['what']!r}")
    least, most = (None if found[k] == "-" else int(found[k]) for k in ("min", "max"))
    return Number(found["what"], least, most, found["who"].strip('"'), _words(found))
