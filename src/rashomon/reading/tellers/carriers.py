"""Who passes on what another tells: in "X, quoted by Y, said that ..." Y tells that X tells it."""

from __future__ import annotations

from rashomon.reading.tellers.drafts import Draft
from rashomon.reading.tellers.ground import Ground, listed
from rashomon.reading.tellers.sources import named


def by_carriers(drafts: list[Draft], ground: Ground) -> list[Draft]:
    """The tellings of those by whom a teller is quoted."""
    found = []
    for token in ground.doc:
        if token.tag_ != "VBN" or token.dep_ != "acl" or not ground.knowledge.has("citing", token.lemma_.lower()):
            continue
        carriers = [
            g for c in token.children if c.dep_ in {"agent", "prep"} and listed(c, "quoters")
            for g in c.children if g.dep_ == "pobj"
        ]  # fmt: skip
        if not carriers or ground.category(carriers[0]) == "person":
            continue
        for inner in drafts:
            if inner.source.token != token.head or not inner.ranges:
                continue
            found.append(Draft(
                source=named(carriers[0], ground), cue=(token.i, token.i + 1), ranges=[*inner.ranges, inner.cue],
                form="cited", head=token.i, entry=f"reporting.yaml:citing/{token.lemma_}", settled=True,
            ))  # fmt: skip
    return found
