"""Claims composed from drafts written by hand."""

from __future__ import annotations

from rashomon.model import Claim
from rashomon.reading.learned.composing import compose
from rashomon.reading.learned.types import Frame, Stretch
from tests.reading.learned.drafts import at, document, draft, frame
from training.unsettled import Unsettled


def claims(text: str, *frames: Frame) -> tuple[Claim, ...]:
    return compose(draft(text, *frames), document(text), Unsettled())


def test_a_frame_is_a_claim_with_its_words() -> None:
    text = "On Friday the Falcons shelled Tarn, witnesses said."
    told = [("agent", "the Falcons"), ("recipient", "Tarn"), ("teller", "witnesses")]
    (claim,) = claims(text, frame(text, "shelled", told, endorsement="neutral"))
    assert (claim.id, claim.agents, claim.recipients, claim.speakers) == ("c1", ("Falcons",), ("Tarn",), ("witnesses",))
    assert claim.quote == text[claim.quote_start : claim.quote_end] == "the Falcons shelled Tarn"
    assert claim.selector.exact == claim.quote
    assert claim.endorsement == "neutral"


def test_what_nobody_tells_the_author_endorses() -> None:
    text = "The Falcons shelled Tarn."
    (claim,) = claims(text, frame(text, "shelled", [("agent", "The Falcons")], endorsement="neutral"))
    assert claim.endorsement == "endorses"


def test_tellers_stand_outermost_first() -> None:
    text = "Radio Tarn said the mayor said the Falcons fled."
    told = [("agent", "the Falcons"), ("teller", "the mayor"), ("teller-outer", "Radio Tarn")]
    (claim,) = claims(text, frame(text, "fled", told))
    assert claim.speakers == ("Radio Tarn", "mayor")


def test_each_place_that_changes_hands_is_a_claim() -> None:
    text = "The army gave Tarn and Vell to the Falcons."
    sides = [("from", "The army"), ("to", "the Falcons"), ("place", "Tarn"), ("place", "Vell"), ("agent", "The army")]
    found = claims(text, frame(text, "gave", sides, kind="control", type="RETREAT"))
    assert [(c.control.place, c.control.from_, c.control.to) for c in found if c.control] == [
        ("Tarn", "army", "Falcons"),
        ("Vell", "army", "Falcons"),
    ]


def test_who_holds_a_place_is_the_agent() -> None:
    text = "The Falcons hold Tarn."
    held = [("agent", "The Falcons"), ("place", "Tarn")]
    (claim,) = claims(text, frame(text, "hold", held, kind="control", type=None, holds=True))
    assert claim.control is not None
    assert (claim.control.to, claim.control.from_, claim.control.holds) == ("Falcons", None, True)


def test_a_mutual_deed_is_two_claims() -> None:
    text = "The Falcons and the Banner accused each other."
    sides = [("agent", "The Falcons"), ("agent", "the Banner"), ("recipient", "each other")]
    found = claims(text, frame(text, "accused", sides, type="ACCUSE"))
    assert [(c.agents, c.recipients) for c in found] == [(("Falcons",), ("Banner",)), (("Banner",), ("Falcons",))]


def test_words_that_stand_for_nobody_known_are_unresolved() -> None:
    text = "They shelled Tarn."
    (claim,) = claims(text, frame(text, "shelled", [("agent", "They"), ("recipient", "Tarn")]))
    assert (claim.agents, claim.unresolved) == ((), ("agents",))


def test_when_it_was_said_is_asked_by_the_cue() -> None:
    class Dated(Unsettled):
        def said(self, cue: Stretch | None) -> tuple[str, float] | None:
            return ("2016-01-08", 0.9) if cue == at(text, "said") else None

    text = "The mayor said the Falcons fled."
    told = [("agent", "the Falcons"), ("teller", "The mayor"), ("cue", "said")]
    (claim,) = compose(draft(text, frame(text, "fled", told)), document(text), Dated())
    assert claim.said == "2016-01-08"


def test_every_field_has_its_evidence_and_runners_up() -> None:
    text = "The Falcons shelled Tarn."
    labels = {"scores": {"found": 0.8, "type": 0.7}, "runners": {"type": (("COERCE", 0.2),)}}
    (claim,) = claims(text, frame(text, "shelled", [("agent", "The Falcons")], **labels))
    by_field = {e.field: e for e in claim.evidence}
    assert by_field["type"].score == 0.7
    assert by_field["type"].alternatives[0].value == "COERCE"
    assert (by_field["agents"].value, by_field["agents"].rule) == ("Falcons", "model")
    assert text[by_field["agents"].start : by_field["agents"].end] == "The Falcons"
