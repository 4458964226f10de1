"""The main text of a page, without what stands around it on every page of its site."""

from __future__ import annotations

import copy
import logging
import re

import trafilatura
from lxml.html import HtmlElement

from rashomon.intake.page.plain import plain_text
from rashomon.intake.page.tree import PageError

_SENTENCE = re.compile(r"(?:\w[\w’',-]*\W{1,4}){3,}\w+\W{0,3}[.!?…]")
_FEWEST_WORDS = 12
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def main_text(page: HtmlElement) -> str:
    """The article on a page. Raises PageError if it holds none: no paragraph with a sentence in it."""
    try:
        found = trafilatura.bare_extraction(
            copy.deepcopy(page), include_comments=False, include_tables=True, include_links=False,
            include_formatting=False, with_metadata=False,
        )  # fmt: skip
    except (AttributeError, IndexError, KeyError, RecursionError) as error:  # its own defects, on odd trees
        raise PageError(f"cannot be made out ({type(error).__name__})") from None
    text = plain_text(found.body) if found is not None and not isinstance(found, dict) else ""
    if len(text.split()) < _FEWEST_WORDS or not _SENTENCE.search(text):
        raise PageError("holds no article text")
    return text
