"""Names of documents on the page."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from rashomon.showing.page.hostile import shown
from rashomon.showing.safe import visible


@given(st.text())
def test_any_text_is_there_and_is_no_markup(text: str) -> None:
    inside = re.sub(r"^<bdi>|</bdi>$| <span class=\"mixed\">\(mixes alphabets: [\w, ]+\)</span>$", "", str(shown(text)))
    inside = re.sub(r"</bdi>$", "", inside)
    assert "<" not in inside
    assert html.unescape(inside) == visible(text)


def test_what_runs_from_right_to_left_keeps_that_to_itself() -> None:
    assert shown("الجيش") == "<bdi>الجيش</bdi>"
    assert shown("צבא (1)") == "<bdi>צבא (1)</bdi>"
    assert shown("Qarah\u202e") == "Qarah\\u202e"


def test_names_that_mix_alphabets_say_so_and_which() -> None:
    assert shown("D\u0435lta <b>") == (
        'D\u0435lta &lt;b&gt; <span class="mixed">(mixes alphabets: Cyrillic, Latin)</span>'
    )
    assert shown("Délta") == "Délta"
    assert shown("Рад\u200bио") == "Рад\\u200bио"
