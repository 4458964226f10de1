"""What the README shows is what the program does. RASHOMON_UPDATE=1 writes it anew after a change of the reader."""

import doctest
import os
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rashomon.cli import app

README = Path(__file__).parents[2] / "README.md"
TEXT = README.read_text(encoding="utf-8")
EXAMPLE = re.compile(
    r"```console\n\$ cat article\.txt\n(?P<text>.*?)\$ rashomon (?P<arguments>.*?)\n(?P<shown>.*?)```", re.DOTALL
)


def test_the_example_shows_what_the_program_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    example = EXAMPLE.search(TEXT)
    assert example is not None
    Path("article.txt").write_text(example["text"], encoding="utf-8")
    result = CliRunner().invoke(app, shlex.split(example["arguments"]))
    assert result.exit_code == 0
    shown = result.stdout.strip("\n") + "\n"
    if os.environ.get("RASHOMON_UPDATE"):
        README.write_text(TEXT[: example.start("shown")] + shown + TEXT[example.end("shown") :], encoding="utf-8")
    else:
        assert example["shown"] == shown


def test_the_python_of_the_readme_runs() -> None:
    blocks = re.findall(r"```pycon\n(.*?)```", TEXT, re.DOTALL)
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "README.md", "README.md", 0)
    report: list[str] = []
    results = doctest.DocTestRunner(verbose=False).run(test, out=report.append)
    assert results.attempted > 0
    assert not results.failed, "".join(report)


@pytest.mark.parametrize("file", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/cli.md"])
def test_links_within_the_repository_lead_somewhere(file: str) -> None:
    path = README.parent / file
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_the_map_of_the_house_names_files_that_exist() -> None:
    text = (README.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    steps = re.findall(r"^\d\. `([\w/.]+)`", text, re.MULTILINE)
    assert 0 < len(steps) <= 6
    assert [step for step in steps if not (README.parent / "src" / "rashomon" / step).is_file()] == []
