"""The border of the innermost telling: cues state their own effect, and what lies outside counts no more."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from rashomon.model import Factuality
from rashomon.reading import parser
from rashomon.reading.factuality import assess, score_of
from rashomon.reading.types import Telling, Verdict


def _parse(text: str) -> Doc:
    return parser.parse(parser.load(), text)


def _at(doc: Doc, word: str) -> int:
    return next(t.i for t in doc if t.text == word)


def _telling(
    doc: Doc,
    cue: str,
    first: str,
    last: str,
    source: str | None = None,
    factuality: Factuality | None = None,
) -> Telling:
    cue_at = _at(doc, cue)
    return Telling(
        source=_at(doc, source) if source else None,
        source_text=None,
        cue=(cue_at, cue_at + 1),
        content=((_at(doc, first), _at(doc, last) + 1),),
        quoted=False,
        factuality=factuality,
        endorsement="neutral",
        entry="reporting.yaml:test",
        score=0.9,
    )


def _verdict(doc: Doc, word: str, tellings: Sequence[Telling] = ()) -> Verdict:
    return assess(doc[_at(doc, word)], tellings)


def test_denied_content_is_not() -> None:
    doc = _parse("The Harn militia denied shelling the port.")
    denied = _telling(doc, "denied", "shelling", "port", source="militia", factuality="not")
    assert _verdict(doc, "shelling", [denied]).factuality == "not"


def test_outer_words_stay_outside_the_telling() -> None:
    doc = _parse("The governor may say that the militia shelled the port.")
    said = _telling(doc, "say", "that", "port", source="governor")
    assert _verdict(doc, "shelled", [said]).factuality == "happened"


def test_a_demanding_cue_counts() -> None:
    doc = _parse("The governor urged the militia to leave the port.")
    urged = _telling(doc, "urged", "to", "port", source="governor")
    assert _verdict(doc, "leave", [urged]).factuality == "demanded"


def test_a_believing_cue_tells_as_done() -> None:
    doc = _parse("The governor believes that the militia shelled the port.")
    believed = _telling(doc, "believes", "that", "port", source="governor")
    assert _verdict(doc, "shelled", [believed]).factuality == "happened"
    assert _verdict(doc, "shelled").factuality == "possible"


def test_hearsay_is_no_border() -> None:
    doc = _parse("The governor denied that the militia reportedly shelled the port.")
    hedge = _telling(doc, "reportedly", "shelled", "port", factuality="possible")
    denial = _telling(doc, "denied", "that", "port", source="governor", factuality="not")
    assert _verdict(doc, "shelled", [denial, hedge]).factuality == "not"
    plain = _parse("The militia reportedly shelled the port.")
    alone = _telling(plain, "reportedly", "shelled", "port", factuality="possible")
    assert _verdict(plain, "shelled", [alone]).factuality == "possible"


def test_would_after_a_past_cue_is_a_future() -> None:
    doc = _parse("The militia would leave the port, the governor said.")
    said = _telling(doc, "said", "The", "port", source="governor")
    assert _verdict(doc, "leave", [said]).factuality == "future"


def test_who_vows_his_own_act() -> None:
    doc = _parse("The Harn militia vowed to retake the port.")
    verdict = _verdict(doc, "retake")
    assert verdict.factuality == "future"
    assert verdict.vower == _at(doc, "militia")


def test_who_plans_does_not_vow() -> None:
    doc = _parse("The Harn militia plans to retake the port.")
    assert _verdict(doc, "retake").vower is None


def test_a_vow_that_is_a_telling_has_no_second_teller() -> None:
    doc = _parse("The militia pledged that it would leave the port.")
    pledged = _telling(doc, "pledged", "that", "port", source="militia")
    verdict = _verdict(doc, "leave", [pledged])
    assert verdict.factuality == "future"
    assert verdict.vower is None


def test_why_names_words_and_entries_innermost_first() -> None:
    doc = _parse("The governor will not ask the militia to leave the port.")
    verdict = _verdict(doc, "leave")
    assert [doc[i].text for i, _, _ in verdict.why] == ["ask", "not", "will"]
    assert verdict.why[0][2] == "embedding.yaml:demands/ask"
    assert 0 < verdict.score < 1


def test_the_scale_orders_what_was_done_and_what_was_not() -> None:
    done = _verdict(_parse("The militia shelled the port."), "shelled")
    undone = _verdict(_parse("The militia did not shell the port."), "shell")
    open_ = _verdict(_parse("The militia may shell the port."), "shell")
    assert score_of(done) > score_of(open_) > score_of(undone)


def test_every_token_of_any_text_gets_a_verdict() -> None:
    texts = [
        "Would.",
        "Planned",
        "if",
        "Not. No! Never?",
        "to to to",
        "Had, should, were",
        "…",
        "Nor\n\nnor",
        "of of the of",
    ]
    for text in texts:
        for token in _parse(text):
            assert assess(token).factuality
