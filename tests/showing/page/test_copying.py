"""Copying a claim in a real browser: what lands on the clipboard is what the program would have written."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from rashomon.export.web_annotation import annotation
from rashomon.model import Claim, Reading
from rashomon.showing.citation import cited
from rashomon.showing.page import as_html
from tests.showing.page.conftest import Framed, OpenPage
from tests.showing.page.hand import readings

REFUSED = """() => {
  document.execCommand = () => false;
  navigator.clipboard.writeText = () => Promise.reject(Error("refused"));
}"""
AS_TEXT, AS_JSON, AS_ANNOTATION = "Text", "JSON", "Web annotation"


def copied(page: Page, claim: str, form: str) -> str:
    """What is on the clipboard after a claim was copied in this form."""
    page.locator(f"#{claim} button.copy").click()
    page.locator(".copy-menu").get_by_role("button", name=form, exact=True).click()
    page.locator("#status", has_text=f"copied as {form}").wait_for(state="attached")
    found: str = page.evaluate("navigator.clipboard.readText()")
    return found


@pytest.mark.parametrize("hostile", [False, True])
def test_each_form_is_what_the_program_writes(hostile: bool, written: Reading, open_page: OpenPage) -> None:
    reading = next(r for r in readings() if r.document.id == "closing") if hostile else written
    page = open_page("".join(as_html([reading])), permissions=["clipboard-read", "clipboard-write"])
    claim = reading.claims[1]
    assert copied(page, "d0-c2", AS_TEXT) == cited(claim, reading.document)
    whole: dict[str, Any] = json.loads(copied(page, "d0-c2", AS_JSON))
    assert Claim.model_validate(whole["claim"]) == claim
    assert whole["claim"] == json.loads(claim.model_dump_json())
    assert whole["document"]["id"] == reading.document.id
    assert json.loads(copied(page, "d0-c2", AS_ANNOTATION)) == annotation(reading, claim)


def test_where_the_clipboard_is_refused_the_text_is_offered(written: Reading, open_page: OpenPage) -> None:
    page = open_page("".join(as_html([written])))
    page.evaluate(REFUSED)
    page.locator("#d0-c2 button.copy").click()
    page.locator(".copy-menu").get_by_role("button", name=AS_TEXT, exact=True).click()
    box = page.get_by_role("dialog").get_by_role("textbox")
    expected = cited(written.claims[1], written.document)
    assert box.input_value() == expected
    assert box.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)") == expected
    page.get_by_role("button", name="Close").click()
    expect(page.locator("dialog")).to_have_count(0)


def test_in_a_sandbox_copying_falls_back(framed: Framed) -> None:
    frame = framed("allow-scripts")
    frame.locator("#d0-c2 button.copy").click()
    frame.locator(".copy-menu").get_by_role("button", name=AS_TEXT, exact=True).click()
    told, box = frame.locator("#status", has_text="copied"), frame.locator("dialog textarea")
    told.or_(box).first.wait_for(state="attached")
    assert told.count() + box.count() == 1
