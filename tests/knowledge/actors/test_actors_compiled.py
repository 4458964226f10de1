"""The compiled entries say what the files say."""

from pathlib import Path

import pytest

from rashomon.knowledge.actors import compiled


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RASHOMON_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_kept_is_what_was_read(cache: Path) -> None:
    read = compiled.entries("en")
    assert len(list(cache.glob("actors-*.json"))) == 1
    assert compiled.entries("en") == read


def test_a_damaged_file_is_written_anew(cache: Path) -> None:
    read = compiled.entries("en")
    kept = next(cache.glob("actors-*.json"))
    whole = kept.read_text(encoding="utf-8")
    for damaged in ("", "[{}]", '{"a": 1}', whole[:1000]):
        kept.write_text(damaged, encoding="utf-8")
        assert compiled.entries("en") == read
        assert kept.read_text(encoding="utf-8") == whole


def test_nothing_is_kept_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("RASHOMON_CACHE", str(tmp_path / "file"))
    assert len(compiled.entries("en")) > 3000


def test_only_the_newest_are_kept(cache: Path) -> None:
    cache.mkdir()
    for i in range(6):
        (cache / f"actors-{i}.json").write_text("[]")
    compiled.entries("en")
    assert len(list(cache.glob("actors-*.json"))) == 3
