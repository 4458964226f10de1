"""One claim a deed, or several: one a place that changes hands, one a direction of "each ... the other"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from rashomon.knowledge.base import load_yaml
from rashomon.model import Claim, Control, Evidence
from rashomon.reading.actors import is_own_voice
from rashomon.reading.claims.context import complete
from rashomon.reading.claims.reciprocal import directions
from rashomon.reading.claims.tellers import Told, told
from rashomon.reading.claims.words import offsets, quote_of
from rashomon.reading.claims.worth import says_something
from rashomon.reading.dates import when_of
from rashomon.reading.factuality import assess
from rashomon.reading.places import place_of, where_of
from rashomon.reading.quantities import quantities_of
from rashomon.reading.selectors import selector
from rashomon.reading.syntax import examples
from rashomon.reading.tellers import branches
from rashomon.reading.types import Deed, PlaceReading, Referent, Scene, TimeReading, Verdict

_BODIES = {"state", "military", "armed group", "party", "organisation", "group"}


@dataclass(frozen=True)
class Cast:
    """Who plays which role of a deed."""

    agents: tuple[Referent, ...]
    recipients: tuple[Referent, ...]
    from_: tuple[Referent, ...]
    to: tuple[Referent, ...]
    unresolved: tuple[str, ...]


def compose(scene: Scene, deeds: Sequence[Deed]) -> tuple[Claim, ...]:
    """All claims of a document, in the order of the text."""
    drafts = [c for deed in deeds for c in _drafts(scene, deed) if says_something(c)]
    drafts.sort(key=lambda c: (c.start, c.end))
    return _numbered(complete(drafts, _bodies(scene)))


def compose_given(scene: Scene, given: Sequence[Deed], others: Sequence[Deed]) -> tuple[Claim, ...]:
    """The claims of some deeds, however little they say, in the order of the text.

    What they leave open is filled in from each other and from the other deeds, of which no claims are given.
    """
    drafts = [(c, True) for deed in given for c in _drafts(scene, deed)]
    drafts += [(c, False) for deed in others for c in _drafts(scene, deed) if says_something(c)]
    drafts.sort(key=lambda draft: (draft[0].start, draft[0].end))
    claims = complete([c for c, _ in drafts], _bodies(scene))
    return _numbered(claim for claim, (_, own) in zip(claims, drafts, strict=True) if own)


def _drafts(scene: Scene, deed: Deed) -> Iterator[Claim]:
    for directed in directions(scene, deed):
        for tellings in branches(directed.tellings, deed.head.i):
            yield from _claims(replace(directed, tellings=tellings), deed)


def _bodies(scene: Scene) -> frozenset[str]:
    return frozenset(a.name for a in scene.actors.actors() if a.kind in _BODIES)


def _numbered(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(c.model_copy(update={"id": f"c{n}"}) for n, c in enumerate(claims, 1))


def _claims(scene: Scene, deed: Deed) -> list[Claim]:
    verdict = assess(deed.head, scene.tellings)
    teller = told(scene, deed.head.i, verdict, is_own_voice)
    cast = _cast(scene, deed)
    arguments = [*deed.agents, *deed.recipients, *deed.place, *deed.from_, *deed.to]
    where = place_of(scene, deed, arguments, scene.tellings)
    when = when_of(scene, deed, verdict.factuality)
    if deed.kind != "control":
        return [_claim(scene, deed, cast, teller, verdict, where, when, None)]
    claims = []
    for place in _places(scene, deed, where):
        control = Control(
            place=place.name if place else None,
            from_=_joined(cast.from_, place),
            to=_joined(cast.to, place),
            holds=deed.holds,
        )
        claims.append(_claim(scene, deed, cast, teller, verdict, place, when, control))
    return claims


def _cast(scene: Scene, deed: Deed) -> Cast:
    unresolved: list[str] = []

    def names(role: str, tokens: list[Token]) -> tuple[Referent, ...]:
        found: list[Referent] = []
        for token in tokens:
            referents = scene.actors.referents(token)
            if not referents and role not in unresolved:
                unresolved.append(role)
            for referent in referents:
                if all(referent.name != other.name for other in found):
                    found.append(referent)
        return tuple(found)

    agents = names("agents", deed.agents)
    recipients = tuple(r for r in names("recipients", deed.recipients) if not _bare_place(scene, deed, r))
    recipients = tuple(r for r in recipients if all(r.name != a.name for a in agents))
    return Cast(agents, recipients, names("control.from", deed.from_), names("control.to", deed.to), tuple(unresolved))


def _bare_place(scene: Scene, deed: Deed, referent: Referent) -> bool:
    """Whether a recipient is nothing but a named place: where it happens, not whom it strikes."""
    if referent.category != "place" or deed.kind in {"relation", "appraisal"}:
        return False
    if deed.mode == "visit" or deed.type in load_yaml("parties.yaml")["places_act"]:
        return False
    mention = scene.actors.mention_at(scene.doc[referent.head])
    return mention is not None and mention.form == "name"


def _joined(referents: tuple[Referent, ...], place: PlaceReading | None) -> str | None:
    """The names of one side; the place itself, misread as a side, is none."""
    return " and ".join(r.name for r in referents if place is None or r.name != place.name) or None


def _places(scene: Scene, deed: Deed, where: PlaceReading | None) -> list[PlaceReading | None]:
    """The places that change hands: each coordinated one apart; else the place of the deed."""
    found: list[PlaceReading | None] = []
    for token in (t for head in deed.place for t in (examples(head) or [head])):
        for referent in scene.actors.referents(token):
            found.append(PlaceReading(referent.name, referent.head, referent.score, referent.why))
    if len(found) > 1 or where is None:
        return found or [where]
    return [where]


def _claim(
    scene: Scene,
    deed: Deed,
    cast: Cast,
    teller: Told,
    verdict: Verdict,
    where: PlaceReading | None,
    when: TimeReading | None,
    control: Control | None,
) -> Claim:
    text = scene.document.text
    start, end = offsets(scene.doc, deed.start, deed.end)
    quote_start, quote_end = quote_of(text, deed, [*deed.agents, *deed.recipients])
    unresolved = cast.unresolved + (("speakers",) if teller.unresolved else ())
    return Claim(
        id="c0",
        kind=deed.kind,
        trigger=text[start:end],
        start=start,
        end=end,
        quote=text[quote_start:quote_end],
        quote_start=quote_start,
        quote_end=quote_end,
        type=deed.type,
        mode=deed.mode,
        agents=tuple(r.name for r in cast.agents),
        recipients=tuple(r.name for r in cast.recipients),
        place=where.name if where else None,
        where=where_of(scene, where) if where else (),
        when=when.iso if when else None,
        said=teller.said.iso if teller.said else None,
        speakers=teller.speakers,
        factuality=verdict.factuality,
        endorsement=teller.endorsement,
        negated=verdict.negated,
        control=control,
        sign=deed.sign,
        quantities=quantities_of(scene, deed),
        unresolved=unresolved,
        selector=selector(text, quote_start, quote_end),
        evidence=_evidence(scene, deed, cast, teller, verdict, where, when),
    )


def _evidence(
    scene: Scene,
    deed: Deed,
    cast: Cast,
    teller: Told,
    verdict: Verdict,
    where: PlaceReading | None,
    when: TimeReading | None,
) -> tuple[Evidence, ...]:
    """Why each field was filled as it was, in the order in which a reader would ask."""
    found: list[Evidence] = []
    start, end = offsets(scene.doc, deed.start, deed.end)
    sense = "/".join(filter(None, (deed.kind, deed.type, deed.mode)))
    found.append(
        Evidence(
            field="type", value=sense, score=deed.score, rule="sense", entry=deed.entry,
            start=start, end=end, alternatives=deed.alternatives,
        )
    )  # fmt: skip
    for field, referents in (
        ("agents", cast.agents), ("recipients", cast.recipients), ("control.from", cast.from_), ("control.to", cast.to),
    ):  # fmt: skip
        for r in referents:
            first, last = offsets(scene.doc, r.head, r.head + 1)
            found.append(
                Evidence(
                    field=field, value=r.name, score=r.score, rule=r.why, start=first, end=last,
                    alternatives=r.alternatives,
                )
            )  # fmt: skip
    found.extend(teller.evidence)
    first_why = verdict.why[0] if verdict.why else None
    rules = "; ".join(f"{scene.doc[i].text}: {rule}" for i, rule, _ in verdict.why) or "nothing around it changes it"
    at = offsets(scene.doc, first_why[0], first_why[0] + 1) if first_why else (0, 0)
    found.append(
        Evidence(
            field="factuality", value=verdict.factuality, score=verdict.score, rule=rules,
            entry=first_why[2] if first_why else None, start=at[0], end=at[1],
        )
    )  # fmt: skip
    if where is not None:
        at = offsets(scene.doc, where.head, where.head + 1)
        found.append(
            Evidence(
                field="place", value=where.name, score=where.score, rule=where.why, start=at[0], end=at[1],
                alternatives=where.alternatives,
            )
        )  # fmt: skip
    for field, time in (("when", when), ("said", teller.said)):
        if time is not None:
            found.append(
                Evidence(field=field, value=time.iso, score=time.score, rule=time.why, start=time.start, end=time.end)
            )
    return tuple(found)
