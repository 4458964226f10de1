"""Gold mentions read by Rashomon's parser, knowledge and network: what goes with each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from spacy.tokens import Doc, Token

from bench.ecb.loading import Article, Gold
from rashomon.comparing.events.scoring.types import Phrase, Sight, Vector
from rashomon.comparing.times import days
from rashomon.knowledge.folding import fold
from rashomon.knowledge.framing import wording
from rashomon.model import Document
from rashomon.reading import parser
from rashomon.reading.dates import when_of
from rashomon.reading.learned.network import Network
from rashomon.reading.learned.words import windows
from rashomon.reading.learned import drafting
from rashomon.reading.learned.words import split
from rashomon.reading.places.choice import place_at
from rashomon.reading.places.choice import deed_at
from rashomon.reading.rules import deeds_of, scene_of
from rashomon.reading.syntax.phrases import phrase
from rashomon.reading.syntax.slots import slots
from rashomon.reading.types import Deed, Scene

_AGENT = ("subj", "by", "poss")
_TARGET = ("obj", "iobj", "of", "comp")
_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}


class Reader:
    """Reads articles for what goes with their gold mentions."""

    def __init__(self) -> None:
        self._nlp = parser.load()
        self._network = Network()

    def read(self, article: Article, mentions: Sequence[Gold]) -> Iterator[Sight]:
        """A sight for each of these mentions of one article."""
        document = Document(id=article.id, text=article.text, lang="en")
        doc = parser.parse(self._nlp, article.text)
        scene = scene_of(document, doc)
        deeds = deeds_of(scene)
        vectors = self._vectors(article.text)
        starts = np.array([token.idx for token in doc])
        for mention in mentions:
            at = [int(np.searchsorted(starts, article.offsets[word][0], "right")) - 1 for word in mention.words]
            start = article.offsets[mention.head][0]
            head = doc[int(np.searchsorted(starts, start, "right")) - 1]
            yield _sight(scene, deeds, mention, head, [doc[i] for i in at], vectors, start)

    def _vectors(self, text: str) -> dict[int, tuple[Vector, int, Vector]]:
        """Beginning of each word -> its vector."""
        network = self._network
        words = split(text, network.tokenizer)
        known = network.lexicon.of([text[a:b] for a, b in words.stretches])
        breaks = [0] + [i for i in range(1, len(words.stretches))
                        if "\n" in text[words.stretches[i - 1][1] : words.stretches[i][0]]]
        found: dict[int, Vector] = {}
        for window in windows(words, breaks):
            seen = drafting._see(text, words, window, known, network)
            for i in range(window.first, window.last):
                found[words.stretches[i][0]] = seen.vectors[i - window.first]
        return found


def _sight(scene, deeds, mention, head, tokens, vectors, start) -> Sight:
    filled = slots(head)
    deed = next((d for d in deeds if d.start <= head.i < d.end), None)
    agents = [t for name in _AGENT for t in filled.get(name, ())]
    targets = [t for name in _TARGET for t in filled.get(name, ())]
    mods = list(filled.get("mod", ()))
    others = [t for name, ts in filled.items() for t in ts
              if name not in (*_AGENT, *_TARGET, "mod", "clause", "infinitive", "finite", "prt", "comp")]
    plain = deed_at(head, deeds)
    place = place_at(scene, head, deeds)
    when = when_of(scene, plain)
    worded = wording(head.text, deed.kind, deed.type) if deed else None
    sent = head.sent
    context = frozenset(fold(t.lemma_) for t in sent if t.pos_ in _CONTENT and t not in tokens and t.is_alpha | t.like_num)
    near = np.array([vectors[o] for o in sorted(vectors) if sent.start_char <= o < sent.end_char])
    own = [vectors[o] for o in vectors if any(t.idx <= o < t.idx + len(t) for t in tokens)]
    return dict(
        id=mention.id, document=mention.document, at=head.i, lemma=mention.lemma,
        own_lemma=fold(head.lemma_), pos=head.pos_,
        words=frozenset(fold(t.lemma_) for t in tokens if not t.is_stop or t is head),
        sort=worded.sort.name if worded else None, entry=deed.entry if deed else None,
        type=f"{deed.kind}/{deed.type}" if deed else None,
        agents=_phrases(scene, agents), targets=_phrases(scene, targets), mods=_phrases(scene, mods), others=_phrases(scene, others),
        deed_agents=_phrases(scene, deed.agents) if deed else (), deed_targets=_phrases(scene, deed.recipients) if deed else (),
        place=place.name if place else None, when=when.iso if when else None,
        numbers=frozenset(t.lower_ for t in sent if t.like_num),
        context=context,
        names=frozenset(fold(t.text) for t in sent if t.pos_ == "PROPN" or (t.ent_type_ and t.ent_type_ not in {"DATE","TIME","CARDINAL","ORDINAL","MONEY","PERCENT","QUANTITY"} and t.text[:1].isupper())),
        head_vector=vectors.get(start), own_vector=np.mean(own, 0) if own else None, passage=near.mean(0) if len(near) else None,
        sent_index=sent.start, factual=None, sent=sent.text,
        clausal=[fold(t.lemma_) for n in ("clause",) for t in filled.get(n, ())], head_of=fold(head.head.lemma_), dep=head.dep_,
    )


def _phrases(scene: Scene, tokens: Iterable[Token]) -> tuple[Phrase, ...]:
    found = []
    for token in tokens:
        names = [r.name for r in scene.actors.referents(token)]
        if not names:
            a, b = phrase(token)
            names = [" ".join(t.lemma_ if t.pos_ != "PROPN" else t.text for t in scene.doc[a:b] if t.pos_ not in {"DET", "PUNCT"} and not t.is_stop)]
        for name in names:
            words = frozenset(w for w in fold(name).split() if w not in {"the","a","an","of","in","and"})
            if words and words not in found:
                found.append(words)
    return tuple(found)
