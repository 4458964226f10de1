"""All places that a document names, found once and looked up by token."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.folding import fold
from rashomon.knowledge.places import PlaceEntry, load
from rashomon.reading.places.context import says_place
from rashomon.reading.places.names import runs, widened
from rashomon.reading.places.resolving import UNKNOWN, Resolved
from rashomon.reading.places.toponyms import place_names
from rashomon.reading.places.words import words
from rashomon.reading.types import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KEY = "rashomon.places"
_SURE = 0.75
_NO_PLACE = {"media", "armed group", "party"}


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in the text.

    Attributes:
        start, end: token range of the name. `head`: the token that syntax hangs on.
        name: the name as claims write it. `entry`: what the gazetteer knows of it, if anything.
        score: how surely it is a place. `why`: what showed it (gazetteer, form, context, repeated).
    """

    start: int
    end: int
    head: int
    name: str
    entry: PlaceEntry | None
    score: float
    why: str
    resolved: Resolved = UNKNOWN

    @property
    def kind(self) -> str:
        """The gazetteer's kind, "" if unknown; part of a country is a region, and so is a de facto state."""
        if self.entry is None:
            return ""
        if self.entry.kind == "territory":
            return "region"
        part = self.name.split()[0].lower() in words("directions") and not load().is_country(self.name)
        return "region" if part and self.entry.kind == "country" else self.entry.kind


@dataclass(slots=True)
class PlaceIndex:
    """The places that one document names, in text order."""

    mentions: list[PlaceMention]
    _by_token: dict[int, PlaceMention] = field(init=False)

    def __post_init__(self) -> None:
        self._by_token = {i: m for m in self.mentions for i in range(m.start, m.end)}

    def at(self, token: Token | int) -> PlaceMention | None:
        """The place name that this token is part of, if any."""
        return self._by_token.get(token if isinstance(token, int) else token.i)

    def named_at(self, token: Token) -> str | None:
        """The name of the place whose mention this token heads or lies in, if any."""
        mention = self.at(token)
        return mention.name if mention else None

    def ending(self, word: str, token: int) -> PlaceMention | None:
        """The last place before this token whose name ends (or begins) with this word: "the Sorra Dam"."""
        for mention in reversed(self.mentions):
            parts = mention.name.lower().split()
            if mention.end <= token and len(parts) > 1 and word in {parts[0], parts[-1]}:
                return mention
        return None

    def before(self, token: int, country: bool = False) -> PlaceMention | None:
        """The last place named before this token: a town or the like, or a country."""
        for mention in reversed(self.mentions):
            if mention.end <= token and (mention.kind == "country") == country:
                return mention
        return None


def places_in(doc: Doc) -> PlaceIndex:
    """The document's places, found at the first call."""
    index = doc.user_data.get(_KEY)
    if not isinstance(index, PlaceIndex):
        index = doc.user_data[_KEY] = find_places(doc)
    return index


def find_places(doc: Doc, mentions: Iterable[Mention] = ()) -> PlaceIndex:
    """Find the places that a document names.

    Names of persons and groups among `mentions` are left out unless the gazetteer knows them as places;
    names that `mentions` take for places are places.
    """
    known_mentions = list(mentions)
    persons, groups = (
        {i for m in known_mentions if m.form == "name" and m.category == sort for i in range(m.start, m.end)}
        for sort in ("person", "group")
    )
    found: dict[int, PlaceMention] = {}
    left: list[tuple[int, int]] = []
    for start, end in _split(doc):
        mention = _read(doc, start, end, persons, groups)
        if mention is None:
            left.append((start, end))
        else:
            found[mention.start] = mention
    for name in known_mentions:
        plural = doc[name.head].tag_ == "NNPS" and not load().is_place(name.text)  # "the Reds of X"
        if name.form == "name" and name.category == "place" and not plural and not _is_body(name.text.lower().split()):
            _add_named(doc, name, found)
    names = {fold(m.name): m for m in found.values()}
    for start, end in left:
        known = names.get(fold(doc[start:end].text))
        if known and start not in found and not any(i in persons or i in groups for i in range(start, end)):
            head = doc[start:end].root.i
            found[start] = PlaceMention(start, end, head, known.name, known.entry, known.score * 0.9, "repeated")
    index = PlaceIndex(_resolved(doc, [found[start] for start in sorted(found)]))
    doc.user_data[_KEY] = index
    return index


def _resolved(doc: Doc, found: list[PlaceMention]) -> list[PlaceMention]:
    """The mentions, each with the place that it stands for in this document."""
    spans = [(doc[m.start].idx, doc[m.end - 1].idx + len(doc[m.end - 1])) for m in found]
    answers = place_names(doc.text, spans, [m.name for m in found])
    return [replace(m, entry=_entry(m, answer), resolved=answer) for m, answer in zip(found, answers, strict=True)]


def _entry(mention: PlaceMention, answer: Resolved) -> PlaceEntry | None:
    """What a mention stands for; a name that merely has a namesake somewhere stands for a place unknown."""
    known = answer.settled or mention.why == "gazetteer"
    return (answer.best or mention.entry) if known else None


def _add_named(doc: Doc, mention: Mention, found: dict[int, PlaceMention]) -> None:
    """A name that the index of actors takes for a place, if it is not found yet."""
    tokens = set(range(mention.start, mention.end))
    titled = mention.start > 0 and doc[mention.start - 1].lower_ in words("not_heads")
    if not titled and not any(tokens & set(range(m.start, m.end)) for m in found.values()):
        entries = load().lookup(mention.text)
        found[mention.start] = _mention(
            doc, mention.start, mention.end, entries[0] if entries else None, 0.7, "mention"
        )


