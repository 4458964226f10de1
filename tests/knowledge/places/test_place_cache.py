"""The compiled file: made once for each state of its sources, where the user's cache lies."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from pathlib import Path

import pytest

from rashomon.errors import KnowledgeError
from rashomon.knowledge.places import cache


class Writer:
    """Writes a tiny gazetteer, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, path: Path) -> None:
        self.times += 1
        db = sqlite3.connect(path)
        db.executescript("CREATE TABLE t (a PRIMARY KEY) WITHOUT ROWID; INSERT INTO t VALUES (1); ANALYZE;")
        db.close()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RASHOMON_CACHE", str(tmp_path / "own" / "cache"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "fallback"))
    (tmp_path / "fallback").mkdir()
    return tmp_path / "own" / "cache"


def test_it_is_compiled_once_and_found_again(folder: Path) -> None:
    write = Writer()
    path = cache.compiled("one", write)
    assert path.parent == folder
    assert cache.compiled("one", write) == path
    assert write.times == 1
    assert [p.name for p in folder.iterdir()] == [path.name]  # nothing else is left behind


def test_another_state_of_the_sources_is_another_file(folder: Path) -> None:
    write = Writer()
    assert cache.compiled("one", write) != cache.compiled("two", write)
    assert write.times == 2
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("damage", ["empty", "garbage", "cut"])
def test_a_broken_file_is_compiled_anew(folder: Path, damage: str) -> None:
    write = Writer()
    path = cache.compiled("one", write)
    whole = path.read_bytes()
    path.write_bytes({"empty": b"", "garbage": b"no database" * 99, "cut": whole[: len(whole) // 2]}[damage])
    assert cache.compiled("one", write) == path
    assert write.times == 2
    assert path.read_bytes() == whole


def test_where_the_cache_cannot_be_written_a_temporary_folder_serves(folder: Path) -> None:
    folder.parent.write_text("a file where the folder should be")
    write = Writer()
    path = cache.compiled("one", write)
    assert path.parent.parent == Path(tempfile.gettempdir())
    assert path.parent.stat().st_mode & 0o077 == 0  # nobody else's to read or write
    assert cache.compiled("one", write) == path
    assert write.times == 1


def test_where_nothing_can_be_written_that_is_said(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.parent.write_text("a file where the folder should be")
    (tmp_path / "no").write_text("nor here")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no"))
    with pytest.raises(KnowledgeError, match=r"cannot be written: .*cache.*; .*no"):
        cache.compiled("one", Writer())


def test_a_fault_of_the_disk_is_said(folder: Path) -> None:
    def full(path: Path) -> None:
        raise sqlite3.OperationalError("disk is full")

    with pytest.raises(KnowledgeError, match="disk is full"):
        cache.compiled("one", full)
    assert list(folder.iterdir()) == []


def test_a_folder_of_somebody_else_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Writer()
    planted = cache.compiled("one", write)
    me = os.getuid()
    mine = {folder: me, Path(tempfile.gettempdir()) / f"rashomon-{me + 1}": me + 1}
    real = Path.stat

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = real(path, follow_symlinks=follow_symlinks)
        return os.stat_result((*found[:4], mine.get(path, found.st_uid), *found[5:]))

    monkeypatch.setattr(Path, "stat", stat)
    monkeypatch.setattr(os, "getuid", lambda: me + 1)
    found = cache.compiled("one", write)
    assert found.parent in mine
    assert found.parent != planted.parent
    assert write.times == 2
    mine[found.parent] = me
    with pytest.raises(KnowledgeError, match=r"cache: it belongs to somebody else; .*: it belongs to somebody else"):
        cache.compiled("one", write)


def test_only_the_last_few_are_kept_and_the_newest_always(folder: Path) -> None:
    write = Writer()
    paths = []
    for number in range(12):
        paths.append(cache.compiled(str(number), write))
        os.utime(paths[-1], (number, number))
    (folder / "notes.txt").write_text("not ours to remove")
    newest = cache.compiled("last", write)
    kept = set(folder.glob("*.sqlite"))
    assert newest in kept
    assert kept - {newest} == set(paths[-(len(kept) - 1) :])
    assert 2 <= len(kept) < 12
    assert (folder / "notes.txt").is_file()


def test_what_a_killed_process_left_is_cleared_away(folder: Path) -> None:
    old, fresh = folder / "compiling-old", folder / "compiling-fresh"
    for left in (old, fresh):
        left.mkdir(parents=True)
        (left / "part").write_text("half a file")
    os.utime(old, (1, 1))
    os.utime(fresh, (time.time(), time.time()))
    cache.compiled("one", Writer())
    assert not old.exists()
    assert fresh.exists()  # another process may be at work there


def test_a_relative_folder_and_a_home_serve_too(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for named, meant in (("here", tmp_path / "here"), ("~/kept", tmp_path / "home" / "kept")):
        monkeypatch.setenv("RASHOMON_CACHE", named)
        write = Writer()
        path = cache.compiled("one", write)
        assert path.parent == meant
        assert cache.compiled("one", write) == path
        assert write.times == 1


def test_without_a_name_it_is_the_users_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RASHOMON_CACHE", raising=False)
    assert cache.cache_folder().name == "rashomon"
    assert cache.cache_folder().is_absolute()
