"""From deeds to claims: tellers, directions, places, and what the rest of the account fills in."""

from __future__ import annotations

import pytest

from rashomon.model import Claim, Document
from rashomon.reading.rules import RuleReader


@pytest.fixture(scope="module")
def reader() -> RuleReader:
    return RuleReader.load()


def _claims(reader: RuleReader, text: str, **about: str) -> list[Claim]:
    reading = reader.read(Document(id="t", text=text, **about))
    for claim in reading.claims:
        assert text[claim.start : claim.end] == claim.trigger
        assert text[claim.quote_start : claim.quote_end] == claim.quote == claim.selector.exact
        assert claim.quote_start <= claim.start
        assert claim.end <= claim.quote_end
    assert [c.id for c in reading.claims] == [f"c{n}" for n in range(1, len(reading.claims) + 1)]
    return list(reading.claims)


def _of(claims: list[Claim], trigger: str) -> list[Claim]:
    return [c for c in claims if trigger in c.trigger]


def test_each_the_other_makes_two_claims(reader: RuleReader) -> None:
    claims = _claims(reader, "Orsa and Belvar fought for weeks. Each accused the other of shelling farms.")
    accused = _of(claims, "accused")
    assert {(c.agents, c.recipients) for c in accused} == {(("Orsa",), ("Belvar",)), (("Belvar",), ("Orsa",))}
    assert {(c.speakers, c.agents) for c in _of(claims, "shelling")} == {
        (("Orsa",), ("Belvar",)),
        (("Belvar",), ("Orsa",)),
    }


def test_every_place_that_changes_hands_is_a_claim(reader: RuleReader) -> None:
    claims = _claims(reader, "The army handed Marsa and Delvek to the Herons.")
    handed = _of(claims, "handed")
    assert [c.control.place for c in handed if c.control] == ["Marsa", "Delvek"]
    assert all(c.control and c.control.to == "Herons" and not c.control.holds for c in handed)


def test_the_loser_of_a_place_is_its_holder_by_the_same_account(reader: RuleReader) -> None:
    claims = _claims(reader, "The Herons held Marsa for a year. In May the Orsan army recaptured Marsa.")
    (taken,) = _of(claims, "recaptured")
    assert taken.control is not None
    assert (taken.control.from_, taken.control.to) == ("Herons", "Orsan army")
    carried = [e for e in taken.evidence if e.field == "control.from"]
    assert carried
    assert carried[-1].score < 0.5


def test_another_tellers_holder_is_not_carried_over(reader: RuleReader) -> None:
    claims = _claims(reader, "Rebels say that the Herons hold Marsa. In May the Orsan army recaptured Marsa.")
    (taken,) = _of(claims, "recaptured")
    assert taken.control is not None
    assert taken.control.from_ is None


def test_one_who_vows_an_act_tells_it(reader: RuleReader) -> None:
    claims = _claims(reader, "The Herons vowed to attack Marsa.")
    (attack,) = _of(claims, "attack")
    assert attack.speakers == ("Herons",)
    assert attack.factuality == "future"
    assert attack.endorsement == "neutral"


def test_a_ministers_word_in_his_own_release_is_the_authors(reader: RuleReader) -> None:
    text = "Foreign Minister Tova Lind said: We condemn the shelling of Marsa by the Herons."
    own = _claims(reader, text, source="Ministry of Foreign Affairs")
    paper = _claims(reader, text, source="Orsa Courier")
    assert _of(own, "shelling")[0].speakers == ()
    assert _of(own, "shelling")[0].endorsement == "endorses"
    assert _of(paper, "shelling")[0].speakers == ("Tova Lind",)


def test_talk_of_talks_without_anybody_is_no_claim(reader: RuleReader) -> None:
    assert _of(_claims(reader, "Talks are talks, and cooperation is a word."), "alks") == []


def test_every_field_that_is_filled_has_its_evidence(reader: RuleReader) -> None:
    for claim in _claims(reader, "The army said the Herons had shelled Marsa on 3 May 2021."):
        fields = {e.field for e in claim.evidence}
        assert {"type", "speakers", "factuality"} <= fields
        assert ("place" in fields) == (claim.place is not None and claim.control is None)
        assert ("when" in fields) == (claim.when is not None)
        assert all(0 <= e.score <= 1 for e in claim.evidence)


def test_nothing_is_carried_from_one_account_into_another(reader: RuleReader) -> None:
    text = "The Herons captured Marsa on Monday. The Orsa Courier reported the liberation of Marsa."
    (liberation,) = _of(_claims(reader, text), "liberation")
    assert liberation.speakers == ("Orsa Courier",)
    assert liberation.agents == ()
    assert liberation.control is not None
    assert liberation.control.to is None


def test_who_shot_in_one_town_is_not_made_to_shoot_in_another(reader: RuleReader) -> None:
    text = "The army killed farmers in Marsa in 2012. Farmers were shot in Delvek in 2019."
    (shot,) = _of(_claims(reader, text), "shot")
    assert shot.agents == ()


def test_the_same_deed_told_again_keeps_its_doer(reader: RuleReader) -> None:
    text = "The Herons bombed a mill in Marsa. The mill was bombed at dawn."
    bombed = _of(_claims(reader, text), "bombed")
    assert all(c.agents == ("Herons",) or c.agents == () for c in bombed)
    assert bombed[0].agents == ("Herons",)


def test_where_a_thing_is_said_is_not_where_it_is_done(reader: RuleReader) -> None:
    (killed,) = _of(_claims(reader, "“They killed four of our men,” Volkan told reporters in Elvburg."), "killed")
    assert killed.place is None
