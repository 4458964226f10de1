"""Checks annotated passages and counts them against the quotas of the corpus.

    python -m training.check [FILE|FOLDER]...        (without any: training/corpus)

Lists what is wrong, one fault a line, with file, line number, passage and reason; warnings need a look and no change.
Exit status 1 if there is any fault that is no warning.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.alike import nearly_the_same
from training.counts import rows, table
from training.faults import Checked, check
from training.notation import NotationError
from training.passages import entries, files

CORPUS = Path(__file__).resolve().parent / "corpus"


def checked(paths: Sequence[Path]) -> list[Checked]:
    """All passages of files and folders, each checked, and against each other. Raises NotationError if no YAML."""
    done = [check(entry) for file in files(paths) for entry in entries(file)]
    first: dict[str, Checked] = {}
    for passage in done:
        if passage.entry.id in first:
            passage.fault(passage.entry.start, f"id twice, first in {first[passage.entry.id].entry.file}")
        first.setdefault(passage.entry.id, passage)
    texts = {name: passage.entry.fields.get("text", "") for name, passage in first.items()}
    for name, other, similarity in nearly_the_same(texts):
        first[name].fault(first[name].entry.start, f"nearly the same as {other} ({similarity:.2f})")
    return done


def report(done: Sequence[Checked]) -> Iterator[str]:
    """The faults, how many there are, and the counts beside their quotas."""
    faults = [fault for passage in done for fault in passage.faults]
    yield from map(str, faults)
    warnings = sum(fault.warning for fault in faults)
    yield f"{len(faults) - warnings} faults, {warnings} warnings"
    yield table(list(rows([passage.claims for passage in done])))


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, help="files or folders of passages")
    given = parser.parse_args(arguments)
    try:
        done = checked(given.paths or [CORPUS])
    except (NotationError, OSError) as error:
        print(error)
        return 1
    print("\n".join(report(done)))
    return int(any(not fault.warning for passage in done for fault in passage.faults))


if __name__ == "__main__":
    raise SystemExit(main())
