"""First persons, and whose voice an official release is."""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.model import Document
from rashomon.reading.actors import is_own_voice
from rashomon.reading.institution import author_name, institution
from rashomon.reading.types import Scene

Reads = Callable[..., Any]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Kenyan Ministry of Defence", "Kenya"),
        ("US State Department", "United States"),
        ("Delegation of the European Union to Chad", "EU"),
        ("UK Government", "UK"),
        ("Ministry of Works", "Ministry of Works"),
        ("The Harbour Gazette", None),
        ("Reuters", None),
        (None, None),
    ],
)
def test_whose_release_it_is(source: str | None, name: str | None) -> None:
    found = institution(Document(id="t", text="x", source=source))
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("title", "author", "name"),
    [
        ("Statement by Minister Ilsa Marn on the truce", None, "Ilsa Marn"),
        ("Remarks of the President", None, None),
        ("A week in Tarn", "Juro Vane", "Juro Vane"),
    ],
)
def test_who_says_i(title: str, author: str | None, name: str | None) -> None:
    assert author_name(Document(id="t", text="x", title=title, author=author)) == name


def test_we_of_a_release_is_its_state_and_i_its_speaker(reads: Reads) -> None:
    read = reads(
        "We condemn the raid. I thank the villagers.",
        source="Kenyan Government",
        title="Statement by Minister Ilsa Marn",
    )
    assert read.who("We") == ["Kenya"]
    assert read.who("I") == ["Ilsa Marn"]


def test_first_persons_in_a_quotation_are_the_speakers(reads: Reads) -> None:
    read = reads('"I saw the fire and we ran," said the farmer Ilsa Marn.')
    assert read.who("I") == read.who("we") == ["Ilsa Marn"]


@pytest.mark.parametrize(
    ("text", "source", "own"),
    [
        ("Foreign Minister Ilsa Marn said that the border was closed.", "Kenyan Government", True),
        ("A government spokesman said that the border was closed.", "Kenyan Government", True),
        ("Chadian Foreign Minister Ilsa Marn said that the border was closed.", "Kenyan Government", False),
        ("Villagers said that the border was closed.", "Kenyan Government", False),
        ("Foreign Minister Ilsa Marn said that the border was closed.", "The Harbour Gazette", False),
        ("Pentagon spokesman Juro Vane said that the border was closed.", "US Central Command", False),
    ],
)
def test_the_official_voice(reads: Reads, text: str, source: str, own: bool) -> None:
    read = reads(text, source=source)
    scene = Scene(document=read.document, doc=read.doc, actors=read.actors, tellings=read.tellings)
    told = [t for t in read.tellings if t.source is not None]
    assert told
    assert all(is_own_voice(scene, t) is own for t in told)
