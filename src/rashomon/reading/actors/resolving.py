"""Coreference: one pass over the mentions in text order, each resolved from what came before."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from rashomon.knowledge.actors import known_actors
from rashomon.reading.actors.ambiguity import all_named
from rashomon.reading.actors.beside import beside
from rashomon.reading.actors.bodies import established, is_body
from rashomon.reading.actors.descriptions import is_definite, modifiers, resolve_description
from rashomon.reading.actors.entities import Entity, Registry
from rashomon.reading.actors.firstperson import FirstPerson
from rashomon.reading.actors.mentions import Mentions, pronoun_class
from rashomon.reading.actors.naming import add_role, gather, role_of
from rashomon.reading.actors.pairs import resolve_pair
from rashomon.reading.actors.phrases import body_noun, named_by, nominal_text
from rashomon.reading.actors.pronouns import resolve_pronoun
from rashomon.reading.actors.trail import (
    Answer,
    Record,
    Trail,
    first_of,
    is_plural,
    main_subject,
    plural_verb,
    together,
)
from rashomon.reading.actors.trail import role_of as grammatical_role
from rashomon.reading.actors.words import lemma, person_words, sort_of, words
from rashomon.reading.syntax import antecedent, coordinated
from rashomon.reading.types import Mention, Telling

_EXAMPLES = "given as examples"
_UNSURE_WORDS = {"former", "suspected", "alleged", "captured", "ex"}


class Resolution:
    """Who is who: an answer for every mention, by the token that heads it."""

    def __init__(self, mentions: Mentions, tellings: Sequence[Telling]) -> None:
        self.mentions = mentions
        self.registry = Registry()
        self.of_name = gather(mentions, self.registry)
        self.trail = Trail(mentions.doc, list(tellings))
        self.answers: dict[int, Answer] = {}
        self._busy: set[int] = set()
        self._first = FirstPerson(mentions.document, self.registry, self.trail, self._later_source)
        for mention in mentions.in_order():
            token = mentions.doc[mention.head]
            answer = self._answer(token, mention)
            if answer is not None:
                self._keep(token, answer)
                self._record(token, mention, answer)
        self._ahead()

    def _keep(self, token: Token, answer: Answer) -> None:
        self.answers[token.i] = answer
        self.trail.answered[token.i] = answer.entities

    def answer(self, token: Token) -> Answer | None:
        """Whom the phrase headed by this token stands for, coordination aside."""
        token = antecedent(token)
        if token.i in self.answers:
            return self.answers[token.i]
        if token.i in self.of_name:
            return Answer((self.of_name[token.i],), 0.95, "name")
        return None

    def _answer(self, token: Token, mention: Mention) -> Answer | None:
        if token.i in self._busy:  # a phrase that would need itself to be resolved
            return None
        self._busy.add(token.i)
        try:
            if mention.form == "name":
                return self._named(token)
            return self._pronoun(token) if mention.form == "pronoun" else self._described(token, mention)
        finally:
            self._busy.discard(token.i)

    def _named(self, token: Token) -> Answer:
        parts = [known_actors().named(part) for part in token.text.split("-")] if "-" in token.text else []
        if len(parts) == 2 and all(parts) and self.registry[self.of_name[token.i]].known is None:  # "US-Iraq"
            return Answer(tuple(self.registry.known(p.id).id for p in parts if p), 0.8, "two names in one")
        if (seat := self._seat(token)) is not None:
            return Answer((seat.id,), 0.8, "seat of government")
        return Answer((self.of_name[token.i],), 0.95, "name")

    def _seat(self, token: Token) -> Entity | None:
        """The state whose government a capital stands for where it acts: "Ankara condemned"."""
        mention = self.mentions.mention_at(token)
        name = self.mentions.name_at(token)
        if mention is None or name is None or name.known is not None or mention.category != "group":
            return None
        actor = known_actors().seat(name.text)
        if actor is None or self.mentions.sorts.of(name) != "place":
            return None
        entity = self.registry.known(actor.id)
        last = token.doc[name.end - 1]
        entity.spans.append((token.doc[name.start].idx, last.idx + len(last)))
        return entity

    def _pronoun(self, token: Token) -> Answer | None:
        kind = pronoun_class(token)
        back = antecedent(token)
        if back != token:
            return self.answer(back)
        if kind in {"i", "we"}:
            return self._first.answer(token, kind)
        if token.lower_ in words("where"):
            return self._place_before(token)
        telling = self.trail.telling(token)
        source = self._source(telling)
        pair = resolve_pair(token, self.trail, self.registry)
        if pair is not None:
            return pair
        if kind is None:
            inner = named_by(token)
            return self._ahead_of(inner) if inner != token else self._someone(token)
        return resolve_pronoun(token, self.trail, self.registry, source)

    def _someone(self, token: Token) -> Answer | None:
        """Somebody named by what follows alone: "those who stayed"."""
        text = nominal_text(token, self._owner)
        if token.lower_ in words("person_pronouns") and (" " in text or token.tag_ == "NNS"):
            return self._new(text, token, "person")
        return None

    def _source(self, telling: Telling | None) -> tuple[int, ...]:
        if telling is None or telling.source is None:
            return ()
        answer = self.answer(self.mentions.doc[telling.source])
        return answer.entities if answer else ()

    def _later_source(self, telling: Telling) -> tuple[int, ...]:
        """The source of a quotation, also where it is named after the words quoted."""
        assert telling.source is not None
        source = self.mentions.doc[telling.source]
        answer = self.answer(source)
        if answer is None and (mention := self.mentions.mention_at(source)) is not None:
            first = pronoun_class(source) in {"i", "we", "you"}
            answer = None if first else self._answer(source, mention)
            if answer is not None:
                self._keep(source, answer)
        return answer.entities if answer else ()

    def _place_before(self, token: Token) -> Answer | None:
        """There: the last place named."""
        for record in reversed(self.trail.before(token, 2)):
            entity = self.registry[record.entities[0]] if record.entities else None
            if entity is not None and (record.category == "place" or entity.category == "place") and entity.names:
                return Answer((entity.id,), 0.6, f"“{token.text}”: the last place named")
        return None

    def _described(self, token: Token, mention: Mention) -> Answer | None:
        if token.dep_ in {"compound", "npadvmod"} and mention.category not in {"group", "person"}:
            return None
        pair = resolve_pair(token, self.trail, self.registry)
        if pair is not None:
            return pair
        apposed = self._apposed(token, mention) or self._exemplified(token, mention)
        if apposed is not None:
            return apposed
        if (place := self._place_named(token)) is not None:
            return place
        inner = named_by(token)
        if inner != token and (inner.i > token.i):
            return self._ahead_of(inner)
        body = self._body(token) or self._several(token, mention)
        if body is not None:
            return body
        found = None
        if self._of_land(token) is None:
            found = resolve_description(token, mention.category, self.trail, self.registry)
        if found is not None:
            if lemma(token) in words("armed_descriptions"):
                self.registry[found.entities[0]].nouns.add(lemma(token))
            return found
        text = self._bridged(token) or self._of_land(token) or nominal_text(token, self._owner)
        return self._new(text, token, mention.category)

    def _of_land(self, token: Token) -> str | None:
        """The organ of a state that the sentence is set in: "In Sudan, the army" is Sudan's army."""
        if lemma(token) not in words("organ_descriptions") or not is_definite(token) or modifiers(token):
            return None
        for before in token.doc[token.sent.start : token.i]:
            name = self.mentions.name_at(before) if before.dep_ == "pobj" and before.head.lower_ == "in" else None
            if name is not None and name.known is not None and name.known.id == name.known.country:
                return f"{self.registry[self.of_name[before.i]].name}'s {token.lower_}"
        return None

    def _place_named(self, token: Token) -> Answer | None:
        """The place that a noun with "of" names: "the town of Tarn" is Tarn."""
        if lemma(token) not in words("place_descriptions") | words("state_descriptions"):
            return None
        for preposition in token.children:
            for obj in preposition.children if preposition.lower_ == "of" else ():
                name = self.mentions.name_at(obj)
                lands = {"place", "group"} if lemma(token) in words("state_descriptions") else {"place"}
                if name is not None and name.head == obj.i and self.mentions.sorts.of(name) in lands:
                    entity = self.registry[self.of_name[obj.i]]
                    entity.nouns.add(lemma(token))
                    return Answer((entity.id,), 0.85, f"the {token.text} by its name")
        return None

    def _several(self, token: Token, mention: Mention) -> Answer | None:
        """One noun for two bodies: "Kurdish and Yazidi fighters" are Kurdish fighters and Yazidi fighters."""
        for first in token.children:
            if first.dep_ not in {"amod", "compound", "nmod"} or first.i > token.i or not is_plural(token):
                continue
            parts = [first, *(c for c in first.children if c.dep_ == "conj")]
            if len(parts) < 2 or not all(p.text[:1].isupper() and p.i < token.i for p in parts):
                continue
            found = [self._new(f"{self._part(p)} {token.text}", token, mention.category) for p in parts]
            return Answer(tuple(e for a in found if a for e in a.entities), 0.75, "one noun for several")
        return None

    def _part(self, token: Token) -> str:
        name = self.mentions.name_at(token)
        return name.text if name is not None else token.text

    def _bridged(self, token: Token) -> str | None:
        """A bare "spokesman" speaks for whom the last sentences were about: "army spokesman"."""
        bare = not any(c.dep_ in {"compound", "amod", "poss", "nmod", "prep"} for c in token.children)
        if lemma(token) not in person_words("press_voices") or not bare:
            return None
        for record in reversed(self.trail.before(token, 1)):
            entity = self.registry[record.entities[0]]
            if record.role == "subject" and record.category == "group" and len(record.entities) == 1 and entity.name:
                return f"{entity.name} {lemma(token)}"
        return None

    def _ahead_of(self, inner: Token) -> Answer | None:
        """The answer of a phrase that stands later in the text, worked out now."""
        known = self.answer(inner)
        mention = self.mentions.mention_at(inner)
        if known is None and mention is not None:
            known = self._answer(inner, mention)
            if known is not None:
                self._keep(inner, known)
        return known

    def _apposed(self, token: Token, mention: Mention) -> Answer | None:
        """A description beside a name is its bearer: "the spokesman, Ada Prenn", "Qarah, a town"."""
        for other in beside(token, mention, self.mentions):
            if is_plural(token) and mention.category == "person":
                names = [t for t in coordinated(other) if t.i in self.of_name]
                if len(names) < 2:
                    continue
                return Answer(tuple(self.registry[self.of_name[t.i]].id for t in names), 0.75, "apposition")
            entity = self.registry[self.of_name[other.i]]
            if entity.category == mention.category or "unknown" in {entity.category, mention.category}:
                if mention.category == "person":
                    add_role(role_of(token), entity)
                    entity.body = self._body_of(token) if entity.body is None else entity.body
                else:
                    entity.nouns.add(lemma(token))
                return Answer((entity.id,), 0.85, "apposition")
        return None

    def _exemplified(self, token: Token, mention: Mention) -> Answer | None:
        """Those whom a plural gives as examples: "militias like Ansar", "countries such as Kenya and Chad"."""
        if not is_plural(token) or mention.category not in {"group", "person"}:
            return None
        for preposition in token.children:
            such = preposition.lower_ == "as" and preposition.i > 0 and preposition.nbor(-1).lower_ == "such"
            if preposition.i < token.i or not (such or preposition.lower_ == "like"):
                continue
            names = [n for p in preposition.children if p.dep_ == "pobj" for n in coordinated(p)]
            if names and all(n.i in self.of_name for n in names):
                found = dict.fromkeys(self.registry[self.of_name[n.i]].id for n in names)
                if all(self.registry[e].category != "thing" for e in found):
                    return Answer(tuple(found), 0.7, _EXAMPLES)
        return None

    def _body_of(self, token: Token) -> int | None:
        """The body that an office belongs to: the ministry of "a spokesman for the ministry"."""
        near = [c for c in token.children if c.dep_ in {"poss", "compound", "nmod"}]
        near += [
            p for c in token.children if c.dep_ == "prep" and c.lower_ in {"of", "for", "from"}
            for p in c.children if p.dep_ == "pobj"
        ]  # fmt: skip
        for other in near:
            answer = self._ahead_of(other)
            if answer is not None and self.registry[answer.entities[0]].category == "group":
                return answer.entities[0]
        return None

    def _body(self, token: Token) -> Answer | None:
        """Members and parts of a body stand for it: "RSF fighters", "a column of the army"."""
        inner = body_noun(token)
        outlet = token.nbor(-1) if token.i and sort_of(lemma(token), "media") else None
        named = self.mentions.name_at(outlet) if outlet is not None and outlet.dep_ in {"compound", "nmod"} else None
        if named is not None and not named.demonym and all(a.kind == "media" for a in all_named(named.text)):
            return Answer((self.of_name[named.head],), 0.85, "an outlet by its name")
        before = token.nbor(-1) if token.i else token
        if inner is None and lemma(token) in words("members") and self.mentions.name_at(before) is not None:
            inner = before  # "IS fighters", whatever the parser made of "IS"
        if inner is None or any(c.lower_ in _UNSURE_WORDS for c in token.children):
            return None
        if not is_plural(token) and self.mentions.category(token) == "person":  # one soldier is not his army
            return None
        name = self.mentions.name_at(inner)
        member = lemma(token) in words("members")
        if name is not None:
            entity = self.registry[self.of_name[inner.i]]
            if not name.demonym and is_body(entity) and established(entity, token, inner):
                entity.nouns.add(lemma(token))
                return Answer((entity.id,), 0.85, "members of a body")
            return None
        if inner.i > token.i and sort_of(lemma(inner), "group") and member:
            return self._ahead_of(inner)
        if lemma(token) in words("parts") and sort_of(lemma(inner), "armed_group") and inner.dep_ != "amod":
            text = nominal_text(inner, self._owner) if inner.i > token.i else self._shortened(token, inner)
            return self._new(text, inner, "group")
        return None

    def _shortened(self, token: Token, inner: Token) -> str:
        """The words of a part without the part: "Sudanese army column" gives "Sudanese army"."""
        text = nominal_text(token, self._owner)
        cut = text.rfind(inner.text)
        return text[: cut + len(inner.text)] if cut >= 0 else text

    def _owner(self, token: Token) -> str | None:
        answer = self.answer(token)
        if answer is None:
            mention = self.mentions.mention_at(token)
            if mention is not None and mention.form == "nominal":
                answer = self._answer(token, mention)
        return self.registry[answer.entities[0]].name if answer and len(answer.entities) == 1 else None

    def _new(self, text: str, token: Token, category: str) -> Answer | None:
        if not text:
            return None
        entity = self.registry.find(f"described:{text.casefold()}")
        fresh = entity is None
        if entity is None:
            entity = self.registry.at(f"described:{text.casefold()}", category)  # type: ignore[arg-type]
            entity.described.append(text)
            entity.plural = is_plural(token)
        entity.nouns.add(lemma(token))
        if category == "person":
            add_role(role_of(token), entity)
            for pool, gender in (("feminine", "f"), ("masculine", "m")):
                if lemma(token) in person_words(pool):
                    entity.gender = gender
        definite = is_definite(token)
        return Answer((entity.id,), 0.7 if definite and fresh else 0.8, "described")

    def _record(self, token: Token, mention: Mention, answer: Answer) -> None:
        role = grammatical_role(token)
        if pronoun_class(token) in {"i", "we", "you"}:
            return
        if token.ent_type_ in {"DATE", "TIME"} or (mention.form == "nominal" and sort_of(lemma(token), "time")):
            return
        entity = self.registry[answer.entities[0]]
        counted = any(c.dep_ == "nummod" for c in token.children) and lemma(token) in words("members")
        if mention.form != "name" and len(answer.entities) == 1 and answer.why != _EXAMPLES and not counted:
            entity.spans.append((token.doc[mention.start].idx, token.idx + len(token)))
        category = mention.category if mention.category != "unknown" else entity.category
        plural = is_plural(token) and not (mention.form == "name" and entity.known)
        if mention.form == "name" and plural_verb(token):
            entity.collective = True
        plural = plural or (mention.form == "name" and entity.collective)
        if mention.form == "pronoun":
            category, plural = entity.category, entity.plural or len(answer.entities) > 1
        sentence = self.trail.sentence_of[token.i]
        self.trail.add(
            Record(
                token.i, mention.start, answer.entities, category, plural, entity.gender, role, mention.form, sentence
            )
        )
        self._record_set(token, category, role)

    def _record_set(self, token: Token, category: str, role: str) -> None:
        """A record of its own for names that are coordinated, once the last is read."""
        first = first_of(token)
        if first == token:
            return
        members = [t for t in together(first) if t.i in self.answers]
        if len(members) < 2 or (members[-1] != token and members[-1].i != token.i):
            return
        ids = tuple(dict.fromkeys(e for t in members for e in self.answers[t.i].entities))
        if len(ids) < 2:
            return
        self.trail.add(
            Record(token.i, first.i, ids, category, True, None, role, "set", self.trail.sentence_of[token.i])  # type: ignore[arg-type]
        )

    def _ahead(self) -> None:
        """Pronouns before what they stand for: "Before it withdrew, the army ..."."""
        for mention in self.mentions.in_order():
            token = self.mentions.doc[mention.head]
            kind = pronoun_class(token)
            if kind == "we" and (told := self._first.answer(token, kind)) is not None:
                self._keep(token, told)  # by now it is known for whom the speaker stands
            if token.i in self.answers or kind in {None, "i", "we", "you"}:
                continue
            subject = main_subject(token)
            if subject is None:
                continue
            answer = self.answer(subject)
            entity = self.registry[answer.entities[0]] if answer else None
            if answer is None or entity is None:
                continue
            if (kind in {"he", "she"}) == (entity.category == "person") or (
                kind == "they" and entity.category == "person"
            ):
                self.answers[token.i] = Answer(answer.entities, 0.6, "pronoun before its noun")
