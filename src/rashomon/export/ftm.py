"""Claims as statements of FollowTheMoney: JSON Lines, one value of one property of one entity a line.

A claim becomes an Event that says in its name and summary whose word it is, with the actors involved and the Article
that it stands in as its proof. Nothing is claimed of the actors but their names and that they are spoken of.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import blake2b, sha1
from typing import Any
from urllib.parse import urlsplit

from rashomon.export.countries import table
from rashomon.export.parties import Parties, Party
from rashomon.export.reality import Tally, standing
from rashomon.export.telling import confidence_text, teller, whole_id
from rashomon.export.wellformed import xml
from rashomon.model import Claim, Document, Reading
from rashomon.model.when import days_of
from rashomon.showing.citation import cited
from rashomon.showing.phrases import NOTICE

Values = dict[str, list[str | None]]


def as_ftm(readings: Iterable[Reading], tally: Tally) -> Iterator[str]:
    """Document by document: its article, the actors not named so before, its claims."""
    schemata: dict[str, str] = {}  # of actors, as they were first met: an entity has one
    said: set[bytes] = set()
    for reading in readings:
        if not reading.claims:
            continue
        parties = Parties(reading)
        article = _article(reading.document)
        yield from _lines(article[0], "Article", article[1])
        for claim in reading.claims:
            involved = parties.parties(_named(claim))
            for party in involved:
                schema = schemata.setdefault(party.key, _schema(party))
                for line in _lines(_actor_id(party), schema, _actor(party)):
                    if (digest := blake2b(line.encode(), digest_size=16).digest()) not in said:
                        said.add(digest)
                        yield line
            event = _event(claim, reading.document, involved, article[0])
            yield from _lines(_id("claim", whole_id(claim, reading.document)), "Event", event)
            tally.wrote()


def _article(document: Document) -> tuple[str, Values]:
    name = document.name
    about: Values = {
        "name": [name],
        "title": [name],
        "author": [document.author],
        "publisher": [document.source],
        "publishedAt": [document.published],
        "sourceUrl": [document.url if document.url and urlsplit(document.url).scheme in ("http", "https") else None],
        "language": [table("ftm")["languages"].get(document.lang)],
    }
    return _id("article", document.id), about


def _schema(party: Party) -> str:
    return str(table("ftm")["schemata"].get(party.kind, "LegalEntity"))


def _actor(party: Party) -> Values:
    return {"name": [party.name], "country": [party.country.lower() or None], "notes": [NOTICE]}


def _event(claim: Claim, document: Document, involved: list[Party], article: str) -> Values:
    told = teller(claim, document)
    days = days_of(claim.when) if claim.when else None
    one_date = claim.when if claim.when and "/" not in claim.when else None
    return {
        "name": [f"Claim by {told}: {claim.quote}"],
        "summary": [cited(claim, document)],
        "description": [claim.quote],
        "notes": [NOTICE],
        "keywords": list(_keywords(claim)),
        "publisher": [told],
        "recordId": [whole_id(claim, document)],
        "date": [one_date],
        "startDate": [days.first.isoformat() if days and days.first and not one_date else None],
        "endDate": [days.last.isoformat() if days and days.last and not one_date else None],
        "location": [claim.place],
        "country": [where.country.lower() if where.country else None for where in claim.where],
        "involved": [_actor_id(party) for party in involved],
        "proof": [article],
    }


def _keywords(claim: Claim) -> Iterator[str]:
    yield from ("machine-read", "unreviewed", f"kind: {claim.kind}", f"factuality: {standing(claim)}")
    yield f"endorsement: {claim.endorsement}"
    if claim.type:
        yield f"plover: {'/'.join(filter(None, (claim.type, claim.mode)))}"
    if claim.sign:
        yield f"sign: {claim.sign}"
    if confidence := confidence_text(claim):
        yield f"confidence: {confidence}"


def _named(claim: Claim) -> list[str]:
    """Everybody whom a claim names, each once; who tells it is in its words alone."""
    sides = (claim.control.from_, claim.control.to) if claim.control else ()
    return list(dict.fromkeys(name for name in (*claim.agents, *claim.recipients, *sides) if name))


def _lines(entity: str, schema: str, about: Values) -> Iterator[str]:
    for prop, values in about.items():
        for value in dict.fromkeys(clean for value in values if value and (clean := _clean(prop, value))):
            yield _line(entity, schema, prop, value)


def _line(entity: str, schema: str, prop: str, value: str) -> str:
    """A statement, named as FollowTheMoney's own tools name it."""
    dataset = table("ftm")["dataset"]
    statement: dict[str, Any] = {
        "canonical_id": entity,
        "entity_id": entity,
        "prop": prop,
        "schema": schema,
        "value": value,
        "dataset": dataset,
        "lang": None,
        "original_value": None,
        "first_seen": None,
        "last_seen": None,
        "external": False,
        "origin": None,
        "id": sha1(f"{dataset}.{entity}.{prop}.{value}".encode()).hexdigest(),
    }
    return json.dumps(statement, ensure_ascii=False) + "\n"


def _clean(prop: str, value: str) -> str:
    """The value as FollowTheMoney would clean it: no controls, no outer white space, not too long."""
    given = table("ftm")
    sort = given["types"][prop]
    text = xml(value).replace("\ufeff", "")
    if sort != "text":
        text = " ".join(text.split()).strip("'\"") if sort == "name" else " ".join(text.split())
    return text.strip()[: given["longest"][sort]].strip()


def _actor_id(party: Party) -> str:
    return _id("actor", party.key)


def _id(sort: str, name: str) -> str:
    """An entity's id: of letters, digits and hyphens whatever the name holds, equal for equal names."""
    return f"rashomon-{sort}-{sha1(name.encode('utf-8', 'surrogatepass')).hexdigest()}"
