"""Where the places lie: toponym resolution on LGL and GeoVirus (../shared/data/geo).

    python -m bench.toponyms lgl.xml GeoVirus.xml [--errors N] [--given]

Toponyms given: each annotated name with coordinates is handed to the resolver with its offsets, and counts as
right if the place found lies within 161 km (100 miles) of the gold point; a name that is not resolved is
wrong. Beside it, in the same run, the baseline: of the places of that name the one with most people. The last
row is no bar but a help to read the first: the name of a country, division or continent has no point that
all sources agree on, so there the distance counts from the edge of a circle of the area's size.
End to end: the names are found by the reader, too. Right: the spans overlap and the place lies within 161 km;
what is invented costs precision, what is missed recall (annotated names without coordinates are left out of
both, where the reader finds them).
"""

from __future__ import annotations

import argparse
import statistics
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.common import RULES, need, reader_option, readings, table
from rashomon.knowledge.places import PlaceEntry, distance_km
from rashomon.model import Document
from rashomon.reading.places.toponyms import candidates, place_names

NEAR_KM = 161.0
_AREAS = frozenset({"country", "territory", "continent", "region", "district"})
_NOWHERE = 20_037.5
"""The error that an unresolved name counts with in the median: half way round the earth, in kilometres."""


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated name: offsets, and degrees where it has coordinates. `kind`: GeoNames feature class, if given."""

    start: int
    end: int
    lat: float | None
    lon: float | None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its annotated names, in text order."""

    id: str
    text: str
    gold: tuple[Gold, ...]


def articles(path: Path) -> Iterator[Article]:
    """The articles of an LGL or GeoVirus file. Offsets that do not hold are put right or left out."""
    for n, item in enumerate(ET.parse(path).getroot().iter("article")):
        text = item.findtext("text") or ""
        found = {}
        for tag, phrase in (("toponym", "phrase"), ("location", "name")):
            for t in item.iter(tag):
                gold = _gold(t, text, t.findtext(phrase) or "")
                if gold is not None:
                    found[gold.start] = gold
        yield Article(item.get("docid") or str(n), text, tuple(found[s] for s in sorted(found)))


def _gold(item: ET.Element, text: str, phrase: str) -> Gold | None:
    start = int(item.findtext("start") or 0)
    near = [s for s in (start, start - 1, start + 1) if text[s : s + len(phrase)] == phrase]
    if not near or not phrase:
        return None
    tag = item.find("gaztag")
    place = item if tag is None else tag
    lat, lon = place.findtext("lat"), place.findtext("lon")
    kind = place.findtext("fclass") or ""
    if not lat or not lon:
        return Gold(near[0], near[0] + len(phrase), None, None, kind)
    return Gold(near[0], near[0] + len(phrase), float(lat), float(lon), kind)


def error_km(gold: Gold, place: PlaceEntry | None) -> float:
    """How far the place found lies from the gold point, in kilometres."""
    if place is None or place.lat is None or place.lon is None or gold.lat is None or gold.lon is None:
        return _NOWHERE
    return distance_km(gold.lat, gold.lon, place.lat, place.lon)


def most_populous(name: str) -> PlaceEntry | None:
    """The baseline: of all places of this name, the one with most people."""
    return max(candidates(name).places, key=lambda p: (p.population, p.id), default=None)


def given(found: Sequence[Article], errors: int = 0) -> list[tuple[object, ...]]:
    """Rows of the table for names given: ours, and the baseline; all of them, and towns alone."""
    ours: list[tuple[Gold, float]] = []
    base: list[tuple[Gold, float]] = []
    outside: list[tuple[Gold, float]] = []
    shown = 0
    for article in found:
        spans = [(g.start, g.end) for g in article.gold]
        for gold, resolved in zip(article.gold, place_names(article.text, spans), strict=True):
            if gold.lat is None:
                continue
            name = article.text[gold.start : gold.end]
            km = error_km(gold, resolved.best)
            ours.append((gold, km))
            base.append((gold, error_km(gold, most_populous(name))))
            reach = resolved.best.radius_km if resolved.best and resolved.best.kind in _AREAS else 0.0
            outside.append((gold, max(0.0, km - reach)))
            if km > NEAR_KM and shown < errors:
                shown += 1
                best = resolved.best
                got = f"{best.name}, {best.admin1}, {best.country} {best.kind} {resolved.share}" if best else "-"
                print(f"{article.id} {name!r} {gold.kind} ({gold.lat:.1f}, {gold.lon:.1f}): {got}, {km:.0f} km")
    rows = [_row("resolver", ours), _row("most people", base)]
    if any(g.kind == "P" for g, _ in ours):
        rows += [
            _row("resolver, towns", [x for x in ours if x[0].kind == "P"]),
            _row("most people, towns", [x for x in base if x[0].kind == "P"]),
        ]
    rows.append(_row("resolver, outside the area", outside))
    return rows


def _row(label: str, found: Sequence[tuple[Gold, float]]) -> tuple[object, ...]:
    near = sum(km <= NEAR_KM for _, km in found) / max(1, len(found))
    median = statistics.median(km for _, km in found) if found else 0.0
    return label, near, f"{median:.1f}", len(found)


def end_to_end(found: Sequence[Article], reader: str = RULES) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """Rows for names found by the reader: recognised alone, and recognised and within 161 km."""
    wanted = hits = right = named = 0
    documents = [Document(id=a.id, text=a.text, lang="en") for a in found if a.text.strip()]
    by_id = {a.id: a for a in found}
    for reading in readings(documents, reader=reader):
        article = by_id[reading.document.id]
        predicted = sorted((m.start, m.end, p) for p in reading.places for m in p.mentions)
        wanted += sum(g.lat is not None for g in article.gold)
        taken: set[int] = set()
        for start, end, place in predicted:
            gold = next((g for g in article.gold if g.start < end and start < g.end and g.start not in taken), None)
            if gold is None:
                named += 1
                continue
            taken.add(gold.start)
            if gold.lat is None:
                continue
            named += 1
            hits += 1
            far = _NOWHERE
            if place.lat is not None and place.lon is not None and gold.lon is not None:
                far = distance_km(gold.lat, gold.lon, place.lat, place.lon)
            right += far <= NEAR_KM
    return _prf("recognised", hits, named, wanted), _prf("recognised and resolved", right, named, wanted)


def _prf(label: str, hits: int, named: int, wanted: int) -> tuple[object, ...]:
    p, r = hits / max(1, named), hits / max(1, wanted)
    return label, p, r, 2 * p * r / max(1e-9, p + r), wanted


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+", help="lgl.xml, GeoVirus.xml")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the first N wrong ones of each file")
    parser.add_argument("--given", action="store_true", help="names given alone (the reader is not run)")
    reader_option(parser)
    options = parser.parse_args(arguments)
    need(*options.files)
    for path in options.files:
        found = list(articles(path))
        print(f"{path.name}: {len(found)} articles")
        print(table(("names given", "<=161 km", "median km", "n"), given(found, options.errors)))
        if not options.given:
            print(table(("names found", "P", "R", "F1", "n"), end_to_end(found, options.reader)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
