"""`rashomon read` with the real reader."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from rashomon.cli import app
from rashomon.model import Reading

LEFT = "The army left Tarvol on Friday. State radio said that gunmen attacked a convoy near Ostrel."
GERMAN = "Die Armee hat die Stadt am Freitag eingenommen, sagte ein Sprecher der Regierung."


@pytest.fixture(autouse=True)
def _somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)


def rashomon(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), input=stdin)


def records(path: str, *items: dict[str, Any]) -> str:
    Path(path).write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    return path


@pytest.mark.parametrize("command", [["read", "a.txt"], ["explain", "a.txt", "c1"], ["demo"]])
def test_a_reader_that_is_not_there_is_wrong_usage(command: list[str]) -> None:
    Path("a.txt").write_text(LEFT)
    result = rashomon(*command, "--reader", "tea-leaves")
    assert result.exit_code == 2
    assert "no reader 'tea-leaves': there are rules and learned" in " ".join(result.stderr.split())


def test_a_parser_goes_with_the_reader_of_rules_only() -> None:
    Path("a.txt").write_text(LEFT)
    result = rashomon("read", "a.txt", "--reader", "learned", "--parser", "some_pipeline")
    assert result.exit_code == 2
    assert "no parser to choose" in " ".join(result.stderr.split())
    assert (
        rashomon("read", "a.txt", "--reader", "rules", "-f", "json").stdout
        == rashomon("read", "a.txt", "-f", "json").stdout
    )


def test_a_file_is_shown_teller_by_teller() -> None:
    Path("a.txt").write_text(LEFT)
    result = rashomon("read", "a.txt", "--author", "Ada Merrin", "--title", "Gone")
    assert result.exit_code == 0
    assert result.stderr == ""
    author = result.stdout.find("\nAda Merrin, in “Gone”")
    radio = result.stdout.lower().find("\nstate radio")
    assert 0 < author < radio
    assert "unreviewed" in result.stdout


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_readings_as_json(format: str) -> None:
    Path("a.txt").write_bytes(f"\ufeff{LEFT}\r\n".encode())
    result = rashomon("read", "a.txt", "--format", format, "--source", "The Courier", "--published", "2016-12-11")
    value = json.loads(result.stdout)
    reading = Reading.model_validate(value[0] if format == "json" else value)
    document = reading.document
    assert (document.text, document.source, document.published) == (f"{LEFT}\r\n", "The Courier", "2016-12-11")
    assert reading.claims
    assert all(document.text[c.start : c.end] == c.trigger for c in reading.claims)
    assert all((reading.versions.reader, reading.versions.parser, reading.versions.knowledge))


def test_gold_names_documents_by_id_or_by_path() -> None:
    Path("d/sub").mkdir(parents=True)
    Path("d/sub/b.txt").write_text(LEFT)
    Path("d/a.md").write_text(LEFT)
    records("d/r.jsonl", {"doc": "one", "text": LEFT}, {"text": LEFT})
    result = rashomon("read", "d", "-f", "gold")
    names = list(dict.fromkeys(json.loads(line)["doc"] for line in result.stdout.splitlines()))
    assert names == ["a", "one", "r:2", "sub/b"]
    assert result.exit_code == 0


def test_what_cannot_be_read_is_a_line_each_and_the_rest_goes_on() -> None:
    Path("empty.txt").touch()
    Path("b.txt").write_bytes(b"\x7fELF" + bytes(200))
    Path("de.txt").write_text(GERMAN)
    Path("latin.txt").write_bytes(LEFT.replace("convoy", "caf\xe9").encode("latin-1"))
    records("r.jsonl", {"doc": "x", "text": 1}, {"doc": "y", "text": LEFT})
    result = rashomon("read", "no.txt", "empty.txt", "b.txt", "de.txt", "latin.txt", "r.jsonl", "x.pdf", "-f", "gold")
    assert result.exit_code == 1
    assert [line.split(": ")[0] for line in result.stderr.splitlines()] == [
        "no.txt",
        "empty.txt",
        "b.txt",
        "de.txt",
        "r.jsonl:1",
        "x.pdf",
    ]
    assert {json.loads(line)["doc"] for line in result.stdout.splitlines()} == {"latin", "y"}


def test_english_can_be_insisted_on() -> None:
    Path("de.txt").write_text(GERMAN)
    assert rashomon("read", "de.txt").exit_code == 1
    assert rashomon("read", "de.txt", "--lang", "en").exit_code == 0


def test_standard_input_is_read() -> None:
    result = rashomon("read", "-", "-f", "gold", stdin=LEFT.encode("utf-16"))
    assert {json.loads(line)["doc"] for line in result.stdout.splitlines()} == {"stdin"}


def test_jobs_and_order_change_nothing() -> None:
    for name in ("a", "b", "c"):
        Path(f"{name}.txt").write_text(f"{LEFT} {name.upper()} condemned the attack.")
    one = rashomon("read", "a.txt", "b.txt", "c.txt", "-f", "jsonl")
    two = rashomon("read", "a.txt", "b.txt", "c.txt", "-f", "jsonl", "--jobs", "2")
    back = rashomon("read", "c.txt", "b.txt", "a.txt", "-f", "jsonl")
    assert one.stdout == two.stdout
    assert one.stdout.splitlines() == back.stdout.splitlines()[::-1]


def test_a_file_is_written_whole_or_not_at_all() -> None:
    Path("a.txt").write_text(LEFT)
    assert rashomon("read", "a.txt", "-f", "gold", "-o", "out.jsonl").stdout == ""
    assert Path("out.jsonl").read_text() == rashomon("read", "a.txt", "-f", "gold").stdout
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "out.jsonl"]


def test_one_page_for_all_that_can_be_read() -> None:
    Path("empty.txt").touch()
    records("r.jsonl", {"doc": "x", "title": "Gone", "text": LEFT}, {"doc": "y", "title": "Back", "text": LEFT})
    result = rashomon("read", "empty.txt", "r.jsonl", "--format", "html", "-o", "page.html")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "empty.txt: is empty\n")
    page = Path("page.html").read_text(encoding="utf-8")
    assert page.count("<!doctype html>") == 1
    assert "2 accounts side by side" in page
    assert {reading["document"]["title"] for reading in carried(page)} == {"Gone", "Back"}
    piped = rashomon("read", "empty.txt", "r.jsonl", "--format", "html", "-o", "-")
    assert piped.stdout == rashomon("read", "empty.txt", "r.jsonl", "--format", "html").stdout == page
    assert not Path("-").exists()


def carried(page: str) -> Any:
    """What the page carries for programs."""
    return json.loads(page.split('<script type="application/json" id="data">')[1].split("</script>")[0])


def test_a_page_bears_what_a_file_cannot_encode() -> None:
    records("r.jsonl", {"doc": "x", "title": "Half \ud800 a pair", "text": LEFT})
    assert rashomon("read", "r.jsonl", "-f", "html", "-o", "page.html").exit_code == 0
    page = Path("page.html").read_text(encoding="utf-8")
    assert "Half \\ud800 a pair" in page
    assert carried(page)[0]["document"]["title"] == "Half \ud800 a pair"


def test_an_input_is_never_overwritten() -> None:
    Path("a.txt").write_text(LEFT)
    result = rashomon("read", ".", "-o", "./a.txt")
    assert str(result.exception) == "a.txt: is one of the inputs"
    assert Path("a.txt").read_text() == LEFT


def test_a_table_in_a_file_is_plain() -> None:
    Path("a.txt").write_text(LEFT)
    rashomon("read", "a.txt", "--output", "out.txt")
    assert "\x1b" not in Path("out.txt").read_text()


@pytest.mark.parametrize("out", ["nowhere/out.json", "folder"])
def test_an_output_that_cannot_be_written_is_said_before_reading(out: str) -> None:
    Path("folder").mkdir()
    result = rashomon("read", "a.txt", "-o", out)
    assert result.exit_code == 1
    assert str(result.exception).startswith(f"{out}: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "a.txt", "--format", "xml"],
        ["read", "a.txt", "--jobs", "0"],
        ["read", "a.txt", "--published", "yesterday"],
        ["write"],
    ],
)
def test_wrong_usage_exits_with_two(arguments: list[str]) -> None:
    assert rashomon(*arguments).exit_code == 2


def test_a_parser_that_is_not_there_is_an_error() -> None:
    Path("a.txt").write_text(LEFT)
    result = rashomon("read", "a.txt", "--parser", "no_such_pipeline")
    assert result.exit_code == 1
    assert "no_such_pipeline" in str(result.exception)


def test_the_demo_reads_the_bundled_example() -> None:
    result = rashomon("demo")
    assert result.exit_code == 0
    assert result.stdout.count("unreviewed") == 4


def test_the_version_and_the_schema() -> None:
    assert rashomon("--version").stdout.startswith("rashomon ")
    assert json.loads(rashomon("schema").stdout)["title"] == "Reading"
