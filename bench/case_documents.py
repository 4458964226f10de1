"""Generates documents of mixed formats to be taken into a case. Run: `python -m bench.case_documents N OUT [--seed S]`.

The articles are put together from our own invented passages; the same N and seed give the same bytes. OUT gets the
files, in folders, and `manifest.jsonl` beside them (one line a document: file, format, title, source, published,
SHA-256 of the text), which is no input.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.formats import WRITERS, Article
from bench.gate import PASSAGES
from training.passages import entries, files

CORPUS = Path("training/corpus")
_SHARES = {
    "txt": 20,
    "md": 10,
    "html": 20,
    "pdf": 8,
    "jsonl": 12,
    "csv": 8,
    "parquet": 6,
    "rss": 6,
    "warc.gz": 6,
    "zip": 4,
}
_IN_ONE = {"jsonl": 200, "csv": 200, "parquet": 200, "rss": 25, "warc.gz": 100, "zip": 50}
_OUTLETS = (
    "Meridian Wire",
    "The Tarvol Courier",
    "Radio Orrin",
    "Coastline Press Agency",
    "Osselia Today",
    "Upland Post",
)
_AUTHORS = ("Ada Merrin", "Bo Telling", "Ines Varga", "Karim Oum", "Lena Sorby", "")
_FOLDER = 1000


@dataclass(frozen=True)
class Pool:
    """Sentences and titles to draw from."""

    passages: tuple[str, ...]

    def article(self, number: int, chance: random.Random) -> Article:
        """An article of five to thirty sentences, more or less."""
        wanted, paragraphs = chance.randint(5, 30), list[str]()
        while sum(p.count(". ") + 1 for p in paragraphs) < wanted:
            paragraphs.append(chance.choice(self.passages))
        first = paragraphs[0].split(". ")[0]
        return Article(
            number=number,
            title=f"{first[:60].rsplit(' ', 1)[0]} ({number})",
            source=chance.choice(_OUTLETS),
            author=chance.choice(_AUTHORS),
            published=f"{chance.randint(2012, 2021)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            paragraphs=tuple(paragraphs),
        )


def pool(folders: Sequence[Path] = (CORPUS, PASSAGES)) -> Pool:
    """The passages, white space made plain; those without a sentence are left out."""
    texts = (" ".join(entry.fields["text"].split()) for file in files(list(folders)) for entry in entries(file))
    return Pool(tuple(dict.fromkeys(text for text in texts if text.endswith("."))))


def generate(number: int, out: Path, seed: int = 1) -> int:
    """Writes so many documents below `out`, and returns in how many files."""
    chance, drawn = random.Random(seed), pool()
    formats = sorted(chance.choices(list(_SHARES), list(_SHARES.values()), k=number))
    (out / "in").mkdir(parents=True, exist_ok=True)
    count = 0
    with (out / "manifest.jsonl").open("w", encoding="utf-8") as manifest:
        for kind, numbers in _batches(formats):
            articles = [drawn.article(n, chance) for n in numbers]
            folder = out / "in" / kind.replace(".", "-") / f"{numbers[0] // _FOLDER:03}"
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"{numbers[0]:06}.{kind}"
            path.write_bytes(WRITERS[kind](articles))
            count += 1
            for article in articles:
                line = {
                    "file": path.relative_to(out).as_posix(), "format": kind, "title": article.title,
                    "source": article.source, "published": article.published,
                    "sha256": hashlib.sha256(article.text.encode()).hexdigest(),
                }  # fmt: skip
                manifest.write(json.dumps(line, ensure_ascii=False) + "\n")
    return count


def _batches(formats: Sequence[str]) -> Iterator[tuple[str, list[int]]]:
    numbers: list[int] = []
    for number, kind in enumerate(formats):
        numbers.append(number)
        if number + 1 == len(formats) or formats[number + 1] != kind or len(numbers) == _IN_ONE.get(kind, 1):
            yield kind, numbers
            numbers = []


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m bench.case_documents", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("number", type=int, metavar="N", help="how many documents")
    parser.add_argument("out", type=Path, metavar="OUT", help="folder for them; it must not be there or be empty")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other documents (default: 1)")
    arguments = parser.parse_args()
    if arguments.out.exists() and any(arguments.out.iterdir()):
        sys.exit(f"{arguments.out}: is not empty")
    count = generate(arguments.number, arguments.out, arguments.seed)
    print(f"{arguments.number:,} documents in {count:,} files below {arguments.out / 'in'}")


if __name__ == "__main__":
    main()
