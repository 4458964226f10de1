"""Capitals that a parser takes for those of names: in quoted headlines, and of a participle before a name.

In "an article entitled “The Fall of Orm”" every word has a capital, in "Quoting General Tarn, the paper ..." the first.
The parser is given the words of deeds in headlines in lower case, but for the first word, which has a capital in any
case; and likewise a participle of citing that begins a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.knowledge.deeds import senses
from rashomon.knowledge.reporting import reporting

_QUOTED = re.compile(r"“([^“”\n]{4,140})”|‘([^‘\n]{4,140}?)’(?!\w)|\"([^\"\n]{4,140})\"|«([^«»\n]{4,140})»")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LONG = 5
"""From so many letters on every word of a headline has its capital."""
_BEFORE = 6
"""How many words before a headline may tell what it is the headline of."""
_AROUND = 80
_SENTENCE = re.compile(r"[.!?;]\s")
_ASIDE = ",–—:"
_PARTS = ("verb", "noun", "adj")
_WRITTEN = "as written"


def as_written(doc: Doc) -> str:
    """The text of a parsed document as it was written."""
    return str(doc.user_data.get(_WRITTEN, doc.text))


def keep_written(doc: Doc, text: str) -> Doc:
    """The parsed document, with the text as it was written beside it."""
    doc.user_data[_WRITTEN] = text
    return doc


def lowered(nlp: Language, text: str) -> str:
    """The text with the deeds of quoted headlines, and participles of citing, in lower case; no offset changes."""
    found = list(headlines(text))
    citing = [match.start(1) for match in _citing().finditer(text)]
    if not found and not citing:
        return text
    names = _names(text, found)
    letters = list(text)
    for at in citing:
        letters[at] = text[at].lower()
    for start, end in found:
        for word in list(_WORD.finditer(text, start, end))[1:]:
            plain = word[0].lower()
            if (
                word[0][:1].isupper()
                and word[0] not in names
                and (plain in nlp.Defaults.stop_words or _deed(nlp, plain))
            ):
                letters[word.start()] = text[word.start()].lower()[:1]
    return "".join(letters)


def headlines(text: str) -> Iterator[tuple[int, int]]:
    """Where quoted titles of works stand that are written as headlines are."""
    for quote in _QUOTED.finditer(text):
        start, end = next((quote.span(group) for group in range(1, 5) if quote[group]), quote.span())
        words = _WORD.findall(text, start, end)
        capitals = [word for word in words if word[:1].isupper()]
        long = all(word[:1].isupper() or len(word) < _LONG for word in words)
        if len(capitals) > 1 and long and _is_title(text[: quote.start()][-_AROUND:], text[quote.end() :][:_AROUND]):
            yield start, end


@cache
def _citing() -> re.Pattern[str]:
    """A participle of citing at the beginning of a sentence or a line, before a name or a title."""
    words = "|".join(
        re.escape(verb.removesuffix("e").capitalize()) + "ing" for verb in sorted(reporting().lists["citing"])
    )
    return re.compile(rf"(?:^|[.!?:”\"]\s+|\n\s*)({words})(?= [^\W\d_a-z])")


def _is_title(before: str, after: str) -> bool:
    """Whether what stands around a quotation announces the title of a work."""
    known = reporting()
    before, after = _SENTENCE.split(before)[-1], _SENTENCE.split(after)[0]
    around = {word.lower() for word in _WORD.findall(f"{before} {after}")}
    if around & known.lists["headings"]:
        return True
    said = [word.lower() for word in _WORD.findall(before)[-_BEFORE:]]
    if not said:
        return False
    works = known.lists["works"] - known.lists["outlets"]
    if said[-1] in works or (before.rstrip()[-1:] in _ASIDE and any(word in works for word in said)):
        return True
    titled = any(said[-1] in {lemma, f"{lemma}d", f"{lemma}ed"} for lemma in known.lists["titled"])
    return titled and any(word in works for word in said)


def _names(text: str, headlines: list[tuple[int, int]]) -> set[str]:
    """Words that have a capital within a sentence elsewhere: there it is no headline's."""
    inside = {at for start, end in headlines for at in range(start, end)}
    return {word[0] for word in re.finditer(r"(?<=[a-z,] )[^\W\d_a-z][\w’'-]*", text) if word.start() not in inside}


def _deed(nlp: Language, word: str) -> bool:
    """Whether a word is a form of one that tells a deed."""
    known = senses()
    return any((lemma, part) in known for part in _PARTS for lemma in _lemmas(nlp, word, part))


def _lemmas(nlp: Language, word: str, part: str) -> Iterator[str]:
    """The lemmas that a form may have, by the pipeline's own tables."""
    yield word
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if nlp.has_pipe("lemmatizer") else None
    if lookups is None or not (lookups.has_table("lemma_exc") and lookups.has_table("lemma_rules")):
        return
    yield from lookups.get_table("lemma_exc").get(part, {}).get(word, ())
    for old, new in lookups.get_table("lemma_rules").get(part, ()):
        if word.endswith(old):
            yield word[: len(word) - len(old)] + new
