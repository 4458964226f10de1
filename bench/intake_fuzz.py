"""Broken and hostile bytes for the intake: whatever they are, only documents and typed refusals come out.

    python -m bench.intake_fuzz [--seconds N] [--kind KIND] [--keep FOLDER]

atheris (libFuzzer) changes small invented samples of each kind (bench/intake_bytes.py), led by which code of the
intake they reach. Each kind runs in a process of its own for N seconds (default 15). An input fails if anything but
an InputError comes of it, if its document or its refusal breaks the rules, if it takes more than 20 seconds, or if
the process grows beyond 2 GiB. It is then kept in FOLDER (default: here), and the command ends with status 1. How
many inputs are tried depends on the machine.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from bench.common import table
from bench.intake_bytes import KINDS

_FIGURE = re.compile(r"stat::(\w+):\s+(\d+)")
_COVERED = re.compile(r"cov: (\d+)")


def run(kind: str, seconds: int, folder: str) -> tuple[bool, list[str], str]:
    """Whether nothing failed; the figures of one kind; and what the fuzzer said last."""
    command = [sys.executable, "-m", "bench.intake_bytes", kind, str(seconds), folder]
    done = subprocess.run(command, capture_output=True, check=False)
    said = done.stderr.decode("utf-8", "replace") + done.stdout.decode("utf-8", "replace")
    figures = dict(_FIGURE.findall(said))
    covered = _COVERED.findall(said)
    row = [kind, figures.get("number_of_executed_units", "-"), covered[-1] if covered else "-"]
    row += [figures.get("slowest_unit_time_sec", "-"), figures.get("peak_rss_mb", "-")]
    return done.returncode == 0, [*row, "nothing" if done.returncode == 0 else "see below"], said


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a line for each kind, and what failed."""
    parser = argparse.ArgumentParser(description="Broken and hostile bytes for the intake.")
    parser.add_argument("--seconds", type=int, default=15, help="for each kind (default: 15)")
    parser.add_argument("--kind", choices=KINDS, help="only this one (default: all)")
    parser.add_argument("--keep", default=".", metavar="FOLDER", help="where an input that fails is kept")
    asked = parser.parse_args(arguments)
    if find_spec("atheris") is None:
        sys.exit("atheris is not installed: pip install atheris")
    Path(asked.keep).mkdir(parents=True, exist_ok=True)
    found = [run(kind, asked.seconds, asked.keep) for kind in ([asked.kind] if asked.kind else KINDS)]
    print(table(["kind", "inputs", "reached", "slowest s", "peak MiB", "failed"], [row for _, row, _ in found]))
    for well, row, said in found:
        if not well:
            print(f"\n{row[0]}:", *said.strip().splitlines()[-40:], sep="\n")
    return 0 if all(well for well, _, _ in found) else 1


if __name__ == "__main__":
    sys.exit(main())
