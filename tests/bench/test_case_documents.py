import hashlib
import json
from pathlib import Path

from bench.case_documents import generate
from rashomon.intake.columns import Columns
from rashomon.intake.details import Details
from rashomon.intake.pdf import read_pdf
from rashomon.intake.tables import read_csv, read_parquet
from rashomon.intake.types import Origin, Piece, Taken


def test_the_manifest_says_what_comes_out_and_the_seed_tells_all(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        generate(60, tmp_path / folder, seed=2)
    named = [path.relative_to(tmp_path / "a") for path in sorted((tmp_path / "a").rglob("*.*"))]
    assert all((tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes() for name in named)
    lines = [json.loads(line) for line in (tmp_path / "a" / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(lines) == 60
    for kind, reader in (("csv", read_csv), ("parquet", read_parquet)):
        told = [line for line in lines if line["format"] == kind]
        path = tmp_path / "a" / told[0]["file"]
        taken = list(reader(Piece("a", path.read_bytes(), Origin("file", path="a")), Details(), Columns()))
        assert [_known(item) for item in taken if isinstance(item, Taken)] == [
            (line["title"], line["source"], line["published"], line["sha256"]) for line in told
        ]


def test_a_generated_pdf_is_read_back(tmp_path: Path) -> None:
    generate(60, tmp_path, seed=2)
    lines = [json.loads(line) for line in (tmp_path / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    told = next(line for line in lines if line["format"] == "pdf")
    data = (tmp_path / told["file"]).read_bytes()
    [item] = read_pdf(Piece("a", data, Origin("file", path="a")), Details())
    assert isinstance(item, Taken)
    assert item.document.title == told["title"]


def _known(item: Taken) -> tuple[str | None, str | None, str | None, str]:
    document = item.document
    return document.title, document.source, document.published, hashlib.sha256(document.text.encode()).hexdigest()