def _split(doc: Doc) -> Iterable[tuple[int, int]]:
    """Runs of capitalised words, cut where two names meet ("Syrian Idlib", "President Masum")."""
    gazetteer = load()
    for start, end in runs(doc):
        if end - start == 1 or gazetteer.is_place(doc[start:end].text):
            comma = doc[start : end + 2].text if end + 2 <= len(doc) and doc[end].text == "," else ""
            yield start, end + 2 if comma and gazetteer.is_place(comma) else end
            continue
        titled = next((i for i in range(start + 1, end) if doc[i].lower_ in words("not_heads")), start)
        if titled > start and titled < end - 1 and gazetteer.is_place(doc[start:titled].text) and _after_in(doc, start):
            yield start, titled  # "In Basra Governor Orlan said": two names
            continue
        first = next((i for i in range(start, end) if doc[i].tag_ == "JJ" and i + 1 < end), start - 1)
        if first == start and gazetteer.is_place(doc[start + 1 : end].text):
            yield start + 1, end
        else:
            yield start, end


def _after_in(doc: Doc, start: int) -> bool:
    """Whether a name follows a preposition of place."""
    return start > 0 and doc[start - 1].lower_ in words("at")


def _read(doc: Doc, start: int, end: int, persons: set[int], groups: set[int]) -> PlaceMention | None:
    """The run as a place, if it is known, formed or used as one."""
    gazetteer = load()
    text = doc[start:end].text
    lowered = [t.lower_ for t in doc[start:end]]
    body = _is_body(lowered)
    known = gazetteer.is_place(text)
    if not known and len(lowered) > 1 and lowered[0] in words("directions"):
        inner_text = doc[start + 1 : end].text
        if gazetteer.is_place(inner_text):
            return _mention(doc, start, end, gazetteer.lookup(inner_text)[0], 0.95, "gazetteer")
    wide_start, wide_end = widened(doc, start, end)
    placed = start > 0 and doc[start - 1].lower_ in words("at") and doc[start - 1].tag_ == "IN"
    actor = known_actors().named(text)
    describes = end < len(doc) and doc[end].tag_ in {"NN", "NNS"}  # "in the Courier newspaper"
    if actor is not None and actor.kind in _NO_PLACE and (describes or not placed) and wide_end == end:
        return None
    if known and not (body and len(lowered) > 1):
        entry = gazetteer.lookup(text)[0]
        named = gazetteer.lookup(doc[wide_start:wide_end].text)
        return _mention(doc, wide_start, wide_end, named[0] if named else entry, 0.95, "gazetteer")
    if body or (any(i in persons for i in range(start, end)) and wide_end == end and not placed):
        return None
    formed = wide_end > end or (
        end - start > 1 and (lowered[0] in words("heads_before") or lowered[-1] in words("heads_after"))
    )
    owned = doc[wide_end - 1].lower_ in words("owned") and all(i in groups for i in range(start, end))
    if wide_end > end and owned:
        return None  # "the Falcons camp"
    if wide_end > end and all(_demonym(t) or t.lower_ in words("faiths") for t in doc[start:end]):
        return None  # "a Syrian town" is described, not named
    generic = words("heads_before") | words("heads_after")
    plural = doc[end - 1].tag_ == "NNPS" and wide_end == end and lowered[-1] not in generic  # "the River Scouts"
    if formed and not plural and not all(word in generic for word in lowered):
        inner = gazetteer.lookup(doc[start : end - 1].text) if end - start > 1 else ()
        entries = gazetteer.lookup(text) or inner
        return _mention(doc, wide_start, wide_end, entries[0] if entries else None, 0.8, "form")
    shared = lowered[0] in words("shared_titles") and end - start > 1
    if any(i in persons for i in range(start, end)) and not (shared and placed):
        return None
    last = doc[end - 1]
    person = shared and not placed and doc[start - 1].lower_ != "of"
    people = person or last.tag_ == "NNPS" or (last.ent_type_ == "NORP" and _demonym(last))
    score = 0.0 if people else says_place(doc, start, end)
    if score and (score >= _SURE or not any(i in groups for i in range(start, end))):
        entries = gazetteer.lookup(text)
        return _mention(doc, wide_start, wide_end, entries[0] if entries else None, score, "context")
    return None


def _demonym(token: Token) -> bool:
    """Whether a word is formed like "Syrian", "Iraqi", "Turkish"."""
    return token.tag_ in {"JJ", "NNP"} and token.lower_.endswith(tuple(sorted(words("demonym_endings"))))


def _is_body(lowered: list[str]) -> bool:
    """Whether a name's words say that it is a body, a deed or a paper."""
    listed = words("not_heads")
    return lowered[-1] in listed or lowered[0] in listed or " ".join(lowered) in listed


def _mention(doc: Doc, start: int, end: int, entry: PlaceEntry | None, score: float, why: str) -> PlaceMention:
    while end - start > 1 and doc[start].tag_ in {"DT", "PRP$"}:
        start += 1
    last = end - 1 if end - start > 1 and doc[end - 1].lower_ in words("dropped") else end
    return PlaceMention(start, end, doc[start:end].root.i, _clean(doc[start:last].text), entry, score, why)


def _clean(text: str) -> str:
    """A name without invisible marks, its white space single."""
    return " ".join("".join(c for c in text if unicodedata.category(c) != "Cf").split())
