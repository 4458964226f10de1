"""The embedding words: how many, how they read, and what a broken file says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from rashomon.errors import KnowledgeError
from rashomon.knowledge import base
from rashomon.knowledge import embedding as module
from rashomon.knowledge.embedding import SORTS, embedding


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the language's folder whose file a test may spoil."""
    text = (base.folder() / module.FILE).read_text(encoding="utf-8")
    target = tmp_path / module.FILE
    target.write_text(text, encoding="utf-8")
    monkeypatch.setattr(base, "folder", lambda lang="en": tmp_path)
    base.load_yaml.cache_clear()
    embedding.cache_clear()
    yield target
    monkeypatch.undo()
    base.load_yaml.cache_clear()
    embedding.cache_clear()


def test_many_words_are_known() -> None:
    words = {m.words for sort in SORTS for members in embedding().members[sort].values() for m in members}
    assert len(words) > 500


def test_signatures_of_implicatives() -> None:
    operators = embedding().operators
    assert operators["turns"].reads["happened"] == ("not", False)
    assert operators["turns"].reads["not"] == ("happened", False)
    assert operators["turns"].reads["future"] == ("future", True)
    assert operators["carries"].reads["not"] == ("not", False)
    assert operators["presupposes"].reads["not"] == ("happened", False)


def test_only_vows_vow() -> None:
    assert [name for name, operator in embedding().operators.items() if operator.vow] == ["vows"]


def test_one_place_of_a_word_has_one_class() -> None:
    for sort in SORTS:
        for members in embedding().members[sort].values():
            seen: dict[tuple[tuple[str, ...], str], str] = {}
            for member in members:
                for place in member.places:
                    assert seen.setdefault((member.words, place), member.operator) == member.operator, member.entry


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("classes", "aims", "reads", "happened"), "someday"),
        (("classes", "aims", "reads", "perhaps"), "future"),
        (("adverbs", "nonsense"), ["somehow"]),
        (("modals",), [{"words": ["will"], "class": "nonsense"}]),
        (("classes", "aims", "in"), [True]),
    ],
)
def test_a_broken_file_is_named(broken: Path, path: tuple[str, ...], value: object) -> None:
    raw = yaml.safe_load(broken.read_text(encoding="utf-8"))
    node = raw
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    broken.write_text(yaml.safe_dump(raw), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=module.FILE):
        embedding()


def test_a_missing_file_is_named(broken: Path) -> None:
    broken.unlink()
    with pytest.raises(KnowledgeError, match=module.FILE):
        embedding()
