"""Doers whom the model does not hear, but who stand right beside their deed: "I welcome", "Tarn's raid", "by Tarn"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from rashomon.reading.learned.composing.frames import lacks_doer, with_arguments
from rashomon.reading.learned.naming.scanning import names
from rashomon.reading.learned.naming.vocabulary import listed, possessive_class
from rashomon.reading.learned.types import Argument, Draft, Frame, Stretch

_SCORE = 0.5
"""Raw score of a doer who is found by where his words stand."""
_LEAST = 0.5
"""Raw score of the mentions that count."""
_BEFORE = 90
"""Code points before a deed in which its doer is looked for."""
_OWNER = 3
"""Words before a noun of which one can tell whose it is."""
_LAST = re.compile(r"([\w’']+)\s*$")
_BY = re.compile(r"(\s+by\s+)(?:the\s+|a\s+|an\s+)?")
_OWN = re.compile(r"(?:['’]s?)\s+(?:[a-z\-]+\s+){0,2}$")
_WORD = re.compile(r"[\w\-]+")
_PARTICIPLE = re.compile(r"\w+(?:ed|en|ung|ade|own|ut)\b")


class _Beside:
    """The words of a text that stand for somebody, by where they begin and end."""

    def __init__(self, draft: Draft) -> None:
        found: set[Stretch] = {(m.start, m.end) for m in draft.mentions if m.score >= _LEAST}
        found |= {(a.start, a.end) for f in draft.frames for a in f.arguments if a.role in ("agent", "recipient")}
        found |= {(n.start, n.end) for n in names(draft.text)}
        self._by_end: dict[int, Stretch] = {}
        self._by_start: dict[int, Stretch] = {}
        for start, end in sorted(found, key=lambda s: s[1] - s[0]):
            self._by_end[end] = self._by_start[start] = (start, end)

    def ending(self, end: int) -> Stretch | None:
        """The longest words for somebody that end here."""
        return self._by_end.get(end)

    def beginning(self, start: int) -> Stretch | None:
        """The longest words for somebody that begin here."""
        return self._by_start.get(start)


def filled(draft: Draft) -> Draft:
    """The draft with doers of deeds that have none."""
    beside, starts = _Beside(draft), [a for a, _ in draft.sentences]
    frames = []
    for frame in draft.frames:
        if lacks_doer(frame):
            at = bisect_left(starts, frame.start + 1) - 1
            doer = _doer(draft.text, frame, draft.sentences[at] if at >= 0 else (0, len(draft.text)), beside)
            if doer is not None and all(a.end <= doer[0] or doer[1] <= a.start for a in _taken(frame)):
                frame = with_arguments(frame, (Argument("agent", *doer, _SCORE),))
        frames.append(frame)
    return replace(draft, frames=tuple(frames))


def _taken(frame: Frame) -> Iterator[Argument]:
    """What already plays another part in the deed, so that it does not do it."""
    return (a for a in frame.arguments if a.role in ("recipient", "place", "time", "from"))


def _doer(text: str, frame: Frame, sentence: Stretch, beside: _Beside) -> Stretch | None:
    by = _BY.match(text, frame.end, sentence[1])
    if by is not None:
        return beside.beginning(by.end()) or beside.beginning(by.start() + len(by[1]))
    return _owner(text, frame, sentence, beside) or _subject(text, frame, sentence, beside)


def _owner(text: str, frame: Frame, sentence: Stretch, beside: _Beside) -> Stretch | None:
    """Whose deed a noun is: "Tarn's raid", "their attacks"."""
    low = max(sentence[0], frame.start - _BEFORE)
    own = _OWN.search(text, low, frame.start)
    if own is not None:
        found = beside.ending(own.start()) or beside.ending(own.start() + len(own[0].split()[0]))
        return (found[0], own.start()) if found is not None else None
    for word in reversed(list(_WORD.finditer(text, low, frame.start))[-_OWNER:]):
        if possessive_class(word[0].lower()) is not None:
            return word.span()
        if not word[0].islower():
            break
    return None


def _subject(text: str, frame: Frame, sentence: Stretch, beside: _Beside) -> Stretch | None:
    """Who stands right before a verb, but for its auxiliaries and adverbs."""
    low, end, passive = max(sentence[0], frame.start - _BEFORE), frame.start, False
    while (last := _LAST.search(text, low, end)) is not None:
        word = last[1].lower()
        if word in listed("subject_pronouns"):
            return None if passive else last.span(1)
        found = beside.ending(last.end(1))
        if found is not None:
            return None if passive else found
        if word not in listed("between_subject") and not word.endswith("ly"):
            return None
        passive = passive or (word in listed("passive") and _PARTICIPLE.match(text, frame.start) is not None)
        end = last.start()
    return None
