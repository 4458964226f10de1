"""A timeline: when the tellers say that things happen, a lane for each."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from markupsafe import Markup

from rashomon.showing.page.chronology import Lane, Moment
from rashomon.showing.page.chronology.axis import Axis
from rashomon.showing.page.chronology.rows import SIGN, SIZE, Row, rows
from rashomon.showing.page.chronology.signs import FACTUALITIES, KINDS, SAID, bar, sign
from rashomon.showing.page.chronology.ticks import ticks
from rashomon.showing.page.drawing import element, text_width, trimmed

__all__ = ["Lane", "Moment", "timeline"]

WIDTH = 960.0
_EDGE = 14.0
_TOP = 40.0  # height of the axis
_ROW = 21.0
_HEAD = 24.0  # height of a lane's name
_LANE_GAP = 10.0
_NAME = 92  # characters of a teller's name
_LEGEND = 26.0
_TALL = 460.0  # a taller drawing has its ticks at the bottom, too


def timeline(lanes: Sequence[Lane]) -> Markup:
    """A drawing of these lanes, 960 units wide. Nothing where nothing has a readable date."""
    told = [lane for lane in lanes if any(moment.days for moment in lane.moments)]
    dated = [moment for lane in told for moment in lane.moments if moment.days]
    if not dated:
        return Markup("")
    axis = Axis.over([days for moment in dated if (days := moment.days)], _EDGE, WIDTH - _EDGE)
    drawn, y = [], _TOP
    for lane in told:
        height, markup = _lane(lane, axis, y)
        drawn.append(markup)
        y += height
    bottom = y
    unread = sum(len(lane.moments) for lane in lanes) - len(dated)
    if bottom > _TALL:
        y += _TOP - 6
    height, legend = _legend(dated, y + 8, unread, larger=bool(axis.larger))
    name = "tl-" + sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    title = f"Timeline of {len(dated)} dated {'claim' if len(dated) == 1 else 'claims'}"
    tellers = ", ".join(trimmed(lane.name, _NAME) for lane in told)
    return element(
        "svg",
        element("title", title, id=f"{name}-title"),
        element("desc", f"A lane for each teller: {tellers}.", id=f"{name}-desc"),
        element("g", _axis(axis, bottom), role="img", aria_labelledby=f"{name}-title {name}-desc"),
        *drawn,
        legend,
        class_="tl-drawing",
        viewBox=f"0 0 {WIDTH:.0f} {y + 8 + height:.0f}",
        role="group",
        aria_labelledby=f"{name}-title",
    )


def _axis(axis: Axis, bottom: float) -> Markup:
    marks, lines, y = [], [], _TOP - 6
    for tick in ticks(axis):
        lines.append(f"M{tick.x:.1f} {y:.1f}V{bottom:.1f}")
        x = min(max(tick.x, _EDGE + 8), WIDTH - _EDGE - 8)
        for top in (0.0, bottom) if bottom > _TALL else (0.0,):
            marks.append(element("text", tick.label, class_="tl-tick", x=x, y=top + 14, text_anchor="middle"))
            if tick.below:
                marks.append(element("text", tick.below, class_="tl-year", x=x, y=top + 28, text_anchor="middle"))
    stretches = "".join(f"M{s.left:.1f} {y:.1f}H{s.right:.1f}" for s in axis.stretches)
    gaps = [
        element("rect", class_="tl-break", x=left, y=y, width=right - left, height=bottom - y)
        + element("path", class_="tl-cut", d=f"M{left + 3:.1f} {y + 6:.1f}l6-12m6 12 6-12")
        for left, right in axis.breaks
    ]
    shades = [
        element("rect", class_="tl-larger", x=left, y=y, width=right - left, height=bottom - y)
        for left, right in axis.larger
    ]
    return Markup("").join(
        [
            *shades,
            element("path", class_="tl-grid", d="".join(lines)),
            element("path", class_="tl-axis", d=stretches),
            *gaps,
            *marks,
        ]
    )


def _lane(lane: Lane, axis: Axis, top: float) -> tuple[float, Markup]:
    placed = rows(lane.moments, axis)
    deep = max(row.row for row in placed) + 1
    name = trimmed(lane.name, _NAME)
    wide = _EDGE + text_width(name, 13) * 1.1 + 20
    under = 2.0 if all(row.taken[0] > wide for row in placed if row.row == 0) else _HEAD
    height = under + deep * _ROW + _LANE_GAP
    head = element("text", name, element("title", lane.name), class_="tl-teller", x=_EDGE, y=top + 16)
    rule = element("path", class_="tl-rule", d=f"M{_EDGE:.1f} {top:.1f}H{WIDTH - _EDGE:.1f}")
    marks = [_moment(row, top + under + (row.row + 0.5) * _ROW) for row in placed]
    return height, element("g", rule, head, *marks, class_="tl-lane", data_tellers=lane.key)


def _moment(row: Row, y: float) -> Markup:
    moment, where = row.moment, row.extent
    shown: list[Markup] = [element("title", said(moment))]
    if not where.point:
        shown.append(bar(moment.kind, moment.factuality, where, y))
    shown.append(sign(moment.kind, moment.factuality, where.sign, y))
    if row.side:
        x = {"right": where.right + 5, "left": where.left - 5, "within": where.sign + SIGN + 3}[row.side]
        anchor = "end" if row.side == "left" else None
        class_ = "tl-label tl-within" if row.side == "within" else "tl-label"
        shown.append(element("text", row.label, class_=class_, x=x, y=y + SIZE * 0.35, text_anchor=anchor))
    shared = {"class_": "tl-moment", "data_key": moment.key, "data_kind": moment.kind}
    if moment.href is None:
        return element("g", *shown, **shared)
    return element("a", *shown, href=moment.href, aria_label=said(moment), data_claims=moment.href[1:], **shared)


def said(moment: Moment) -> str:
    """A moment in words: `2016-03-27: Qarah retaken (control, denied)`."""
    return f"{moment.when}: {moment.label} ({moment.kind}, {SAID[moment.factuality]})"


def _legend(moments: Sequence[Moment], top: float, unread: int, *, larger: bool) -> tuple[float, Markup]:
    kinds = [kind for kind in KINDS if any(moment.kind == kind for moment in moments)]
    told = [way for way in FACTUALITIES if any(moment.factuality == way for moment in moments)]
    items: list[tuple[Markup, str]] = [(sign(kind, "happened", SIGN, 0), kind) for kind in kinds]
    ways = [(element("g", sign("event", way, SIGN, 0), class_="tl-plain"), SAID[way]) for way in told]
    items += ways if told != ["happened"] else []
    if larger:
        swatch = element("rect", class_="tl-larger", y=-7, width=14, height=14)
        items.append((swatch, "drawn to a larger scale"))
    if unread:
        items.append((Markup(""), f"+{unread} without a readable date"))
    parts, x, y = [], _EDGE, top + _LEGEND / 2
    for drawing, text in items:
        wide = 20 + text_width(text, 11)
        if x + wide > WIDTH - _EDGE:
            x, y = _EDGE, y + _LEGEND
        parts.append(element("g", drawing, element("text", text, x=20, y=4), transform=f"translate({x:.1f} {y:.1f})"))
        x += wide + 16
    return y + _LEGEND / 2 - top, element("g", *parts, class_="tl-legend")
