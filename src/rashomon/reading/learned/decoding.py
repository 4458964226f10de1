"""From the model's scores to triggers, arguments and mentions, one window at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast, get_args

import numpy as np
from numpy.typing import NDArray

from rashomon.model import Endorsement, EventType, Factuality, Kind, Sign
from rashomon.reading.learned.types import Argument, Frame, Mention, Role, Stretch

Scores = NDArray[np.float32]

NONE = "-"
LONGEST = 14
"""Words of the longest argument or trigger that is read."""
_ROLES = frozenset(get_args(Role))
_ONCE = frozenset({"time", "teller", "from", "to"})
CUE, SOURCE = "cue", "source"
_ALONE = {"recipient": 0.3, "place": 0.15}
"""Where the likeliest words for a role that nothing fills begin to count, unless the model's labels say otherwise.

A doer is never filled so: an allegation with nobody named does less harm than one with the wrong name.
"""
_Span = tuple[Role, int, int, float]


@dataclass(frozen=True)
class Labels:
    """What the model's outputs stand for, in their order, and where each begins to count (`labels.json`)."""

    senses: tuple[str, ...]
    heads: Mapping[str, tuple[str, ...]]
    roles: tuple[str, ...]
    sorts: tuple[str, ...]
    thresholds: Mapping[str, float]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Labels:
        """From the JSON object that ships with the model."""
        heads = {name: tuple(values) for name, values in data["heads"].items()}
        return cls(tuple(data["senses"]), heads, tuple(data["roles"]), tuple(data["sorts"]), data["thresholds"])

    def least(self, name: str) -> float:
        """The raw score from which on a trigger ("found") or an argument (its role) counts."""
        return self.thresholds.get(name, 0.5)

    def alone(self, role: str) -> float:
        """The raw score from which on the likeliest words fill a role that would stand empty."""
        return self.thresholds.get(f"{role}:alone", min(_ALONE.get(role, 1.0), self.least(role)))


@dataclass(frozen=True)
class WordScores:
    """What the model says of the words of a window: (W, senses + 1), (W, 1 + 2 sorts), (W, W + 1), (W)."""

    senses: Scores
    sorts: Scores
    links: Scores
    certainty: Scores


@dataclass(frozen=True)
class FrameScores:
    """What it says of the triggers of a window: by head (F, values), and (F, W, roles, 2) for the arguments."""

    heads: Mapping[str, Scores]
    roles: Scores


@dataclass(frozen=True)
class Trigger:
    """Words of a window that are a trigger, with the sense's probabilities."""

    first: int
    last: int
    found: float
    senses: Scores


def triggers(scores: WordScores, sentence: Sequence[int], labels: Labels) -> list[Trigger]:
    """The triggers of a window. `sentence`: the sentence of each word."""
    probabilities = softmax(scores.senses[:, :-1])
    found = 1 - probabilities[:, 0]
    goes_on = sigmoid(scores.senses[:, -1])
    starts = np.flatnonzero(found >= labels.least("found"))
    begins = set(starts.tolist())
    out = []
    for first in starts.tolist():
        last = first
        while (
            last + 1 < len(found)
            and last - first + 1 < LONGEST
            and last + 1 not in begins
            and goes_on[last + 1] >= 0.5
            and sentence[last + 1] == sentence[first]
        ):
            last += 1
        out.append(Trigger(first, last, float(found[first]), probabilities[first]))
    return out


@dataclass(frozen=True)
class Telling:
    """A cue of a window: who tells by it (first and last word, score), and the cue in whose content it stands."""

    sources: tuple[tuple[int, int, float], ...]
    outer: Stretch | None


def cues(hung: FrameScores, labels: Labels) -> list[Stretch | None]:
    """The cue (first and last word) that each frame is told by, if any."""
    if CUE not in labels.roles:
        return [None] * len(hung.roles)
    return [_cue(scores, labels) for scores in sigmoid(hung.roles)]


