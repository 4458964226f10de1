"""Gold mentions as our parser, knowledge and network read them: what goes with each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from spacy.tokens import Token

from bench.ecb.loading import Article, Gold
from rashomon.comparing.events.scoring.types import Phrase, Sight
from rashomon.comparing.events.scoring.vectors import Encoder, Vectors
from rashomon.comparing.times import days
from rashomon.knowledge.folding import fold
from rashomon.knowledge.framing import wording
from rashomon.model import Document
from rashomon.reading import parser
from rashomon.reading.dates import when_of
from rashomon.reading.places.choice import deed_at, place_at
from rashomon.reading.rules import deeds_of, scene_of
from rashomon.reading.syntax.phrases import phrase
from rashomon.reading.syntax.slots import slots
from rashomon.reading.types import Deed, Scene

_AGENTS, _TARGETS = ("subj", "by", "poss"), ("obj", "iobj", "of", "comp")
_NO_ROLES = {"clause", "infinitive", "finite", "prt"}
_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}
_NO_NAMES = {"", "DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"}


class Sighter:
    """Reads articles for what goes with their gold mentions. Holds the parser and the network."""

    def __init__(self) -> None:
        self._nlp = parser.load()
        self._encoder = Encoder()
        self._meanings: dict[str, Vectors] = {}

    def read(self, article: Article, mentions: Sequence[Gold]) -> Iterator[Sight]:
        """A sight for each of these mentions of one article."""
        doc = parser.parse(self._nlp, article.text)
        scene = scene_of(Document(id=article.id, text=article.text, lang="en"), doc)
        deeds = deeds_of(scene)
        vectors = self._encoder.read(article.text)
        starts = np.array([token.idx for token in doc])
        for mention in mentions:
            first = [article.offsets[word][0] for word in (mention.head, *mention.words)]
            head, *tokens = (doc[int(at)] for at in np.searchsorted(starts, first, "right") - 1)
            yield self._sight(scene, deeds, mention, head, tokens, vectors)

    def _sight(
        self,
        scene: Scene,
        deeds: Sequence[Deed],
        mention: Gold,
        head: Token,
        tokens: Sequence[Token],
        vectors: Vectors,
    ) -> Sight:
        deed = next((deed for deed in deeds if deed.start <= head.i < deed.end), None)
        worded = wording(head.text, deed.kind, deed.type) if deed else None
        filled = slots(head)
        agents = [t for name in _AGENTS for t in filled.get(name, ())] + (deed.agents if deed else [])
        targets = [t for name in _TARGETS for t in filled.get(name, ())] + (deed.recipients if deed else [])
        others = [t for name, some in filled.items() if name not in {*_AGENTS, *_TARGETS, *_NO_ROLES} for t in some]
        place, when = place_at(scene, head, deeds), when_of(scene, deed_at(head, deeds))
        sentence = head.sent
        rest = [token for token in sentence if token not in tokens]
        if mention.lemma not in self._meanings:
            self._meanings[mention.lemma] = self._encoder.read(mention.lemma)
        return Sight(
            id=mention.id,
            document=mention.document,
            lemma=mention.lemma,
            words=frozenset(fold(t.lemma_) for t in tokens if t is head or not t.is_stop),
            sentence=sentence.start,
            sort=worded.sort.name if worded else None,
            type=f"{deed.kind}/{deed.type}" if deed else None,
            agents=_phrases(scene, agents),
            targets=_phrases(scene, targets),
            others=_phrases(scene, others),
            places=frozenset({fold(place.name)} if place else ()),
            days=days(when.iso) if when else None,
            numbers=frozenset(token.lower_ for token in sentence if token.like_num),
            context=frozenset(fold(t.lemma_) for t in rest if t.pos_ in _CONTENT and (t.is_alpha or t.like_num)),
            names=frozenset(fold(token.text) for token in sentence if _is_name(token)),
            vector=_mean(vectors, tokens),
            passage=vectors.of(sentence.start_char, sentence.end_char),
            meaning=self._meanings[mention.lemma].of(0, len(mention.lemma)),
        )


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or (token.ent_type_ not in _NO_NAMES and token.text[:1].isupper())


def _mean(vectors: Vectors, tokens: Iterable[Token]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]] | None:
    found = [vectors.of(token.idx, token.idx + len(token)) for token in tokens]
    known = [vector for vector in found if vector is not None]
    return np.mean(known, axis=0, dtype=np.float32) if known else None


def _phrases(scene: Scene, tokens: Iterable[Token]) -> tuple[Phrase, ...]:
    """Whom or what these heads stand for, by the words of the names, pronouns resolved."""
    found: dict[Phrase, None] = {}
    for token in tokens:
        names = [referent.name for referent in scene.actors.referents(token)] or [_phrase(token)]
        found |= {words: None for name in names if (words := frozenset(fold(name).split()))}
    return tuple(found)


def _phrase(head: Token) -> str:
    start, end = phrase(head)
    kept = [t for t in head.doc[start:end] if not t.is_stop and not t.is_punct]
    return " ".join(t.text if t.pos_ == "PROPN" else t.lemma_ for t in kept)
