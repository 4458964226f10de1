"""A parser may hang any word on any other, under any label: looking through the tree comes to an end."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from rashomon.reading.syntax import loose_slots, slots
from rashomon.reading.syntax.verbs import surface_subjects

_WORDS = ("to", "seize", "seized", "by", "who", "Orsa", "of", "and", "hands", "said", ",", "not")
_DEPS = ("conj", "aux", "dep", "nsubj", "nsubjpass", "xcomp", "ccomp", "advcl", "relcl", "acl", "prep", "pobj", "pcomp",
         "agent", "dobj", "amod", "appos", "compound", "auxpass", "oprd", "csubj", "poss", "dative", "neg")  # fmt: skip
_TAGS = {"VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "MD": "AUX", "NN": "NOUN", "NNP": "PROPN",
         "IN": "ADP", "TO": "PART", "WP": "PRON", "JJ": "ADJ", "CC": "CCONJ"}  # fmt: skip


@st.composite
def trees(draw: st.DrawFn) -> Doc:
    """Any tree over a few words: each hangs on one that came before it in some order."""
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=7))
    order = draw(st.permutations(range(len(words))))
    heads, deps = [order[0]] * len(words), ["ROOT"] * len(words)
    for at, i in enumerate(order[1:], 1):
        heads[i] = order[draw(st.integers(0, at - 1))]
        deps[i] = draw(st.sampled_from(_DEPS))
    tags = draw(st.lists(st.sampled_from(sorted(_TAGS)), min_size=len(words), max_size=len(words)))
    starts: list[bool | int | None] = [i == 0 for i in range(len(words))]
    pos = [_TAGS[tag] for tag in tags]
    return Doc(Vocab(), words, tags=tags, pos=pos, lemmas=words, heads=heads, deps=deps, sent_starts=starts)


@given(trees())
@settings(max_examples=300, deadline=None)
def test_every_tree_has_an_end(doc: Doc) -> None:
    for token in doc:
        slots(token)
        loose_slots(token)


def test_a_finite_verb_hung_on_a_lone_infinitive() -> None:
    """ "To seize ... seized": above the infinitive stands nothing, neither has a subject."""
    doc = Doc(
        Vocab(), ["to", "seize", "seized"], tags=["TO", "VB", "VBD"], pos=["PART", "VERB", "VERB"],
        lemmas=["to", "seize", "seize"], heads=[1, 1, 1], deps=["aux", "ROOT", "conj"],
        sent_starts=[True, False, False],
    )  # fmt: skip
    assert surface_subjects(doc[2]) == []
