import os
from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.intake.sources import Source, find


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.txt", "a.md", "sub/c.jsonl", "sub/deep/d.TXT", "notes.docx", ".hidden.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The army left.")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(argument: str) -> list[str]:
    return [found.name if isinstance(found, Source) else str(found) for found in find(argument)]


def test_a_folder_is_read_with_all_below_it_in_order(tree: Path) -> None:
    assert names(str(tree)) == ["a", "b", "sub/c", "sub/deep/d"]


def test_a_file_is_named_by_its_own_name(tree: Path) -> None:
    assert names("sub/deep/d.TXT") == ["d"]
    assert names(str(tree / "b.txt")) == ["b"]


def test_a_glob_is_named_from_its_first_wild_part(tree: Path) -> None:
    assert names("sub/*/*") == ["deep/d"]
    assert names(str(tree / "**" / "*.[mjtT]*")) == ["a", "b", "sub/c", "sub/deep/d"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(tree: Path) -> None:
    (tree / "x[1].txt").write_text("The army left.")
    assert names("x[1].txt") == ["x[1]"]


@pytest.mark.parametrize(
    ("argument", "line"),
    [
        ("nothing.txt", "nothing.txt: no such file or folder"),
        ("notes.docx", "notes.docx: is not a .txt, .md, .html, .pdf, .jsonl, .csv, .parquet, .rss, .warc or .zip file"),
        ("*.html", "*.html: matches no file"),
        ("*.docx", "*.docx: matches no .txt, .md, .html, .pdf, .jsonl, .csv, .parquet, .rss, .warc or .zip file"),
        ("empty", "empty: folder holds no .txt, .md, .html, .pdf, .jsonl, .csv, .parquet, .rss, .warc or .zip file"),
        ("pipe.txt", "pipe.txt: is neither a file nor a folder"),
    ],
)
def test_what_cannot_be_found_is_one_line(tree: Path, argument: str, line: str) -> None:
    (tree / "empty").mkdir()
    os.mkfifo(tree / "pipe.txt")
    [found] = find(argument)
    assert isinstance(found, InputError)
    assert str(found) == line


def test_standard_input_has_a_name() -> None:
    assert names("-") == ["stdin"]


def test_a_file_name_that_is_no_utf8_is_shown_with_escapes(tree: Path) -> None:
    Path(os.fsdecode(bytes(tree / "odd-") + b"\xff.txt")).write_text("The army left.")
    assert "odd-\\xff" in names(str(tree))


def test_links_that_lead_in_circles_are_not_followed(tree: Path) -> None:
    (tree / "sub" / "self").symlink_to(".")
    (tree / "sub" / "up").symlink_to("..")
    (tree / "sub" / "loop.txt").symlink_to("loop.txt")
    assert names("sub") == ["c", "deep/d"]
    assert names("sub/**/*.*") == ["c", "deep/d"]
    assert names("sub/**") == ["c", "deep/d"]
    assert names("**/*.md") == ["a"]
    assert names("sub/loop.txt") == ["sub/loop.txt: no such file or folder"]


def test_a_glob_passes_over_what_is_hidden_unless_it_asks_for_it(tree: Path) -> None:
    assert names("**/*.txt") == ["b"]
    assert names("**/.*.txt") == [".hidden"]
    assert names("su**/d**/*") == ["sub/deep/d"]


def test_a_folder_that_may_not_be_looked_into_is_one_line(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "deep":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert names("sub") == ["sub/deep: cannot be read: Permission denied", "c"]
    assert names("sub/deep") == ["sub/deep: cannot be read: Permission denied"]


def test_what_may_not_be_looked_at_is_one_line(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look = os.stat

    def stat(path: str | Path, *args: object, **kwargs: object) -> object:
        if Path(path).name == "d.TXT":
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", stat)
    assert names("sub/deep/d.TXT") == ["sub/deep/d.TXT: cannot be read: Permission denied"]
    assert names("sub/*/*.TXT") == ["deep/d"]  # opening it will say why not
    monkeypatch.undo()
    long = "a" * 5000
    assert names(long) == [f"{long}: cannot be read: File name too long"]
