"""All deeds of a document: the best sense of each trigger, overlaps resolved, roles filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from rashomon.knowledge.deeds import Part, Sense, fold, senses
from rashomon.model import Alternative
from rashomon.reading.deeds.again import takes_up, tells_sort
from rashomon.reading.deeds.conditions import satisfied, unmet
from rashomon.reading.deeds.elsewhere import of_a_game, told_by_art
from rashomon.reading.deeds.light import Support, support
from rashomon.reading.deeds.merge import merged
from rashomon.reading.deeds.parties import settle
from rashomon.reading.deeds.phrases import match, trigger_range
from rashomon.reading.deeds.roles import Roles, assign
from rashomon.reading.syntax import loose_slots, slots
from rashomon.reading.syntax.slots import Slots
from rashomon.reading.types import ActorIndex, Deed, Mention

_CARRIED = {"event", "control"}
"""Kinds of deeds that a light verb may carry; lasting ties and judgements have none."""
_VERBAL = {"subj", "obj", "iobj", "comp", "finite", "prt", "attributive"}
"""Slots of a light verb that are no slots of its noun."""


@dataclass(frozen=True)
class Candidate:
    """A sense that fits a trigger, with what was found out on the way."""

    head: Token
    sense: Sense
    tokens: tuple[Token, ...]
    points: float
    strict: Slots
    loose: Slots
    carrier: Support | None
    rivals: tuple[Alternative, ...] = ()


def find_deeds(doc: Doc, actors: ActorIndex) -> list[Deed]:
    """Every deed, relation, control and appraisal that the words name, in text order."""
    candidates: list[Candidate] = []
    for sentence in doc.sents:
        if of_a_game(sentence):
            continue
        words = frozenset(fold(form) for token in sentence for form in (token.lemma_, token.text))
        candidates.extend(c for token in sentence if (c := _best(token, actors, words)))
    deeds = [_deed(c, actors) for c in _told_first(_without_overlaps(candidates))]
    return settle(merged(sorted(deeds, key=lambda d: (d.start, d.end)), actors), actors)


def deed_at(token: Token, actors: ActorIndex) -> Deed | None:
    """The deed that this token carries in the sense that fits it best, whatever stands around it; None: in none."""
    words = frozenset(fold(form) for other in token.sent for form in (other.lemma_, other.text))
    candidate = _best(token, actors, words)
    return _deed(candidate, actors) if candidate else None


def _told_first(candidates: list[Candidate]) -> list[Candidate]:
    """Without nouns that only take up a deed told before."""
    kept: list[Candidate] = []
    for c in sorted(candidates, key=lambda c: c.head.i):
        noun = c.sense.part == "noun" and c.sense.kind == "event" and c.carrier is None
        if noun and takes_up(c.head, c.strict, {str(k.sense.type) for k in kept}, str(c.sense.type)):
            continue
        kept.append(c)
    return kept


def part_of_speech(token: Token) -> Part | None:
    """How a token may carry a deed: as verb, noun or adjective."""
    if token.pos_ == "AUX" and token.dep_ in {"aux", "auxpass"}:
        return None
    if token.pos_ in {"VERB", "AUX"}:
        if token.tag_ == "VBG" and _nominal_gerund(token):
            return "noun"
        return "verb"
    if token.pos_ in {"NOUN", "PROPN"}:
        return "noun"
    if token.pos_ in {"ADJ", "ADV", "ADP"}:
        return "adj"
    return None


def _nominal_gerund(token: Token) -> bool:
    """A gerund that stands as a noun ("the shelling of")."""
    children = {c.dep_ for c in token.children}
    of = any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children)
    return (bool({"det", "poss"} & children) or of) and "dobj" not in children and "nsubj" not in children


def _lookup(token: Token, part: Part) -> list[Sense]:
    known = senses()
    found = list(known.get((fold(token.lemma_), part), ()))
    if fold(token.text) != fold(token.lemma_):
        found.extend(known.get((fold(token.text), part), ()))
    return found


def _names_actor(token: Token, actors: ActorIndex) -> bool:
    """Whether a token is part of an actor's name ("Rapid Support Forces"), which does not carry a deed."""
    if token.pos_ == "VERB" or not token.text[:1].isupper():
        return False
    mention = actors.mention_at(token)
    if mention is None or mention.form != "name" or mention.category not in {"person", "group"}:
        return False
    return not _opens_title(mention, token)


def _opens_title(mention: Mention, token: Token) -> bool:
    """Whether a seeming name is a quoted headline that begins with its deed: “Liberation of Orsa”."""
    before = token.doc[mention.start - 1] if mention.start else None
    return mention.start == token.i and before is not None and before.is_quote


