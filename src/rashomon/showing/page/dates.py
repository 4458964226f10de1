"""The section "When": dated claims on a timeline, a lane a teller."""

from __future__ import annotations

from markupsafe import Markup

from rashomon.model import Claim
from rashomon.model.when import days_of
from rashomon.showing.days import written
from rashomon.showing.page.accounts import Accounts, Told, Voice
from rashomon.showing.page.environment import fill
from rashomon.showing.page.timeline import Lane, Moment, timeline
from rashomon.showing.phrases import who

_PAST = {"happened", "not", "possible"}
"""How what lies in the past, or may, is told."""


def dates_section(accounts: Accounts) -> Markup:
    """The section, or nothing where no claim is dated."""
    lanes = [
        Lane(accounts.label(voice), moments, voice.key)
        for voice in accounts.voices
        if (moments := _moments(voice, accounts))
    ]
    drawing = timeline(lanes)
    if not drawing:
        return Markup()
    undated = sum(not told.claim.when for told in accounts.told)
    return fill("dates.html", drawing=drawing, undated=undated, dated=len(accounts.told) - undated)


def _moments(voice: Voice, accounts: Accounts) -> tuple[Moment, ...]:
    published = accounts.readings[voice.document].document.published
    return tuple(_moment(told, published) for told in accounts.told if told.voice is voice and told.claim.when)


def _told_by_then(claim: Claim, published: str | None) -> str:
    """When it is; what is told as past ("in 2019", "since 2017") reaches no further than the day it is published."""
    when = claim.when or ""
    days, known = days_of(when), days_of(published or "")
    if days is None or known is None or known.last is None or claim.factuality not in _PAST:
        return when
    if (days.last and days.last <= known.last) or (days.first or known.last) > known.last:
        return when
    return f"{days.first or '..'}/{known.last}"


def _moment(told: Told, published: str | None) -> Moment:
    claim = told.claim
    held = claim.control.place if claim.control and claim.control.place else who(claim, "agents")
    label = f"{held}: “{claim.trigger}”, {written(claim.when or '')}"
    return Moment(_told_by_then(claim, published), label, f"#{told.anchor}", claim.kind, claim.factuality, told.anchor)
