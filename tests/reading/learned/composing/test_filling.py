"""Doers beside their deeds."""

from __future__ import annotations

import pytest

from rashomon.reading.learned.composing import filled
from tests.reading.learned.drafts import draft, frame


def _doers(text: str, trigger: str, *arguments: tuple[str, str]) -> list[str]:
    (found,) = filled(draft(text, frame(text, trigger, list(arguments)))).frames
    return [text[a.start : a.end] for a in found.arguments if a.role == "agent"]


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("I warmly welcome the truce.", "welcome", "I"),
        ("On Friday Ida Vell has also met the mayor.", "met", "Ida Vell"),
        ("Kestria’s violent raids go on.", "raids", "Kestria"),
        ("They regret their own raids.", "raids", "their"),
        ("The mill was burned by the Grey Falcons.", "burned", "Grey Falcons"),
        ("We saw it by day. A raid by Kestria followed.", "raid", "Kestria"),
    ],
)
def test_who_stands_beside_a_deed_does_it(text: str, trigger: str, doer: str) -> None:
    assert _doers(text, trigger) == [doer]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("On Friday Ida Vell was arrested.", "arrested"),
        ("In Tarn. Burned mills stood.", "Burned"),
        ("Ida Vell saw mills burned.", "burned"),
    ],
)
def test_who_suffers_it_or_stands_apart_does_not(text: str, trigger: str) -> None:
    assert _doers(text, trigger) == []


def test_who_plays_another_part_does_not_do_it() -> None:
    text = "Kestria’s capture was swift."
    assert _doers(text, "capture", ("recipient", "Kestria")) == []
