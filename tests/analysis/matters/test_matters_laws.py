"""What holds whatever is compared: the order of the accounts changes the table, never what stands in it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.analysis.matters import Matter, side_by_side
from rashomon.model import Claim, Reading
from tests.comparing.accounts import Account
from tests.comparing.drawn import READINGS


def content(matter: Matter) -> object:
    """A matter without the order of its table."""
    voices = [(s.voice.document, s.voice.chain) for s in matter.stances]
    table = frozenset((voice, s.claims, s.rejects, s.signs) for voice, s in zip(voices, matter.stances, strict=True))
    partings = sorted(
        (p.slot, sorted((q.value, sorted(voices[v] for v in q.voices)) for q in p.positions)) for p in matter.partings
    )
    return matter.id, matter.kind, matter.title, matter.place, matter.actors, table, repr(partings)


@settings(max_examples=150, deadline=None)
@given(READINGS, st.permutations(range(3)))
def test_the_order_of_the_accounts_changes_only_the_order_of_the_table(
    readings: tuple[Reading, ...], order: list[int]
) -> None:
    here = side_by_side(readings)
    there = side_by_side([readings[at] for at in order])
    assert {content(m) for m in here} == {content(m) for m in there}


@settings(max_examples=150, deadline=None)
@given(READINGS)
def test_two_voices_that_change_places_change_the_table_and_not_the_partings(readings: tuple[Reading, ...]) -> None:
    swap: dict[tuple[str, ...], tuple[str, ...]] = {("Ada Merrin",): ("Bo Lind",), ("Bo Lind",): ("Ada Merrin",)}

    def swapped(claim: Claim) -> Claim:
        return claim.model_copy(update={"speakers": swap.get(claim.speakers, claim.speakers)})

    first = readings[0].model_copy(
        update={
            "claims": tuple(
                claim.model_copy(update={"speakers": ("Bo Lind",)}) if len(claim.speakers) > 1 else claim
                for claim in readings[0].claims
            )
        }
    )
    other = first.model_copy(update={"claims": tuple(map(swapped, first.claims))})

    def told(matter: Matter, back: bool) -> object:
        voices = [swap.get(s.voice.chain, s.voice.chain) if back else s.voice.chain for s in matter.stances]
        partings = sorted(
            (p.slot, sorted((q.value, sorted(voices[v] for v in q.voices)) for q in p.positions))
            for p in matter.partings
        )
        claims = sorted((chain, s.claims) for chain, s in zip(voices, matter.stances, strict=True))
        return matter.id, repr(claims), repr(partings)

    assert {told(m, False) for m in side_by_side([first])} == {told(m, True) for m in side_by_side([other])}


@settings(max_examples=100, deadline=None)
@given(READINGS)
def test_every_matter_has_two_voices_and_every_position_a_voice(readings: tuple[Reading, ...]) -> None:
    claims = {(r.document.id, c.id): c for r in readings for c in r.claims}
    for matter in side_by_side(readings):
        assert len(matter.stances) > 1
        assert len({(s.voice.document, s.voice.chain) for s in matter.stances}) == len(matter.stances)
        for stance in matter.stances:
            for id in stance.claims:
                claim = claims[stance.voice.document, id]
                assert claim.speakers == stance.voice.chain or (id in stance.rejects and not stance.voice.chain)
        for parting in matter.partings:
            assert len(parting.positions) > 1
            assert all(p.voices and max(p.voices) < len(matter.stances) for p in parting.positions)


def test_nothing_to_compare_gives_nothing() -> None:
    assert side_by_side([]) == ()
    assert side_by_side([Account("one").reading()]) == ()
