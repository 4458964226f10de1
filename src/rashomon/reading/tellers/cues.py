"""Cues in a text: verbs, nouns and phrases that `reporting.yaml` lists, where the text uses them as such."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from rashomon.knowledge.reporting import Cue, Phrase, Reporting

_GAP = 7  # tokens that may stand between two words of a cue ("held the army responsible")


@dataclass
class Found:
    """A cue in the text.

    Attributes:
        head: the token that syntax hangs on; `anchors`: all its words, `head` among them.
        cues: the frames to try, longest phrase first.
    """

    head: Token
    anchors: list[Token]
    cues: list[Cue] = field(default_factory=list)

    @property
    def span(self) -> tuple[int, int]:
        """Token range of the cue: its words where they stand together, else its head."""
        first, last = self.anchors[0].i, self.anchors[-1].i
        if last - first < len(self.anchors) + 1:
            return first, last + 1
        return self.head.i, self.head.i + 1


@dataclass(frozen=True)
class FoundPhrase:
    """A phrase that names a source, and the token range it takes up (without the source after it)."""

    phrase: Phrase
    start: int
    end: int
    star: Token | None


def find_verbs(doc: Doc, knowledge: Reporting) -> list[Found]:
    """The verbs that may tell, in text order; a longer phrase rules out the shorter ones within it."""
    found: list[Found] = []
    taken: set[int] = set()
    for token in doc:
        cues = knowledge.verbs.get(token.lemma_.lower(), ()) or knowledge.verbs.get(token.lower_, ())
        if not cues or token.i in taken:
            continue
        matches: list[tuple[Cue, list[Token]]] = []
        for cue in cues:
            nominal = len(cue.words) == 1 or token.pos_ in {"NOUN", "PROPN"}
            if nominal and not is_verbal(token, knowledge):
                continue
            anchors = _match(token, cue.words, knowledge)
            if anchors:
                matches.append((cue, anchors))
        if not matches:
            continue
        longest = max(len(anchors) for _, anchors in matches)
        best = next(anchors for _, anchors in matches if len(anchors) == longest)
        chosen = [cue for cue, anchors in matches if len(anchors) == longest]
        head = next((t for t in best if is_verbal(t, knowledge)), token)
        if longest > 1:
            taken.update(t.i for t in best)
        found.append(Found(head, best, chosen))
    return found


def find_nouns(doc: Doc, knowledge: Reporting) -> list[Found]:
    """The nouns that may tell ("claim", "allegations", "demand"), in text order."""
    found = []
    for token in doc:
        if token.pos_ not in {"NOUN", "PROPN"} and token.tag_ not in {"NN", "NNS"}:
            continue
        if not token.whitespace_ and token.i + 1 < len(doc) and token.nbor(1).text == "-":
            continue  # "denial-of-service"
        cues = [c for c in knowledge.nouns.get(token.lemma_.lower(), ()) if _ends_with(token, c.words)]
        if cues:
            found.append(Found(token, [token], cues))
    return found


def find_phrases(doc: Doc, knowledge: Reporting) -> list[FoundPhrase]:
    """The phrases that name a source, longest first where several begin at one token."""
    found = []
    free = 0
    by_first: dict[str, list[tuple[int, Phrase]]] = {}
    for rank, phrase in enumerate(knowledge.phrases):
        by_first.setdefault(phrase.words[0], []).append((rank, phrase))
    anywhere = by_first.get("*", [])
    for token in doc:
        if token.i < free:
            continue
        words = {token.lower_, token.lemma_.lower()}
        for _, phrase in sorted((*(c for w in words for c in by_first.get(w, ())), *anywhere), key=lambda c: c[0]):
            match = _phrase_at(token, phrase)
            if match is not None:
                found.append(match)
                free = match.end
                break
    return found


def is_verbal(token: Token, knowledge: Reporting) -> bool:
    """Whether a token is used as a verb, even where the tagger took a verb in -s for a plural."""
    if token.tag_.startswith("VB"):
        return not (token.tag_ in {"VBN", "VBG"} and token.dep_ in {"amod", "compound"} and token.i + 1 < len(token.doc)
                    and token.doc[token.i + 1].pos_ in {"NOUN", "PROPN"})  # fmt: skip
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ in knowledge.grammar["reflexives"]:
        return token.pos_ in {"NOUN", "ADJ"}  # "market themselves as"
    return token.tag_ in {"NNS", "NN"} and any(c.dep_ in {"nsubj", "ccomp"} for c in token.children)


def _says(token: Token, word: str) -> bool:
    return token.lemma_.lower() == word or token.lower_ == word


def _match(token: Token, words: tuple[str, ...], knowledge: Reporting) -> list[Token]:
    """The tokens of a phrase that begins at this token, [] if it does not."""
    anchors = [token]
    doc = token.doc
    for word in words[1:]:
        limit = min(len(doc), anchors[-1].i + 1 + _GAP)
        for following in doc[anchors[-1].i + 1 : limit]:
            if _says(following, word) and _belongs(following, anchors):
                anchors.append(following)
                break
            if following.is_punct or following.is_space or following.pos_ in {"VERB", "SCONJ"}:
                return []
            if following.i - anchors[-1].i > 2 and word in knowledge.grammar["particles"]:
                return []
        else:
            return []
    return anchors


def _belongs(word: Token, anchors: list[Token]) -> bool:
    """Whether a preposition of a phrase hangs on its verb (or that verb's object) where it stands apart from it."""
    if word.pos_ != "ADP" or word.i - anchors[-1].i <= 2 or word.dep_ not in {"prep", "prt"}:
        return True
    governor = word.head
    return governor in anchors or (
        word.i - governor.i == 1
        and governor.dep_ == "dobj"
        and word.i + 1 < len(word.doc)
        and word.nbor(1).pos_ == "PROPN"
    )


def _ends_with(token: Token, words: tuple[str, ...]) -> bool:
    start = token.i - len(words) + 1
    return start >= 0 and all(_says(token.doc[start + k], w) for k, w in enumerate(words[:-1]))


def _phrase_at(token: Token, phrase: Phrase) -> FoundPhrase | None:
    doc, at, star = token.doc, token.i, None
    for k, word in enumerate(phrase.words):
        if at >= len(doc):
            return None
        if word != "*":
            if not _says(doc[at], word):
                return None
            at += 1
            continue
        following = phrase.words[k + 1]
        star = _possessor(doc, at, following)
        if star is None:
            return None
        at = star.i + 1
        while at < len(doc) and not _says(doc[at], following):
            at += 1
    return FoundPhrase(phrase, token.i, at, star)


def _possessor(doc: Doc, start: int, following: str) -> Token | None:
    """The possessor that stands between `start` and the word `following` ("the minister 's", "its")."""
    for token in doc[start : start + 8]:
        if token.tag_ == "PRP$" and token.i == start:
            rest = doc[token.i + 1 : token.i + 4]
            return token if any(_says(t, following) for t in rest) else None
        if token.tag_ == "POS" and token.i > start:
            rest = doc[token.i + 1 : token.i + 4]
            return token.head if any(_says(t, following) for t in rest) and token.head.i < token.i else None
        if token.is_punct or token.pos_ == "VERB" or token.is_space:
            return None
    return None
