"""Invented accounts, with claims written by hand: what comparing does must not hang on what the reader finds."""

from __future__ import annotations

from typing import Any

from rashomon.model import Actor, Claim, Control, Document, Place, Quantity, Reading, TextQuote, Versions, Where

_VERSIONS = Versions(rashomon="0", reader="by hand", parser="none", knowledge="none")


class Account:
    """A document that grows by a sentence a claim."""

    def __init__(self, id: str, source: str | None = None, published: str | None = None, **known: Any) -> None:
        self._id, self._source, self._published = id, source or id, published
        self._text = ""
        self._claims: list[Claim] = []
        self._known: dict[str, str] = known.get("known", {})
        self._places: dict[str, Place] = {place.name: place for place in known.get("places", ())}

    def says(self, sentence: str, trigger: str, *speakers: str, **fields: Any) -> Account:
        """Adds a sentence and the claim whose trigger is in it."""
        start = len(self._text)
        self._text += sentence + " "
        at = start + sentence.index(trigger)
        if (control := fields.get("control")) is not None:
            fields |= {"kind": "control", "control": Control(**control), "place": control["place"]}
        place = fields.get("place")
        if place in self._places and "where" not in fields:
            known = self._places[place]
            fields["where"] = (Where(name=place, known_as=known.known_as, country=known.country),)
        self._claims.append(
            Claim(
                id=f"c{len(self._claims) + 1}",
                kind=fields.pop("kind", "event"),
                trigger=trigger,
                start=at,
                end=at + len(trigger),
                quote=sentence,
                quote_start=start,
                quote_end=start + len(sentence),
                speakers=speakers,
                endorsement=fields.pop("endorsement", "neutral" if speakers else "endorses"),
                selector=TextQuote(exact=sentence, prefix="", suffix=""),
                **fields,
            )
        )
        return self

    def reading(self) -> Reading:
        """All that was said, as a reading."""
        named = {name for c in self._claims for name in (*c.agents, *c.recipients, *c.speakers)}
        named |= {side for c in self._claims if c.control for side in (c.control.from_, c.control.to) if side}
        return Reading(
            document=Document(id=self._id, text=self._text, source=self._source, published=self._published),
            claims=tuple(self._claims),
            actors=tuple(Actor(name=name, known_as=self._known.get(name)) for name in sorted(named)),
            places=tuple(self._places.values()),
            versions=_VERSIONS,
        )


def killed(least: int | None, most: int | None = None, who: str | None = None) -> tuple[Quantity, ...]:
    """A count of dead; without a most, exactly so many."""
    return (Quantity(what="killed", min=least, max=most, who=who, start=0, end=0),)


def changed(place: str, loser: str | None, gainer: str | None) -> dict[str, str | None]:
    """A change of hands."""
    return {"place": place, "from_": loser, "to": gainer}
