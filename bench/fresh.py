"""What a reader costs a process of its own: the time until it has read a short text, and its peak memory."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

TIMES = 5
FIRST = """
import rashomon
rashomon.read("The army shelled the town.", reader={reader!r})
print("read", flush=True)
"""
PEAK = """
import sys
from pathlib import Path
from bench.common import document, json_lines, readings
from bench.fresh import peak
for path in sys.argv[1:]:
    for _ in readings(map(document, json_lines(Path(path))), reader={reader!r}):
        pass
print(peak())
"""


def start_up(reader: str, times: int = TIMES) -> float:
    """Median seconds from starting Python to the reading of a short text; each time a new process."""
    return statistics.median(_first(reader) for _ in range(times))


def _first(reader: str) -> float:
    began = time.perf_counter()
    command = [sys.executable, "-c", FIRST.format(reader=reader)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = time.perf_counter() - began
    if line.strip() != "read":
        raise RuntimeError(f"the reader {reader!r} did not read in a new process")
    return taken


def peak_of(reader: str, paths: Sequence[Path]) -> float:
    """Peak resident MiB of a new process that reads these files of documents."""
    command = [sys.executable, "-c", PEAK.format(reader=reader), *map(str, paths)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return float(done.stdout.split()[-1])


def peak() -> float:
    """Peak resident MiB of this process, without what it was before it became this program."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
