"""Forms that the pipeline's lemmatizer gets wrong."""

from __future__ import annotations

import pytest

from rashomon.reading import parser


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Officers staged a revolt in Marab.", "staged", "stage"),
        ("The Larks waged a long war.", "waged", "wage"),
        ("Militiamen raped the women.", "raped", "rape"),
    ],
)
def test_known_wrong_lemmas_are_corrected(text: str, form: str, lemma: str) -> None:
    doc = parser.parse(parser.load(), text)
    assert [t.lemma_ for t in doc if t.text == form] == [lemma]
