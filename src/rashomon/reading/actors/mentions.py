"""Who and what is mentioned, and of what sort it is. No coreference: that is `resolve`."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from rashomon.knowledge.actors import known_actors
from rashomon.model import Document
from rashomon.reading.actors.ambiguity import settled
from rashomon.reading.actors.belonging import with_belonging
from rashomon.reading.actors.context import context, is_land
from rashomon.reading.actors.names import Name, find_names
from rashomon.reading.actors.nouns import noun_category
from rashomon.reading.actors.phrases import nominal_text
from rashomon.reading.actors.sorts import Sorts
from rashomon.reading.actors.words import is_title, mapping, words
from rashomon.reading.types import Category, Mention

_NOMINAL_DEPS = {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "poss", "conj", "appos", "ROOT", "oprd"}


class Mentions:
    """The mentions of one document: names, descriptions and pronouns."""

    def __init__(self, doc: Doc, document: Document) -> None:
        self.doc = doc
        self.document = document
        named = find_names(doc)
        self.sorts = Sorts(doc, named)
        self.names = settled(named, [self.sorts.of(n) for n in named], document.published)
        self.sorts = Sorts(doc, self.names) if self.names != named else self.sorts
        self.names = with_belonging(doc, self.names, [n for n in self.names if self.sorts.of(n) == "place"])
        self._name_at: dict[int, Name] = {}
        for name in self.names:
            for i in range(name.start, name.end):
                self._name_at[i] = name
        self._mentions: dict[int, Mention] = {}
        for name in self.names:
            of_name = Mention(name.start, name.end, name.head, "name", self._name_category(name), name.text)
            for i in range(name.start, name.end):
                self._mentions[i] = of_name
        in_title = {i for n in self.names for i in range(n.start - len(n.title), n.start)}
        for token in doc:
            if (
                token.i not in self._mentions
                and token.i not in in_title
                and (mention := self._other(token)) is not None
            ):
                self._mentions[token.i] = mention

    def name_at(self, token: Token) -> Name | None:
        """The name that this token lies in."""
        return self._name_at.get(token.i)

    def mention_at(self, token: Token) -> Mention | None:
        """The mention whose noun phrase this token heads (or lies in, for names), if any."""
        return self._mentions.get(token.i)

    def category(self, token: Token) -> Category:
        """What the noun phrase headed by this token stands for."""
        mention = self._mentions.get(token.i)
        return mention.category if mention is not None else "unknown"

    def in_order(self) -> list[Mention]:
        """Every mention once, by its head, in text order."""
        return [m for i, m in sorted(self._mentions.items()) if m.head == i]

    def _owner(self, token: Token) -> str | None:
        """Whose something is, as far as the words say without coreference."""
        name = self.name_at(token)
        if name is not None:
            return name.text
        return None if token.pos_ == "PRON" or token.tag_ == "PRP$" else nominal_text(token, self._owner)

    def _name_category(self, name: Name) -> Category:
        """The sort of a name where it stands: a state or place that acts is a body."""
        sort = self.sorts.of(name)
        if name.demonym:
            return "group"
        if sort != "place":
            return sort
        found = context(self.doc[name.head])
        state = name.known is not None and name.known.kind == "state"
        if state:
            return "place" if is_land(self.doc[name.head], found) else "group"
        if found in {"speaks", "addressed"} or (found == "acts" and not self._only_place(name)):
            return "group"
        return "place"

    def _only_place(self, name: Name) -> bool:
        """A named place that is no capital and nowhere else acts."""
        return known_actors().seat(name.text) is None and not self.sorts.acts(name)

    def _other(self, token: Token) -> Mention | None:
        kind = pronoun_class(token)
        if kind is not None:
            category: Category = "person" if kind in {"he", "she", "i"} else "unknown"
            if kind == "we":
                category = "group"
            return Mention(token.i, token.i + 1, token.i, "pronoun", category, token.text)
        if token.lower_ in words("where") and token.pos_ == "ADV" and token.dep_ in {"advmod", "pcomp", "pobj"}:
            return Mention(token.i, token.i + 1, token.i, "pronoun", "place", token.text)
        if token.lower_ in words("relative") and token.tag_ in {"WP", "WDT", "WP$"}:
            return Mention(token.i, token.i + 1, token.i, "pronoun", "unknown", token.text)
        if token.pos_ == "PRON" or token.tag_ in {"DT", "PDT"}:
            if token.dep_ not in _NOMINAL_DEPS or token.dep_ == "det" or token.tag_ == "EX":
                return None
            category = "person" if token.lower_ in words("person_pronouns") else "unknown"
            return Mention(token.i, token.i + 1, token.i, "pronoun", category, token.text)
        if token.pos_ in {"NOUN", "PROPN"} or (token.pos_ in {"ADJ", "NUM"} and token.dep_ in _NOMINAL_DEPS - {"conj"}):
            if token.pos_ == "NUM" and token.dep_ in {"conj", "pobj"} and not _stands_for_two(token):
                return None
            if token.pos_ == "PROPN" and token.dep_ == "compound" and is_title(token):
                return None
            left = (c.left_edge.i for c in token.children if c.i < token.i and c.dep_ != "punct")
            start = min(left, default=token.i)
            start = min([start, *(self._name_at[i].start for i in range(start, token.i) if i in self._name_at)])
            text = nominal_text(token, self._owner)
            return Mention(start, token.i + 1, token.i, "nominal", noun_category(token), text)
        return None


def _stands_for_two(number: Token) -> bool:
    """Whether a number takes up two who were named: "talks between the two"."""
    definite = any(c.lower_ in {"the", "these", "those"} for c in number.children)
    return number.lower_ in words("both") and definite and not any(c.dep_ == "prep" for c in number.children)


def pronoun_class(token: Token) -> str | None:
    """Which pronoun this is ("he", "she", "it", "they", "i", "we", "you"), if a personal one."""
    if token.pos_ not in {"PRON", "DET"} and token.tag_ not in {"PRP", "PRP$"}:
        return None
    word = token.lower_
    if token.text == "US":
        return None
    for kind, entry in mapping("pronouns").items():
        if word in entry["words"]:
            return str(kind)
    return None