def _best(token: Token, actors: ActorIndex, around: frozenset[str]) -> Candidate | None:
    """The sense that fits this token best, if any does. `around`: the folded words of its sentence."""
    part = part_of_speech(token)
    if part is None:
        return None
    known = _lookup(token, part)
    if not known and part == "noun" and token.tag_ == "VBG":
        known = _lookup(token, "verb")
    if not known and part == "verb" and token.dep_ in {"amod", "acomp"}:
        known = _lookup(token, "adj")
    known = [sense for sense in known if around.issuperset(sense.words)]
    if not known:
        return None
    if told_by_art(token) or _names_actor(token, actors) or (part == "noun" and tells_sort(token)):
        return None
    strict, loose = {**slots(token), "self": [token]}, loose_slots(token)
    carrier = support(token) if part == "noun" else None
    carried = strict
    if carrier is not None:
        loose = {**_beside(carrier), **loose}
    if carrier is not None:
        carried = {"subj": carrier.slots.get("subj", []), "iobj": carrier.slots.get("iobj", []), **strict}
    fitting: list[tuple[float, Sense, list[Token]]] = []
    failed: list[Sense] = []
    for sense in known:
        tokens = match(token, sense.words, sense.head, sense.part)
        if tokens is None:
            continue
        own = _slots_of_phrase(carried if sense.kind in _CARRIED else strict, tokens, token, part)
        count = satisfied(sense, own, loose, actors)
        if count is None:
            failed.append(sense)
        else:
            together = 0.5 if 1 < len(tokens) == tokens[-1].i - tokens[0].i + 1 else 0.0
            points = count + 1.5 * (len(sense.words) - 1) + together + sense.rank
            fitting.append((points, sense, tokens))
    if not fitting:
        return None
    fitting.sort(key=lambda f: (-f[0], -len(f[1].words), f[1].entry))
    points, sense, tokens = fitting[0]
    strict = _slots_of_phrase(carried if sense.kind in _CARRIED else strict, tokens, token, part)
    if sense.kind not in _CARRIED:
        carrier = None
    rivals = [Alternative(value=_label(s), score=_raw(p, len(fitting)), why=s.entry) for p, s, _ in fitting[1:4]]
    rivals += [
        Alternative(value=_label(s), score=0.0, why=f"{s.entry}: unmet ({unmet(s.wants or s.bars)})")
        for s in failed[:2]
    ]
    others = {t.i for t in tokens if t.i != token.i}  # words of the phrase itself play no role in it
    strict, loose = _without(strict, others), _without(loose, others)
    return Candidate(token, sense, tuple(tokens), points, strict, loose, carrier, tuple(rivals))


def _without(slots: Slots, tokens: set[int]) -> Slots:
    return {name: [t for t in fillers if t.i not in tokens] for name, fillers in slots.items()}


def _beside(carrier: Support) -> Slots:
    """What stands beside a carried noun and was hung on its verb ("mounted an operation against X")."""
    own = {*carrier.light.noun, *_VERBAL}
    return {name: fillers for name, fillers in carrier.slots.items() if name not in own}


def _label(sense: Sense) -> str:
    return "/".join(filter(None, (sense.kind, sense.type, sense.mode)))


def _raw(points: float, competitors: int) -> float:
    return round(min(0.95, 0.55 + 0.1 * points) / (1 + 0.1 * (competitors - 1)), 3)


def _without_overlaps(candidates: list[Candidate]) -> list[Candidate]:
    """Longer phrases swallow what stands in them; a light verb is no deed of its own."""
    taken: set[int] = set()
    kept: list[Candidate] = []
    absorbed = {t.i for c in candidates for slot in c.sense.absorbs for t in c.strict.get(slot, ())}
    candidates = [c for c in candidates if c.head.i not in absorbed or c.sense.kind not in _CARRIED]
    carried = {t.i for c in candidates if c.carrier and not c.carrier.light.keeps for t in c.carrier.tokens}
    for c in sorted(candidates, key=lambda c: (-len(c.tokens), c.head.i)):
        inside = {t.i for t in c.tokens}
        if inside & taken:
            continue
        if len(c.tokens) == 1 and c.head.i in carried and not c.sense.absorbs:
            continue
        taken |= inside
        kept.append(c)
    return kept


def _ends_in(tokens: Sequence[Token], head: Token) -> tuple[Token, list[Token]]:
    """The last word of a phrase and, if it is a preposition, what stands after it."""
    last = tokens[-1]
    return last, [t for t in last.children if t.dep_ == "pobj"] if last is not head and last.pos_ == "ADP" else []


def _slots_of_phrase(strict: Slots, tokens: Sequence[Token], head: Token, part: Part) -> Slots:
    """The slots of a phrase: its own words fill none, and the object of a preposition that it ends in
    is its object ("threw their weight behind **X**")."""
    inside = set(tokens) - {head}
    if not inside or part == "noun":
        return strict
    kept = {name: rest for name, ts in strict.items() if (rest := [t for t in ts if t not in inside])}
    last, after = _ends_in(tokens, head)
    return {**kept, "obj": after, last.lower_: after} if after else kept


def _sense_of_phrase(c: Candidate) -> Sense:
    """The sense with the preposition that its phrase ends in as first choice for the recipient."""
    last, after = _ends_in(c.tokens, c.head)
    slots_named = {slot for role, names in c.sense.frame.items() if role != "recipient" for slot in names}
    recipient = c.sense.frame.get("recipient")
    if not after or not recipient or c.sense.part == "noun" or c.sense.kind in {"control", "appraisal"}:
        return c.sense
    if last.lower_ in slots_named:
        return c.sense
    return replace(c.sense, frame={**c.sense.frame, "recipient": (last.lower_, *recipient)})


def _deed(c: Candidate, actors: ActorIndex) -> Deed:
    roles: Roles = assign(_sense_of_phrase(c), c.strict, c.loose, c.carrier, actors)
    start, end = trigger_range(c.head, c.tokens)
    return Deed(
        head=c.head,
        start=start,
        end=end,
        kind=c.sense.kind,
        type=c.sense.type,
        mode=c.sense.mode,
        sign=c.sense.sign,
        entry=c.sense.entry,
        score=_raw(c.points, 1 + len(c.rivals)),
        agents=roles["agent"],
        recipients=roles["recipient"],
        place=roles["place"],
        from_=roles["loser"],
        to=roles["gainer"],
        holds=c.sense.holds,
        symmetric=c.sense.symmetric,
        alternatives=c.rivals,
    )
