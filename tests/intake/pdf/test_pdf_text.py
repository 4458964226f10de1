import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.intake.pdf_text import Line, proper_author, proper_title, running_text


def page(*texts: str, top: float = 760) -> list[Line]:
    return [Line(text, 72, top - 14 * i, 520, top - 14 * i - 10) for i, text in enumerate(texts)]


def test_lines_are_joined_and_broken_words_made_whole() -> None:
    text = running_text(
        [page("The army left the bar-", "racks on Friday, al-", "Assad told the state-", "controlled radio.")]
    )
    assert text == "The army left the barracks on Friday, al-Assad told the state-controlled radio."


@pytest.mark.parametrize(
    ("elsewhere", "joined"),
    [
        ("a ceasefire", "ceasefire"),
        ("a cease-fire", "cease-fire"),
        ("nothing", "cease-fire"),
        ("Nothing", "cease-fire"),
    ],
)
def test_the_document_itself_shows_how_a_word_is_written(elsewhere: str, joined: str) -> None:
    assert running_text([page(f"There was {elsewhere} once. The cease-", "fire held.")]).endswith(f"The {joined} held.")


def test_gaps_indents_and_short_last_lines_part_paragraphs() -> None:
    lines = [
        Line("The army left the town of Tarvol on Friday, it said.", 72, 760, 520, 750),
        Line("Nobody saw it.", 72, 746, 140, 736),
        Line("Calm returned to the market of Orrin after the truce.", 72, 732, 520, 722),
        Line("Traders came back.", 90, 718, 520, 708),
        Line("The minister was silent about all of it for many days", 72, 690, 520, 680),
        Line("and his men as well.", 72, 676, 520, 666),
    ]
    assert running_text([lines]).split("\n\n") == [
        "The army left the town of Tarvol on Friday, it said. Nobody saw it.",
        "Calm returned to the market of Orrin after the truce.",
        "Traders came back.",
        "The minister was silent about all of it for many days and his men as well.",
    ]


def test_heads_feet_and_page_numbers_are_left_out() -> None:
    pages = [
        [
            Line("The Courier", 72, 810, 200, 800),
            *page(
                f"Shelling went on in the {name} district.", "Nobody was hurt there,", f"the mayor of {name} told us."
            ),
            Line(f"Page {number} of 4", 280, 30, 320, 20),
        ]
        for number, name in enumerate(["Orrin", "Tarvol", "Sella", "Mura"], 1)
    ]
    text = running_text(pages)
    assert "Courier" not in text
    assert "Page" not in text
    assert text.count("Nobody was hurt there") == 4


def test_what_stands_on_one_page_only_is_kept() -> None:
    assert running_text([page("The Courier", "Shelling went on.", "7")]) == "The Courier Shelling went on. 7"


def test_the_number_of_a_single_page_is_left_out() -> None:
    assert running_text([[*page("Shelling went on."), Line("1", 280, 30, 290, 20)]]) == "Shelling went on."


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    text = running_text([page("The army left the"), page("town of Tarvol."), page("Calm returned.")])
    assert text == "The army left the town of Tarvol.\n\nCalm returned."


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Microsoft Word - report.doc", None),
        ("final_v3.INDD", None),
        ("Untitled-1", None),
        ("  ", None),
        ("2016-12-11", None),
        (None, None),
        ("Gone  by dawn", "Gone by dawn"),
        ("Untidy ends", "Untidy ends"),
    ],
)
def test_titles_made_by_programs_are_none(title: str | None, kept: str | None) -> None:
    assert proper_title(title) == kept


@settings(deadline=None)
@given(st.lists(st.lists(st.builds(Line, st.text(max_size=9), *[st.floats(0, 800)] * 4), max_size=6), max_size=5))
def test_any_lines_give_a_text(pages: list[list[Line]]) -> None:
    text = running_text(pages)
    assert "\n\n\n" not in text.replace("\r", "")
    assert len(text) <= sum(len(line.text) + 2 for lines in pages for line in lines)


@pytest.mark.parametrize(
    ("author", "kept"),
    [
        ("Ada Merrin", "Ada Merrin"),
        ("anonymous", None),
        ("(anonymous)", None),
        ("Windows User", None),
        (" ", None),
        (None, None),
    ],
)
def test_authors_that_nobody_is_called_are_none(author: str | None, kept: str | None) -> None:
    assert proper_author(author) == kept
