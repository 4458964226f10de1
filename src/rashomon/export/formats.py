"""The formats that a case is exported in, by name. Each one's code is loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal, cast

from rashomon.export.reality import Tally, only_real
from rashomon.model import Reading

Text = Callable[[Iterable[Reading], Tally], Iterator[str]]
Whole = Callable[[Iterable[Reading]], Iterator[str]]
File = Callable[[Iterable[Reading], Path, Tally], None]
Kind = Literal["text", "whole", "compared", "file", "graph"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        name: as `--format` takes it. `suffix`: of its files.
        kind: `text`: written as it comes, claims counted by the format; `whole`: likewise, every claim is in it;
            `compared`: all claims are compared before anything is written;
            `file`: written to a path; `graph`: of ties, one or one a period.
        factual: whether its readers take what is in it for what happened, so that claims that are not said to be so
            stay out unless they are asked for.
        code: `module:function`.
    """

    name: str
    suffix: str
    kind: Kind
    factual: bool
    code: str

    def load(self) -> object:
        """The function that writes it."""
        module, _, function = self.code.partition(":")
        return getattr(import_module(f"rashomon.export.{module}"), function)


FORMATS = {
    found.name: found
    for found in (
        Format("jsonl", ".jsonl", "whole", False, "json_text:as_jsonl"),
        Format("json", ".json", "whole", False, "json_text:as_json"),
        Format("csv", ".csv", "whole", False, "comma_separated:as_csv"),
        Format("gold", ".jsonl", "whole", False, "gold:as_gold"),
        Format("case-gold", ".json", "compared", False, "case_gold:as_case_gold"),
        Format("parquet", ".parquet", "file", False, "parquet:write_parquet"),
        Format("geojson", ".geojson", "text", True, "geojson:as_geojson"),
        Format("gexf", ".gexf", "graph", True, "gexf:gexf"),
        Format("graphml", ".graphml", "graph", True, "graphml:graphml"),
        Format("acled", ".csv", "text", True, "acled:as_acled"),
        Format("polecat", ".tsv", "text", True, "polecat:as_polecat"),
        Format("ftm", ".jsonl", "text", True, "ftm:as_ftm"),
        Format("annotations", ".jsonld", "text", False, "annotations:as_annotations"),
    )
}
"""In the order in which they are listed."""


def taken(format: Format, readings: Iterable[Reading], tally: Tally, *, include_unreal: bool) -> Iterator[Reading]:
    """The readings as a format takes them: without claims that it would turn into facts, unless they are asked for."""
    kept = readings if include_unreal or not format.factual else only_real(readings, tally)
    yield from map(shareable, kept)


def shareable(reading: Reading) -> Reading:
    """The reading without where its document lay, and in which bytes.

    These differ with the file that happened to bring a document first; all of them stand in the case.
    """
    nothing = {"path": None, "raw_sha256": None, "encoding": None}
    return reading.model_copy(update={"document": reading.document.model_copy(update=nothing)})


def pieces(format: Format, readings: Iterable[Reading], tally: Tally) -> Iterator[str]:
    """A format of text, or the one graph of all readings, piece by piece as it is made."""
    if format.kind == "text":
        yield from cast(Text, format.load())(readings, tally)
    elif format.kind in ("whole", "compared"):
        yield from cast(Whole, format.load())(_counted(readings, tally))
    elif format.kind == "graph":
        for _, content in graphs(format, readings, tally, None):
            yield content.decode()
    else:
        raise ValueError(f"{format.name} is no text")


def graphs(
    format: Format, readings: Iterable[Reading], tally: Tally, per: Literal["month", "year"] | None
) -> Iterator[tuple[str, bytes]]:
    """The graph of each period with its period, in order; of all periods together if they are not divided."""
    from rashomon.export.ties import Ties

    ties = Ties(readings, tally, per)
    for period in ties.periods:
        yield period, cast(Callable[[object], bytes], format.load())(ties.graph(period))


def _counted(readings: Iterable[Reading], tally: Tally) -> Iterator[Reading]:
    for reading in readings:
        tally.wrote(len(reading.claims))
        yield reading
