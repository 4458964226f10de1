"""Witnesses: what has one text is one, whoever prints it; who is credited and cited; circles."""

from __future__ import annotations

import re
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rashomon.comparing.witnesses import Origins, origins
from rashomon.model import Document, Reading
from tests.comparing.accounts import Account

SYLLABLES = ["or", "bel", "ka", "tir", "mun", "ves", "lo", "dra", "pel", "sim", "un", "gar", "ith", "quo", "ney", "fa"]


def story(seed: int, sentences: int = 12) -> list[str]:
    """Sentences of invented words, different for different seeds."""
    rng = Random(seed)
    return [
        " ".join("".join(rng.choices(SYLLABLES, k=rng.randint(1, 3))) for _ in range(20)).capitalize() + "."
        for _ in range(sentences)
    ]


def document(id: str, sentences: list[str], source: str | None = None, published: str | None = None) -> Document:
    return Document(id=id, text="\n\n".join(sentences), source=source or f"Paper {id}", published=published)


def groups(found: Origins) -> set[tuple[str, ...]]:
    return {tuple(sorted(origin.documents)) for origin in found.origins}


def test_other_words_are_other_origins() -> None:
    found = origins([document("a", story(1)), document("b", story(2))])
    assert groups(found) == {("a",), ("b",)}
    assert found.independent(["a", "b"]) == 2


def test_a_reprint_is_one_witness_with_its_origin() -> None:
    whole = story(1)
    found = origins([document("a", whole, published="2031-04-02"), document("b", whole[:7], published="2031-04-03")])
    assert groups(found) == {("a", "b")}
    assert found.origins[0].id == "a"
    assert found.independent(["a", "b"]) == 1
    assert found.reprints[0].share == 1.0


def test_a_lightly_edited_reprint_with_a_paragraph_of_its_own() -> None:
    whole = story(3)
    edited = [re.sub(r" (\w+)\.$", r" rather \1.", sentence) for sentence in whole[:9]] + story(4, 1)
    found = origins([document("a", whole, published="2031-04-02"), document("b", edited, published="2031-04-03")])
    assert groups(found) == {("a", "b")}


def test_two_stories_merged_rest_on_both() -> None:
    one, other = story(5), story(6)
    merged = document("c", one[:8] + other[:8], published="2031-04-04")
    found = origins([document("a", one, published="2031-04-02"), document("b", other, published="2031-04-02"), merged])
    assert set(found.of["c"]) == {"a", "b"}
    assert found.independent(["a", "b", "c"]) == 2


def test_a_quotation_that_two_have_makes_them_no_reprints() -> None:
    said = (
        "“We left the mill at dawn and nobody of the council or of the army was there to see us go down to the ferry.”"
    )
    found = origins([document("a", [*story(7), said]), document("b", [*story(8), said])])
    assert found.independent(["a", "b"]) == 2
    assert [passage.quoted for passage in found.passages] == [True]


def test_a_credit_names_the_agency() -> None:
    wire = document("a", story(9), "Axiom Wire", "2031-04-02")
    paper = document("b", [*story(10), "Source: Axiom Wire"], "Courier", "2031-04-03")
    found = origins([wire, paper])
    assert [(credit.document, credit.agency) for credit in found.credits] == [("b", "Axiom Wire")]
    assert found.independent(["a", "b"]) == 1


def cites(id: str, source: str, other: str) -> Reading:
    account = Account(id, source, published="2031-04-02")
    return account.says(f"Shells hit Orm, {other} said.", "hit", other, type="ASSAULT", place="Orm").reading()


def test_outlets_that_cite_each_other_go_in_a_circle() -> None:
    readings = [cites("a", "Orm Herald", "Radio Tarvol"), cites("b", "Radio Tarvol", "Orm Herald")]
    found = origins([reading.document for reading in readings], readings)
    assert [(one.document, one.outlet, one.circular) for one in found.citations] == [
        ("a", "Radio Tarvol", True),
        ("b", "Orm Herald", True),
    ]


