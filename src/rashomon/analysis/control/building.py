"""From claims to ledgers: step by step through time, each account by itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from rashomon.analysis.control.changes import Step, in_time, steps
from rashomon.analysis.control.types import Denial, Ledger, Mark, State, Tenure
from rashomon.comparing.disputes.statements import Speakers
from rashomon.comparing.events.types import Event
from rashomon.comparing.parties import Party, meet, usual_names
from rashomon.model import Reading


@dataclass(eq=False)
class _Draft:
    """A tenure while its ledger is written."""

    holder: tuple[Party, ...]
    part: str | None
    since: int | None = None
    until: int | None = None
    by: int | None = None
    told: int = 0
    taken_from: tuple[Party, ...] = ()
    handed: bool = False
    claims: list[str] = field(default_factory=list)
    ended_by: list[str] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Whether nothing has ended it yet."""
        return self.until is None and not self.ended_by


def ledgers(
    readings: Sequence[Reading], events: Iterable[Event] = (), wanted: Container[tuple[str, str]] | None = None
) -> tuple[Ledger, ...]:
    """The ledger of every place in every account, by place, then account; the same in any order of readings.

    Args:
        readings: of a whole case: who "the army" is, other documents may tell.
        events: as found in it, if they were looked for: documents that speak of one event speak of one war.
        wanted: the claims that are asked for (document, claim); None: all.
    """
    speakers = Speakers(sorted(readings, key=lambda r: (r.document.id, r.document.sha256)), events)
    grouped: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in steps(speakers):
        told = step.statement.told
        if wanted is not None and (told.reading.document.id, told.claim.id) not in wanted:
            continue
        grouped[step.spot.key, step.statement.teller.key].append(step)
    called = _called(party for some in grouped.values() for step in some for party in (*step.loser, *step.gainer))
    names = _place_names(grouped)
    found = (_ledger(key, some, names[key[0]], called) for key, some in grouped.items())
    kept = [one for one in found if one.tenures or one.denials or one.unsure]
    return tuple(sorted(kept, key=lambda one: (one.place, one.place_key, one.account, one.account_key)))


def _place_names(grouped: Mapping[tuple[str, str], Sequence[Step]]) -> dict[str, str]:
    """Each place by the name used most, among equals the shortest."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for (key, _), some in grouped.items():
        counted[key].update(step.spot.shown for step in some)
    return {key: min(some, key=lambda name: (-some[name], len(name), name)) for key, some in counted.items()}


def _ledger(key: tuple[str, str], some: Sequence[Step], place: str, called: Mapping[str, str]) -> Ledger:
    ordered = in_time(some)
    real = [step for step in ordered if step.statement.stand == "says" or step.unheld]
    drafts: list[_Draft] = []
    for step in real:
        if step.state is None:
            _take(drafts, step)
    return Ledger(
        place=place,
        place_key=key[0],
        account=ordered[0].statement.teller.name,
        account_key=key[1],
        tenures=tuple(_tenure(draft, called) for draft in drafts),
        marks=_marks([step for step in real if step.state is not None], called),
        denials=tuple(
            _denial(step, called)
            for step in ordered
            if step.statement.stand == "denies" and not step.state and not step.unheld
        ),
        unsure=tuple(dict.fromkeys(s.claim for s in ordered if s.statement.stand == "leaves open" and not s.state)),
    )


def _take(drafts: list[_Draft], step: Step) -> None:
    """One claim more, in the order of time."""
    last = next((draft for draft in reversed(drafts) if draft.part == step.part), None)
    if step.holds:
        _hold(drafts, last, step)
        return
    if last is not None and step.gainer and meet(last.holder, step.gainer) and last.open:
        _again(last, step)
        return
    if last is not None and last.open and not _denied_loser(last, step):
        _end(last, step)
    elif step.loser and not (last is not None and meet(last.holder, step.loser) and not last.open):
        before = _Draft(step.loser, step.part, claims=[step.claim], told=step.day)
        _end(before, step)
        drafts.append(before)
    if step.gainer:
        drafts.append(
            _Draft(step.gainer, step.part, since=step.first, by=step.by, told=step.day, taken_from=step.loser,
                   handed=_handed(step), claims=[step.claim])
        )  # fmt: skip
    elif last is None and not step.loser:
        drafts.append(_Draft((), step.part, since=step.first, by=step.by, told=step.day, claims=[step.claim]))


def _hold(drafts: list[_Draft], last: _Draft | None, step: Step) -> None:
    """A hold that is told without a beginning: it had begun by then."""
    if last is not None and last.open and meet(last.holder, step.gainer):
        last.claims.append(step.claim)
        return
    if step.unheld:
        _empty(drafts, last, step)
        return
    if not step.gainer:
        return
    if step.over:
        drafts.append(_Draft(step.gainer, step.part, told=step.day, claims=[step.claim], ended_by=[step.claim]))
        return
    by = _by(step)
    drafts.append(_Draft(step.gainer, step.part, by=by, told=step.day, claims=[step.claim]))


def _by(step: Step) -> int | None:
    """The day by which a hold had begun that is told without a beginning: its own last, or when it was told."""
    days = (day for day in (step.last, step.by, step.day or None) if day is not None)
    return next(days, None)


def _empty(drafts: list[_Draft], last: _Draft | None, step: Step) -> None:
    """Nobody holds it: whoever did has left by then."""
    if last is not None and last.open and not last.holder:
        last.claims.append(step.claim)
        return
    if last is not None and last.open:
        _end(last, step)
    by = _by(step)
    drafts.append(_Draft((), step.part, since=step.first, by=by, told=step.day, claims=[step.claim]))


def _again(last: _Draft, step: Step) -> None:
    """The same gain told again, perhaps with what was not said before."""
    last.claims.append(step.claim)
    if last.since is None:
        last.since = step.first
        last.by = last.by if last.by is not None else step.by
    last.taken_from = last.taken_from or step.loser
    last.handed = last.handed or _handed(step)


def _denied_loser(last: _Draft, step: Step) -> bool:
    """Whether a claim says that somebody else lost it than who is down as its holder."""
    return bool(step.loser and last.holder) and not meet(last.holder, step.loser)


def _end(draft: _Draft, step: Step) -> None:
    draft.until = step.first
    draft.ended_by.append(step.claim)


def _handed(step: Step) -> bool:
    """Whether the loser gave the place, by the claim's own type: he concedes or retreats, nobody takes it."""
    return bool(step.loser) and step.statement.told.claim.type in ("RETREAT", "CONCEDE", "AGREE")


