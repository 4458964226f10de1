"""The gold event mentions of ECB+ and the articles in which they stand.

A folder holds `SPLIT_event_mentions.jsonl` (a mention a line: `doc_id`, `topic_id`, `tokens_number`, `tokens_str`,
`mention_head`, `mention_head_lemma`, `coref_chain`) and `topics-*.zip` with the annotated articles (XML: `token`
with `sentence`, `number` and the word). Mentions count the words of a whole article, an address at its head left out.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from bench.common import Record, json_lines

_CLOSING = re.compile(r"[,.;:?!)\]}%]+|''|[’']{1}(?:s|re|ve|ll|d|m|S)?|n['’]t")
_OPENING = {"(", "[", "{", "``", "$", "£", "€", "#"}


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold mention.

    Attributes:
        subtopic: the articles about one event and what belongs to it ("2ecb"); `topic`: two such ("2").
        words: which words of the article it holds; `head`: the one that is its head.
        lemma: the head's lemma, in lower case. `chain`: equal for mentions of one event.
    """

    id: str
    document: str
    subtopic: str
    words: tuple[int, ...]
    head: int
    lemma: str
    chain: str

    @property
    def topic(self) -> str:
        """The topic: a number."""
        return re.match(r"\d*", self.subtopic)[0]  # type: ignore[index]


@dataclass(frozen=True, slots=True)
class Article:
    """An article as running text, without an address at its head. `offsets`: the code points of each word."""

    id: str
    text: str
    offsets: tuple[tuple[int, int], ...]


def mentions(path: Path) -> list[Gold]:
    """The gold mentions of one split, in the order of the file."""
    return [_gold(record) for record in json_lines(path)]


def _gold(record: Record) -> Gold:
    numbers, words = tuple(record["tokens_number"]), record["tokens_str"].split()
    at = words.index(record["mention_head"]) if record["mention_head"] in words else len(words) - 1
    return Gold(
        id=record["mention_id"],
        document=record["doc_id"],
        subtopic=record["topic_id"],
        words=numbers,
        head=numbers[min(at, len(numbers) - 1)],
        lemma=record["mention_head_lemma"].casefold(),
        chain=record["coref_chain"],
    )


def articles(folder: Path, wanted: Iterable[str]) -> Iterator[Article]:
    """The articles of these names, in the order of their names."""
    names = set(wanted)
    for archive in sorted(folder.glob("topics-*.zip")):
        with zipfile.ZipFile(archive) as opened:
            for member in sorted(opened.namelist()):
                if (name := member.rpartition("/")[2]) in names:
                    yield _article(name, opened.read(member))


def _article(name: str, data: bytes) -> Article:
    sentences: dict[int, list[str]] = {}
    for token in etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True)).iter("token"):
        sentences.setdefault(int(token.get("sentence")), []).append((token.text or "").strip())
    in_order = [words for _, words in sorted(sentences.items())]
    if in_order and in_order[0][0].startswith("http"):
        del in_order[0]
    text, offsets = "", list[tuple[int, int]]()
    for words in in_order:
        text += "\n\n" if text else ""
        blank = False
        for word in words:
            text += " " if blank and not _CLOSING.fullmatch(word) else ""
            offsets.append((len(text), len(text) + len(word)))
            text += word
            blank = word not in _OPENING
    return Article(name, text, tuple(offsets))


def by(field: str, some: Sequence[Gold]) -> dict[str, list[Gold]]:
    """Mentions by one of their fields."""
    found: dict[str, list[Gold]] = {}
    for mention in some:
        found.setdefault(str(getattr(mention, field)), []).append(mention)
    return found
