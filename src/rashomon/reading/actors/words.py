"""Words of titles and nouns as the parser has them, and the word lists behind them."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.knowledge.wordlists import is_noun, mapping, person_words, sort_of, title_heads, titles, words

__all__ = [
    "is_noun", "is_title", "lemma", "mapping", "person_words", "plain", "sort_of", "title_heads", "titles", "words",
]  # fmt: skip


def plain(token: Token) -> str:
    """The word without invisible marks, a shouted word with one capital: as titles are listed."""
    text = token.text.strip("\u200e\u200f\u200b")
    return text.capitalize() if text.isupper() and len(text) > 3 else text


def is_title(token: Token) -> bool:
    """Whether a word may stand in a title."""
    return plain(token) in titles()


def lemma(token: Token) -> str:
    """The lemma in lower case; of a plural that the tagger took for a name, the singular."""
    form = token.lemma_.lower()
    if token.tag_ == "NNPS" or (token.tag_ == "NNP" and form.endswith("s")):
        for ending, other in (("men", "man"), ("ies", "y"), ("s", "")):
            if form.endswith(ending) and is_noun(form[: -len(ending)] + other):
                return form[: -len(ending)] + other
    return form