def _tenure(draft: _Draft, called: Mapping[str, str]) -> Tenure:
    since = draft.since if draft.since is not None else draft.by
    return Tenure(
        holder=_row(draft.holder, called) if draft.holder else None,
        key="+".join(sorted({party.key for party in draft.holder})) or None,
        since=_iso(since),
        until=_iso(draft.until),
        begins="said" if draft.since is not None else "by" if draft.by is not None else None,
        part=draft.part,
        taken_from=_row(draft.taken_from, called) if draft.taken_from else None,
        handed=draft.handed,
        claims=tuple(dict.fromkeys(draft.claims)),
        ended_by=tuple(dict.fromkeys(draft.ended_by)),
    )


def _marks(some: Sequence[Step], called: Mapping[str, str]) -> tuple[Mark, ...]:
    """Sieges and fights, those of one state and one side together."""
    grouped: dict[tuple[State, str | None], list[Step]] = defaultdict(list)
    for step in some:
        state: State = "besieged" if step.state == "besieged" else "contested"
        by = _row(step.gainer, called) if step.gainer and state == "besieged" else None
        grouped[state, by].append(step)
    return tuple(
        Mark(
            state=state,
            by=by,
            since=_iso(min((s.first for s in own if s.first is not None), default=None)),
            until=_iso(max((s.last for s in own if s.last is not None), default=None)),
            claims=tuple(dict.fromkeys(step.claim for step in own)),
        )
        for (state, by), own in sorted(grouped.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    )


def _denial(step: Step, called: Mapping[str, str]) -> Denial:
    sides = step.loser or step.gainer
    return Denial(step.claim, _row(sides, called) if sides else None, bool(step.loser))


def _called(parties: Iterable[Party]) -> Mapping[str, str]:
    """One name for each party by its key: of a state's organs each its own."""
    return usual_names(parties, "key")


def _row(parties: Iterable[Party], called: Mapping[str, str]) -> str:
    """Their names, joined."""
    return " and ".join(sorted({called[party.key] for party in parties}))


def _iso(day: int | None) -> str | None:
    return date.fromordinal(day).isoformat() if day else None
