from pathlib import Path

from typer.testing import CliRunner

from rashomon.cli import app


def test_addresses_that_are_not_fetched_are_one_line_each_and_kept(tmp_path: Path) -> None:
    case = str(tmp_path / "a.db")
    urls = ["http://127.0.0.1:1/a", "ftp://courier.example/b"]
    result = CliRunner().invoke(app, ["fetch", case, "-"], input="\n".join(urls), env={"COLUMNS": "80"})
    assert result.exit_code == 1
    assert "refused: 2, kept in quarantine" in result.output
    assert "http://127.0.0.1:1/a: 127.0.0.1 is no public address" in result.output
    assert "ftp://courier.example/b: only http and https are fetched" in result.output
