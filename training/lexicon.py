"""Compiles the knowledge of deeds and of reporting into marks of word forms, for the learned reader.

    python -m training.lexicon src/rashomon/reading/learned/model/lexicon.json

Forms are lemminflect's (Jascob 2019) and those of `lemmas.yaml`.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lemminflect import getAllInflections

from rashomon.knowledge.base import load_yaml
from rashomon.knowledge.deeds import senses
from rashomon.knowledge.reporting import Cue, reporting
from training.examples.labels import NONE, SENSES

_PARTS = {"verb": "VERB", "noun": "NOUN", "adj": "ADJ"}
_CUES = ("cue", "cue:not", "cue:possible", "cue:rejects", "cue:endorses", "source", "hedge")
MARKS = (*SENSES[1:], *_CUES)
"""All marks, in the order of their numbers."""


@cache
def forms(lemma: str, part: str | None) -> frozenset[str]:
    """All forms of a lemma in lower case, hyphens kept; of any part of speech if none is given."""
    found = {lemma}
    for name, tag in _PARTS.items():
        if part in (None, name):
            for some in getAllInflections(lemma, upos=tag).values():
                found.update(some)
            found.update((load_yaml("lemmas.yaml").get(name) or {}).get(lemma, ()))
    return frozenset(form.lower() for form in found)


def compiled() -> dict[str, Any]:
    """The lexicon as it is written: marks, words, phrases."""
    words: defaultdict[str, set[int]] = defaultdict(set)
    phrases: defaultdict[str, list[tuple[list[list[str]], list[int]]]] = defaultdict(list)
    for lemmas, head, part, mark in _entries():
        number = MARKS.index(mark)
        rest = [w for i, w in enumerate(lemmas) if i != head]
        for form in forms(lemmas[head], part):
            if not rest:
                words[form].add(number)
            else:
                phrases[form].append(([sorted(forms(w, None)) for w in rest], [number]))
    return {
        "marks": list(MARKS),
        "words": {form: sorted(words[form]) for form in sorted(words)},
        "phrases": {form: _joined(phrases[form]) for form in sorted(phrases)},
    }


def _entries() -> Iterator[tuple[tuple[str, ...], int, str | None, str]]:
    """(lemmas, which of them is the head, its part of speech, mark)."""
    for found in senses().values():
        for sense in found:
            mark = f"{sense.kind}/{(sense.sign if sense.kind in ('relation', 'appraisal') else sense.type) or NONE}"
            yield sense.words, sense.head, sense.part, mark if mark in MARKS else f"{sense.kind}/{NONE}"
    told = reporting()
    for cues in (told.verbs, told.nouns):
        for cue in (c for some in cues.values() for c in some):
            for mark in _marks(cue):
                yield cue.words, len(cue.words) - 1 if cue.noun else 0, "noun" if cue.noun else "verb", mark
    for phrase in told.phrases:
        plain = tuple(w for w in phrase.words if w != "*")
        yield plain, 0, None, "source"
    for word in told.hedging_adverbs | told.hedging_adjectives:
        yield (word,), 0, None, "hedge"


def _marks(cue: Cue) -> Iterable[str]:
    yield "cue"
    if cue.factuality in ("not", "possible"):
        yield f"cue:{cue.factuality}"
    if cue.endorsement != "neutral":
        yield f"cue:{cue.endorsement}"


def _joined(rests: Iterable[tuple[list[list[str]], list[int]]]) -> list[tuple[list[list[str]], list[int]]]:
    """Phrases of the same words once, with all their marks."""
    found: dict[str, tuple[list[list[str]], set[int]]] = {}
    for words, marks in rests:
        found.setdefault(json.dumps(words), (words, set()))[1].update(marks)
    return [(words, sorted(marks)) for words, marks in found.values()]


def main() -> None:
    """Runs it."""
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    ap.add_argument("out", type=Path)
    out: Path = ap.parse_args().out
    out.parent.mkdir(parents=True, exist_ok=True)
    data = compiled()
    out.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(data['words'])} forms, {sum(map(len, data['phrases'].values()))} phrases, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
