"""Whether what is added now is read otherwise than what is there: said, for comparisons would mix the two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from rashomon.case.opening import connect
from rashomon.case.runs import last_reading
from rashomon.case.settings import Settings

Note = Callable[[str], None]


def read_so_far(path: Path) -> Mapping[str, Any]:
    """The reader, parser and knowledge of the newest readings of a case; empty if there are none. Raises CaseError."""
    with closing(connect(path)) as connection:
        run = last_reading(connection)
    return run.settings if run else {}


def differences(connection: Connection, settings: Settings) -> Iterator[str]:
    """What is different from the newest readings of a case, in a sentence each."""
    run = last_reading(connection)
    if run is None:
        return
    now = settings.recorded()
    for name in ("reader", "parser"):
        if (before := run.settings.get(name)) != now[name]:
            yield f"was read with {_a(name, before)} so far; what is added now is read with {_a(name, now[name])}"
    before, after = run.settings.get("knowledge") or [], list(now["knowledge"] or [])
    if before and not after:
        yield (
            f"was read with the knowledge in {_and(before)} so far; what is added now is read without it "
            f"({' '.join(f'--knowledge {folder}' for folder in before)} reads it alike)"
        )
    elif after and before != after:
        so_far = f"with that in {_and(before)}" if before else "without it"
        yield f"is read with the knowledge in {_and(after)} now; what is there was read {so_far} (see rashomon reread)"


def _a(what: str, name: str | None) -> str:
    return f"the {what} {name!r}" if name else f"the reader's own {what}"


def _and(folders: Sequence[str]) -> str:
    return " and ".join(folders)
