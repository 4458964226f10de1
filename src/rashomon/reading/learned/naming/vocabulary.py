"""Word lists of naming, and what single words tell: number, sort, whether they are names."""

from __future__ import annotations

from functools import cache

from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.wordlists import is_noun, mapping, words


@cache
def listed(name: str) -> frozenset[str]:
    """The words listed under this name in `naming.yaml`."""
    return frozenset(str(word) for word in load_yaml("naming.yaml")[name])


def small() -> frozenset[str]:
    """Words without a capital that stand within names."""
    return listed("small")


@cache
def pronoun_class(word: str) -> str | None:
    """The pronoun of which a word (in lower case) is a form: "he", "it", "we", ..."""
    for name, entry in mapping("pronouns").items():
        if word in entry["words"]:
            return str(name)
    return None


@cache
def possessive_class(word: str) -> str | None:
    """The pronoun of which a possessive is a form: "his", "its", "our"."""
    return pronoun_class(word) if word in words("possessive") and word != "whose" else None


@cache
def singular(word: str) -> str:
    """The singular of a noun in lower case, as the lists of nouns have it; the word itself where none is known."""
    if word in ("men", "women") or word.endswith("men"):
        return word[:-3] + "man"
    for ending, other in (("ies", "y"), ("ves", "f"), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 1 and is_noun(word[: -len(ending)] + other):
            return word[: -len(ending)] + other
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


@cache
def is_plural(word: str) -> bool:
    """Whether a noun in lower case is a plural by its form."""
    if word in listed("plurals"):
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and not is_noun(word)


@cache
def common(word: str) -> bool:
    """Whether a word in lower case is an ordinary noun or function word, so that a capital may only open a sentence."""
    return word in listed("openers") or is_noun(word) or is_noun(singular(word)) or word in listed("plurals")


@cache
def category_of_sort(sort: str) -> str | None:
    """What a model's sort of mention stands for: person, group, place or thing; None if it says nothing."""
    wanted = sort.lower().replace("_", "").replace(" ", "")
    for category, sorts in load_yaml("naming.yaml")["sorts"].items():
        if wanted in sorts:
            return str(category)
    return None


def capital(word: str) -> bool:
    """Whether a word is written as a name: "Orlo", "al-Basha", "d'Arc", "1st" not."""
    if not word:
        return False
    if word[0].isupper():
        return True
    head, dash, tail = word.replace("’", "-").replace("'", "-").partition("-")
    return bool(dash) and len(head) <= 4 and tail[:1].isupper()
