"""Readings drawn at random: what somebody is said to have done or not, to whom, where and when, by several tellers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

from rashomon.model import Reading
from tests.comparing.accounts import Account, changed, killed

T = TypeVar("T")
ACTORS = ["Red Lances", "Regency", "army", "Veshtian army", "Lances", "rebels", "Salt Guard's fighters"]
TARGETS = ["hospital", "people", *ACTORS]
PLACES = ["Orm", "Mill Quarter of Orm", "Tarvol", "town", None]
DATES = ["2014-04-02", "2014-04-03", "2014-04", "2014-04-01/2014-04-05", None]


@st.composite
def accounts(draw: st.DrawFn, id: str) -> Reading:
    account = Account(id, known={"Regency": "vs.regency"} if draw(st.booleans()) else {})

    def pick(some: Sequence[T]) -> T:
        return draw(st.sampled_from(some))

    for number in range(draw(st.integers(1, 5))):
        speakers = draw(st.sampled_from([(), ("Ada Merrin",), ("radio", "army")]))
        common = {
            "when": pick(DATES),
            "factuality": pick(["happened", "happened", "not", "possible", "future"]),
            "endorsement": pick(["neutral", "rejects"]) if speakers else "endorses",
        }
        if draw(st.booleans()):
            trigger = pick(["liberated", "captured", "handed over", "lost"])
            control = changed(pick(PLACES) or "Orm", pick([*ACTORS, None]), pick([*ACTORS, None]))
            account.says(f"In {id} it {trigger} {number} Lances.", trigger, *speakers, control=control, **common)
        else:
            trigger = pick(["killed", "martyred", "shelled", "bombed", "released", "allied"])
            account.says(
                f"In {id} somebody {trigger} {number} Lances.", trigger, *speakers,
                kind="relation" if trigger == "allied" else "event", sign="+" if trigger == "allied" else None,
                type={"released": "RETREAT", "allied": None}.get(trigger, "ASSAULT"), place=pick(PLACES),
                agents=tuple(draw(st.lists(st.sampled_from(ACTORS), max_size=2, unique=True))),
                recipients=tuple(draw(st.lists(st.sampled_from(TARGETS), max_size=2, unique=True))),
                quantities=killed(draw(st.integers(1, 9)), draw(st.sampled_from([None, 9]))), **common,
            )  # fmt: skip
    return account.reading()


READINGS = st.tuples(*(accounts(id) for id in ("alder", "birch", "cedar")))
