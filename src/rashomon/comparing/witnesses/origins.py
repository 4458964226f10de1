"""The origins of documents, and who is counted for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rashomon.comparing.witnesses import citing
from rashomon.comparing.witnesses.credits import credits_of
from rashomon.comparing.witnesses.deriving import Derived
from rashomon.comparing.witnesses.keeping import Texts
from rashomon.comparing.witnesses.outlets import Outlets
from rashomon.comparing.witnesses.types import Credit, Origin, Origins
from rashomon.model import Document, Reading

AGENCIES = "agencies"
"""The witness of texts that are from some agency, without a name: one at least, and no more can be told."""


def origins(documents: Iterable[Document], readings: Iterable[Reading] = ()) -> Origins:
    """Where each document comes from, the same whatever order they come in.

    `readings` tell who cites whom; without them nobody does. Of documents with the same words the earliest is the
    origin, of equally early ones the longest, as where dates do not say who was first. Texts are kept compressed;
    neither need be a list.
    """
    texts = Texts(documents)
    outlets = Outlets(kept.source for kept in texts.kept if kept.source)
    derived = Derived(texts)
    named = [credit for document in texts.documents() for credit in credits_of(document, outlets)]
    published: dict[str, list[str]] = defaultdict(list)
    for kept in sorted(texts.kept, key=lambda one: one.id):
        published[kept.own].append(kept.id)
    citations, rests = citing.citations(list(citing.cited(readings, outlets)), published, outlets)
    rows = _rows(texts, derived.of, _tellers(texts, named, rests), outlets)
    return Origins(
        origins=rows,
        of=derived.of,
        reprints=tuple(sorted(derived.reprints, key=lambda one: (one.document, one.source))),
        passages=tuple(sorted(derived.passages, key=lambda one: (one.document, one.start, one.other, one.other_start))),
        credits=tuple(sorted(named, key=lambda one: (one.document, one.start, one.key or ""))),
        citations=citations,
    )


def _tellers(texts: Texts, named: Iterable[Credit], rests: Mapping[str, str]) -> dict[str, str]:
    """Whose word each document is by what it says: whom it credits, else the outlet it rests on, else its own."""
    credited: dict[str, str] = {}
    for credit in named:
        if not credit.own and (credit.document not in credited or credited[credit.document] == AGENCIES):
            credited[credit.document] = credit.key or AGENCIES
    return {kept.id: credited.get(kept.id) or rests.get(kept.id) or kept.own for kept in texts.kept}


def _rows(
    texts: Texts, of: Mapping[str, tuple[str, ...]], tellers: Mapping[str, str], outlets: Outlets
) -> tuple[Origin, ...]:
    """The origins with those who may have told it first: the tellers of the earliest documents that have it.

    Where an agency itself published it as early, the others have it from there.
    """
    members: dict[str, list[str]] = defaultdict(list)
    first: dict[str, set[str]] = defaultdict(set)
    wires: dict[str, set[str]] = defaultdict(set)
    days = {kept.id: kept.day for kept in texts.kept}
    for kept in texts.kept:
        for root in of[kept.id]:
            members[root].append(kept.id)
            if len(of[kept.id]) == 1 and kept.day == days[root]:
                first[root].add(tellers[kept.id])
                if tellers[kept.id] == kept.own and outlets.is_agency(kept.own):
                    wires[root].add(kept.own)
    return tuple(
        Origin(root, tuple(members[root]), tuple(sorted(wires[root] or first[root]))) for root in sorted(members)
    )
