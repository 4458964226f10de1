from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from rashomon.model import Document
from rashomon.reading.learned.sentences import sentences
from rashomon.reading.learned.settling import Settler
from rashomon.reading.learned.types import Argument, Draft, Frame, Mention, Role, Stretch


def stretch(text: str, words: str) -> Stretch:
    start = text.index(words)
    return start, start + len(words)


def frame(text: str, trigger: str, arguments: dict[Role, str] | None = None, **fields: Any) -> Frame:
    """A frame with its trigger and arguments given by their words."""
    given = tuple(Argument(role, *stretch(text, words), 0.9) for role, words in (arguments or {}).items())
    plain: dict[str, Any] = {
        "kind": "event", "type": "ASSAULT", "sign": None, "mode": None, "holds": False, "factuality": "happened",
        "endorsement": "endorses", "negated": False, "scores": {}, "runners": {}, "certainty": 3.0,
    }  # fmt: skip
    return Frame(*stretch(text, trigger), arguments=given, **(plain | fields))


def settler(text: str, *frames: Frame, places: tuple[str, ...] = (), published: str | None = "2016-01-13") -> Settler:
    """A settler of a text (published on a Wednesday) in which the model marks these frames and places."""
    document = Document(id="d", text=text, published=published)
    mentions = tuple(Mention(*stretch(text, name), "place", 0.9) for name in places)
    return Settler(document, Draft(text, tuple(sentences(text)), frames, mentions))


@pytest.mark.parametrize(
    ("text", "time", "factuality", "when"),
    [
        ("Rebels shelled Ostry on Friday.", "on Friday", "happened", "2016-01-08"),
        ("Rebels will have shelled Ostry on Friday.", "on Friday", "future", "2016-01-15"),
        ("Rebels shelled Ostry last month.", "last month", "happened", "2015-12"),
        ("Rebels have shelled Ostry since 2014.", "since 2014", "happened", "2014/2016"),
        ("Rebels shelled Ostry on 9 November.", "on 9 November", "happened", "2015-11-09"),
        ("Rebels shelled Ostry on Monday and again on Tuesday.", "on Monday and again on Tuesday", "happened",
         "2016-01-11/2016-01-12"),
        ("The town of Ostry was shelled in 1478.", "in 1478", "happened", "1478"),
        ("Rebels shelled Ostry at 04:20.", "at 04:20", "happened", "2016-01-13"),
        ("Rebels shelled Ostry before the harvest.", "before the harvest", "happened", None),
        ("Rebels shelled Ostry next week.", "next week", "happened", None),
    ],
)  # fmt: skip
def test_when(text: str, time: str, factuality: str, when: str | None) -> None:
    shelled = frame(text, "shelled", {"time": time}, factuality=factuality)
    found = settler(text, shelled).when(stretch(text, time), shelled)
    assert (found and found[0]) == when


def test_a_day_is_reckoned_from_the_last_one_named() -> None:
    text = "Rebels took Ostry on 3 March 2015. The next day they burned its mill. At dawn they left."
    took = frame(text, "took", {"time": "on 3 March 2015"})
    burned = frame(text, "burned", {"time": "The next day"})
    left = frame(text, "left", {"time": "At dawn"})
    found = settler(text, took, burned, left)
    assert [found.when(stretch(text, t), f) for t, f in (("The next day", burned), ("At dawn", left))] == [
        ("2015-03-04", 0.95), ("2015-03-04", 0.6),
    ]  # fmt: skip


def test_without_a_date_of_its_own_a_text_takes_the_year_it_named() -> None:
    text = "War came in 1972. Rebels took Ostry on 2 April. On the 9th they lost it. By nightfall they had fled."
    frames = [
        frame(text, trigger, {"time": time})
        for trigger, time in (("took", "on 2 April"), ("lost", "On the 9th"), ("fled", "By nightfall"))
    ]
    found = settler(text, *frames, published=None)
    times = [found.when((f.arguments[0].start, f.arguments[0].end), f) for f in frames]
    assert [time and time[0] for time in times] == ["1972-04-02", "1972-04-09", "1972-04-09"]


def test_no_words_no_time() -> None:
    text = "Rebels shelled Ostry on Friday."
    shelled = frame(text, "shelled")
    assert settler(text, shelled).when(None, shelled) is None


def test_said_is_the_day_beside_the_cue_unless_it_is_a_deeds() -> None:
    text = "The mayor said on Tuesday that rebels had shelled Ostry on Sunday."
    told: dict[Role, str] = {"cue": "said", "time": "on Sunday"}
    found = settler(text, frame(text, "shelled", told)).said(stretch(text, "said"))
    assert found is not None
    assert found[0] == "2016-01-12"
    told["time"] = "on Tuesday"
    assert settler(text, frame(text, "shelled", told)).said(stretch(text, "said")) is None


