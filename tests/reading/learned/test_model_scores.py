from __future__ import annotations

from dataclasses import replace

import numpy as np

from rashomon.reading.learned.decoding import (
    FrameScores,
    Labels,
    Scores,
    Telling,
    Trigger,
    WordScores,
    chain,
    cues,
    frames,
    sigmoid,
    softmax,
    tellings,
    triggers,
)

TEXT = "Norva shelled Port Mell , it said"
WORDS = [(0, 5), (6, 13), (14, 18), (19, 23), (24, 25), (26, 28), (29, 33)]
LABELS = Labels(
    senses=("-", "event/ASSAULT", "control/-", "relation/+"),
    heads={
        "mode": ("-", "aerial"), "factuality": ("happened", "not"), "endorsement": ("endorses", "neutral"),
        "negated": ("no", "yes"), "holds": ("no", "yes"),
    },
    roles=("agent", "recipient", "teller", "ARG0"),
    sorts=("Person", "Location"),
    thresholds={"recipient": 0.9},
)  # fmt: skip


def blank(*shape: int, value: float = -9.0) -> Scores:
    return np.full(shape, value, dtype=np.float32)


def word_scores() -> WordScores:
    senses = blank(7, 5)
    senses[:, 0] = 5
    senses[1] = [0, 4, 1, 0, -9]
    sorts = blank(7, 5)
    sorts[:, 0] = 5
    sorts[2, 3], sorts[3, 4] = 9, 9  # Port Mell: a Location and its second word
    links = blank(7, 8, value=0)
    links[:, 0] = 6
    links[5, 1] = 12  # it: Norva
    return WordScores(senses, sorts, links, np.zeros(7, dtype=np.float32))


def frame_scores(frames_read: int = 1) -> FrameScores:
    heads = {name: blank(frames_read, len(values), value=0) for name, values in LABELS.heads.items()}
    heads["factuality"][:, 1] = 3
    heads["endorsement"][:, 1] = 3
    roles = blank(frames_read, 7, 4, 2)
    roles[:, 0, 0, 0] = 4  # Norva: agent
    roles[:, 2, 1, 0] = 4  # Port Mell: recipient
    roles[:, 3, 1, 1] = 4
    roles[:, 6, 1, 0] = 2  # below the threshold of recipients (.88 < .9)
    roles[:, 5, 2, 0] = 3  # it: teller
    roles[:, 0, 2, 0] = 1  # a less likely teller
    roles[:, 1, 3, 0] = 9  # PropBank's roles are not read
    return FrameScores(heads, roles)


def test_a_trigger_is_found_with_its_sense() -> None:
    found = triggers(word_scores(), [0] * 7, LABELS)
    assert [(t.first, t.last) for t in found] == [(1, 1)]
    assert int(found[0].senses.argmax()) == 1


def test_a_trigger_goes_on_within_its_sentence_only() -> None:
    scores = word_scores()
    scores.senses[2:4, -1] = 9
    assert triggers(scores, [0] * 7, LABELS)[0].last == 3
    assert triggers(scores, [0, 0, 0, 1, 1, 1, 1], LABELS)[0].last == 2


def test_arguments_are_read_with_their_words_and_whom_they_stand_for() -> None:
    scores = word_scores()
    read, mentions = frames(triggers(scores, [0] * 7, LABELS), WORDS, scores, frame_scores(), LABELS)
    frame = read[0]
    assert [(a.role, TEXT[a.start : a.end]) for a in frame.arguments] == [
        ("agent", "Norva"),
        ("recipient", "Port Mell"),
        ("teller", "it"),
    ]
    assert frame.arguments[2].names == (0, 5)
    assert frame.arguments[0].names is None
    assert (frame.kind, frame.type, frame.factuality, frame.endorsement) == ("event", "ASSAULT", "not", "neutral")
    assert [(TEXT[m.start : m.end], m.sort) for m in mentions] == [("Port Mell", "Location")]


def test_what_nobody_tells_the_author_endorses() -> None:
    scores, hung = word_scores(), frame_scores()
    hung.roles[:, :, 2, 0] = -9
    assert frames(triggers(scores, [0] * 7, LABELS), WORDS, scores, hung, LABELS)[0][0].endorsement == "endorses"


def test_arguments_side_by_side_stay_apart() -> None:
    scores, hung = word_scores(), frame_scores()
    hung.roles[0, 3, 1] = [8, 2]  # Mell begins a recipient of its own rather than going on with Port
    read = frames(triggers(scores, [0] * 7, LABELS), WORDS, scores, hung, LABELS)[0]
    assert [TEXT[a.start : a.end] for a in read[0].arguments if a.role == "recipient"] == ["Port", "Mell"]


def test_signs_belong_to_relations_and_modes_to_deeds() -> None:
    scores, hung = word_scores(), frame_scores()
    hung.heads["mode"][:, 1] = 5
    deed, tie = (Trigger(1, 1, 0.9, np.array(p, dtype=np.float32)) for p in ([0, 1, 0, 0], [0, 0, 0, 1]))
    read = [frames([t], WORDS, scores, hung, LABELS)[0][0] for t in (deed, tie)]
    assert [(f.type, f.mode, f.sign) for f in read] == [("ASSAULT", "aerial", None), (None, None, "+")]


def test_scores_become_probabilities() -> None:
    assert np.allclose(softmax(np.array([[1.0, 1.0]], dtype=np.float32)), 0.5)
    assert np.allclose(sigmoid(np.array([0.0, 100.0, -100.0], dtype=np.float32)), [0.5, 1, 0], atol=1e-6)


SPOKEN = replace(LABELS, roles=("agent", "teller", "teller-outer", "cue", "source"), thresholds={})


def spoken(*filled: tuple[int, str]) -> FrameScores:
    """Scores of one frame whose roles are filled by single words."""
    roles = blank(1, 7, 5, 2)
    for word, role in filled:
        roles[0, word, SPOKEN.roles.index(role), 0] = 4
    return FrameScores({name: blank(1, len(values), value=0) for name, values in SPOKEN.heads.items()}, roles)


def told_by(around: list[Telling]) -> list[tuple[str, str]]:
    """The tellers of a frame that itself points to "Mell"."""
    scores = word_scores()
    found = triggers(scores, [0] * 7, SPOKEN)
    read = frames(found, WORDS, scores, spoken((3, "teller")), SPOKEN, [around])[0]
    return [(a.role, TEXT[a.start : a.end]) for a in read[0].arguments]


def test_tellers_are_found_through_cues_that_stand_in_each_others_content() -> None:
    assert cues(spoken((6, "cue")), SPOKEN) == [(6, 6)]
    inner = tellings([(6, 6)], spoken((5, "source"), (1, "cue")), SPOKEN)
    outer = tellings([(1, 1)], spoken((0, "source")), SPOKEN)
    assert told_by(chain((6, 6), inner | outer)) == [("teller-outer", "Norva"), ("teller", "it")]


def test_a_chain_ends_where_nobody_tells_and_goes_in_no_circle() -> None:
    said = Telling(((5, 5, 0.9),), (1, 1))
    assert chain((6, 6), {(6, 6): said, (1, 1): Telling((), None)}) == [said]
    assert len(chain((6, 6), {(6, 6): said, (1, 1): Telling(((0, 0, 0.9),), (6, 6))})) == 2


def test_without_a_source_the_frames_own_teller_stands() -> None:
    assert told_by([]) == [("teller", "Mell")]