def tellings(at: Sequence[Stretch], hung: FrameScores, labels: Labels) -> dict[Stretch, Telling]:
    """What hangs on cues. `hung`: the scores of the cues `at`, as those of triggers."""
    found = {}
    for cue, scores in zip(at, sigmoid(hung.roles), strict=True):
        sources = _role(scores, labels.roles.index(SOURCE), labels.least(SOURCE))
        outer = _cue(scores, labels)
        found[cue] = Telling(tuple(sources), outer if outer != cue else None)
    return found


def chain(cue: Stretch | None, told: Mapping[Stretch, Telling]) -> list[Telling]:
    """The tellings around a frame from the innermost outwards, as far as somebody tells."""
    found: list[Telling] = []
    seen: set[Stretch] = set()
    while cue is not None and cue in told and cue not in seen and told[cue].sources:
        seen.add(cue)
        found.append(told[cue])
        cue = told[cue].outer
    return found


def _cue(scores: Scores, labels: Labels) -> Stretch | None:
    spans = _role(scores, labels.roles.index(CUE), labels.least(CUE))
    best = max(spans, key=lambda s: s[2], default=None)
    return (best[0], best[1]) if best else None


def frames(
    found: Sequence[Trigger],
    words: Sequence[Stretch],
    scores: WordScores,
    hung: FrameScores,
    labels: Labels,
    told: Sequence[Sequence[Telling]] = (),
) -> tuple[list[Frame], list[Mention]]:
    """The frames of a window with their arguments, and its mentions.

    `words`: where each word stands in the text; `told`: the tellings around each frame, from the innermost outwards.
    """
    heads = {name: softmax(values) for name, values in hung.heads.items()}
    roles = sigmoid(hung.roles)
    spans = [_told(_spans(roles[i], labels), told[i] if told else ()) for i in range(len(found))]
    tagged = _tagged(scores.sorts, labels)
    ends = {first: last for first, last, _, _ in tagged}
    ends.update({first: last for each in spans for _, first, last, _ in each if first not in ends})
    linked = _Linked(softmax(scores.links), ends, words)
    out = []
    for i, trigger in enumerate(found):
        arguments = []
        for role, first, last, score in spans[i]:
            names, link = linked.of(first)
            arguments.append(Argument(role, words[first][0], words[last][1], score, names, link))
        out.append(_frame(trigger, arguments, {n: v[i] for n, v in heads.items()}, words, scores, labels))
    mentions = []
    for first, last, sort, score in tagged:
        names, link = linked.of(first)
        mentions.append(Mention(words[first][0], words[last][1], sort, score, names, link))
    return out, mentions


class _Linked:
    """Who each word stands for."""

    def __init__(self, scores: Scores, ends: Mapping[int, int], words: Sequence[Stretch]) -> None:
        self._best, self._scores, self._ends, self._words = scores.argmax(1), scores, ends, words

    def of(self, word: int) -> tuple[Stretch | None, float]:
        """The stretch that names what the mention beginning here stands for (None: itself), and how sure that is."""
        best = int(self._best[word])
        score = float(self._scores[word, best])
        if best == 0 or best - 1 == word:
            return None, score
        first = best - 1
        return (self._words[first][0], self._words[self._ends.get(first, first)][1]), score


def _spans(scores: Scores, labels: Labels) -> list[_Span]:
    """(role, first word, last word, score) of one trigger's arguments, in text order; scores: (W, roles, 2)."""
    out: list[_Span] = []
    for r, role in enumerate(labels.roles):
        if role in _ROLES:
            spans = _role(scores, r, labels.least(role)) or _only(scores, r, labels.alone(role))
            if len(spans) > 1 and role in _ONCE:
                spans = [max(spans, key=lambda s: s[2])]
            out += [(cast(Role, role), *span) for span in spans]
    return sorted(out, key=lambda span: (span[1], span[2], span[0]))


def _only(scores: Scores, r: int, least: float) -> list[tuple[int, int, float]]:
    """The likeliest words for a role that nothing fills, if they reach this score."""
    spans = _role(scores, r, least)
    return [max(spans, key=lambda s: s[2])] if spans else []


