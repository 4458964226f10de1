from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from rashomon.errors import KnowledgeError
from rashomon.knowledge import reporting as module
from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.reporting import reporting


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """A copy of the file's data that a test may break."""
    data = dict(load_yaml(module.FILE))
    data["cues"] = [dict(c) for c in data["cues"]]
    monkeypatch.setattr(module, "load_yaml", lambda name, lang: data)
    reporting.cache_clear()
    yield data
    reporting.cache_clear()


def test_cues_are_indexed_by_the_word_that_syntax_hangs_on() -> None:
    known = reporting()
    assert [c.words for c in known.verbs["point"]][-1] == ("point", "out")
    assert known.nouns["denial"][0].factuality == "not"
    assert sum(map(len, known.verbs.values())) + sum(map(len, known.nouns.values())) > 350


def test_longer_phrases_come_first() -> None:
    for cues in reporting().verbs.values():
        lengths = [len(c.words) for c in cues]
        assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"colour": "red"}, "unknown colour"),
        ({"passive": "sideways"}, "sideways"),
        ({"endorsement": "doubts"}, "doubts"),
        ({"factuality": "maybe"}, "maybe"),
        ({"verbs": ["say", "say"]}, "twice: say"),
        ({"verbs": [True]}, "list of words"),
        ({"content": None}, "list of words"),
        ({"unless": {"subj": ["weather"]}}, "unless"),
    ],
)
def test_a_broken_file_names_the_entry(broken: dict[str, Any], change: dict[str, Any], complaint: str) -> None:
    broken["cues"][0].update(change)
    with pytest.raises(KnowledgeError, match=complaint) as raised:
        reporting()
    assert broken["cues"][0]["class"] in str(raised.value)


def test_a_nameless_class_is_refused(broken: dict[str, Any]) -> None:
    del broken["cues"][0]["class"]
    with pytest.raises(KnowledgeError, match="without a name"):
        reporting()


def test_a_missing_list_is_refused(broken: dict[str, Any]) -> None:
    del broken["works"]
    with pytest.raises(KnowledgeError, match="works"):
        reporting()
