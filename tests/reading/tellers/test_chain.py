from __future__ import annotations

from collections.abc import Callable

from rashomon.model import Factuality
from rashomon.reading.parser import load, parse
from rashomon.reading.tellers import branches, chain, chains, find_tellings
from rashomon.reading.types import Telling


def telling(source: int, cue: int, content: tuple[int, int], factuality: Factuality | None = None) -> Telling:
    return Telling(source, None, (cue, cue + 1), (content,), False, factuality, "neutral", "test", 0.5)


def test_containment_orders_a_chain() -> None:
    inner, outer = telling(3, 4, (5, 9)), telling(0, 1, (2, 9))
    assert chain([inner, outer], 7) == [outer, inner]
    assert chain([inner, outer], 3) == [outer]
    assert chain([inner, outer], 1) == []


def test_one_teller_in_two_cues_is_told_once() -> None:
    assert len(chain([telling(0, 1, (2, 9)), telling(0, 4, (5, 9))], 7)) == 1


def test_a_disputed_claim_has_two_chains() -> None:
    doc = parse(load(), "Belmar dismissed Ostra's claim that Belmar's raiders had burned the mill.")
    burned = next(t.i for t in doc if t.text == "burned")
    found = [
        [(doc[t.source].text if t.source is not None else None, t.factuality) for t in c]
        for c in chains(find_tellings(doc), burned)
    ]
    assert found == [[("Ostra", None)], [("Belmar", "not")]]


def test_each_rival_sees_the_tellings_without_the_other() -> None:
    doc = parse(load(), "Belmar dismissed Ostra's claim that Belmar's raiders had burned the mill.")
    burned = next(t.i for t in doc if t.text == "burned")
    seen = [[t.factuality for t in some if t.holds(burned)] for some in branches(find_tellings(doc), burned)]
    assert seen == [[None], ["not"]]
    assert branches(find_tellings(doc), 0) == [find_tellings(doc)]


def test_an_empty_text_has_no_tellings() -> None:
    assert find_tellings(parse(load(), "")) == []


def test_tellings_do_not_hold_their_own_cue_or_source() -> None:
    doc = parse(load(), "Raiders, the mayor of Orla said on Monday, burned the mill.")
    (found,) = find_tellings(doc)
    assert found.source is not None
    assert not found.holds(found.source)
    assert not any(found.holds(i) for i in range(*found.cue))
    assert found.size == sum(end - start for start, end in found.content)


def test_a_cited_source_tells_what_its_outlet_passes_on(who: Callable[[str, str], list[str | None]]) -> None:
    text = "The Delta Post is silent. Quoting Captain Orsa Tell, Radio Vell reports that the Lances burned the mill."
    assert who(text, "burned") == ["Vell", "Tell"]


def test_what_a_relative_clause_takes_does_not_speak(who: Callable[[str, str], list[str | None]]) -> None:
    assert who("The mill was lost, and the captain who burned it now says that Vell fired first.", "fired") == [
        "captain"
    ]
