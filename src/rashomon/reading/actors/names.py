"""Names in the text: where they begin and end, without titles and articles before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from rashomon.knowledge.actors import KnownActor, known_actors
from rashomon.knowledge.deeds import senses
from rashomon.knowledge.places import load as gazetteer
from rashomon.reading.actors.words import is_noun, is_title, lemma, mapping, plain, sort_of, title_heads, titles, words

_TITLE = 20
"""How many tokens a quoted title may have."""

_CAPITAL = re.compile(r"(?:[a-z]{1,3}[-‑’'])?[^\W\d_a-z]", re.UNICODE)
_OPENERS = "\"“”'‘([{«*•—–:;"
_LONGEST_PERSON = 5


@dataclass(frozen=True, slots=True)
class Name:
    """A name: token range, the token that syntax hangs on, the title before it, the actor if known.

    Attributes:
        demonym: an adjective or noun of belonging ("Syrian", "Kurds") rather than a proper name.
        land: the name in the text that a word of belonging is formed from, where no knowledge has it.
    """

    start: int
    end: int
    head: int
    text: str
    title: tuple[str, ...] = ()
    known: KnownActor | None = None
    demonym: bool = False
    land: str | None = None


def find_names(doc: Doc) -> list[Name]:
    """All names of a document, in text order, not overlapping."""
    marks = _Marks(doc)
    found: list[Name] = []
    i = 0
    while i < len(doc):
        known = _known_at(doc, i)
        if known is not None and _takes_known(doc, i, known[0], marks):
            end, actor = known
            first = _title_before(doc, i, marks) if actor.kind == "person" else i
            found.append(_name(doc, i, end, title=_title(doc, first, i), known=actor))
            i = end
        elif marks.is_name(i):
            end = _run(doc, i, marks)
            found.extend(_split(doc, i, end))
            i = end
        else:
            i += 1
    return _with_surnames(doc, found)


def _title_before(doc: Doc, i: int, marks: _Marks) -> int:
    """Where the title right before a name begins: "Deputy Secretary of State | Ada Prenn"."""
    first = i - 1 if i > 1 and _is_gap(doc[i - 1]) else i
    while first and is_title(doc[first - 1]) and marks.is_name(first - 1):
        first -= 1
        linked = doc[first - 1].lower_ in {"of", "for", "the", "and"} if first > 1 else False
        if first < i and linked and is_title(doc[first - 2]) and marks.is_name(first - 2):
            first -= 1
    return first


def _title(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    return tuple(plain(t) for t in doc[start:end] if not t.is_space)


def _with_surnames(doc: Doc, found: list[Name]) -> list[Name]:
    """Adds surnames that are common words too: "Cook said", where the text has "Peter Cook"."""
    persons = [n for n in found if n.known is None or n.known.kind == "person"]
    surnames = {
        doc[n.end - 1].text for n in persons
        if 1 < n.end - n.start <= _LONGEST_PERSON and not _says_what(doc, n.start, n.end)
    }  # fmt: skip
    covered = {i for n in found for i in range(n.start, n.end)}
    for token in doc:
        alone = token.i not in covered and token.text in surnames and token.i + 1 not in covered
        if alone and is_noun(lemma(token)) and not any(c.dep_ == "det" for c in token.children):
            found.append(_name(doc, token.i, token.i + 1))
    return sorted(found, key=lambda n: n.start)


class _Marks:
    """Which tokens are written as names."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        starts = [self._starts(t) for t in doc]
        self._capital_within = {
            t.text for t in doc if not starts[t.i] and _CAPITAL.match(t.text) and t.tag_.startswith("NNP")
        }
        self._shouted = _shouted(doc)
        self._is_name = [self._mark(t, starts[t.i]) for t in doc]

    def is_name(self, i: int) -> bool:
        return 0 <= i < len(self._doc) and self._is_name[i]

    def _starts(self, token: Token) -> bool:
        """Whether a capital says nothing here: at the start of a sentence, quotation or line."""
        if token.is_sent_start:
            return True
        before = self._doc[token.i - 1]
        return before.is_space or before.text[-1:] in _OPENERS or bool(before.is_sent_start and before.is_punct)

    def _leads_name(self, token: Token) -> bool:
        if token.i + 1 >= len(self._doc) or self._shouted[token.i]:
            return False
        return _leads_name_of(token, self._doc[token.i + 1])

    def _mark(self, token: Token, starts: bool) -> bool:
        text = token.text
        if (
            not _CAPITAL.match(text)
            or text in words("not_names")
            or (token.is_stop and not token.tag_.startswith(("NN", "JJ")))
        ):
            return False
        if not any(c.isalpha() for c in text[1:]) and not is_title(token):
            return False
        if known_actors().demonym(text) is not None or known_actors().named(text) is not None:
            return True
        acronym = text.isupper() and len(text.strip(".")) > 1 and not self._shouted[token.i]
        if acronym and token.tag_ not in {"IN", "DT", "CC", "PRP"}:
            return True
        if self._shouted[token.i] and text.endswith("s") and (token.lower_.removesuffix("s"), "verb") in senses():
            return False  # "Army Restores Order"
        if starts or self._shouted[token.i]:
            if self._leads_name(token):
                return True
            if token.tag_ not in {"NNP", "NNPS"} and not _odd(token):
                return False
            if token.lower_ in words("place_prepositions") or token.lower_ in words("weak_place_prepositions"):
                return False
            derived = text.lower().endswith(tuple(words("abstract_endings"))) and len(text) > 6
            common = (is_noun(lemma(token)) or derived) and text not in self._capital_within
            following = self._doc[token.i + 1] if token.i + 1 < len(self._doc) else None
            continues = following is not None and _CAPITAL.match(following.text) and not self._shouted[token.i]
            return (not common and text not in words("openers")) or bool(continues)
        return token.pos_ not in {"PUNCT", "SYM", "NUM", "PRON", "DET", "ADP", "CCONJ", "INTJ"}


