"""Measures everything that there is data for and puts the figures into RESULTS.md.

    python -m bench.results ../shared            all blocks
    python -m bench.results ../shared gold gate  these alone

    python -m bench.results ../shared crossval calibration --predicted FILE.jsonl
                                                 claims read by networks that were not trained on them

Some blocks are measured with both readers, one under the other (the speed of both is one table). Each block stands
between `<!-- NAME -->` and `<!-- end -->`; what stands around them is left as it is.
Where a block's data is absent, the block is left as it was.
"""

from __future__ import annotations

import argparse
import datetime
import importlib
import io
import re
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path

from bench.common import LEARNED, RULES

RESULTS = Path(__file__).resolve().with_name("RESULTS.md")
BLOCKS: dict[str, tuple[str, ...]] = {
    "gate": ("gate",),
    "gold": ("gold", "gold/dev.jsonl", "gold/documents.jsonl", "gold/score.py"),
    "probes": ("probes", "gold/probes-dev.jsonl", "gold/probes.py"),
    "re3d": ("re3d", "data/re3d"),
    "entities": ("entities", "data/re3d", "gold/documents.jsonl"),
    "factuality": ("factuality", "data/factuality/UDS_IH2/test.jsonl"),
    "cameo": ("cameo", "data/cameo_records/PETR2_GSR_validation.xml"),
    "toponyms": ("toponyms", "data/geo/lgl.xml", "data/geo/GeoVirus.xml"),
    "lookup": ("lookup",),
    "event_place": ("event_place", "data/event_location/labeled_text.jsonl.zip"),
    "numbers": ("numbers",),
    "dates": ("dates",),
    "cases": ("cases", "cases/dev"),
    "agreement": ("agreement", "gold/score.py"),
    "page": ("page",),
    "speed": ("speed", "gold/documents.jsonl"),
    "crossval": ("gold", "gold/dev.jsonl", "gold/documents.jsonl", "gold/score.py"),
    "calibration": ("calibration", "gold/dev.jsonl", "gold/score.py"),
}
"""Block -> the command's module, and its data within the folder of data."""
BOTH = frozenset({"gate", "probes", "factuality"})
"""Blocks that are measured with both readers. Not gold, and re3d's entities: the network that ships saw them."""
PREDICTED = frozenset({"crossval", "calibration"})
"""Blocks that are measured on claims that were read before (`--predicted`)."""


def block(name: str, data: Path, predicted: Path | None = None) -> str | None:
    """A block with its commands, their dates and outputs; None where its data, or its browser, is absent."""
    module, *files = BLOCKS[name]
    paths = [data / file for file in files]
    if not all(path.exists() for path in paths) or (name in PREDICTED and predicted is None):
        return None
    arguments = [path.as_posix() for path in paths]
    if predicted is not None and name in PREDICTED:
        was = predicted.as_posix()
        arguments = [was, *arguments] if module == "calibration" else [*arguments, "--predicted", was]
    runs = [[*arguments, "--reader", reader] for reader in (RULES, LEARNED)] if name in BOTH else [arguments]
    shown = [output for run in runs if (output := _run(module, run)) is not None]
    return "\n\n".join(shown) or None


def _run(module: str, arguments: Sequence[str]) -> str | None:
    """One command with its date and output; None where it ends early, which is said."""
    shown = io.StringIO()
    try:
        with redirect_stdout(shown):
            importlib.import_module(f"bench.{module}").main(arguments)
    except SystemExit as absent:
        print(absent)
        return None
    command = " ".join(["python -m", f"bench.{module}", *arguments])
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    return f"`{command}`, {today}\n\n```\n{shown.getvalue().rstrip()}\n```"


def put(text: str, name: str, content: str) -> str:
    """The text with this block replaced."""
    pattern = re.compile(rf"(<!-- {name} -->\n)(?:(?!<!--).)*(<!-- end -->)", re.DOTALL)
    if not pattern.search(text):
        raise ValueError(f"no block {name!r} in the results")
    return pattern.sub(lambda m: f"{m[1]}{content}\n{m[2]}", text)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder of data: gold/..., data/...")
    parser.add_argument("blocks", nargs="*", help=f"default: all of {', '.join(BLOCKS)}")
    parser.add_argument("--results", type=Path, default=RESULTS, help=argparse.SUPPRESS)
    parser.add_argument("--predicted", type=Path, help=f"claims read before, for {', '.join(sorted(PREDICTED))}")
    given = parser.parse_args(arguments)
    if unknown := sorted(set(given.blocks) - set(BLOCKS)):
        parser.error(f"no such block: {unknown[0]}")
    for name in given.blocks or BLOCKS:
        content = block(name, given.data, given.predicted)
        if content is None:
            print(f"{name}: data absent, left as it was")
            continue
        text = given.results.read_text(encoding="utf-8")
        given.results.write_text(put(text, name, content), encoding="utf-8")
        print(f"{name}: done", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
