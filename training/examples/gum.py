"""GUM: syntax, entities and who is the same as whom, from CoNLL-U.

Its entities nest and are long; `mentions` keeps the outermost of those that matter to a reader of reports (persons,
organisations, places, times, everything named, pronouns). `links` are of all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tokenizers import Tokenizer

from training.examples.tokens import Chunk, Entity, Sentence, chunks
from training.examples.types import Example, Link, Mention

_SORTS = frozenset({"person", "organization", "place", "time"})
_BRACKET = re.compile(r"\((?P<opened>[^()]+)(?P<closes>\))?|(?P<closed>[^()]+)\)")
_LAYOUT = "# global.Entity = "


def load(folder: Path, tokenizer: Tokenizer) -> list[Example]:
    """All documents (`*.conllu`), as many sentences at a time as fit into a window; a document is a group."""
    found = []
    for path in sorted(folder.glob("*.conllu")):
        read = sentences(path.read_text(encoding="utf-8"))
        found += [_example(f"{path.stem}-{n}", path.stem, c) for n, c in enumerate(chunks(read, tokenizer))]
    return found


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U document. Raises ValueError if it has entities and does not declare their layout."""
    layout: list[str] = []
    for block in text.split("\n\n"):
        lines = block.splitlines()
        layout = next((x.removeprefix(_LAYOUT).split("-") for x in lines if x.startswith(_LAYOUT)), layout)
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if rows:
            yield _sentence(rows, layout)


def _sentence(rows: Sequence[Sequence[str]], layout: Sequence[str]) -> Sentence:
    tokens = [row for row in rows if row[0].isdigit()]
    heads = [i if row[6] == "0" else int(row[6]) - 1 if row[6].isdigit() else -1 for i, row in enumerate(tokens)]
    return Sentence(
        [row[1] for row in tokens], _spaces(rows), heads, [row[7].split(":")[0] for row in tokens],
        mentions=list(_entities(tokens, layout)),
    )  # fmt: skip


def _spaces(rows: Iterable[Sequence[str]]) -> list[bool]:
    """Whether white space follows each token; what the line of a fused word ("2-3 don't") says holds for its last."""
    found: list[bool] = []
    until, after = 0, True
    for row in rows:
        space = "SpaceAfter=No" not in row[9].split("|")
        if row[0].isdigit():
            number = int(row[0])
            found.append(space if number > until else number == until and after)
        elif "-" in row[0]:
            until, after = int(row[0].split("-")[1]), space
    return found


def _entities(tokens: Sequence[Sequence[str]], layout: Sequence[str]) -> Iterator[Entity]:
    """The entities of one sentence, as their brackets close."""
    opened: defaultdict[str, list[tuple[int, dict[str, str]]]] = defaultdict(list)
    for i, row in enumerate(tokens):
        marks = next((m.removeprefix("Entity=") for m in row[9].split("|") if m.startswith("Entity=")), "")
        for bracket in _BRACKET.finditer(marks):
            if bracket["opened"]:
                values = dict(zip(layout, bracket["opened"].split("-", len(layout) - 1), strict=False))
                if "GRP" not in values or "etype" not in values:
                    raise ValueError(f"entity without a declared layout: {bracket['opened']}")
                cluster = values["GRP"]
                opened[cluster].append((i, values))
            else:
                cluster = bracket["closed"]
            if (bracket["closes"] or bracket["closed"]) and opened[cluster]:
                first, values = opened[cluster].pop()
                yield Entity(first, i, values["etype"], cluster, _manner(tokens[first : i + 1], values))


def _manner(tokens: Sequence[Sequence[str]], values: dict[str, str]) -> str:
    """By its central tokens (`minspan`, counted from 1): "name", "pronoun" or "description"."""
    central = {
        tokens[int(n) - 1][3] for n in values.get("minspan", "").split(",") if n.isdigit() and int(n) <= len(tokens)
    }
    return "name" if "PROPN" in central else "pronoun" if central == {"PRON"} else "description"


def _example(name: str, doc: str, chunk: Chunk) -> Example:
    entities = [
        Entity(at[e.first], upto[e.last], e.sort, e.cluster, e.manner)
        for sentence, at, upto in zip(chunk.sentences, chunk.at, chunk.upto, strict=True)
        for e in sentence.mentions
    ]
    heads, relations = chunk.heads()
    return Example(
        name, doc, chunk.text, chunk.words.stretches, tuple(sorted(set(chunk.starts))),
        mentions=tuple(_outermost(entities)), sorts="gum", links=tuple(_links(entities)),
        heads=heads, relations=relations,
    )  # fmt: skip


def _outermost(entities: Iterable[Entity]) -> list[Mention]:
    """Those worth finding, without those that lie in or across a longer one."""
    wanted = [e for e in entities if e.sort in _SORTS or e.manner != "description"]
    kept: list[Mention] = []
    taken: set[int] = set()
    for e in sorted(wanted, key=lambda e: (e.first - e.last, e.first)):
        inside = range(e.first, e.last + 1)
        if taken.isdisjoint(inside):
            taken.update(inside)
            kept.append(Mention(e.first, e.last, e.sort))
    return sorted(kept, key=lambda m: m.first)


def _links(entities: Sequence[Entity]) -> Iterator[Link]:
    """Who stands for whom. Where several begin with one word ("his" in "his wife"), the shortest speaks for it.

    A pronoun that nothing names stands for the first description of the same, as "they" for "the fishermen".
    """
    named, described = defaultdict[str, set[int]](set), dict[str, int]()
    for e in sorted(entities, key=lambda e: e.first):
        if e.manner == "name":
            named[e.cluster].add(e.first)
        elif e.manner == "description":
            described.setdefault(e.cluster, e.first)
    shortest: dict[int, Entity] = {}
    for e in sorted(entities, key=lambda e: (e.first, e.last)):
        shortest.setdefault(e.first, e)
    for word, e in shortest.items():
        targets: set[int] = set()
        if e.manner != "name":
            targets = named[e.cluster] - {word}
            if not targets and e.manner == "pronoun" and e.cluster in described:
                targets = {described[e.cluster]} - {word}
        yield Link(word, tuple(sorted(targets)))
