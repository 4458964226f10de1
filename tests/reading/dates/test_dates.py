"""When a deed happened: absolute, partial and relative dates, and to which deed they belong."""

from __future__ import annotations

import itertools

import pytest

from rashomon.model import Document
from rashomon.reading.actors import Mentions, resolve
from rashomon.reading.dates import find_dates, when_of
from rashomon.reading.parser import load, parse
from rashomon.reading.tellers import find_tellings
from rashomon.reading.types import Deed, Scene


def when(
    text: str, trigger: str, published: str | None = None, url: str | None = None, kind: str = "event"
) -> str | None:
    doc = parse(load(), text)
    document = Document(id="t", text=text, published=published, url=url)
    mentions = Mentions(doc, document)
    tellings = find_tellings(doc, mentions)
    scene = Scene(document=document, doc=doc, actors=resolve(mentions, tellings), tellings=tellings)
    head = next(t for t in doc if t.text == trigger)
    type_ = "ACCUSE" if trigger in {"condemned", "condemns"} else "ASSAULT"
    deed = Deed(head, head.i, head.i + 1, kind, type_, None, None, "test", 1.0)  # type: ignore[arg-type]
    found = when_of(scene, deed)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert 0 < found.score <= 1
    return found.iso if found else None


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("on 9 January 2016", "2016-01-09"),
        ("on January 9, 2016", "2016-01-09"),
        ("on Saturday, 9 January 2016", "2016-01-09"),
        ("on the 9th of January 2016", "2016-01-09"),
        ("on the ninth of January 2016", "2016-01-09"),
        ("on 2016-01-09", "2016-01-09"),
        ("in May 2015", "2015-05"),
        ("in early May 2015", "2015-05-01/2015-05-10"),
        ("in 1987", "1987"),
        ("in the spring of 2012", "2012-03/2012-05"),
        ("between 2003 and 2005", "2003/2005"),
        ("from 5-6 April 2016", "2016-04-05/2016-04-06"),
        ("from 28 March to 2 April 2016", "2016-03-28/2016-04-02"),
        ("from May to July 2014", "2014-05/2014-07"),
        ("in 2011-13", "2011/2013"),
        ("in the 1990s", "1990/1999"),
    ],
)
def test_written_dates_need_no_document_date(words: str, iso: str) -> None:
    assert when(f"The Herons shelled Ostry {words}.", "shelled") == iso


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("today", "2016-12-14"),
        ("yesterday", "2016-12-13"),
        ("last night", "2016-12-13/2016-12-14"),
        ("on Wednesday", "2016-12-14"),
        ("on Friday", "2016-12-09"),
        ("last Wednesday", "2016-12-07"),
        ("three days ago", "2016-12-11"),
        ("two weeks ago", "2016-11-27/2016-12-03"),
        ("last week", "2016-12-05/2016-12-11"),
        ("last month", "2016-11"),
        ("last year", "2015"),
        ("two years ago", "2014"),
        ("in October", "2016-10"),
        ("on 30 November", "2016-11-30"),
        ("last July", "2016-07"),
        ("in the past three days", "2016-12-11/2016-12-14"),
        ("over the last five years", "2011/2016"),
    ],
)
def test_relative_dates_count_from_publication(words: str, iso: str) -> None:
    assert when(f"The Herons shelled Ostry {words}.", "shelled", "2016-12-14") == iso
    assert when(f"The Herons shelled Ostry {words}.", "shelled") is None


def test_open_intervals_end_with_the_document() -> None:
    assert when("The Herons have besieged Ostry since 2011.", "besieged", "2016-12-14") == "2011/2016"
    assert when("The Herons have besieged Ostry since 2011.", "besieged") == "2011/.."
    assert when("The Herons held Ostry until March.", "held", "2016-12-14") == "../2016-03"


def test_future_deeds_lie_ahead() -> None:
    assert when("The Herons will shell Ostry on Friday.", "shell", "2016-12-14") == "2016-12-16"
    assert when("The Herons will shell Ostry in January.", "shell", "2016-12-14") == "2017-01"


def test_a_web_address_may_give_the_document_date() -> None:
    url = "https://news.example/world/2016/12/ostry.html"
    assert when("The Herons shelled Ostry today.", "shelled", url=url) == "2016-12"
    assert when("The Herons shelled Ostry on 4 December.", "shelled", url=url) == "2016-12-04"


def test_the_following_day_counts_from_the_date_before() -> None:
    text = "The Herons reached Ostry on 3 May 2021. The next day they burned the mill. Two weeks later they fled."
    assert when(text, "burned") == "2021-05-04"
    assert when(text, "fled") == "2021-05-15/2021-05-21"


def test_the_date_of_the_saying_is_not_the_date_of_the_deed() -> None:
    text = "The mayor said on Friday that the Herons had shelled Ostry on Monday."
    assert when(text, "shelled", "2016-12-17") == "2016-12-12"
    assert when("The mayor said on Friday that the Herons had shelled Ostry.", "shelled", "2016-12-17") is None


def test_what_is_condemned_keeps_its_date() -> None:
    text = "The union condemns the shelling of Ostry yesterday."
    assert when(text, "condemns", "2016-12-14") is None
    assert when(text, "shelling", "2016-12-14") == "2016-12-13"


