"""Ties a claim line to its text: the record of the annotation guidelines, with offsets for every argument."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rashomon.reading.learned.sentences import Stretch
from training.finding import Text
from training.notation import Line, Mention, NotationError, Number, Told, Words

Record = dict[str, Any]
"""One claim with the fields of the guidelines, as in a gold file, and `arguments`: a list of records with `role`
(agent, recipient, place, from, to, time, teller, cue, quantity), `name`, `start`, `end` (None: in no words near)."""

Complaint = str
"""What an annotator should mend in a line that can be read."""

_AND = " and "


class Tied:
    """One claim line tied to its text."""

    def __init__(self, line: Line, text: Text) -> None:
        self.line, self.text = line, text
        self.complaints: list[Complaint] = []
        self.trigger = self._trigger(line.trigger)
        self.arguments: list[Record] = []
        roles: list[tuple[str, Sequence[Mention | None]]] = [
            ("agent", line.agents), ("recipient", line.recipients), ("from", [line.loser]), ("to", [line.gainer]),
            ("place", [line.place]),
        ]  # fmt: skip
        for role, mentions in roles:
            for mention in filter(None, mentions):
                self.arguments += self._arguments(role, mention, self.trigger)
        if line.time:
            self.arguments.append(_argument("time", line.when or line.time.words, self._found(line.time)))
        elif line.when:
            self.arguments.append(_argument("time", line.when, None))
        for told in line.tellers:
            self.arguments += self._told(told)
        self.quantities = [self._quantity(number) for number in line.numbers]

    def record(self) -> Record:
        """The claim with the fields of the guidelines."""
        line = self.line
        (start, end), (quote_start, quote_end) = self.trigger, self._quote()
        speakers = [told.teller.name for told in line.tellers]
        return {
            "trigger": self.text.text[start:end], "start": start, "end": end,
            "quote": self.text.text[quote_start:quote_end], "quote_start": quote_start, "quote_end": quote_end,
            "kind": line.kind, "type": line.type, "mode": line.mode,
            "agents": [m.name for m in line.agents], "recipients": [m.name for m in line.recipients],
            "place": line.place and line.place.name, "when": line.when, "speakers": speakers,
            "factuality": line.factuality, "endorsement": _endorsement(line), "negated": line.negated,
            "control": _control(line), "sign": line.sign, "quantities": self.quantities, "arguments": self.arguments,
        }  # fmt: skip

    def _trigger(self, trigger: Words) -> Stretch:
        found = self.text.exactly(trigger.words)
        if len(found) < (trigger.nth or 1):
            raise NotationError("trigger not in the text")
        return found[(trigger.nth or 1) - 1]

    def _found(self, words: Words, at: Stretch | None = None) -> Stretch:
        """Words that must stand in the text: the n-th time, or nearest to a stretch (the trigger)."""
        text = self.text
        found = text.nth(words.words, words.nth) if words.nth else text.nearest(words.words, at or self.trigger)
        if found is None:
            raise NotationError(f"words not in the text: {words.words!r}")
        return found

    def _arguments(self, role: str, mention: Mention, at: Stretch, lenient: bool = False) -> Iterator[Record]:
        """A name with the words that stand for it; a joint name whose parts stand apart gives one for each."""
        if mention.nowhere or mention.words:
            yield _argument(role, mention.name, self._found(mention.words, at) if mention.words else None)
        elif role in ("from", "to") and (same := self._known(mention.name)):
            yield {**same, "role": role}
        elif found := self.text.near(mention.name, at):
            yield _argument(role, mention.name, found)
        elif _AND in mention.name and all(self.text.near(part, at) for part in mention.name.split(_AND)):
            for part in mention.name.split(_AND):
                yield _argument(role, part, self.text.near(part, at))
        else:
            lenient = lenient or (role == "place" and self.line.kind != "control")
            if not (lenient and self.text.all(mention.name)):
                name = mention.name
                self.complaints.append(f"{role} {name!r} not in the sentence: write {name}{{words}} or {name}{{-}}")
            yield _argument(role, mention.name, None)

    def _known(self, name: str) -> Record | None:
        """An argument found before under the same name, wherever its words stand."""
        return next((a for a in self.arguments if a["name"] == name), None)

    def _told(self, told: Told) -> Iterator[Record]:
        cue = self._found(told.cue) if told.cue else None
        yield from self._arguments("teller", told.teller, cue or self.trigger, lenient=cue is None)
        if cue:
            yield _argument("cue", told.teller.name, cue)

    def _quantity(self, number: Number) -> Record:
        start, end = at = self._found(number.words)
        self.arguments.append(_argument("quantity", number.who, at))
        return {
            "what": number.what, "min": number.least, "max": number.most, "who": number.who, "start": start, "end": end,
        }  # fmt: skip

    def _quote(self) -> Stretch:
        """The words given as the quote, or from the first to the last of trigger, agents and recipients."""
        if self.line.quote:
            return self._given_quote(*self.line.quote)
        first, last = self.text.sentence(self.trigger)
        stretches = [self.trigger] + [
            (a["start"], a["end"])
            for a in self.arguments
            if a["role"] in ("agent", "recipient") and a["start"] is not None and first <= a["start"] < last
        ]
        return min(s for s, _ in stretches), max(e for _, e in stretches)

    def _given_quote(self, first: str, last: str | None) -> Stretch:
        """The stretch between two runs of words (or the one run) that holds the trigger."""
        start, end = self.trigger
        starts = [at for at in self.text.exactly(first) if at[0] <= start]
        ends = starts if last is None else self.text.exactly(last)
        ends = [at for at in ends if at[1] >= end]
        if not starts or not ends:
            raise NotationError("the words of the quote do not enclose the trigger")
        return (starts[-1] if last else ends[-1])[0], ends[0 if last else -1][1]


def _argument(role: str, name: str, at: Stretch | None) -> Record:
    start, end = at or (None, None)
    return {"role": role, "name": name, "start": start, "end": end}


def _endorsement(line: Line) -> str:
    if line.tellers:
        return line.endorsement or "neutral"
    if line.endorsement not in (None, "endorses"):
        raise NotationError("what the author says himself he endorses")
    return "endorses"


def _control(line: Line) -> Record | None:
    """The sides of a control claim."""
    if line.kind != "control":
        if line.loser or line.gainer:
            raise NotationError("sides belong to control claims")
        return None
    if line.place is None:
        raise NotationError("a control claim needs a place")
    gainer = _AND.join(m.name for m in line.agents) or None if line.holds else line.gainer and line.gainer.name
    control = {"place": line.place.name, "from": line.loser and line.loser.name, "to": gainer}
    return {**control, "holds": True} if line.holds else control
