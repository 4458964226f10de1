"""A mention of a happening as scoring sees it, whoever found it: a claim of a case, or a gold mention."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.comparing.times import Days

Vector = NDArray[np.float32]
Phrase = frozenset[str]
"""The folded words of a name or of a noun phrase, without articles."""


@dataclass(frozen=True, eq=False)
class Sight:
    """One mention.

    Attributes:
        id, document: unique names. `sentence`: equal for mentions of one sentence of a document.
        lemma: the head word's lemma; `words`: the lemmas of all words of the mention.
        sort: the sort of deed, or its type and word; `type`: the PLOVER type. None: not known.
        agents, targets, others: the phrases that fill its roles; `others`: those of other prepositions.
        places: keys or names of places; `days`: when; `numbers`: numbers that go with it, as words.
        context: the lemmas of the passage's content words; `names`: those of the names in it.
        vector: the word in its sentence, `passage`: the sentence, `meaning`: the lemma alone. None: not known.
    """

    id: str
    document: str
    lemma: str
    words: Phrase
    sentence: int = 0
    sort: str | None = None
    type: str | None = None
    agents: tuple[Phrase, ...] = ()
    targets: tuple[Phrase, ...] = ()
    others: tuple[Phrase, ...] = ()
    places: frozenset[str] = frozenset()
    days: Days | None = None
    numbers: frozenset[str] = frozenset()
    context: Phrase = frozenset()
    names: Phrase = frozenset()
    vector: Vector | None = None
    passage: Vector | None = None
    meaning: Vector | None = None