SEEDS = st.lists(st.integers(1, 6), min_size=1, max_size=5)


@given(SEEDS, st.integers(0, 2**32), st.data())
@settings(max_examples=40, deadline=None)
def test_a_reprint_never_raises_the_number_of_witnesses(seeds: list[int], shuffle: int, data: st.DataObject) -> None:
    documents = [
        document(f"d{i}", story(seed)[: data.draw(st.integers(6, 12))], published=f"2031-04-{i + 1:02d}")
        for i, seed in enumerate(seeds)
    ]
    before = origins(documents)
    copied = data.draw(st.sampled_from(documents))
    cut = copied.text.split("\n\n")[: data.draw(st.integers(5, 12))]
    reprint = document("zz", cut, published="2031-05-01")
    after = origins([*documents, reprint])
    ids = [one.id for one in documents]
    assert after.independent([*ids, "zz"]) <= before.independent(ids)


DATES = st.sampled_from([None, "2031", "2031-04", "2031-04-02", "2031-04-03"])


@given(st.lists(st.tuples(st.integers(1, 4), DATES), min_size=1, max_size=4), st.data())
@settings(max_examples=60, deadline=None)
def test_a_cut_text_never_raises_it_where_dates_do_not_say_who_was_first(
    told: list[tuple[int, str | None]], data: st.DataObject
) -> None:
    documents = [document(f"d{i}", story(seed), published=date) for i, (seed, date) in enumerate(told)]
    copied = data.draw(st.sampled_from(documents))
    date = data.draw(DATES)
    assume(date is None or date.startswith(copied.published or "") or (copied.published or "").startswith(date))
    start = data.draw(st.integers(0, 7))
    cut = copied.text.split("\n\n")[start : start + data.draw(st.integers(3, 12))]
    ids = [one.id for one in documents]
    before, after = origins(documents), origins([*documents, document("zz", cut, published=date)])
    assert after.independent([*ids, "zz"]) <= before.independent(ids)


def test_an_undated_text_with_all_words_of_a_shorter_dated_one_is_one_witness_with_it() -> None:
    whole = story(1)
    found = origins([document("a", whole), document("b", whole[:4], published="2031-04-03")])
    assert groups(found) == {("a", "b")}
    assert [(one.document, one.source, one.share) for one in found.reprints] == [("b", "a", 1.0)]
    assert not found.passages


def test_a_dated_text_keeps_what_a_later_one_adds_to_it() -> None:
    whole = story(1)
    short, long = document("b", whole[:4], published="2031-04-02"), document("a", whole, published="2031-04-03")
    assert origins([short, long]).independent(["a", "b"]) == 2


@given(SEEDS, st.integers(0, 2**32))
@settings(max_examples=40, deadline=None)
def test_the_order_of_documents_changes_nothing(seeds: list[int], shuffle: int) -> None:
    documents = [document(f"d{i}", story(seed), published="2031-04-01") for i, seed in enumerate(seeds)]
    shuffled = list(documents)
    Random(shuffle).shuffle(shuffled)
    assert origins(shuffled) == origins(documents)


def test_lines_of_one_pattern_are_no_reprints_but_the_same_line_is() -> None:
    pattern = "The {} Front shelled the market of {} on {} April. At least {} people were killed there, officials said."
    lines = [pattern.format(*one) for one in (("Ral", "Orm", 2, 3), ("Sen", "Tarvol", 9, 14), ("Vey", "Imla", 21, 6))]
    documents = [document(f"d{n}", [line], published=f"2031-04-2{n}") for n, line in enumerate(lines)]
    assert origins(documents).independent(["d0", "d1", "d2"]) == 3
    copied = document("copy", [lines[0]], published="2031-04-29")
    assert ("copy", "d0") in groups(origins([*documents, copied]))
