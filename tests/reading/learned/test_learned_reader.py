"""The learned reader around its network: a stand-in scores words by what they are, so that the rest can be seen."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from rashomon.model import Document
from rashomon.reading.calibration import Calibration, Curve
from rashomon.reading.learned.decoding import FrameScores, Labels, Scores, WordScores
from rashomon.reading.learned.drafting import Numbers, Seen, draft
from rashomon.reading.learned.lexicon import Lexicon
from rashomon.reading.learned.reader import LearnedReader

PLAYS = {"norva": "agent", "orsa": "recipient", "shelled": "trigger", "she": "teller", "bombed": "trigger"}
NUMBERS = {word: i for i, word in enumerate(PLAYS, 1000)}


class StandIn:
    """Takes "shelled" and "bombed" for attacks, "Norva" for the attacker, "Orsa" for the attacked, "she" for Norva."""

    labels = Labels(
        senses=("-", "event/ASSAULT"),
        heads={
            "mode": ("-", "aerial"), "factuality": ("happened", "not"), "endorsement": ("neutral", "endorses"),
            "negated": ("no", "yes"), "holds": ("no", "yes"),
        },
        roles=("agent", "recipient", "teller"),
        sorts=("Person", "Location"),
        thresholds={},
    )  # fmt: skip
    lexicon = Lexicon(("event/ASSAULT",), {}, {})

    def __init__(self) -> None:
        self.tokenizer = Tokenizer(models.WordPiece({"[UNK]": 1} | NUMBERS, unk_token="[UNK]"))
        self.tokenizer.normalizer = normalizers.BertNormalizer()
        self.tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()

    def see(self, pieces: Numbers, shapes: Numbers, marks: Scores, begins: Numbers) -> Seen:
        n = len(begins)
        assert len(pieces) == len(shapes) == len(marks) <= 256
        of = pieces[begins].astype(np.float32)
        senses = np.zeros((n, 3), dtype=np.float32)
        senses[:, 0], senses[:, 2] = 5, -9
        senses[np.isin(of, [NUMBERS["shelled"], NUMBERS["bombed"]]), 1] = 20
        links = np.zeros((n, n + 1), dtype=np.float32)
        links[:, 0] = 9
        norva = np.flatnonzero(of == NUMBERS["norva"])
        if len(norva):
            links[of == NUMBERS["she"], 1 + norva[0]] = 20
        return Seen(of[:, None], WordScores(senses, np.zeros((n, 5), np.float32), links, np.full(n, 2, np.float32)))

    def hang(self, vectors: Scores, first: Numbers, last: Numbers, sentence: Numbers) -> FrameScores:
        roles = np.full((len(first), len(vectors), 3, 2), -9, dtype=np.float32)
        for r, role in enumerate(self.labels.roles):
            for word in (w for w, play in PLAYS.items() if play == role):
                same = sentence[None] == sentence[first][:, None]
                roles[:, :, r, 0][same & (vectors[:, 0] == NUMBERS[word])[None]] = 3
        heads = {name: np.zeros((len(first), len(v)), dtype=np.float32) for name, v in self.labels.heads.items()}
        return FrameScores(heads, roles)


def reader(calibration: Calibration | None = None) -> LearnedReader:
    return LearnedReader(StandIn(), "stand-in", calibration)


def test_a_text_becomes_a_reading() -> None:
    text = "Norva shelled Orsa on Friday.\n\nOrsa was bombed, she said."
    reading = reader().read(Document(id="d", text=text, published="2016-05-04"))
    assert [(c.trigger, c.type, c.recipients) for c in reading.claims] == [
        ("shelled", "ASSAULT", ("Orsa",)),
        ("bombed", "ASSAULT", ("Orsa",)),
    ]
    assert reading.claims[0].agents == ("Norva",)
    assert reading.claims[0].speakers == ()
    assert reading.claims[1].speakers == ("Norva",)
    assert reading.claims[1].endorsement == "neutral"
    assert [(t.chain, t.claims) for t in reading.tellers] == [((), ("c1",)), (("Norva",), ("c2",))]
    assert reading.versions.reader == "learned-1"
    assert reading.versions.parser == "stand-in"


def test_scores_are_a_confidence_only_once_calibrated() -> None:
    document = Document(id="d", text="Norva shelled Orsa.")
    assert reader().read(document).claims[0].confidence is None
    line = Curve((0.0, 1.0), (0.2, 0.6))
    calibration = Calibration({"claim": line, "type": line}, {"type": 1.0}, 0.0)
    confidence = reader(calibration).read(document).claims[0].confidence
    assert confidence is not None
    assert set(confidence.fields) == {"type"}
    assert 0.55 < confidence.fields["type"] <= 0.6
    assert 0.55 < confidence.claim <= 0.6


def test_long_texts_are_read_in_windows_with_nothing_lost() -> None:
    text = "Norva shelled Orsa and left it to itself for a long while. " * 60
    found = draft(text, StandIn())
    assert len(found.frames) == 60
    assert all(text[f.start : f.end] == "shelled" for f in found.frames)
    assert all([text[a.start : a.end] for a in f.arguments] == ["Norva", "Orsa"] for f in found.frames)


def test_certainty_is_asked_word_by_word() -> None:
    assert reader().certainty(["Norva", "shelled", "Orsa"], [1]) == [2.0]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(["Norva", "shelled", "Orsa", "she", "’", "…", "\n\n", ".", "“", "I", "the", "🙂", "12"]))
)
def test_no_text_breaks_it_and_every_claim_is_in_its_words(words: list[str]) -> None:
    document = Document(id="d", text=" ".join(["x", *words]))
    for claim in reader().read(document).claims:
        assert document.text[claim.start : claim.end] == claim.trigger
        assert document.text[claim.quote_start : claim.quote_end] == claim.quote