def _odd(token: Token) -> bool:
    """Whether a word with a capital at the start, tagged as common, is no common word that fits there."""
    if token.tag_ in {"NN", "NNS", "JJ", "VB", "VBP", "FW"} and token.dep_ in {"nsubj", "nsubjpass"}:
        plural = token.tag_ == "NNS" and token.text.endswith("s")
        return not plural and not is_noun(lemma(token)) and not any(c.dep_ == "det" for c in token.children)
    return False


def _leads_name_of(token: Token, following: Token) -> bool:
    """Whether a first word belongs to a name that goes on: "Thorn | Column fighters"."""
    fits = token.dep_ in {"compound", "nmod"} or (token.dep_ == "amod" and not is_title(following))
    goes_on = bool(_CAPITAL.match(following.text)) and following.tag_.startswith("NN")
    return fits and goes_on and token.tag_ in {"NN", "NNS", "JJ"} and following.text not in words("not_names")


def _shouted(doc: Doc) -> list[bool]:
    """Per token, whether its sentence or quotation has capitals throughout: a headline, a title, a shout."""
    marks = [False] * len(doc)
    for span in (*doc.sents, *_quoted(doc)):
        content = [t for t in span if t.is_alpha and not t.is_stop]
        capitals = sum(t.text[0].isupper() for t in content)
        named = len(content) > 3 or (len(content) == 3 and any(t.tag_.startswith("VB") for t in content))
        if named and capitals == len(content):
            for t in span:
                marks[t.i] = True
    return marks


def _quoted(doc: Doc) -> Iterator[Span]:
    """Short stretches between quotation marks, such as titles."""
    opened: int | None = None
    for token in doc:
        if not token.is_quote:
            continue
        if opened is not None and 3 < token.i - opened <= _TITLE:
            yield doc[opened + 1 : token.i]
            opened = None
        else:
            opened = token.i


def _known_at(doc: Doc, i: int) -> tuple[int, KnownActor] | None:
    """The longest known name that begins with this token: where it ends, and whose it is."""
    reach = 0 if doc[i].is_space or doc[i].is_punct else known_actors().reach(doc[i].text)
    if not reach:
        return None
    start = doc[i].idx
    best: tuple[int, KnownActor] | None = None
    for j in range(i, min(i + 12, len(doc))):
        if doc[j].is_space:
            if "\n\n" in doc[j].text:
                break
            continue
        end = doc[j].idx + len(doc[j])
        if end - start > reach + 2:
            break
        actor = known_actors().named(doc[i : j + 1].text)
        if actor is not None:
            best = j + 1, actor
    return best


