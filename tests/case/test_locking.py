"""One writer at a time; readers are never kept waiting; no lock outlives its holder."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from rashomon.case import runs
from rashomon.case.locking import writing
from rashomon.case.opening import connect
from rashomon.case.transactions import transaction
from rashomon.errors import CaseError

HOLD = """
import sys, time
from pathlib import Path
from rashomon.case import runs
from rashomon.case.locking import writing
with writing(Path(sys.argv[1]), create=True) as connection:
    runs.begin(connection, "add", {})
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tmp_path / "case.db"


def test_a_second_writer_is_told_who_writes_and_since_when(case: Path) -> None:
    with writing(case, create=True) as connection:
        with transaction(connection, case):
            runs.begin(connection, "add", {})
        with pytest.raises(CaseError) as refused, writing(case):
            raise AssertionError("two writers")
    said = str(refused.value)
    assert said.startswith(f"{case}: is being written to by `rashomon add` (process {os.getpid()}, since 20")
    with writing(case):
        pass


def test_a_link_to_a_case_is_the_same_case(case: Path) -> None:
    link = case.with_name("link.db")
    link.symlink_to(case)
    with writing(case, create=True), pytest.raises(CaseError, match="another process"), writing(link):
        raise AssertionError("two writers")


def test_readers_read_while_somebody_writes(case: Path) -> None:
    with writing(case, create=True) as connection:
        connection.execute("BEGIN IMMEDIATE")
        runs.begin(connection, "add", {})
        with closing(connect(case)) as reader:
            assert runs.unfinished(reader) is None
        connection.execute("COMMIT")
        with closing(connect(case)) as reader:
            assert runs.unfinished(reader) is not None


def test_a_process_that_was_killed_leaves_no_lock(case: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(case)], stdout=subprocess.PIPE)
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(CaseError, match=rf"`rashomon add` \(process {holder.pid}, since "), writing(case):
            raise AssertionError("two writers")
        holder.send_signal(signal.SIGKILL)
    with writing(case) as connection:
        run = runs.unfinished(connection)
        assert run is not None
        assert run.pid == holder.pid


def test_another_program_that_holds_the_file_is_one_clear_line(case: Path) -> None:
    with writing(case, create=True) as connection:
        connection.execute("PRAGMA busy_timeout = 1")
        with closing(connect(case, write=True)) as other:
            other.execute("BEGIN IMMEDIATE")
            refused = pytest.raises(CaseError, match="cannot be written: database is locked; what was")
            with refused, transaction(connection, case):
                raise AssertionError("two writers")


def test_a_case_where_nothing_can_be_written_is_read_all_the_same(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with writing(case, create=True) as connection:
        runs.begin(connection, "add", {})
    monkeypatch.setattr("rashomon.case.opening.os.access", lambda path, mode: path != case.parent)
    with closing(connect(case)) as reader:
        assert runs.unfinished(reader) is not None
        assert sorted(path.name for path in case.parent.iterdir()) == ["case.db", "case.db.lock"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_cannot_be_written_is_said_so(case: Path) -> None:
    case.parent.chmod(0o500)
    with pytest.raises(CaseError, match="cannot be locked"), writing(case, create=True):
        raise AssertionError("written where nobody may")
