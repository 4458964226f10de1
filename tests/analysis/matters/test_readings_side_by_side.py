"""From texts to matters: the bundled example, and an essay that quotes what others printed."""

from __future__ import annotations

import pytest

from rashomon.analysis.matters import Matter, side_by_side
from rashomon.api import read, read_all
from rashomon.example import path
from rashomon.model import Reading

ESSAY = """\
In the Vale Courier newspaper, an article entitled “Liberation of Orm” praises the Regency. The Regency had given Orm to
the Red Lances in May. In June the Lances handed it back to the Regency. A rival, the Harrow Tribune, appeared with the
headline “The Fall of Orm”.
"""


@pytest.fixture(scope="module")
def example() -> tuple[Matter, ...]:
    return side_by_side([r for r in read_all([str(path())]) if isinstance(r, Reading)])


def _slots(matter: Matter) -> set[str]:
    return {parting.slot for parting in matter.partings}


def _named(some: tuple[Matter, ...], start: str) -> Matter:
    (found,) = [m for m in some if m.title.startswith(start)]
    return found


def test_who_holds_belorine(example: tuple[Matter, ...]) -> None:
    matter = _named(example, "Control of Belorine")
    told = {(s.voice.document, s.voice.chain[:1]) for s in matter.stances}
    assert {("harbour-review", ()), ("harbour-review", ("Kadria Today",)), ("kana", ("Defence Ministry",))} <= told
    assert {"lowland-voice", "meridian"} <= {document for document, _ in told}
    assert _slots(matter) == {"time", "wording"}
    (author,) = [s for s in matter.stances if (s.voice.document, s.voice.chain) == ("harbour-review", ())]
    assert [(denial.holder, denial.lost) for denial in author.denials] == [("Ashen Brigade", True)]


def test_who_hit_the_hospital(example: tuple[Matter, ...]) -> None:
    matter = _named(example, "Attack on hospital")
    assert {s.voice.document for s in matter.stances} == {"harbour-review", "kana", "lowland-voice", "meridian"}
    (parting,) = [p for p in matter.partings if p.slot == "actor"]
    assert parting.kind == "conflict"
    assert {"Kadrian army", "Lowland Front", "not Lowland Front"} <= {position.value for position in parting.positions}
    assert {"Kadrian army", "Lowland Front"} <= set(matter.actors)


def test_what_others_printed_stands_beside_the_author() -> None:
    (matter,) = [m for m in side_by_side([read(ESSAY, author="Ada Merrin")]) if m.kind == "control"]
    assert [s.voice.chain for s in matter.stances] == [(), ("Vale Courier",), ("Harrow Tribune",)]
    (parting,) = matter.partings
    assert parting.slot == "wording"
    assert {p.value.split(" ")[0] for p in parting.positions} == {"hand-over", "liberation", "collapse"}