def _takes_known(doc: Doc, i: int, end: int, marks: _Marks) -> bool:
    """Whether a known name stands alone here, not as a part of a longer name or as a common word."""
    if end == i + 1 and not _CAPITAL.match(doc[i].text):
        return not doc[i].is_sent_start
    if end > i + 1 and not any(_capital(t) for t in doc[i:end]):
        return False  # "the times", "the independent"; "Home office work"
    follows = doc[end] if end < len(doc) else None
    if follows is None or not marks.is_name(end) or doc[end - 1].text.endswith(","):
        return True
    if end > i + 1:
        return follows.lower_ not in words("body_words")
    later = doc[end + 1] if end + 1 < len(doc) else follows
    return is_title(follows) and (plain(follows) in title_heads() or is_title(later))


def _capital(token: Token) -> bool:
    """Whether a word has a capital that says something: not the article, nor a common noun that opens a sentence."""
    if token.lower_ == "the" or not any(c.isupper() for c in token.text):
        return False
    common = token.is_sent_start and token.text[1:].islower() and is_noun(lemma(token))
    return not common or known_actors().demonym(token.text) is not None or known_actors().named(token.text) is not None


def _run(doc: Doc, start: int, marks: _Marks) -> int:
    """Where the stretch of name words that begins here ends."""
    end = start + 1
    while end < len(doc):
        token = doc[end]
        if doc[end - 1].is_space:
            break
        if is_title(doc[end - 1]) and _is_gap(token) and marks.is_name(end + 1):
            end += 2
            continue
        known = _known_at(doc, end)
        if known is not None and known[0] > end + 1:  # a known name of several words begins
            break
        if marks.is_name(end):
            if known_actors().demonym(token.text) is not None and token.tag_ in {"NNPS", "NNS"}:
                break
            end += 1
            continue
        linked = _linked(doc, start, end, marks)
        if linked is None:
            break
        end = linked
    return end


def _is_gap(token: Token) -> bool:
    """White space within a line (two blanks, an invisible mark), which is a token of its own."""
    return token.is_space and "\n" not in token.text


def _linked(doc: Doc, start: int, end: int, marks: _Marks) -> int | None:
    """Where a run goes on behind a linking word: "Brotherhood | of the | Delta", "Al-Nur | & | Sons"."""
    token, before = doc[end], doc[end - 1]
    if token.lower_ in {"'s", "’s", "'", "’"} and before.lower_ in words("possessive_beginnings"):
        return end + 1 if marks.is_name(end + 1) else None
    if token.text == "-" and not before.whitespace_ and not token.whitespace_ and marks.is_name(end + 1):
        return end + 2
    if token.text == "&":
        return end + 2 if marks.is_name(end + 1) else None
    apart = token.text.endswith("-") or doc[min(end + 1, len(doc) - 1)].text == "-"
    if apart and token.lower_.rstrip("-") in {"al", "el"}:  # "Ibrahim al- Jaafari"
        following = end + 1 if token.text.endswith("-") else end + 2
        return following if marks.is_name(following) else None
    kind = mapping("name_links").get(token.lower_)
    if kind is None:
        return None
    following = end + 1
    if token.lower_ in {"of", "for"} and following < len(doc) and doc[following].lower_ == "the":
        following += 1
    if not marks.is_name(following):
        return None
    if token.lower_ not in {"of", "for"}:
        return following if token.text != "a" else None
    if end - start == 1 and start and doc[start - 1].is_quote and (before.lower_, "noun") in senses():
        return None  # a quoted headline: “Liberation of Orsa”
    return following if _governs(doc, start, end, kind) else None


def _governs(doc: Doc, start: int, end: int, kind: str) -> bool:
    """Whether the name words before "of" or "for" make one name with what follows."""
    last = doc[end - 1]
    word = lemma(last)
    if last.lower_ in words("body_words") or word in words("body_words"):
        return True
    if kind == "body":
        return False
    if is_title(last):
        return plain(last) in title_heads() and _person_after(doc, end)
    if known_actors().named(last.text) is not None or known_actors().demonym(last.text) is not None:
        return False
    if sort_of(word, "person"):
        role = word in words("members") or word.capitalize() in titles()
        return not doc[start].is_sent_start and not role
    if is_noun(word):
        return sort_of(word, "place") or sort_of(word, "facility") or sort_of(word, "society")
    return end - start == 1 and doc[start].tag_ in {"NNPS", "NNP"}


