"""For whom a document itself speaks: the state or body that published it, and its author."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.knowledge.actors import KnownActor, known_actors
from rashomon.knowledge.wordlists import person_words, titles, words
from rashomon.model import Document

_WORD = re.compile(r"[\w’'.\-]+")


@dataclass(frozen=True, slots=True)
class Institution:
    """Who publishes an official text.

    Attributes:
        name: the name that claims use for its "we": the state of a ministry, else the body itself.
        actor: the known actor of that name; `own`: the publishing body itself, where known.
        land: the state that it belongs to.
        military: a command or army, which speaks for itself and not for its government.
    """

    name: str
    actor: KnownActor | None
    own: KnownActor | None
    land: KnownActor | None
    military: bool


def institution(document: Document) -> Institution | None:
    """The institution whose own text this is; None for newspapers, agencies of news, and unknown sources."""
    source = " ".join((document.source or "").split())
    if not source:
        return None
    terms = {w.casefold().strip(".") for w in _WORD.findall(source)}
    own = known_actors().named(source) or known_actors().named(source.removeprefix("The ").removeprefix("the "))
    if own is not None and own.kind in {"media", "person"}:
        return None
    official = bool(terms & words("institutions"))
    if own is None and (
        not official or (terms & words("outlets") and not terms & {"ministry", "department", "government"})
    ):
        return None
    found = own or _named_in(source)
    if found is None:
        return Institution(source, None, None, None, bool(terms & {"army", "command", "military", "forces"}))
    land = known_actors().state(found[0].country) if isinstance(found, tuple) else known_actors().state(found.country)
    actor = found[0] if isinstance(found, tuple) else found
    military = bool(terms & {"army", "command", "military", "forces", "navy"}) or (
        own is not None and own.kind == "military"
    )
    if land is not None:
        written = found[1] if isinstance(found, tuple) and not _is_adjective(found[1], land) else land.name
        return Institution(written, land, own, land, military)
    return Institution(_shortest(actor), actor, own or actor, None, military)


def is_publisher(name: str, own: Institution) -> bool:
    """Whether a name is that of the publishing institution, or of its government."""
    actor = known_actors().named(name)
    if actor is not None and own.own is not None:
        return actor.id == own.own.id
    if actor is not None and own.actor is not None and not own.military:
        return actor.id == own.actor.id or (actor.country == own.actor.country and actor.parent == own.actor.id)
    return name.casefold() == own.name.casefold()


def of_its_land(land: str, own: Institution) -> bool:
    """Whether a known actor (by id) is the publishing institution's land, or a state body or army of it."""
    actor = known_actors().get(land)
    if actor is None:
        return False
    if own.actor is not None and land == own.actor.id:
        return True
    return own.land is not None and actor.country == own.land.country and actor.kind in {"state", "military"}


def stands_for(actor_id: str, on: str | None) -> set[str]:
    """A known actor itself; of a person, the bodies whose offices he holds on a date (by default, ever)."""
    actor = known_actors().get(actor_id)
    if actor is None or actor.kind != "person":
        return {actor_id}
    return {role.of for role in actor.held(on)}


def outlet_voice(document: Document) -> KnownActor | None:
    """The state or party for which the outlet speaks that published a text: Hezbollah of Al-Manar."""
    source = " ".join((document.source or "").split()).removeprefix("The ").removeprefix("the ")
    outlet = known_actors().named(source) or known_actors().body(source)
    return known_actors().voice_of(outlet.id) if outlet is not None and outlet.kind == "media" else None


def _named_in(source: str) -> tuple[KnownActor, str] | None:
    """The first known actor, or land of a demonym, whose name stands in a source's name."""
    parts = source.split()
    for size in range(min(6, len(parts)), 0, -1):
        for i in range(len(parts) - size + 1):
            text = " ".join(parts[i : i + size]).strip(",")
            actor = known_actors().named(text) or (known_actors().demonym(text) if size <= 2 else None)
            if actor is not None and actor.kind != "media" and (i == 0 or not _leads_away(parts[:i])):
                return actor, text
    return None


def _leads_away(before: list[str]) -> bool:
    """Whether a name only tells where a body is accredited: "Delegation of the EU | to Syria"."""
    return before[-1].casefold() in {"to", "in"}


def _is_adjective(text: str, land: KnownActor) -> bool:
    return text not in {land.name, *land.aliases}


def _shortest(actor: KnownActor) -> str:
    names = [actor.name, *actor.aliases]
    return min((n for n in names if len(n) > 1), key=len) if actor.kind == "organisation" else actor.name


def author_name(document: Document) -> str | None:
    """The person who says "I" in a text: its author, or whom its title calls the speaker."""
    known = known_actors().named(document.author) if document.author else None
    if document.author and (known is None or known.kind == "person"):
        return " ".join(document.author.split())
    title = document.title or ""
    match = re.search(
        rf"\b(?:{'|'.join(sorted(words('statement_titles')))})s?\s+(?:by|from|of)\s+(?:the\s+)?(.+)", title, re.I
    )
    if match is None:
        return None
    run: list[str] = []
    for word in _WORD.findall(match[1]):
        if word[0].isupper() or (run and word.casefold() in {"al", "bin", "de", "van", "von", "el", "of"}):
            run.append(word)
        else:
            break
    while run and (run[0] in titles() or run[0].casefold() in {"of", "the"}):
        run.pop(0)
    run = run[: next((i for i, w in enumerate(run) if w.casefold() == "of"), len(run))]
    return " ".join(run) if 1 < len(run) <= 4 and run[0] not in person_words("offices") else None
