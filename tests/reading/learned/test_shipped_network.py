"""The network as it ships. The text is invented, and what is asked of it is plain."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from rashomon.model import Document, Reading
from rashomon.reading.learned import LearnedReader
from rashomon.reading.learned.network import FOLDER

TEXT = (
    "The Norvan army shelled the town of Lusk on Friday. Ana Tarl, a spokeswoman for the rebels, said that the "
    "government had killed four civilians in Orsa.\n\nThe ministry denied that its forces attacked the market."
)
LARGEST = 30_000_000
"""Bytes that the network may have, all files together."""

ALONE = f"""
import sys
from rashomon.model import Document
from rashomon.reading.choosing import load_reader
reading = load_reader("learned").read(Document(id="d", text={TEXT!r}))
unasked = sorted({{"spacy", "thinc", "torch"}} & set(sys.modules))
print(*(unasked or [reading.model_dump_json()]))
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return LearnedReader.load().read(Document(id="d", text=TEXT))


def test_it_reads_who_did_it_who_says_so_and_what_is_denied(reading: Reading) -> None:
    claims = {claim.trigger: claim for claim in reading.claims}
    assert {claims[word].type for word in ("shelled", "killed", "attacked")} == {"ASSAULT"}
    assert claims["shelled"].speakers == ()
    assert claims["shelled"].agents == ("Norvan army",)
    assert claims["killed"].speakers == ("Ana Tarl",)
    assert (claims["killed"].factuality, claims["killed"].endorsement) == ("happened", "neutral")
    assert (claims["attacked"].factuality, claims["attacked"].speakers) == ("not", ("ministry",))


def test_every_claim_and_field_has_a_confidence(reading: Reading) -> None:
    assert reading.claims
    for claim in reading.claims:
        assert claim.confidence is not None
        assert 0 < claim.confidence.claim < 1
        assert {"found", "factuality"} <= set(claim.confidence.fields)
        assert all(0 <= share <= 1 for share in claim.confidence.fields.values())


def test_another_process_reads_the_same_without_a_parser_or_torch(reading: Reading) -> None:
    done = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == json.loads(reading.model_dump_json())


def test_its_reading_names_the_network(reading: Reading) -> None:
    assert reading.versions.reader.startswith("learned-")
    assert reading.versions.parser.startswith("network-")


def test_it_is_small_and_has_its_card() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < LARGEST
    assert (FOLDER / "README.md").is_file()
