"""The chain of tellers of a deed, and what the author does with what they tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.model import Endorsement, Evidence
from rashomon.reading.claims.words import offsets
from rashomon.reading.dates import said_of, vowed_of
from rashomon.reading.tellers import chain
from rashomon.reading.types import Scene, Telling, TimeReading, Verdict


@dataclass(frozen=True)
class Told:
    """Who tells a deed (outermost first), how the author stands to it, when it was said, and why this was read."""

    speakers: tuple[str, ...]
    endorsement: Endorsement
    unresolved: bool
    evidence: tuple[Evidence, ...]
    said: TimeReading | None = None


def told(scene: Scene, head: int, verdict: Verdict, is_own_voice: Callable[[Scene, Telling], bool]) -> Told:
    """The chain of tellers around a token: sources by name, the institution's own voice left out."""
    speakers: list[str] = []
    standings: list[Endorsement] = []
    evidence: list[Evidence] = []
    unresolved = False
    said: TimeReading | None = None
    for telling in chain(scene.tellings, head):
        if telling.source is None and telling.source_text is None:
            continue
        if is_own_voice(scene, telling):
            evidence.append(_evidence(scene, telling, "(the author)", "own voice"))
            continue
        name, score, known = _name(scene, telling)
        unresolved = unresolved or not known
        same = bool(speakers) and speakers[-1] == name
        said = said_of(scene, telling) or (said if same else None)
        if same:
            standings[-1] = _stronger(standings[-1], telling.endorsement)
            continue
        speakers.append(name)
        standings.append(telling.endorsement)
        evidence.append(_evidence(scene, telling, name, "telling", min(score, telling.score)))
    if verdict.vower is not None and scene.actors.category(scene.doc[verdict.vower]) != "thing":
        names = [r.name for r in scene.actors.referents(scene.doc[verdict.vower])]
        name = " and ".join(names)
        if name and name not in speakers:
            speakers.append(name)
            standings.append("neutral")
            said = vowed_of(scene, verdict.vower)
            start, end = offsets(scene.doc, verdict.vower, verdict.vower + 1)
            evidence.append(
                Evidence(
                    field="speakers",
                    value=name,
                    score=verdict.score,
                    rule="vows his own act",
                    start=start,
                    end=end,
                )
            )
    if not evidence:
        evidence.append(Evidence(field="speakers", value="(the author)", score=0.8, rule="no cue around it"))
    return Told(tuple(speakers), _standing(standings), unresolved, tuple(evidence), said)


def _name(scene: Scene, telling: Telling) -> tuple[str, float, bool]:
    """The source's name, its score, and whether anybody was found behind the words."""
    if telling.source is not None:
        referents = scene.actors.referents(scene.doc[telling.source])
        if referents:
            return " and ".join(r.name for r in referents), min(r.score for r in referents), True
    if telling.source_text:
        return telling.source_text, telling.score, True
    assert telling.source is not None
    return scene.doc[telling.source].text, 0.2, False


def _stronger(first: Endorsement, second: Endorsement) -> Endorsement:
    return "rejects" if "rejects" in (first, second) else first if first != "endorses" else second


def _standing(standings: list[Endorsement]) -> Endorsement:
    """What the author does with a chain: he disowns it if anybody on the way does, endorses it only if all do."""
    if "rejects" in standings:
        return "rejects"
    if all(s == "endorses" for s in standings):
        return "endorses"
    return "neutral"


def _evidence(scene: Scene, telling: Telling, name: str, rule: str, score: float | None = None) -> Evidence:
    start, end = offsets(scene.doc, *telling.cue)
    value = telling.score if score is None else score
    return Evidence(field="speakers", value=name, score=value, rule=rule, entry=telling.entry, start=start, end=end)
