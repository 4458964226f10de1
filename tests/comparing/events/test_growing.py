"""Events of a case that grows: the same as found from scratch, and only what was touched is scored anew."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.comparing.events import find
from rashomon.comparing.events.finding import Finder
from rashomon.model import Reading
from tests.comparing.accounts import Account
from tests.comparing.drawn import READINGS


@given(READINGS, st.data())
@settings(max_examples=60, deadline=None)
def test_documents_added_step_by_step_give_the_events_found_from_scratch(
    readings: tuple[Reading, ...], data: st.DataObject
) -> None:
    finder = Finder()
    for cut in sorted(data.draw(st.sets(st.integers(0, len(readings)))) | {len(readings)}):
        grown = finder.find(readings[:cut])
        assert grown == find(readings[:cut])


def struck(id: str, town: str, when: str) -> Reading:
    account = Account(id, published=when)
    account.says(f"Shells hit the market of {town}.", "hit", type="ASSAULT", recipients=("market",), when=when,
                 place=town)  # fmt: skip
    return account.reading()


def test_only_pairs_with_new_documents_are_scored() -> None:
    old = [struck(f"a{n}", "Orm", "2031-04-02") for n in range(4)]
    finder = Finder()
    finder.find(old)
    assert finder.scored == 6
    finder.find([*old, struck("b", "Orm", "2031-04-02")])
    assert finder.scored == 10
    finder.find([*old, struck("b", "Orm", "2031-04-02")])
    assert finder.scored == 10
