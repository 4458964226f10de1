"""Articles that attack the page, opened in a real browser: nothing of theirs runs, asks, or hides."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from rashomon.model import Reading
from rashomon.showing.page import as_html
from rashomon.showing.safe import visible
from tests.showing.page.conftest import OpenPage
from tests.showing.page.hand import readings

CORPUS = readings()
NAMES = [reading.document.id[:20] for reading in CORPUS]


WORDS = """
() => {
  const walker = document.createTreeWalker(document.querySelector(".account-words"), NodeFilter.SHOW_TEXT);
  let text = "";
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (parentElement.matches(".esc")) text += String.fromCodePoint(parseInt(parentElement.dataset.code, 16));
    else if (!parentElement.closest(".note")) text += data;
  }
  return text.toWellFormed();
}
"""
"""The text of the first account as the page has it; halves of surrogate pairs, which cannot come back, replaced."""


def squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


@pytest.fixture(scope="module")
def whole() -> str:
    """One page of all of them."""
    return "".join(as_html(CORPUS))


@pytest.mark.parametrize("reading", CORPUS, ids=NAMES)
def test_a_hostile_article_does_nothing_and_can_be_read(reading: Reading, open_page: OpenPage) -> None:
    page = open_page("".join(as_html([reading])), reduced_motion="reduce")
    document = reading.document
    page.locator("#doc-0 .account-facts").evaluate("facts => facts.scrollIntoView()")
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    seen = squeezed(page.locator("body").inner_text())
    for text in (document.title, document.source, document.author, document.published, document.url):
        assert squeezed(visible(text or "")) in seen
    assert page.evaluate(WORDS) == document.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    for claim in reading.claims:
        line = squeezed(page.locator(f"#d0-{claim.id} .card-line").inner_text())
        named = claim.agents if claim.kind in ("event", "relation") else claim.recipients
        assert claim.control or all(squeezed(visible(name)) in line for name in named)
    page.locator(".note").first.click()
    page.locator(".note").last.click()
    assert page.locator(".pane .card.on").count() > 0


def test_names_of_claims_may_be_anything(open_page: OpenPage) -> None:
    reading = next(reading for reading in CORPUS if reading.document.id == "closing")
    names = [actor.name for actor in reading.actors]
    claims = [claim.model_copy(update={"id": name}) for claim, name in zip(reading.claims, names, strict=False)]
    page = open_page("".join(as_html([reading.model_copy(update={"claims": tuple(claims)})])))
    for number in range(len(claims)):
        page.locator(f".account .note[data-n='{number}']").evaluate("note => note.click()")
        assert page.locator(f".pane .card.on[data-n='{number}']").count() == 1
        assert page.url.split("#")[1].startswith("d0-")


@pytest.mark.parametrize("scripts", [True, False])
def test_all_of_them_on_one_page(whole: str, scripts: bool, open_page: OpenPage) -> None:
    page = open_page(whole, java_script_enabled=scripts)
    assert page.locator("h1").inner_text() == f"{len(CORPUS)} accounts side by side"


def test_what_the_page_carries_is_what_was_read(whole: str, open_page: OpenPage) -> None:
    carried = open_page(whole).locator("#data").text_content()
    assert [account["document"]["title"] for account in json.loads(carried or "")] == [
        reading.document.title for reading in CORPUS
    ]


def test_every_string_in_a_reading_is_theirs() -> None:
    """No field for free text is left harmless by the readings made by hand."""
    for reading, name in zip(CORPUS, NAMES, strict=True):
        names = {actor.name for actor in reading.actors}
        harmless = {
            path
            for path, text in strings(reading.model_dump(exclude={"document"}))
            if text not in names and path not in ABOUT_THE_TEXT
        }
        assert harmless <= CHOICES, name


ABOUT_THE_TEXT = {"claims.id", "claims.trigger", "claims.quote", "claims.selector.exact", "claims.when"}
CHOICES = {
    "actors.kind", "claims.kind", "claims.type", "claims.factuality", "claims.endorsement", "claims.sign",
    "claims.quantities.what", "claims.where.nearness", "claims.evidence.field",
}  # fmt: skip
"""Fields that hold one of our own words."""


def strings(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every string in a value with the names that lead to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from strings(inner, f"{path}.{name}".lstrip("."))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner, path)
