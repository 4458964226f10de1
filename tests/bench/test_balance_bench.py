"""The measuring of signed graphs, on tiny invented ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import balance

TIES = ["Orm,Tarvol,1", "Tarvol,Veshti,1", "Orm,Veshti,-1"]


def test_windows_are_divided_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tribes.csv").write_text("\n".join(["a,b,sign", *TIES]), encoding="utf-8")
    rows = [f"{window},{tie}" for window, ties in (("46", TIES), ("47", TIES[:2])) for tie in ties]
    (tmp_path / "cow51.csv").write_text("\n".join(["window,a,b,sign", *rows]), encoding="utf-8")
    assert balance.main([str(tmp_path), "--random-seconds", "0"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[0].startswith("tribes: frustration 1, normalised 0.3333333, k-free 1 with 1 factions, triangles 0.0")
    table = shown[3:7]
    assert [line.split("  ")[0] for line in table] == [
        "two camps",
        "two camps, all listed",
        "k-free",
        "k-free, all listed",
    ]
    assert all("  2 of 2  " in line and "  0 to 1  " in line for line in table)


def test_random_graphs_are_the_same_every_time() -> None:
    graph = balance.chance_graph(10, 20)
    assert graph == balance.chance_graph(10, 20)
    assert (len(graph.ties), sum(tie.sign for tie in graph.ties)) == (20, 0)


def test_data_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"tribes\.csv: no such data"):
        balance.main([str(tmp_path)])
