"""Claims as web annotations: bound to their words, named for good, and nothing claimed as fact."""

from __future__ import annotations

import pytest

from rashomon.export.web_annotation import annotation, identifier
from rashomon.model import Document, Reading


def test_an_annotation_leads_to_the_words(written: Reading) -> None:
    claim = written.claims[0]
    made = annotation(written, claim)
    quote, position = made["target"]["selector"]
    text = written.document.text
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    assert text[position["start"] : position["end"]] == quote["exact"] == claim.quote
    assert made["type"] == "Annotation"
    assert made["@context"][0] == "http://www.w3.org/ns/anno.jsonld"


def test_its_body_is_the_whole_claim_and_says_that_nobody_reviewed_it(written: Reading) -> None:
    claim = written.claims[0]
    caution, body = annotation(written, claim)["body"]
    assert body["claim"] == claim.model_dump(mode="json")
    assert body["document"]["text_sha256"] == written.document.sha256
    assert "Machine-read, unreviewed" in caution["value"]
    assert "by hand" in annotation(written, claim)["creator"]["name"]


def test_its_name_is_stable_and_its_own(written: Reading) -> None:
    names = [identifier(written, claim) for claim in written.claims]
    assert len(set(names)) == len(names)
    assert names == [annotation(written, claim)["id"] for claim in written.claims]
    assert all(name.startswith("urn:uuid:") for name in names)
    other = Document(id=written.document.id, text=written.document.text + " ")
    assert identifier(written.model_copy(update={"document": other}), written.claims[0]) != names[0]


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "file:///a", "data:text/html,a"])
def test_a_text_without_a_web_address_is_its_own_source(written: Reading, url: str | None) -> None:
    document = written.document.model_copy(update={"url": url})
    made = annotation(written.model_copy(update={"document": document}), written.claims[0])
    assert made["target"]["source"].startswith("ni:///sha-256;")


def test_a_web_address_is_the_source(written: Reading) -> None:
    document = written.document.model_copy(update={"url": "https://courier.example/tarvol"})
    made = annotation(written.model_copy(update={"document": document}), written.claims[0])
    assert made["target"]["source"] == "https://courier.example/tarvol"
