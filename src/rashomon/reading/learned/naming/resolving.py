"""The name that claims use for any words that stand for somebody.

Words that name somebody give their fullest name; all others are followed to the words that the model links them to,
or, where it links none (it sees one window at a time), to whoever the document lets them take up. Nobody is guessed
for a pronoun.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rashomon.knowledge.actors import KnownActor, known_actors
from rashomon.knowledge.classes import in_class
from rashomon.knowledge.wordlists import person_words, words
from rashomon.model import Actor, Document, Span
from rashomon.model.reading import ActorKind
from rashomon.reading.institution import author_name, institution, outlet_voice
from rashomon.reading.learned.naming.entities import Entities, Entity
from rashomon.reading.learned.naming.phrases import Phrase, parse
from rashomon.reading.learned.naming.scanning import names as scanned
from rashomon.reading.learned.naming.scanning import opens
from rashomon.reading.learned.naming.trail import Trail
from rashomon.reading.learned.naming.vocabulary import capital, category_of_sort, is_plural, listed, singular
from rashomon.reading.learned.naming.widening import Widening
from rashomon.reading.learned.types import Draft, Frame, Stretch

_LINKED = 0.5
"""Raw score from which on words are followed to those that the model links them to."""
_DEEP = 4
"""How often words may be followed from one to the next."""
_ACTORS = {"agent", "recipient", "from", "to", "teller", "teller-outer"}
_NAMING = _ACTORS | {"place"}


@dataclass(frozen=True, slots=True)
class Named:
    """Whom words stand for: the name that claims use, its entry in the knowledge, and why (`rule`, raw `score`).

    `roles`: the offices that the text gives to it, in lower case.
    """

    name: str
    known: KnownActor | None
    kind: ActorKind
    score: float
    rule: str
    roles: frozenset[str] = frozenset()


Answer = tuple[tuple[Entity, ...], float, str]


class Names:
    """Everybody in one document, by the words that stand for them."""

    def __init__(self, draft: Draft, document: Document) -> None:
        self._text, self._document = draft.text, document
        self.entities = Entities()
        self._trail = Trail(draft.sentences)
        self._phrases: dict[Stretch, Phrase] = {}
        self._answers: dict[Stretch, Answer | None] = {}
        self._links: dict[Stretch, Stretch] = {}
        self._roles: dict[Stretch, set[str]] = {}
        self._frames: dict[Stretch, list[Frame]] = {}
        self._sorts: dict[Stretch, str] = {}
        self._busy: set[Stretch] = set()
        self._scanned = list(scanned(self._text))
        self._widen = Widening(self._text, self._scanned)
        self._wide: dict[Stretch, Stretch] = {}
        self._gather(draft)
        self._enter()
        for stretch in sorted(set(self._roles) | set(self._sorts)):
            self._answer(stretch, _DEEP)

    def name_of(self, start: int, end: int, names: Stretch | None = None) -> Named | None:
        """Whom words stand for, several of them joined by "and"; None: nobody can be found for a pronoun."""
        found = self.all_of(start, end, names)
        if len(found) < 2:
            return found[0] if found else None
        first = found[0]
        return Named(" and ".join(f.name for f in found), None, first.kind, first.score, first.rule)

    def all_of(self, start: int, end: int, names: Stretch | None = None) -> tuple[Named, ...]:
        """Everybody for whom words stand: both of "the two sides". Empty: nobody can be found for a pronoun."""
        stretch = self._whole((start, end))
        if names is not None and stretch not in self._links and stretch not in self._roles:
            self._link(stretch, names)
            self._answers.pop(stretch, None)
        answer = self._answer(stretch, _DEEP)
        if answer is None:
            return ()
        entities, score, rule = answer
        return tuple(Named(e.name, e.known, e.kind, score, rule, frozenset(e.roles)) for e in entities)

    def actors(self, claimed: Iterable[str]) -> tuple[Actor, ...]:
        """Everybody whom claims name, and every other person or body named, by first mention."""
        wanted = set(claimed)
        wanted |= {part for name in wanted for part in name.split(" and ")}
        found: dict[str, Entity] = {}
        for entity in self.entities:
            told = entity.name in wanted
            if told or (entity.spans and entity.category in ("person", "group") and capital(entity.name)):
                found.setdefault(entity.name, entity)
        ordered = sorted(found.values(), key=lambda e: min(e.spans, default=(len(self._text), 0)))
        return tuple(
            Actor(
                name=e.name, kind=e.kind, known_as=e.known.id if e.known else None,
                mentions=tuple(Span(start=start, end=end) for start, end in sorted(e.spans)),
            )
            for e in ordered
        )  # fmt: skip

    # -- entering -----------------------------------------------------------------------------------------------------

    def _gather(self, draft: Draft) -> None:
        """What the draft says of each stretch: its roles, frames, link and sort."""
        for mention in draft.mentions:
            stretch = self._whole((mention.start, mention.end))
            self._sorts[stretch] = category_of_sort(mention.sort) or ""
            self._link(stretch, mention.names, mention.link)
        for frame in draft.frames:
            for a in frame.arguments:
                if a.role not in _NAMING:
                    continue
                stretch = self._whole((a.start, a.end))
                self._roles.setdefault(stretch, set()).add(a.role)
                self._frames.setdefault(stretch, []).append(frame)
                self._link(stretch, a.names, a.link)

    def _whole(self, stretch: Stretch) -> Stretch:
        """The name or noun phrase in which the words that the model marks stand."""
        whole = self._wide.get(stretch)
        if whole is None:
            whole = self._wide[stretch] = self._widen(stretch)
        return whole

    def _link(self, stretch: Stretch, names: Stretch | None, score: float = 1.0) -> None:
        """Note to which words a stretch is linked; a name only to other words than its own."""
        if score < _LINKED:
            return
        if names is None:
            return
        whole = self._whole(names)
        if whole[1] <= stretch[0] or stretch[1] <= whole[0]:
            self._links[stretch] = whole

    def _phrase(self, stretch: Stretch) -> Phrase:
        phrase = self._phrases.get(stretch)
        if phrase is None:
            phrase = parse(self._text[slice(*stretch)], opens(self._text, stretch[0]))
            self._phrases[stretch] = phrase
        return phrase

    def _enter(self) -> None:
        """All names of the text, the fullest first, so that shorter ones find them."""
        found = self._scanned
        told = set(self._roles) | set(self._sorts)
        found = [f for f in found if (f.start, f.end) in told or not _is_adjective(f.phrase.text)]
        entries = [(f.phrase, (f.start, f.end), f.roles, f.short) for f in found]
        inside = {f.start for f in found}
        for stretch in {*self._roles, *self._sorts, *self._links.values()}:
            phrase = self._phrase(stretch)
            if phrase.form == "name":
                entries.append((phrase, stretch, (phrase.title,) if phrase.title else (), None))
        entries.sort(key=lambda e: (-len(e[0].text.split()), e[1]))
        for phrase, stretch, roles, short in entries:
            definite = phrase.definite or self._text[max(0, stretch[0] - 4) : stretch[0]].lower() == "the "
            entity = self.entities.add(phrase.text, phrase.title, definite)
            entity.spans.add(stretch)
            sort = self._sorts.get(stretch)
            if sort and entity.known is None and entity.category == "unknown":
                entity.category = sort
            for role in roles:
                entity.add_role(role)
                if entity.category == "unknown" and in_class(role.split()[-1], "person"):
                    entity.category = "person"
            if short is not None:
                self.entities.alias(short, entity)
            if self._roles.get(stretch) == {"place"} and entity.category == "unknown":
                entity.category = "place"
            if stretch[0] in inside:
                self._trail.add(*stretch, entity, self._roles.get(stretch, set()))
        self.entities.join_initials()

    # -- answering ----------------------------------------------------------------------------------------------------

    def _answer(self, stretch: Stretch, depth: int) -> Answer | None:
        if stretch in self._answers:
            return self._answers[stretch]
        if stretch in self._busy or depth < 0:
            return None
        self._busy.add(stretch)
        try:
            answer = self._resolve(stretch, depth)
        finally:
            self._busy.discard(stretch)
        self._answers[stretch] = answer
        if answer is not None:
            for entity in answer[0]:
                entity.spans.add(stretch)
                self._trail.add(*stretch, entity, self._roles.get(stretch, set()))
        return answer

    def _resolve(self, stretch: Stretch, depth: int) -> Answer | None:
        phrase = self._phrase(stretch)
        link = self._links.get(stretch)
        if phrase.form == "name":
            return self._by_name(stretch, phrase, link, depth)
        if phrase.word in ("i", "we") and phrase.form == "pronoun" and not self._tells(stretch):
            own = self._first_person(stretch, phrase.word, depth)
            if own is not None:
                return own
        if link is not None and (linked := self._linked(stretch, phrase, link, depth)) is not None:
            return linked
        if phrase.form == "pair":
            return self._pair(stretch, phrase)
        if phrase.form == "pronoun":
            return self._pronoun(stretch, phrase, depth)
        return self._described(stretch, phrase, depth)

    def _tells(self, stretch: Stretch) -> bool:
        """Whether the words stand for a teller."""
        return bool(self._roles.get(stretch, set()) & {"teller", "teller-outer"})

    def _linked(self, stretch: Stretch, phrase: Phrase, link: Stretch, depth: int) -> Answer | None:
        """Those whom the linked words name; the owner's own, where they name the owner ("his men", "Orlo")."""
        answer = self._answer(link, depth - 1)
        if answer is None:
            return None
        target = answer[0][0]
        if phrase.form == "pair" and phrase.text not in listed("the_other") | listed("the_one"):
            pair = self._pair(stretch, phrase)
            if pair is not None and len(answer[0]) == 1:
                other = [e for e in pair[0] if e is not target]
                return ((target, other[-1]) if target not in pair[0] else pair[0], 0.6, pair[2])
        if phrase.form == "described" and phrase.owner and not self._same_noun(phrase, target):
            return self._owned(phrase, target, 0.75, "model: link of the owner")
        if phrase.form == "pronoun" and phrase.word in ("he", "she"):
            target.gender = "m" if phrase.word == "he" else "f"
            target.category = "person" if target.category == "unknown" else target.category
        return answer[0], 0.9, "model: link"

    def _same_noun(self, phrase: Phrase, entity: Entity) -> bool:
        nouns = {singular(w.lower()) for name in entity.names for w in name.split()}
        return phrase.word in nouns

    def _by_name(self, stretch: Stretch, phrase: Phrase, link: Stretch | None, depth: int) -> Answer | None:
        entity = self.entities.named(phrase.text) or self.entities.add(phrase.text, phrase.title, phrase.definite)
        if link is not None and (linked := self._answer(link, depth - 1)) is not None and linked[0][0] is not entity:
            return linked[0], 0.85, "model: link"
        if (body := self._membership(phrase.text)) is not None:
            return (body,), 0.85, "members of a body"
        role = phrase.text.lower()
        if (
            phrase.definite
            and len(phrase.text.split()) <= 3
            and entity.known is None
            and in_class(phrase.word, "person")
            and (bearer := self._bearer(stretch[0], role)) is not None
        ):
            return (bearer,), 0.75, f"office “{phrase.text}”"
        single = self._text[stretch[0] : stretch[0] + 3].lower().startswith(("a ", "an "))
        land = self._land(phrase.text, entity) if not single else None
        if land is not None:
            return (land,), 0.8, "word of belonging"
        return (entity,), 0.95, "name"

    def _membership(self, text: str) -> Entity | None:
        """The body whose members words mean: "members of the Falcons", "Falcons fighters" (of armed ones)."""
        head, of, body = text.partition(" of ")
        if not of:
            body, _, head = text.rpartition(" ")
        body = body.removeprefix("the ")
        word = singular(head.split()[-1].lower()) if head else ""
        if not body or not capital(body) or word not in words("members") or word in words("body_descriptions"):
            return None
        if " of " in body or (of and len(head.split()) > 1):
            return None
        entity = self.entities.named(body)
        known = entity.known if entity is not None else known_actors().named(body)
        armed = known is not None and known.kind in ("armed group", "party")
        if armed or (of and word == "member" and known is not None and not known.country):
            return entity or self.entities.add(body)
        return None

    def _only_armed(self, phrase: Phrase) -> Entity | None:
        """The one armed group that a document names, for "militants" without more."""
        if phrase.tail or phrase.owner or phrase.text.lower() not in listed("armed_alone"):
            return None
        armed = [e for e in self.entities if e.known is not None and e.known.kind == "armed group"]
        return armed[0] if len(armed) == 1 else None

    def _land(self, text: str, entity: Entity) -> Entity | None:
        """The land or body whose name a word of belonging is formed from: "Kestrian" of Kestria."""
        if " " in text:
            return None
        known = known_actors().demonym(text)
        if known is not None and not text.endswith("s"):
            found = next((e for e in self.entities if e.known is known and e.name != text), None)
            return found or (self.entities.add(known.name) if known.kind == "state" else None)
        low = text.lower()
        endings = listed("belonging")
        for other in self.entities:
            name = other.name.lower()
            if other is entity or " " in name or len(name) < 4 or name == low:
                continue
            for stem in (name, name[:-1], name[:-2]):
                if len(stem) > 3 and low.startswith(stem) and low[len(stem) :] in endings and len(low) > len(name):
                    return other if not low.endswith("s") else None
        return None

    def _bearer(self, offset: int, role: str) -> Entity | None:
        """The last person before an offset who bears an office."""
        return self._trail.last(offset, lambda e: e.category == "person" and role in e.roles, reach=60)

    # -- pronouns -----------------------------------------------------------------------------------------------------

    def _pronoun(self, stretch: Stretch, phrase: Phrase, depth: int) -> Answer | None:
        word = phrase.word
        if word in ("i", "we", "you"):
            return self._first_person(stretch, word, depth)
        if word in listed("relative"):
            return self._relative(stretch, word)
        if word in words("where"):
            place = self._trail.last(stretch[0], lambda e: e.category == "place" or bool(e.nouns & {"place"}))
            return ((place,), 0.6, "the last place named") if place is not None else None
        if word not in ("he", "she", "it", "they"):
            return None
        roles = self._roles.get(stretch, set())
        avoid = self._partners(stretch)
        if roles == {"place"}:
            place = self._trail.last(stretch[0], lambda e: e.category == "place", avoid)
            return ((place,), 0.55, "the last place named") if place is not None else None
        found = self._taken_up(stretch[0], word, avoid)
        return ((found,), 0.6, "the last that fits the pronoun") if found is not None else None

    def _taken_up(self, offset: int, word: str, avoid: Sequence[Entity] = ()) -> Entity | None:
        """Whom a pronoun of the third person takes up, by number, gender and sort."""
        gender = {"he": "m", "she": "f"}.get(word)
        if gender is not None:
            found = self._trail.last(
                offset, lambda e: e.category == "person" and e.gender in (None, gender) and not e.plural, avoid, 6
            ) or self._trail.last(
                offset, lambda e: e.category == "unknown" and not e.plural and capital(e.name), avoid, 3
            )
            if found is not None:
                found.gender, found.category = gender, "person"
            return found
        if word == "it":
            bodies = self._trail.last(
                offset, lambda e: (e.category == "group" or e.is_state) and not e.plural, avoid, 2
            )
            return bodies or self._trail.last(
                offset,
                lambda e: not e.plural and (e.category == "place" or not capital(e.name)) and e.category != "person",
                avoid,
                2,
            )
        plural = self._trail.last(offset, lambda e: e.plural, avoid, 3)
        return plural or self._trail.last(offset, lambda e: e.category == "group", avoid, 2)

    def _partners(self, stretch: Stretch) -> list[Entity]:
        """Those in the other roles of the same triggers: whom a pronoun beside them cannot mean."""
        mine = self._roles.get(stretch, set())
        other = {"recipient", "from"} if "agent" in mine else {"agent"} if mine & {"recipient", "from"} else set()
        found = []
        for frame in self._frames.get(stretch, ()):
            for a in frame.arguments:
                if a.role in other and self._whole((a.start, a.end)) != stretch:
                    answer = self._answers.get(self._whole((a.start, a.end)))
                    found += list(answer[0]) if answer is not None else []
        return found

    def _relative(self, stretch: Stretch, word: str) -> Answer | None:
        """Who stands right before "who", "which" or "that"."""
        before = [r for r in self._trail.before(stretch[0], 0) if stretch[0] - r.end < 60]
        before = [r for r in before if not (word in listed("persons_only") and r.entity.category in ("place", "thing"))]
        return ((before[-1].entity,), 0.7, "relative clause") if before else None

    def _first_person(self, stretch: Stretch, word: str, depth: int) -> Answer | None:
        """I and we: the one who tells it, else the author, or the body that publishes the text."""
        teller = self._teller_around(stretch, depth)
        if teller is not None:
            return ((teller,), 0.75, "first person: the one quoted") if word != "you" else None
        if word == "you":
            return None
        own = institution(self._document)
        author = author_name(self._document)
        if word == "i":
            return (self._somebody(author or "author", "person"),), 0.8, "first person: the author"
        voice = outlet_voice(self._document)
        name = (
            _behind(own.name)
            if own is not None
            else voice.name
            if voice is not None
            else author or self._document.source
        )
        rule = "first person: the publishing institution" if own is not None else "first person: the author"
        return ((self._somebody(name, "group"),), 0.7, rule) if name else None

    def _teller_around(self, stretch: Stretch, depth: int) -> Entity | None:
        """The innermost teller of a claim in which the words stand."""
        for frame in self._frames.get(stretch, ()):
            for a in frame.arguments:
                if a.role == "teller" and (whole := self._whole((a.start, a.end))) != stretch:
                    answer = self._answer(whole, depth - 1)
                    if answer is not None:
                        return answer[0][0]
        return None

    def _somebody(self, name: str, category: str) -> Entity:
        entity = self.entities.add(" ".join(name.split()).removeprefix("The "))
        entity.category = category if entity.category == "unknown" else entity.category
        return entity

    def _pair(self, stretch: Stretch, phrase: Phrase) -> Answer | None:
        """Both of "the two sides"; the second of two for "the other"."""
        if phrase.text in listed("triples"):
            found = self._trail.two(stretch[0], lambda e: e.category != "thing", 3)
            return (found, 0.5, "the last three named") if found else None
        noun = phrase.word.split()[-1]
        lands = noun in words("state_descriptions")
        persons = in_class(noun, "person")

        def fits(entity: Entity) -> bool:
            if lands:
                return entity.category in ("place", "unknown") or entity.is_state
            if persons:
                return entity.category in ("person", "unknown")
            return entity.category != "thing" and (entity.category != "place" or entity.is_state)

        pair = self._trail.joined(stretch[0], fits, self._text) or self._opposed(stretch[0], fits)
        pair = pair or self._trail.two(stretch[0], fits)
        if not pair:
            return None
        if phrase.text in listed("the_other"):
            avoid = self._partners(stretch)
            one = next((e for e in reversed(pair) if all(e is not a for a in avoid)), pair[1])
            return (one,), 0.5, "the other of two"
        if phrase.text in listed("the_one"):
            return (pair[0],), 0.5, "the one of two"
        return pair, 0.55, "the last two named"

    def _opposed(self, offset: int, fits: Callable[[Entity], bool]) -> tuple[Entity, ...]:
        """The agent and the recipient of the last deed before an offset that has one of each."""
        found: tuple[Entity, ...] = ()
        latest = -1
        for frames in self._frames.values():
            for frame in frames:
                if not latest < frame.start < offset:
                    continue
                sides = []
                for role in ("agent", "recipient"):
                    stretches = [self._whole((a.start, a.end)) for a in frame.arguments if a.role == role]
                    answers = [self._answers.get(stretch) for stretch in stretches]
                    several = [e for answer in answers if answer is not None for e in answer[0]]
                    sides += several if len(several) == 1 and fits(several[0]) else []
                if len(sides) == 2 and sides[0] is not sides[1]:
                    found, latest = tuple(sides), frame.start
        return found if self._trail.sentence(offset) - self._trail.sentence(latest) <= 2 else ()

    # -- descriptions -------------------------------------------------------------------------------------------------

    def _described(self, stretch: Stretch, phrase: Phrase, depth: int) -> Answer | None:
        if phrase.owner:
            owner = self._owner(stretch, phrase, depth)
            if owner is not None:
                return self._owned(phrase, owner, 0.7, "whose it is")
        elif phrase.definite and not phrase.tail:
            found = self._bare(stretch, phrase)
            if found is not None:
                return found
        body = self._membership(f"{phrase.text} {phrase.tail}".strip()) or self._only_armed(phrase)
        if body is not None:
            return (body,), 0.65, "members of a body"
        text = f"{phrase.text} {self._inner(stretch, phrase, depth)}".strip()
        text = self._people(stretch, phrase, text)
        if all(word in listed("numbers") or word.isdigit() for word in text.lower().split()):
            text = "people"  # "Four were killed"
        return (self._new(text, phrase),), 0.8, "described"

    def _people(self, stretch: Stretch, phrase: Phrase, text: str) -> str:
        """Those whom a noun in front of another means: "rebels" of "rebel-held"."""
        after = self._text[stretch[1] : stretch[1] + 1]
        whole = self._text[slice(*stretch)]
        bare = text == phrase.word == whole.rpartition(" ")[2] and after in ((" ", "-") if text == whole else ("-",))
        if not bare or phrase.word not in words("armed_descriptions"):
            return text
        return f"{text[:-1]}ies" if text.endswith("y") else f"{text[:-3]}men" if text.endswith("man") else f"{text}s"

    def _owner(self, stretch: Stretch, phrase: Phrase, depth: int) -> Entity | None:
        word = phrase.owner.lower()
        offset = stretch[0]
        inner = parse(phrase.owner, opens(self._text, offset))
        if word == "whose":
            found = self._relative(stretch, "whose")
            return found[0][0] if found is not None else None
        if inner.form == "pronoun":
            if inner.word in ("i", "we", "you"):
                answer = self._first_person(stretch, inner.word, depth)
                return answer[0][0] if answer is not None else None
            return self._taken_up(offset, inner.word)
        if inner.form == "pair":
            return None
        length = len(phrase.owner)
        return self._within(offset, offset + length, depth)

    def _within(self, start: int, end: int, depth: int) -> Entity | None:
        """Whom a part of a stretch stands for."""
        answer = self._answer((start, end), depth - 1)
        return answer[0][0] if answer is not None and len(answer[0]) == 1 else None

    def _owned(self, phrase: Phrase, owner: Entity, score: float, rule: str) -> Answer:
        """What is somebody's: "Orlo's men"; the fighters of an armed body are the body."""
        armed = owner.known is not None and owner.known.kind in ("armed group", "party")
        if armed and phrase.word in words("members") and not phrase.tail:
            return (owner,), score, "members of a body"
        genitive = "'" if owner.name.endswith("s") else "'s"
        text = f"{owner.name}{genitive} {phrase.text}"
        return (self._new(f"{text} {phrase.tail}".strip(), phrase),), score, rule

    def _inner(self, stretch: Stretch, phrase: Phrase, depth: int) -> str:
        """What follows the head of a description, with the names of those whom it speaks of."""
        parts = phrase.tail.split()
        if len(parts) < 2:
            return phrase.tail
        rest = " ".join(parts[1:])
        inner = parse(rest, False)
        bare = inner.form == "described" and inner.definite and not inner.tail and not inner.owner
        if parts[0] in ("of", "for", "from", "in", "to") and (bare or inner.form == "pronoun"):
            at = self._text.find(rest, stretch[0], stretch[1])
            entity = self._within(at, at + len(rest), depth) if at >= 0 else None
            if entity is not None:
                return f"{parts[0]} {entity.name}"
        return phrase.tail

    def _bare(self, stretch: Stretch, phrase: Phrase) -> Answer | None:
        """Whom a definite description without more takes up: "the group", "the minister", "the town"."""
        word, offset = phrase.word, stretch[0]
        if in_class(word, "person") and not phrase.plural:
            role = phrase.text.lower()
            bearer = self._bearer(offset, role)
            if bearer is None and word in words("person_descriptions") | {"official", "politician"}:
                bearer = self._trail.last(offset, lambda e: e.category == "person" and not e.plural)
            return ((bearer,), 0.75, f"office “{role}”") if bearer is not None else None
        same = self._trail.last(
            offset,
            lambda e: e.category != "person" and self._same_noun(phrase, e) and e.name.lower() != phrase.text.lower(),
            reach=8,
        )
        if same is not None and same.plural == phrase.plural and len(phrase.text.split()) == 1:
            return (same,), 0.7, f"the {phrase.text} named before"
        if len(phrase.text.split()) > 1 or phrase.plural:
            return None
        return self._of_sort(offset, word)

    def _of_sort(self, offset: int, word: str) -> Answer | None:
        """The last that a noun without a name can mean: an armed body for "the group", a land for "the country"."""
        rule = f"the {word} named before"
        if word in words("state_descriptions"):
            found = self._trail.last(offset, lambda e: e.is_state or (e.category == "place" and e.known is not None))
            return ((found,), 0.6, rule) if found is not None else None
        if word in words("media_descriptions"):
            found = self._trail.last(offset, lambda e: e.known is not None and e.known.kind == "media")
            if found is not None or word not in words("body_descriptions"):
                return ((found,), 0.65, rule) if found is not None else None
        if word in words("body_descriptions"):
            if word in words("armed_bodies"):
                found = self._trail.last(
                    offset, lambda e: e.known is not None and e.known.kind in ("armed group", "party"), reach=6
                )
                if found is not None:
                    return (found,), 0.7, rule
            found = self._trail.last(offset, lambda e: e.category == "group" and capital(e.name), reach=6)
            return ((found,), 0.6, rule) if found is not None else None
        if word in words("place_descriptions"):
            found = self._trail.last(offset, lambda e: e.category == "place" and capital(e.name) and not e.is_state)
            return ((found,), 0.6, rule) if found is not None else None
        return None

    def _new(self, text: str, phrase: Phrase) -> Entity:
        """Somebody described, under the words of the description."""
        found = self.entities.named(text)
        if found is not None:
            return found
        known = known_actors().body(text) or (known_actors().named(text) if " " in text else None)
        entity = Entity([text], _category(phrase), known, plural=phrase.plural)
        if text.lower() in listed("anybody"):
            entity.category = "thing"  # nobody whom a pronoun could take up
        entity.nouns.add(phrase.word)
        if entity.category == "person":
            entity.add_role(phrase.text)
        self.entities.all.append(entity)
        self.entities.alias(text, entity)
        return entity


def _behind(name: str) -> str:
    """The body for which an organ of it speaks: the Tarn Army for the "Headquarters of the Tarn Army"."""
    head, linked, body = name.partition(" of ")
    organ = bool(linked) and head.split()[-1].lower() in listed("organs_of")
    return _behind(body.removeprefix("the ")) if organ else name


def _is_adjective(text: str) -> bool:
    """Whether a word only tells of which land something is: "Iranian"."""
    return known_actors().demonym(text) is not None and not text.endswith("s")


def _category(phrase: Phrase) -> str:
    """What a described one is, by its noun."""
    word = phrase.word
    if in_class(word, "person") or word in person_words("voices"):
        return "person" if not phrase.plural else "group"
    if word in words("body_descriptions") | words("organ_descriptions") | words("body_words") or is_plural(word):
        return "group"
    if in_class(word, "armed_group") or in_class(word, "group"):
        return "group"
    if word in words("place_descriptions") | words("place_words"):
        return "place"
    return "unknown"
