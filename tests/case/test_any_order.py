"""In whatever order and however split up documents are added, the case says the same."""

import json
import os
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.case.adding import add
from tests.case.fake import FAKE, content, one

PEOPLE = st.sampled_from(["Lances", "lances", "LANCES", "Herons", "army", "Army"])
TEXT = st.builds(
    "{} attacked {}. So it was said {} times, and in {!r}.".format, PEOPLE, PEOPLE, st.integers(1, 9), st.text()
)
WHO = st.sampled_from(["The Courier", "Radio Delta"])
RECORDS = st.lists(st.fixed_dictionaries({"text": TEXT, "source": WHO}), min_size=1, max_size=7, unique_by=repr)


@settings(max_examples=12, deadline=None)
@given(RECORDS, st.data())
def test_order_and_splitting_change_nothing(records: list[dict[str, str]], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        here = Path.cwd()
        os.chdir(folder)
        try:
            names = []
            for number, record in enumerate(records):
                names.append(f"{number}.jsonl")
                Path(names[-1]).write_text(json.dumps({"doc": f"n{number}", **record}), encoding="utf-8")
            add(Path("one.db"), names, FAKE)
            shuffled = data.draw(st.permutations(names))
            cut = data.draw(st.integers(0, len(names)))
            for part in (shuffled[:cut], shuffled[cut:], shuffled):
                add(Path("other.db"), part, FAKE)
            assert content(Path("other.db")) == content(Path("one.db"))
            assert one(Path("one.db"), "SELECT count(*) FROM documents") <= len(records)
        finally:
            os.chdir(here)
