"""What holds of every format: real parsers read it, equal readings are equal bytes, nothing unreal passes for fact."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pyarrow.parquet as pq
import pytest

from rashomon.export.formats import FORMATS, Format, pieces, taken
from rashomon.export.reality import Tally
from rashomon.model import Reading

FACTUAL = sorted(name for name, format in FORMATS.items() if format.factual)


def exported(format: Format, readings: Iterable[Reading], folder: Path, *, unreal: bool = False) -> bytes:
    tally = Tally()
    chosen = taken(format, readings, tally, include_unreal=unreal)
    if format.kind != "file":
        return "".join(pieces(format, chosen, tally)).encode()
    path = folder / "out"
    format.load()(chosen, path, tally)  # type: ignore[operator]
    return path.read_bytes()


def lines(content: bytes) -> int:
    return sum(bool(json.loads(line)) for line in content.decode().split("\n") if line)


def cells(content: bytes, **options: str) -> int:
    rows = list(csv.reader(io.StringIO(content.decode(), newline=""), **options))  # type: ignore[arg-type]
    assert len({len(row) for row in rows}) == 1
    return len(rows) - 1


def graph(content: bytes) -> int:
    ElementTree.fromstring(content)
    read = nx.read_gexf if b"<gexf" in content else nx.read_graphml
    return int(read(io.BytesIO(content)).number_of_edges())


PARSED: dict[str, Callable[[bytes], int]] = {
    "json": lambda content: len(json.loads(content)),
    "jsonl": lines,
    "gold": lines,
    "case-gold": lambda content: sum(len(event["mentions"]) for event in json.loads(content)["events"]),
    "ftm": lines,
    "csv": cells,
    "acled": cells,
    "polecat": lambda content: cells(content, delimiter="\t"),
    "geojson": lambda content: len(json.loads(content)["features"]),
    "annotations": lambda content: len(json.loads(content)["items"]),
    "gexf": graph,
    "graphml": graph,
    "parquet": lambda content: int(pq.read_table(io.BytesIO(content)).num_rows),
}
"""How many things a real parser of each format finds."""
MEASURED = {"gold", "case-gold"}
"""Just what annotators fill in."""


def test_every_format_has_a_parser_here() -> None:
    assert set(PARSED) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_bundled_example_comes_back(bundled: list[Reading], tmp_path: Path, name: str) -> None:
    found = PARSED[name](exported(FORMATS[name], bundled, tmp_path))
    assert found > 10 or name in ("json", "jsonl", "geojson")  # a reading each; its places are on no map
    assert found == len(bundled) or name not in ("json", "jsonl")


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_comes_back(hostile: Reading, tmp_path: Path, name: str) -> None:
    found = PARSED[name](exported(FORMATS[name], [hostile], tmp_path))
    least = {"json": 1, "jsonl": 1, "gexf": len(hostile.claims) // 2, "graphml": len(hostile.claims) // 2}  # both ways
    assert found >= least.get(name, len(hostile.claims))


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_makes_an_empty_but_whole_export(tmp_path: Path, name: str) -> None:
    assert PARSED[name](exported(FORMATS[name], [], tmp_path)) == 0


@pytest.mark.parametrize("name", FORMATS)
def test_equal_readings_make_equal_bytes(bundled: list[Reading], mapped: Reading, tmp_path: Path, name: str) -> None:
    elsewhere = mapped.document.model_copy(
        update={"path": "other/copy.txt", "raw_sha256": "0" * 64, "encoding": "utf-16"}
    )
    once = exported(FORMATS[name], [*bundled, mapped], tmp_path)
    assert once == exported(FORMATS[name], [*bundled, mapped.model_copy(update={"document": elsewhere})], tmp_path)


@pytest.mark.parametrize("name", FACTUAL)
def test_what_is_not_said_to_be_so_stays_out_of_formats_of_facts(mapped: Reading, tmp_path: Path, name: str) -> None:
    content = exported(FORMATS[name], [mapped], tmp_path).decode()
    assert "had left" not in content
    assert "Tavuni" not in content


@pytest.mark.parametrize("name", FACTUAL)
def test_asked_for_it_comes_marked(mapped: Reading, tmp_path: Path, name: str) -> None:
    denial = mapped.claims[1].model_copy(update={"recipients": ("Coral Guard",)})  # so that it draws a tie too
    only = mapped.model_copy(update={"claims": (denial,)})
    content = exported(FORMATS[name], [only], tmp_path, unreal=True).decode()
    assert any(
        mark in content for mark in ("factuality=not", '"factuality": "not"', "factuality: not", ">not<", '"not"')
    )


@pytest.mark.parametrize("name", sorted(set(FORMATS) - MEASURED))  # exactly the fields that annotators fill in
def test_tellers_and_caution_go_along(mapped: Reading, tmp_path: Path, name: str) -> None:
    content = exported(FORMATS[name], [mapped], tmp_path)
    text = str(pq.read_table(io.BytesIO(content)).to_pylist()) if name == "parquet" else content.decode()
    assert "Fleet Radio" in text
    if name not in ("json", "jsonl"):  # readings: these name the reader, a program
        assert "machine_read': True" in text or "achine-read" in text


@pytest.mark.parametrize("name", sorted(set(FORMATS) - MEASURED))
def test_confidence_goes_along(mapped: Reading, tmp_path: Path, name: str) -> None:
    content = exported(FORMATS[name], [mapped], tmp_path)
    text = str(pq.read_table(io.BytesIO(content)).to_pylist()) if name == "parquet" else content.decode()
    assert "0.75" in text


def test_text_is_written_as_readings_come(mapped: Reading) -> None:
    for format in FORMATS.values():
        if format.kind in ("text", "whole"):
            taken_so_far: list[int] = []

            def endless(seen: list[int] = taken_so_far) -> Iterable[Reading]:
                while True:
                    seen.append(1)
                    yield mapped

            stream = pieces(format, endless(), Tally())
            assert [next(stream) for _ in range(3)]
            assert len(taken_so_far) <= 3, format.name