def _person_after(doc: Doc, i: int) -> bool:
    """Whether a title with "of" leads to a person: "Secretary | of State John Kerry"."""
    i += 1
    while i < len(doc) and (is_title(doc[i]) or doc[i].lower_ in {"the", "of", "for", "and"}):
        i += 1
    return i < len(doc) and bool(_CAPITAL.match(doc[i].text)) and known_actors().named(doc[i].text) is None


def _split(doc: Doc, start: int, end: int) -> Iterator[Name]:
    """The names in a run: whom a title announces apart from his title and his country or body."""
    while start < end and doc[start].is_punct:
        start += 1
    person = _after_title(doc, start, end)
    if person is not None and person < end:
        first = start
        while first < person and not is_title(doc[first]):
            first += 1
        if first > start:
            yield from _plain(doc, start, first)
        yield _name(doc, person, end, title=_title(doc, first, person))
        return
    if person == end or _is_office(doc, start, end):
        first = start
        while first < end and not is_title(doc[first]):
            first += 1
        if first > start:
            yield from _plain(doc, start, first)
        for i in range(first, end):
            actor = known_actors().named(doc[i].text)
            if actor is not None:
                yield _name(doc, i, i + 1, known=actor)
        return
    yield from _plain(doc, start, end)


def _after_title(doc: Doc, start: int, end: int) -> int | None:
    """Where the person's name begins behind a title; `end` if nothing but a title stands there."""
    i = start
    while i < end and not is_title(doc[i]):
        i += 1
    block = i
    while i < end and (is_title(doc[i]) or (i > block and doc[i].lower_ in {"of", "the", "for", "and"})):
        i += 1
    if not any(plain(t) in title_heads() for t in doc[block:i]):
        return None
    while i < end and doc[i].is_space:
        i += 1
    rest = [t.lower_ for t in doc[i:end]]
    if not rest:
        return end
    if len(rest) > _LONGEST_PERSON or any(w in words("body_words") or w in words("place_words") for w in rest):
        return None
    actor = known_actors().named(doc[i:end].text)
    if (actor is not None and actor.kind != "person") or any(w in {"of", "for"} for w in rest):
        return end
    return i


def _says_what(doc: Doc, start: int, end: int) -> bool:
    return any(t.lower_ in words("body_words") or t.lower_ in words("place_words") for t in doc[start:end])


def _is_office(doc: Doc, start: int, end: int) -> bool:
    """Whether a run names an office ("Prime Minister", "Foreign Secretary"), not its holder."""
    own = [t for t in doc[start:end] if not t.is_punct]
    return (
        bool(own)
        and plain(own[-1]) in title_heads()
        and all(is_title(t) or known_actors().demonym(t.text) or known_actors().named(t.text) for t in own)
    )


def _plain(doc: Doc, start: int, end: int) -> Iterator[Name]:
    """A run without a person's title: one name, or a word of belonging before a common noun."""
    for cut in range(end - 2, start + 1, -1):  # "minister for the | Middle East | Ada Prenn"
        if gazetteer().is_place(doc[start:cut].text) and not _says_what(doc, cut, end):
            yield _name(doc, start, cut)
            start = cut
            break
    if end - start == 1:
        text = doc[start].text
        known = known_actors().named(text)
        belonging = known_actors().demonym(text)
        if known is None and belonging is not None:
            yield _name(doc, start, end, known=belonging, demonym=True)
            return
        if known is None and (is_noun(lemma(doc[start])) or is_title(doc[start])):
            return  # "the Government": a common noun with a capital
        yield _name(doc, start, end, known=known)
        return
    yield _name(doc, start, end, known=known_actors().named(doc[start:end].text))


def _name(
    doc: Doc, start: int, end: int, title: tuple[str, ...] = (), known: KnownActor | None = None, demonym: bool = False
) -> Name:
    if known is None and not demonym:
        known = known_actors().named(doc[start:end].text)
    text = " ".join(doc[start:end].text.split()).rstrip(",")
    return Name(start, end, _head(doc, start, end), text, title, known, demonym)


def _head(doc: Doc, start: int, end: int) -> int:
    """The token of a span that syntax hangs on: the one whose head lies outside it."""
    for i in range(start, end):
        if doc[i].lower_ in {"of", "for"} and i > start:
            end = i
            break
    outside = [i for i in range(start, end) if not start <= doc[i].head.i < end or doc[i].head.i == i]
    return outside[-1] if outside else end - 1