@pytest.mark.parametrize(
    ("text", "trigger", "iso"),
    [
        ("On 3 May 2021 the Herons shelled Ostry and burned its mill.", "burned", "2021-05-03"),
        ("The Herons shelled Ostry on 3 May 2021, killing two bakers.", "killing", "2021-05-03"),
        ("The Herons carried out an attack on Ostry on 3 May 2021.", "attack", "2021-05-03"),
        ("Shells hit a line of people waiting for bread in Ostry on 3 May 2021, killing two.", "hit", "2021-05-03"),
        ("Shells hit a line of people waiting for bread in Ostry on 3 May 2021, killing two.", "killing", "2021-05-03"),
        ("Shells hit a clerk jailed in 2012.", "hit", None),
        ("The 3 May 2021 attack on Ostry failed.", "attack", "2021-05-03"),
        ("The Guard entered Ostry on 3 May 2021 after the Herons had fled.", "fled", None),
        ("The Guard, which shelled Ostry, signed a truce in 2021.", "shelled", None),
        ("The Herons burned a mill in Friday's raid in May 2021.", "raid", "2021-05"),
        ("The Herons, bound by the 3 May 2021 truce, shelled Ostry.", "shelled", None),
        ("The mill was shelled in a raid carried out on 3 May 2021.[1][2] Nobody fled.", "raid", "2021-05-03"),
        ("The raid on Ostry on 3 May 2021 and the shelling of Vell failed.", "shelling", None),
        ("Resolution 2021 lists those who shelled Ostry.", "shelled", None),
        ("The Herons shelled 2000 houses.", "shelled", None),
        ("The march from Ostry was shelled; it may rain.", "shelled", None),
    ],
)
def test_to_which_deed_a_date_belongs(text: str, trigger: str, iso: str | None) -> None:
    assert when(text, trigger) == iso


def test_todays_raid_is_dated_not_its_condemning() -> None:
    text = "The union strongly condemns today's brutal, senseless raid on Ostry."
    assert when(text, "raid", "2016-12-14") == "2016-12-14"
    assert when(text, "condemns", "2016-12-14") is None


def test_a_quoted_speaker_reckons_from_the_day_he_spoke() -> None:
    text = '"The Herons shelled Ostry yesterday," the mayor told the council on Monday.'
    assert when(text, "shelled", "2016-12-14") == "2016-12-11"


def test_the_dateline_counts_before_publication() -> None:
    text = "VELL, 12 December - The Herons shelled Ostry yesterday."
    assert when(text, "shelled", "2016-12-14") == "2016-12-11"


def test_a_story_of_another_year_goes_on_in_it() -> None:
    text = "On 3 May 2009 the Herons took Ostry. On 5 June they burned the mill. On Monday they fled."
    text += "\n\nThe guard left in June."
    assert when(text, "burned", "2016-12-14") == "2009-06-05"
    assert when(text, "fled", "2016-12-14") == "2009-06-08"
    assert when(text, "left", "2016-12-14") == "2016-06"


def test_several_days_are_one_interval() -> None:
    text = "The Herons shelled Ostry on Monday and again on Wednesday."
    assert when(text, "shelled", "2016-12-17") == "2016-12-12/2016-12-14"


def test_a_footnote_mark_is_no_part_of_a_date() -> None:
    found = find_dates(parse(load(), "The Herons shelled Ostry on October 26, 2008.[1][2] Nobody fled."))
    assert [(e.left, e.right) for e in found] == [(28, 44)]


def test_an_undated_text_takes_the_year_that_its_sentence_names() -> None:
    assert when("The envoys met on 3 March for the 2016 summit.", "met") == "2016-03-03"


def test_later_in_the_day_is_the_day_named_before() -> None:
    text = "On 3 May 2021 the Herons took Ostry. Later in the day they burned the mill."
    assert when(text, "burned") == "2021-05-03"


def test_the_story_goes_on_from_the_deed_not_from_its_telling() -> None:
    text = "The Herons took Ostry on 3 May 2021, the mayor said on 7 May 2021. The next day they burned the mill."
    assert when(text, "burned") == "2021-05-04"
    text = "The mayor spoke of the Herons on 7 May 2021. The next day they burned the mill."
    assert when(text, "burned") == "2021-05-08"


@pytest.mark.parametrize(
    ("text", "trigger", "iso"),
    [
        ("The mayor condemned Friday's shelling.", "condemned", None),
        ("The mayor condemned Friday's shelling.", "shelling", "2016-12-09"),
        ("The mayor condemned the shelling on Friday.", "condemned", "2016-12-09"),
        ("The guard promised bread next week.", "promised", None),
        (
            "The union said on Thursday it had bombed Ostry between Monday and Wednesday.",
            "bombed",
            "2016-12-05/2016-12-07",
        ),
        ("The miller was killed in 2014 when the guard stormed Ostry.", "stormed", "2014"),
        ("The miller was killed in 2014 although the guard stormed Ostry.", "stormed", None),
        ("Ostry has eight dead (three were shot by next Monday, two on Friday).", "dead", None),
        ("The Herons attacked Ostry three days after the guard fled.", "attacked", None),
    ],
)
def test_whose_date_it_is(text: str, trigger: str, iso: str | None) -> None:
    assert when(text, trigger, "2016-12-10") == iso


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("words", ["last night", "tonight", "at Easter", "during Ramadan", "last week", "next winter"])
def test_the_ends_of_the_calendar_are_survived(words: str, published: str) -> None:
    found = when(f"The Herons shelled Ostry {words}.", "shelled", published)
    assert found is None or {int(part[:4]) for part in found.split("/")} <= {1, 9998, 9999}


def test_appraisals_have_no_date() -> None:
    assert when("The Herons were brutal in 2016.", "brutal", kind="appraisal") is None


def test_expressions_do_not_overlap() -> None:
    found = find_dates(parse(load(), "From 28 March to 2 April 2016, and again on Friday, 8 April 2016, shells fell."))
    spans = [(e.start, e.end) for e in found]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert len(found) == 2


def test_a_condition_does_not_take_the_date_of_what_hangs_on_it() -> None:
    text = "Talks will resume next week if the shelling stops."
    assert when(text, "shelling", published="2021-05-10") is None
