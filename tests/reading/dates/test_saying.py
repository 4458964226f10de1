"""When something was said, apart from when it happened and when it was published."""

from __future__ import annotations

from functools import cache

import pytest

from rashomon.model import Claim, Document
from rashomon.reading.rules import RuleReader

PUBLISHED = "2016-05-14"  # a Saturday


@cache
def reader() -> RuleReader:
    return RuleReader.load()


def claim(text: str, trigger: str) -> Claim:
    read = reader().read(Document(id="t", text=text, published=PUBLISHED))
    return next(c for c in read.claims if c.trigger == trigger)


@pytest.mark.parametrize(
    ("text", "when", "said"),
    [
        ("The ministry said on Friday that the Herons shelled Ostry on Wednesday.", "2016-05-11", "2016-05-13"),
        ("The Herons shelled Ostry on Monday, the mayor said on Tuesday.", "2016-05-09", "2016-05-10"),
        ("On Tuesday the mayor said that the Herons had shelled Ostry.", None, "2016-05-10"),
        ("In a statement on Friday, the army said the Herons shelled Ostry.", None, "2016-05-13"),
        ("Speaking on Friday, the minister said the Herons shelled Ostry.", None, "2016-05-13"),
        ("According to a statement issued on Friday, the Herons shelled Ostry.", None, "2016-05-13"),
        (
            "The Herald wrote on Monday that the mayor had said on Sunday that the Herons shelled Ostry.",
            None,
            "2016-05-08",
        ),
        ("The ministry denied on Friday that its troops had shelled Ostry.", None, "2016-05-13"),
        ("Survivors of Friday's raid said the Herons shelled Ostry.", None, None),
        ("The mayor said the Herons shelled Ostry on Friday.", "2016-05-13", None),
        ("The army has said since 2011 that the Herons shelled Ostry.", None, None),
        ("The union said on Thursday it had shelled Ostry on Tuesday.", "2016-05-10", "2016-05-12"),
        ("The Herons shelled Ostry on Friday.", "2016-05-13", None),
    ],
)
def test_said_is_the_innermost_tellers_date(text: str, when: str | None, said: str | None) -> None:
    found = claim(text, "shelled")
    assert (found.when, found.said) == (when, said)
    words = [text[e.start : e.end] for e in found.evidence if e.field == "said"]
    assert len(words) == (said is not None)
    assert all(word in text for word in words)


def test_the_quote_after_the_cue_was_said_then_too() -> None:
    text = '"The Herons shelled Ostry," the mayor told the council on Wednesday. "They killed two bakers."'
    assert claim(text, "killed").said == "2016-05-11"


def test_who_vows_his_own_act_says_it_when_he_vows() -> None:
    found = claim("The army vowed on Friday to attack Ostry on Monday.", "attack")
    assert (found.when, found.said) == ("2016-05-16", "2016-05-13")


@pytest.mark.parametrize(
    ("text", "trigger", "when"),
    [
        ("The army vowed on Friday to attack Ostry.", "attack", None),
        ("The army will visit Ostry on Sunday to discuss the raid of 3 May.", "raid", "2016-05-03"),
        ("Police arrested three men on Friday over the murder of a judge.", "murder", None),
        ("Police arrested three men on Friday over the murder of a judge last month.", "murder", "2016-04"),
        ("Police arrested three men on Friday over the murder of a judge last month.", "arrested", "2016-05-13"),
        ("The raid was carried out at dawn on Tuesday by the Herons.", "raid", "2016-05-10"),
        (
            "The army said on Wednesday that the Herons had been expelled from Vell the day before.",
            "expelled",
            "2016-05-10",
        ),
        ("The Herons held Ostry until March, when the army drove them out.", "drove them out", None),
    ],
)
def test_how_a_deed_is_presented_helps_to_date_it(text: str, trigger: str, when: str | None) -> None:
    assert claim(text, trigger).when == when


def test_both_dates_have_their_words() -> None:
    text = "The ministry said on Friday that the Herons shelled Ostry on Wednesday."
    words = {e.field: text[e.start : e.end] for e in claim(text, "shelled").evidence if e.field in {"when", "said"}}
    assert words == {"when": "Wednesday", "said": "Friday"}
