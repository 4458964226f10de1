"""Words of deeds: of which sort, in which frame; and what a broken file says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from rashomon.errors import KnowledgeError
from rashomon.knowledge import base
from rashomon.knowledge import framing as module
from rashomon.knowledge.framing import wording


@pytest.mark.parametrize(
    ("words", "frame"),
    [
        ("Liberation", "liberation"),
        ("handed it back", "hand-over"),
        ("gave", "hand-over"),
        ("captured", "capture"),
        ("recapture", "capture"),
        ("fell to", "capture"),
        ("fell", "collapse"),
        ("taken control of", None),
    ],
)
def test_words_of_a_change_of_hands_have_their_frame(words: str, frame: str | None) -> None:
    found = wording(words, "control", "COERCE")
    assert found is not None
    assert (found.sort.name, found.frame) == ("change of hands", frame)


def test_one_word_is_of_another_sort_with_another_type() -> None:
    assert wording("struck", "event", "ASSAULT").sort.name == "attack"  # type: ignore[union-attr]
    assert wording("strike", "event", "PROTEST").sort.name == "protest"  # type: ignore[union-attr]
    assert wording("struck", "event", "AID") is None
    assert wording("captured", "event", "COERCE").sort.name == "seizure of people"  # type: ignore[union-attr]


def test_who_drives_out_and_who_drives_away() -> None:
    assert wording("drove out", "control", "COERCE").frame == "expulsion"  # type: ignore[union-attr]
    assert wording("drove out", "control", "RETREAT").frame == "withdrawal"  # type: ignore[union-attr]


def test_the_longer_phrase_wins() -> None:
    assert wording("gunned down", "event", "ASSAULT").frame == "murder"  # type: ignore[union-attr]
    assert wording("shot dead", "event", "ASSAULT").sort.name == "killing"  # type: ignore[union-attr]


def test_no_word_stands_in_two_frames_of_a_sort() -> None:
    for group in yaml.safe_load((base.folder() / module.FILE).read_text(encoding="utf-8")):
        words = [word for some in (group.get("frames") or {}).values() for word in some] + (group.get("plain") or [])
        assert len(words) == len(set(words)), group["sort"]


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for a file that breaks the schema."""
    monkeypatch.setattr(base, "folder", lambda lang="en": tmp_path)
    caches = (base.load_yaml, module._patterns, module._wording)
    for cached in caches:
        cached.cache_clear()
    yield tmp_path / module.FILE
    monkeypatch.undo()
    for cached in caches:
        cached.cache_clear()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("sort: attack", "expected a list"),
        ("- {sort: attack, words: [hit]}", "unknown keys"),
        ("- {sort: attack, types: [HIT]}", "no such kind or type"),
        ("- {types: [ASSAULT], plain: [hit]}", "needs a name"),
        ("- {sort: attack, plain: [yes]}", "list of words"),
    ],
)
def test_a_broken_file_is_named(broken: Path, text: str, complaint: str) -> None:
    broken.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=complaint):
        wording("hit", "event", "ASSAULT")
