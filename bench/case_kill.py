"""Kills `rashomon add` at random points, fills its disk, and has it go on: the export must be the same to the byte.

    python -m bench.case_kill [--documents 500] [--kills 20] [--jobs 2] [--seed 1]

The undisturbed run and the disturbed one add the same generated documents of mixed formats. SIGKILL goes to the
program alone, once the case holds a random number of documents and after a random wait of up to half a second; its
worker processes have to end by themselves. The full disk is a small tmpfs if this runs as root on Linux, else a limit
on the size of files.
After every kill the file is checked (`PRAGMA integrity_check`, index of words, no document without its reading).
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.case_common import documents_in, export, finish, rashomon, sound
from bench.case_documents import generate

_LITTLE = 1 << 20
_WAIT = 20.0  # seconds in which worker processes must have ended


def killed(folder: Path, arguments: Sequence[str], documents: int, kills: int, chance: random.Random) -> int:
    """Runs until it is through, killed at random points meanwhile; how often the file was found unsound or workers
    outlived their parent.
    """
    case, faults = folder / "killed.db", 0
    for target in sorted(chance.randrange(documents) for _ in range(kills)):
        process = rashomon(["add", case.name, *arguments], folder)
        while process.poll() is None and documents_in(case) < target:
            time.sleep(0.05)
        time.sleep(chance.random() / 2)
        group = process.pid  # it leads a session of its own: its workers are in its group
        process.send_signal(signal.SIGKILL)
        finish(process)
        print(f"killed at {documents_in(case):,} documents", flush=True)
        faults += not _gone(group)
        faults += case.exists() and documents_in(case) > 0 and not sound(case)
    code, said = finish(rashomon(["add", case.name, *arguments], folder))
    return faults + _complaint(code, said)


def _gone(group: int) -> bool:
    """Whether all processes of a group end within some seconds."""
    until = time.monotonic() + _WAIT
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    print("processes outlived their parent")
    os.killpg(group, signal.SIGKILL)
    return False


def full(folder: Path, arguments: Sequence[str]) -> tuple[Path, int]:
    """Runs on a disk that is full, then on one that is not: the case, and the number of faults."""
    disk = folder / "disk"
    disk.mkdir()
    mounted = _mount(disk, _LITTLE)
    case = disk / "full.db"
    limit = None if mounted else _limited
    code, said = finish(rashomon(["add", "disk/full.db", *arguments], folder, limit))
    print(f"full disk ({'tmpfs' if mounted else 'limit on files'}): exit code {code}: {said.splitlines()[-1]}")
    one_line = code == 1 and sum("cannot be" in line for line in said.splitlines()) == 1 and "Traceback" not in said
    faults = int(not one_line) + int(documents_in(case) > 0 and not sound(case))
    if mounted:
        subprocess.run(["mount", "-o", "remount,size=1g", str(disk)], check=True)
    code, said = finish(rashomon(["add", "disk/full.db", *arguments], folder))
    return case, faults + _complaint(code, said)


def _mount(folder: Path, size: int) -> bool:
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LITTLE, _LITTLE))


def _complaint(code: int, said: str) -> int:
    if code:
        print(said)
    return int(code != 0)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate(given.documents, folder / "documents", given.seed)
        inputs = ["documents/in", "--jobs", str(given.jobs)]
        begun = time.monotonic()
        code, said = finish(rashomon(["add", "undisturbed.db", *inputs], folder))
        faults = _complaint(code, said)
        print(f"undisturbed: {time.monotonic() - begun:.0f} s")
        expected = export(folder / "undisturbed.db")
        faults += killed(folder, inputs, given.documents, given.kills, random.Random(given.seed))
        same = export(folder / "killed.db") == expected
        try:
            case, complaints = full(folder, inputs)
            faults += complaints
            also = export(case) == expected
            whole = sound(case) and sound(folder / "killed.db")
        finally:
            subprocess.run(["umount", str(folder / "disk")], check=False, capture_output=True)
    print(f"export after {given.kills} kills: {'the same to the byte' if same else 'DIFFERS'}")
    print(f"export after a full disk: {'the same to the byte' if also else 'DIFFERS'}")
    print(f"integrity_check: {'ok' if whole else 'FAILED'}; other faults: {faults}")
    return int(bool(faults) or not (same and also and whole))


if __name__ == "__main__":
    raise SystemExit(main())
