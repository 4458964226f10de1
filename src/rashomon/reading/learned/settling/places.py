"""Places: the names that the model takes for them, each with the place that it stands for in this document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.knowledge.folding import fold
from rashomon.model import Place, Where
from rashomon.reading.learned.settling.words import Words
from rashomon.reading.learned.types import Draft, Stretch
from rashomon.reading.places.index import PlaceMention
from rashomon.reading.places.listing import listed
from rashomon.reading.places.locating import located
from rashomon.reading.places.resolving import Resolved
from rashomon.reading.places.toponyms import place_names
from rashomon.reading.places.words import words as listed_words

_SORTS = frozenset({"place", "location", "gpe", "facility"})


class Places:
    """The places that a draft names."""

    def __init__(self, draft: Draft, words: Words) -> None:
        self._words = words
        spans = sorted(_apart(set(_named(draft, words))), key=lambda span: span[0])
        offsets = [(words[a].idx, words[b - 1].end) for a, b, _ in spans]
        names = [_name(draft.text, stretch) for stretch in offsets]
        answers = place_names(draft.text, offsets, names)
        self._mentions = [
            _mention(span, name, answer) for span, name, answer in zip(spans, names, answers, strict=True)
        ]

    def places(self) -> tuple[Place, ...]:
        """Every place named, in the order of first mention."""
        return listed(self._words, self._mentions)

    def where(self, stretch: Stretch | None, name: str) -> tuple[Where, ...]:
        """The place of a deed on the map; of several places joined in one name, each.

        `stretch`: the words that name it; None: look for its name anywhere in the text.
        """
        inside = [m for m in self._mentions if stretch and self._touches(m, stretch)]
        if not inside:
            key = fold(name)
            inside = [m for m in self._mentions if fold(m.name) == key][-1:]
        if not inside:
            return (Where(name=name),)
        if len(inside) == 1 and inside[0].name != name:
            return (self._part(inside[0], name),)
        return tuple(located(self._words, m) for m in inside)

    def _part(self, mention: PlaceMention, name: str) -> Where:
        """Something that is described by a place's name: "the brickworks at X" lies near X, and is not X."""
        found = located(self._words, mention)
        inner, whole = fold(mention.name), fold(name)
        plain = listed_words("definite") | listed_words("sorts") | {"of"}
        if inner.endswith(whole) or set(whole.split()) - set(inner.split()) <= plain:
            return found.model_copy(update={"name": name})
        precision = None if found.where_prec is None else max(found.where_prec, 2)
        return found.model_copy(update={"name": name, "known_as": None, "where_prec": precision})

    def _touches(self, mention: PlaceMention, stretch: Stretch) -> bool:
        start, end = self._words[mention.start].idx, self._words[mention.end - 1].end
        return start < stretch[1] and stretch[0] < end


Span = tuple[int, int, float]
"""First word, the one after the last, raw score."""


def _named(draft: Draft, words: Words) -> Iterator[Span]:
    """The names of places among the mentions and the places of deeds."""
    stretches = [(m.start, m.end, m.score) for m in draft.mentions if m.sort.lower() in _SORTS]
    stretches += [(a.start, a.end, a.score) for f in draft.frames for a in f.arguments if a.role == "place"]
    for start, end, score in stretches:
        yield from ((a, b, score) for a, b in _names(words, *words.within((start, end))))


def _names(words: Words, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The names in a phrase: its runs of capitalised words, with what belongs to them ("northern X", "X crossing")."""
    i = first
    while i < last:
        if not _capital(words, i) or (i + 1 < last and words[i].lower_ in listed_words("definite")):
            i += 1
            continue
        end = i + 1
        while end < last and (_capital(words, end) or _links(words, end, last)):
            end += 1
        start = i
        if start > first and words[start - 1].lower_ in listed_words("directions"):
            start -= 1
        if end < last and words[end].lower_ in listed_words("heads_after"):
            end += 1
        yield start, end
        i = end


def _links(words: Words, i: int, last: int) -> bool:
    """Whether a small word stands between two parts of a name: "Umm **al** Qasr"."""
    return words[i].lower_ in listed_words("links") and i + 1 < last and _capital(words, i + 1)


def _capital(words: Words, i: int) -> bool:
    text = words[i].text
    head, _, tail = text.partition("-")
    return text[0].isupper() or (bool(tail) and len(head) <= 3 and tail[0].isupper())


def _apart(spans: set[Span]) -> Iterator[Span]:
    """The longest of names that overlap; of equals the surest."""
    taken: set[int] = set()
    for start, end, score in sorted(spans, key=lambda s: (s[0] - s[1], -s[2], s[0])):
        if not taken & set(range(start, end)):
            taken.update(range(start, end))
            yield start, end, score


def _name(text: str, stretch: Stretch) -> str:
    return " ".join(text[slice(*stretch)].split())


def _mention(span: Span, name: str, answer: Resolved) -> PlaceMention:
    start, end, score = span
    entry = answer.best if answer.settled else None
    return replace(PlaceMention(start, end, end - 1, name, entry, score, "model"), resolved=answer)
