"""The texts with their claims: cards that name their tellers, reasons in words, citations that stay careful."""

from __future__ import annotations

import re

from rashomon.model import Alternative, Evidence, Reading
from rashomon.reading.confident import confident
from rashomon.showing.citation import UNREVIEWED, cited
from rashomon.showing.page import as_html
from rashomon.showing.page.accounts import Accounts
from rashomon.showing.page.reading import reading_section
from rashomon.showing.page.why import rule_in_words


def plain(reading: Reading) -> str:
    html = str(reading_section(Accounts.of([reading])))
    return " ".join(re.sub("<[^>]+>", "", html).split())


def test_a_card_says_who_tells_it_through_whom_and_how_firmly(written: Reading) -> None:
    claim = written.claims[0].model_copy(update={"speakers": ("State radio", "army")})
    text = plain(written.model_copy(update={"claims": (claim,)}))
    assert "army says it happened, as told by State radio, as told by Ada Merrin" in text


def test_tellers_stand_below_the_one_that_quotes_them(written: Reading) -> None:
    claim = written.claims[0].model_copy(update={"speakers": ("State radio", "army")})
    html = str(reading_section(Accounts.of([written.model_copy(update={"claims": (claim, *written.claims[2:])})])))
    names = re.findall(r'<h(\d) class="voice-name">([^<]+?) <', html)
    assert names == [("4", "Ada Merrin, in “Who holds Tarvol?”"), ("5", "State radio"), ("6", "army")]


def test_what_was_not_found_is_said_in_words(written: Reading) -> None:
    claim = written.claims[1].model_copy(update={"unresolved": ("agents", "control.to")})
    text = plain(written.model_copy(update={"claims": (claim,)}))
    assert "agent: words stand there, but whom they mean was not found" in text
    assert "who gains or holds it: words stand there, but whom they mean was not found" in text


def test_scores_are_told_as_what_they_are(written: Reading) -> None:
    text = plain(written)
    assert "raw score, no probability" in text
    assert "type COERCE 0.80" in text
    assert "RETREAT 0.30, the other sense" in text


def test_runners_up_that_are_left_out_are_counted(written: Reading) -> None:
    others = tuple(Alternative(value=f"V{n}", score=0.1, why="w") for n in range(5))
    evidence = (Evidence(field="type", value="COERCE", score=0.8, rule="sense", alternatives=others),)
    text = plain(written.model_copy(update={"claims": (written.claims[0].model_copy(update={"evidence": evidence}),)}))
    assert "V2 0.10" in text
    assert "V3" not in text
    assert "and 2 more" in text


def test_rules_are_put_in_words() -> None:
    assert rule_in_words("factuality", "urge: demands; not: turns") == (
        "“urge” demands it; “not” turns it into its opposite"
    )
    assert rule_in_words("agents", "pronoun “they”") == "pronoun “they”"
    assert rule_in_words("factuality", "unheard: of") == "unheard: of"


def test_an_address_is_no_link(written: Reading) -> None:
    document = written.document.model_copy(update={"url": "https://hostile.example/trap"})
    html = str(reading_section(Accounts.of([written.model_copy(update={"document": document})])))
    assert "https://hostile.example/trap" in html
    assert all(target.startswith("#") for target in re.findall(r'(?:href|src)="([^"]*)"', html))


def test_a_document_without_claims_says_so(written: Reading) -> None:
    assert "No claims were read in this account." in plain(written.model_copy(update={"claims": ()}))


def test_a_citation_names_all_tellers_the_source_and_the_place(written: Reading) -> None:
    document = written.document.model_copy(update={"published": "2019-03-31"})
    claim = written.claims[0]
    text = cited(claim, document)
    assert text.startswith(
        "According to State radio, as told by Ada Merrin, in “Who holds Tarvol?” (The Delta Courier, 2019-03-31): "
        f"“{claim.quote}” [characters {claim.quote_start}–{claim.quote_end}]"
    )
    assert "says it happened" in text
    assert text.endswith(UNREVIEWED)


def test_a_denial_is_cited_as_a_denial(written: Reading) -> None:
    assert "says it did not happen" in cited(written.claims[1], written.document)


def test_a_card_tells_its_confidence_and_what_it_is_about(written: Reading, calibrated: Reading) -> None:
    text = plain(calibrated)
    assert "confidence .63" in text
    assert "Confidence is how likely a claim is read right, not how likely it is to be so." in text
    assert "How likely each part is read right: found .98, agent .95." in text
    assert "confidence" not in plain(written).casefold()
    assert "read right" not in plain(written)


def test_claims_can_be_chosen_by_confidence_if_they_have_one(written: Reading, calibrated: Reading) -> None:
    html = str(reading_section(Accounts.of([calibrated])))
    assert re.findall(r'<option value="0.\d">(.*?)</option>', html) == [
        ".9 or more (1)",
        ".7 or more (1)",
        ".5 or more (2)",
        ".3 or more (3)",
    ]
    assert 'name="sure"' not in str(reading_section(Accounts.of([written])))


def test_what_was_left_out_is_told_of_each_account_and_of_all(calibrated: Reading) -> None:
    some, none = confident(calibrated, 0.5), confident(calibrated, 0.95)
    assert "2 claims below confidence .5 not shown." in plain(some)
    text = plain(none)
    assert "4 claims below confidence .95 not shown." in text
    assert "No claims were read" not in text
    page = "".join(as_html([some, some.model_copy(update={"document": some.document.model_copy(update={"id": "b"})})]))
    assert "<li><b>4</b> claims below confidence .5 not shown</li>" in page
    assert "not shown</li>" not in "".join(as_html([confident(calibrated, 0)]))
