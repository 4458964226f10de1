"""The place of a deed: the most specific of the places most closely tied to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.knowledge.classes import in_class
from rashomon.model import Alternative
from rashomon.reading.places.candidates import (
    Candidate,
    around,
    in_phrase,
    joined,
    prepositional,
)
from rashomon.reading.places.carrying import carried, note
from rashomon.reading.places.ground import held_place
from rashomon.reading.places.index import PlaceIndex, places_in
from rashomon.reading.places.nearby import infinitive, nearby
from rashomon.reading.places.weighing import Weighed, floor, likelihood, weigh
from rashomon.reading.places.words import words
from rashomon.reading.syntax import slots
from rashomon.reading.types import Deed, PlaceReading, Scene, Telling

if TYPE_CHECKING:
    from spacy.tokens import Token

_SURE = 0.75
"""Below this score a name may well be no place."""


def place_of(
    scene: Scene, deed: Deed, arguments: Sequence[Token] = (), tellings: Sequence[Telling] | None = None
) -> PlaceReading | None:
    """Where a deed happens: the most specific named place that its words, clause and arguments give.

    `arguments` are the head tokens of the things it is done to. Places of a telling ("In X the
    ministry said that ...") do not count for what is told.
    """
    index = _index(scene)
    sort = _sort(deed)
    if deed.kind in words("none"):
        return None
    if deed.kind == "control":
        held = held_place(deed, index)
        if held is not None and not _taken_there(deed, index):
            return held
    told = scene.tellings if tellings is None else tellings
    weighed = options(scene, deed, arguments, index, told)
    best = _best(weighed, deed.head, sort)
    if best is None and deed.kind == "event":
        return carried(deed.head, index, sort)
    if best is not None:
        note(deed.head, sort, best)
    return best


def _taken_there(deed: Deed, index: PlaceIndex) -> bool:
    """Whether a name that may be a person's is said to be taken in a place: "Harlan was captured in Ostry"."""
    for token in deed.place:
        mention = index.at(token)
        unsure = token.text[:1].isupper() if mention is None else mention.score < _SURE
        if token.dep_ == "nsubjpass" and unsure:
            return any(word in words("at") and index.at(obj) for word, _, obj in prepositional(deed.head))
    return False


def options(
    scene: Scene, deed: Deed, arguments: Sequence[Token], index: PlaceIndex, told: Sequence[Telling]
) -> list[Weighed]:
    """The places that may be where a deed happens, the likeliest first."""
    sort = _sort(deed)
    ties = [
        c
        for c in _candidates(deed, arguments, index, sort)
        if not _elsewhere(c, deed, told) and not (c.why == "object" and _person(scene, c))
    ]
    weighed = weigh(deed.head, scene, index, ties, told, sort in words("physical"))
    return [w for w in weighed if not _fired_from(scene.doc[w.mention.head], deed)]


def _fired_from(place: Token, deed: Deed) -> bool:
    """Whether a place is where those stand who strike from afar: "howitzers on X fired at Y"."""
    if deed.type != "ASSAULT" or deed.mode not in words("ranged"):
        return False
    return any(agent.i < place.i < deed.head.i and agent.is_ancestor(place) for agent in deed.agents)


def _sort(deed: Deed) -> str:
    """The deed's key in the lists of `placing.yaml`: its type, "control" or "null"."""
    return "control" if deed.kind == "control" else str(deed.type or "null")


def place_at(scene: Scene, verb: Token, deeds: Sequence[Deed] = (), must: bool = False) -> PlaceReading | None:
    """Where what a word tells happens: the place of the deed read there, or of a plain one with its arguments.

    `must`: where no place is likely enough, the likeliest of the sentence's.
    """
    index = _index(scene)
    read = deed_at(verb, deeds)
    reading = place_of(scene, read, arguments_of(read), scene.tellings)
    if reading is not None and (read.kind != "control" or index.at(reading.head)):
        return reading
    if read.kind == "control" or must:
        read = deed_at(verb)
        if (reading := place_of(scene, read, arguments_of(read), scene.tellings)) is not None:
            return reading
    weighed = options(scene, read, arguments_of(read), index, scene.tellings) if must else []
    return _reading(weighed) if weighed else None


def deed_at(verb: Token, deeds: Sequence[Deed] = ()) -> Deed:
    """The deed (event or control) that this word tells, else a plain event with its subject and objects."""
    for deed in deeds:
        if deed.start <= verb.i < deed.end and deed.kind not in words("none"):
            return deed
    filled = slots(verb)
    return Deed(
        verb, verb.i, verb.i + 1, "event", None, None, None, "", 0.5, filled.get("subj", []), filled.get("obj", [])
    )


def arguments_of(deed: Deed) -> list[Token]:
    """The head tokens of everybody and everything that plays a role in a deed."""
    return [*deed.agents, *deed.recipients, *deed.place, *deed.from_, *deed.to]


def _index(scene: Scene) -> PlaceIndex:
    return scene.places if isinstance(scene.places, PlaceIndex) else places_in(scene.doc)


def _best(weighed: Sequence[Weighed], head: Token, sort: str) -> PlaceReading | None:
    if not weighed or weighed[0].weight < floor(weighed[0], head, sort):
        return None
    return _reading(weighed)


def _reading(weighed: Sequence[Weighed]) -> PlaceReading:
    """The heaviest place as a reading, the others as its alternatives."""
    best, *others = weighed
    mentions = best.tie.mentions if best.tie else (best.mention,)
    name = joined(mentions)
    runners = tuple(
        Alternative(value=w.mention.name, score=round(likelihood(w.weight, weighed), 3), why=w.tie.why if w.tie else "")
        for w in others
        if w.mention.name != name
    )
    score = round(likelihood(best.weight, weighed) * best.mention.score, 3)
    return PlaceReading(name, best.mention.head, score, best.tie.why if best.tie else "near", runners[:4])


def _person(scene: Scene, candidate: Candidate) -> bool:
    """Whether what is struck is a person, though a place has that name."""
    return scene.actors.category(scene.doc[candidate.head]) == "person"


def _elsewhere(candidate: Candidate, deed: Deed, tellings: Sequence[Telling]) -> bool:
    """Whether the place stands outside what the deed is told in: it is then where it was said."""
    return any(
        t.holds(deed.head.i) and not t.holds(candidate.head) and candidate.why in {"clause", "above"} for t in tellings
    )


def _candidates(deed: Deed, arguments: Sequence[Token], index: PlaceIndex, sort: str) -> Iterator[Candidate]:
    head = deed.head
    allowed = set(words("at"))
    if sort in words("reaching"):
        allowed |= words("to")
    if head.lemma_.lower() in words("taken_from"):
        allowed |= words("from")
        for child in head.children:
            if child.dep_ in {"dobj", "nsubjpass"}:
                yield from around(child, index, words("from"), 0.8, "taken from")
    nominal = head.pos_ in {"NOUN", "PROPN"}
    if nominal and head.lemma_.lower() in words("trips"):
        allowed |= words("to")
    if nominal and sort in words("physical"):
        allowed |= words("of")
    talk = sort not in words("physical")
    tokens = [
        t for t in head.doc[deed.start : deed.end] if t.i == head.i or t.head.i == head.i or t.pos_ in {"NOUN", "VERB"}
    ]
    for token in tokens or [head]:
        for candidate in around(token, index, allowed, 0.9, "attached", talk):
            if sort not in words("said") or (candidate.why != "inside" and not _of_object(head, candidate)):
                yield candidate
    if nominal:
        yield from _of_noun(head, index, sort)
    for token in deed.place:
        if found := in_phrase(token, index):
            yield Candidate(tuple(found), 0.95, "role")
    if sort in words("physical"):
        yield from _in_arguments(deed, arguments, index)
    elif sort in words("meeting") or head.lemma_.lower() in words("going"):
        for child in head.children:
            if child.dep_ in {"dobj", "nsubjpass"}:
                if child.pos_ == "PROPN" or in_class(child.lemma_.lower(), "person"):
                    for met in (child, *(c for c in child.children if c.dep_ == "appos")):
                        yield from around(met, index, words("at"), 0.7, "argument")
                if (mention := index.at(child)) and head.lemma_.lower() in words("going"):
                    yield Candidate((mention,), 0.85, "object")
    if sort not in words("said"):
        yield from nearby(head, index, sort)


def _of_object(verb: Token, candidate: Candidate) -> bool:
    """Whether a place after an event that a verb judges is that event's: "condemns the attacks in X"."""
    return any(
        verb.i < t.i < candidate.head and any(in_class(t.lemma_.lower(), c) for c in ("meeting_noun", "violence_noun"))
        for t in verb.subtree
    )


def _of_noun(noun: Token, index: PlaceIndex, sort: str) -> Iterator[Candidate]:
    """Places in "the Aleppo bombing", "Aleppo's siege", and the phrases of the verb that carries the noun."""
    if sort in words("physical") or sort in words("meeting"):
        for child in noun.children:
            if child.dep_ in {"compound", "poss", "nmod"} and (m := index.at(child)) and m.kind != "country":
                yield Candidate((m,), 0.8, "modifier")
    verb = noun.head
    if noun.dep_ in {"dobj", "nsubjpass", "nsubj", "attr"} and verb.pos_ in {"VERB", "AUX"}:
        yield from around(verb, index, words("at"), 0.72, "carrier")
    elif noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        yield from around(noun.head, index, words("at"), 0.6, "coordination")
    for child in noun.children:
        if child.dep_ in {"relcl", "acl"} and not infinitive(child):  # "talks that will be held in X"
            yield from around(child, index, words("at"), 0.72, "carrier")
        if child.dep_ == "conj" and child.pos_ == "NOUN" and not list(prepositional(noun)):
            yield from around(child, index, words("at"), 0.7, "coordination")


def _in_arguments(deed: Deed, arguments: Sequence[Token], index: PlaceIndex) -> Iterator[Candidate]:
    """Places inside what the deed strikes, or the struck place itself."""
    agents = {t.i for t in deed.agents}
    struck = [child for child in deed.head.children if child.dep_ in {"dobj", "nsubjpass"}]
    for token in [*arguments, *deed.recipients, *struck, *deed.agents]:
        agent = token.i in agents
        mention = index.at(token)
        if mention is not None and mention.head == token.i:
            if mention.kind != "country" and not agent:
                yield Candidate((mention,), 0.85, "object")
            continue
        if agent and deed.type == "ASSAULT" and deed.mode in words("ranged"):
            continue  # "howitzers on X fired at Y": where from, not where
        found = in_phrase(token, index)
        if found:
            yield Candidate(tuple(found), 0.5 if agent else 0.8, "argument")