def _role(scores: Scores, r: int, least: float) -> list[tuple[int, int, float]]:
    """(first word, last word, score) of what fills one role."""
    begins, goes_on = scores[:, r, 0], scores[:, r, 1]
    out = []
    for first in np.flatnonzero(begins >= least).tolist():
        last = first
        while (
            last + 1 < len(begins)
            and last - first + 1 < LONGEST
            and goes_on[last + 1] >= 0.5
            and begins[last + 1] < max(0.5, goes_on[last + 1])
        ):
            last += 1
        out.append((first, last, float(begins[first])))
    return out


def _told(spans: list[_Span], around: Sequence[Telling]) -> list[_Span]:
    """Arguments whose tellers are those of the cues around their trigger, where any are."""
    if not around:
        return spans
    kept = [span for span in spans if span[0] not in ("teller", "teller-outer")]
    for telling, role in zip(around, ("teller", *["teller-outer"] * len(around)), strict=False):
        kept += [(cast(Role, role), first, last, score) for first, last, score in telling.sources]
    return sorted(kept, key=lambda span: (span[1], span[2], span[0]))


def _tagged(scores: Scores, labels: Labels) -> list[tuple[int, int, str, float]]:
    """(first, last, sort, score) of the mentions of a window."""
    probabilities = softmax(scores)
    tags = probabilities.argmax(1).tolist()
    out: list[tuple[int, int, str, float]] = []
    for i, tag in enumerate(tags):
        if tag == 0:
            continue
        sort = labels.sorts[(tag - 1) // 2]
        if tag % 2 == 0 and out and out[-1][1] == i - 1:  # goes on, whatever sort it would be
            first, _, before, score = out[-1]
            out[-1] = (first, i, before, score)
        else:
            out.append((i, i, sort, float(probabilities[i, tag])))
    return out


def _frame(
    trigger: Trigger,
    arguments: Sequence[Argument],
    heads: Mapping[str, Scores],
    words: Sequence[Stretch],
    scores: WordScores,
    labels: Labels,
) -> Frame:
    best = int(trigger.senses[1:].argmax()) + 1
    kind, _, mark = labels.senses[best].partition("/")
    values = {name: int(p.argmax()) for name, p in heads.items()}
    chosen = {name: labels.heads[name][value] for name, value in values.items()}
    told = any(a.role == "teller" for a in arguments)
    mode = chosen["mode"] if kind in ("event", "control") and chosen["mode"] != NONE else None
    raw = {"found": trigger.found, "type": float(trigger.senses[best] / max(trigger.found, 1e-6))}
    raw |= {name: float(heads[name][values[name]]) for name in ("mode", "factuality", "endorsement", "negated")}
    if kind == "control":
        raw["holds"] = float(heads["holds"][values["holds"]])
    return Frame(
        start=words[trigger.first][0],
        end=words[trigger.last][1],
        kind=cast(Kind, kind),
        type=cast(EventType, mark) if kind in ("event", "control") and mark != NONE else None,
        sign=cast(Sign, mark) if kind in ("relation", "appraisal") else None,
        mode=mode,
        holds=kind == "control" and chosen["holds"] == "yes",
        factuality=cast(Factuality, chosen["factuality"]),
        endorsement=cast(Endorsement, chosen["endorsement"]) if told else "endorses",
        negated=chosen["negated"] == "yes",
        scores=raw,
        runners={
            "type": _runners(trigger.senses, labels.senses, {0, best}),
            "factuality": _runners(heads["factuality"], labels.heads["factuality"], {values["factuality"]}),
        },
        arguments=tuple(arguments),
        certainty=float(scores.certainty[trigger.first]),
    )


def _runners(scores: Scores, values: Sequence[str], left_out: set[int]) -> tuple[tuple[str, float], ...]:
    """The two labels next to the one chosen, if they have any weight."""
    order = [int(i) for i in np.argsort(-scores)[:4] if int(i) not in left_out]
    return tuple((values[i], float(scores[i])) for i in order[:2] if scores[i] >= 0.05)


def softmax(x: Scores) -> Scores:
    """Over the last axis."""
    e = np.exp(x - x.max(-1, keepdims=True))
    return cast(Scores, e / e.sum(-1, keepdims=True))


def sigmoid(x: Scores) -> Scores:
    """Of each element."""
    return cast(Scores, 1 / (1 + np.exp(-np.clip(x, -30, 30))))
