"""What holds of findings whatever is compared."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.comparing.disputes import Finding, find
from rashomon.model import Quantity, Reading
from tests.comparing.accounts import Account, changed, killed
from tests.comparing.disputes.telling import Known, one_event

DOERS = ["Red Lances", "Salt Guard", "army", "rebels", "4th Division", "mortars"]
HIT = ["armed column", "families", "rebels", "market", "people", "school", "barracks", "Red Lances", "Salt Guard"]
_COUNTS = [
    *(killed(least, 20) for least in (1, 8, 20)),
    *(killed(least, least) for least in (4, 30)),
    *((Quantity(what="other", min=n, max=n, who="casualties", start=0, end=0),) for n in (12, 40)),
    (Quantity(what="wounded", min=9, max=9, who="people", start=0, end=0),),
]
TELLERS = ["Ada Merrin", "Bo Lind"]
IDS = ("alder", "birch", "cedar")


@st.composite
def accounts(draw: st.DrawFn, id: str) -> Account:
    account = Account(id, published=draw(st.sampled_from(["2014-04-03", "2014-04-04", None])))
    for number in range(draw(st.integers(1, 4))):
        speakers = draw(st.sampled_from([(), *((name,) for name in TELLERS)]))
        common = {"factuality": draw(st.sampled_from(["happened", "happened", "not", "possible"]))}
        when = draw(st.sampled_from(["2014-04-02", "2014-04-03", "2014-04", None]))
        if draw(st.integers(0, 3)) == 0:
            trigger = draw(st.sampled_from(["liberated", "captured", "lost"]))
            sides = draw(st.permutations(["Red Lances", "Salt Guard"]))
            account.says(f"In {id} number {number} it was {trigger}.", trigger, *speakers,
                         control=changed("Orm", sides[0], sides[1]), when=when, **common)  # fmt: skip
            continue
        trigger = draw(st.sampled_from(["killed", "shelled", "bombed", "martyred"]))
        account.says(
            f"In {id} number {number} somebody {trigger} them.", trigger, *speakers, type="ASSAULT", when=when,
            place="Orm", agents=tuple(draw(st.lists(st.sampled_from(DOERS), max_size=1))),
            recipients=tuple(draw(st.lists(st.sampled_from(HIT), max_size=1))),
            quantities=draw(st.sampled_from([(), *_COUNTS])), **common,
        )  # fmt: skip
    return account


ACCOUNTS = st.tuples(*(accounts(id) for id in IDS))


def compared(readings: list[Reading], of: Mapping[str, tuple[str, ...]] | None = None) -> tuple[Finding, ...]:
    return find([one_event(readings)], readings, Known(of or {r.document.id: (r.document.id,) for r in readings}))


@settings(max_examples=60, deadline=None)
@given(ACCOUNTS, st.permutations(range(3)))
def test_the_order_of_the_documents_changes_nothing(some: tuple[Account, ...], order: list[int]) -> None:
    readings = [account.reading() for account in some]
    assert compared(readings) == compared([readings[at] for at in order])


@settings(max_examples=60, deadline=None)
@given(ACCOUNTS)
def test_tellers_who_change_names_change_the_table_and_not_the_verdict(some: tuple[Account, ...]) -> None:
    readings = [account.reading() for account in some]
    swap = dict(zip(TELLERS, reversed(TELLERS), strict=True))
    outlets = {id: IDS[at - 1] for at, id in enumerate(IDS)}
    swapped = [_renamed(reading, {**swap, **outlets}) for reading in readings]
    here, there = compared(readings), compared(swapped)
    assert [_table(f, {**swap, **outlets}) for f in here] == [_table(f, {}) for f in there]


@settings(max_examples=60, deadline=None)
@given(ACCOUNTS, st.integers(0, 2), st.sampled_from(["2014-04-05", "2014-05-01"]))
def test_a_reprint_changes_no_verdict(some: tuple[Account, ...], at: int, day: str) -> None:
    readings = [account.reading() for account in some]
    first = readings[at]
    copy = first.document.model_copy(update={"id": "zinnia", "source": "zinnia", "published": day})
    more = [*readings, first.model_copy(update={"document": copy})]
    of = {r.document.id: (r.document.id,) for r in readings} | {"zinnia": (first.document.id,)}
    assert [_verdict(f) for f in compared(readings)] == [_verdict(f) for f in compared(more, of)]


def _renamed(reading: Reading, names: dict[str, str]) -> Reading:
    claims = [c.model_copy(update={"speakers": tuple(names[s] for s in c.speakers)}) for c in reading.claims]
    actors = [a.model_copy(update={"name": names.get(a.name, a.name)}) for a in reading.actors]
    document = reading.document.model_copy(update={"source": names[reading.document.source or ""]})
    return reading.model_copy(update={"claims": tuple(claims), "actors": tuple(actors), "document": document})


def _table(finding: Finding, names: dict[str, str]) -> object:
    rows = [
        (p.value, p.witnesses, sorted((names.get(h.teller, h.teller), [w.claim for w in h.words]) for h in p.holders))
        for p in finding.positions
    ]
    return finding.slot, finding.kind, finding.about, finding.why, rows


def _verdict(finding: Finding) -> object:
    return finding.slot, finding.kind, finding.about, finding.why, [(p.value, p.witnesses) for p in finding.positions]