@pytest.mark.parametrize(
    ("text", "trigger", "number", "fields", "expected"),
    [
        ("It killed at least 12 civilians.", "killed", "at least 12 civilians", {}, ("killed", 12, None, "civilians")),
        ("It killed no more than 30 men.", "killed", "no more than 30 men", {}, ("killed", None, 30, "men")),
        ("It killed no civilians.", "killed", "no civilians", {}, ("killed", 0, 0, "civilians")),
        ("It wounded dozens of nuns.", "wounded", "dozens of nuns", {}, ("wounded", 24, 99, "nuns")),
        ("It wounded between 12 and 15 nuns.", "wounded", "between 12 and 15 nuns", {}, ("wounded", 12, 15, "nuns")),
        ("The blast left twenty-two dead.", "blast", "twenty-two", {}, ("killed", 22, 22, None)),
        ("It killed two guards and a cook.", "killed", "two guards and a cook", {}, ("killed", 3, 3, "guards")),
        ("It killed four of its guards and nuns.", "killed", "four of its guards", {}, ("killed", 4, 4, "guards")),
        ("It killed a crowd of hundreds.", "killed", "a crowd of hundreds", {}, ("killed", 200, 999, None)),
        ("They fired 40 rockets.", "fired", "40 rockets", {}, ("strikes", 40, 40, "rockets")),
        ("They seized two rifles.", "seized", "two rifles", {"type": "COERCE"}, ("other", 2, 2, "rifles")),
        ("They held two nuns.", "held", "two nuns", {"type": "COERCE"}, ("captured", 2, 2, "nuns")),
        ("They freed two hostages.", "freed", "two hostages", {"type": "RETREAT"}, ("other", 2, 2, "hostages")),
        ("They paid $4 million.", "paid", "$4 million", {"type": "AID"}, ("other", 4000000, 4000000, "dollars")),
    ],
)
def test_quantity(text: str, trigger: str, number: str, fields: dict[str, Any], expected: tuple[object, ...]) -> None:
    deed = frame(text, trigger, **fields)
    found = settler(text, deed).quantity(stretch(text, number), deed)
    assert found is not None
    assert (found.what, found.min, found.max, found.who) == expected
    assert text[found.start : found.end] == number


def test_the_doers_are_not_the_harmed_but_those_who_flee_are() -> None:
    text = "Some 200 raiders killed the guards. Some 300 residents left the town."
    killed = frame(text, "killed", {"agent": "Some 200 raiders"})
    left = frame(text, "left", {"agent": "Some 300 residents"}, type=None)
    found = settler(text, killed, left)
    sorts = [
        found.quantity(stretch(text, n), f) for n, f in (("Some 200 raiders", killed), ("Some 300 residents", left))
    ]
    assert [q and q.what for q in sorts] == ["other", "displaced"]


def test_no_number_no_quantity() -> None:
    text = "He was killed."
    killed = frame(text, "killed")
    assert settler(text, killed).quantity(stretch(text, "He"), killed) is None


def test_places_are_listed_and_put_on_the_map() -> None:
    text = "Raiders struck the depot at Palmyra, Syria. Vellgrad is calm."
    found = settler(text, places=("Palmyra", "Syria", "Vellgrad"))
    assert [(p.name, p.country) for p in found.places()] == [("Palmyra", "SY"), ("Syria", "SY"), ("Vellgrad", None)]
    assert all(text[m.start : m.end] == p.name for p in found.places() for m in p.mentions)
    [town] = found.where(stretch(text, "Palmyra"), "Palmyra")
    [depot] = found.where(stretch(text, "the depot at Palmyra"), "depot at Palmyra")
    assert (town.country, town.where_prec, town.known_as is None) == ("SY", 1, False)
    assert (depot.latitude, depot.where_prec, depot.known_as) == (town.latitude, 2, None)


def test_a_distance_from_a_place_is_near_it() -> None:
    text = "Raiders burned a village 20 km south of Palmyra, Syria, and a mill in Syria."
    burned = frame(text, "burned", {"place": "Palmyra"})
    [near] = settler(text, burned, places=("Syria",)).where(stretch(text, "Palmyra"), "Palmyra")
    assert (near.nearness, near.radius_km, near.where_prec) == ("near", 25.0, 2)


def test_a_place_that_nobody_knows_has_its_name_alone() -> None:
    text = "Raiders burned the ferry."
    [ferry] = settler(text, frame(text, "burned", {"place": "ferry"})).where(stretch(text, "ferry"), "ferry")
    assert (ferry.name, ferry.latitude) == ("ferry", None)


def test_nothing_here_needs_a_parser() -> None:
    code = "import sys, rashomon.reading.learned.settling; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
