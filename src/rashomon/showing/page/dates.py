"""The section "When": dated claims on a timeline, a lane a teller."""

from __future__ import annotations

from markupsafe import Markup

from rashomon.showing.page.accounts import Accounts, Told
from rashomon.showing.page.environment import fill
from rashomon.showing.page.timeline import Lane, Moment, timeline
from rashomon.showing.phrases import who


def dates_section(accounts: Accounts) -> Markup:
    """The section, or nothing where no claim is dated."""
    lanes = [
        Lane(accounts.label(voice), moments, voice.key)
        for voice in accounts.voices
        if (moments := tuple(_moment(told) for told in accounts.told if told.voice is voice and told.claim.when))
    ]
    drawing = timeline(lanes)
    if not drawing:
        return Markup()
    undated = sum(not told.claim.when for told in accounts.told)
    return fill("dates.html", drawing=drawing, undated=undated, dated=len(accounts.told) - undated)


def _moment(told: Told) -> Moment:
    claim = told.claim
    held = claim.control.place if claim.control and claim.control.place else who(claim, "agents")
    label = f"{held}: “{claim.trigger}”, {claim.when}"
    return Moment(claim.when or "", label, f"#{told.anchor}", claim.kind, claim.factuality, told.anchor)
