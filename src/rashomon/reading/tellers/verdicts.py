"""Verdicts that what was said is false.

"Reports that S are lies" and "called the report that S a fabrication" tell S as what did not happen, as the teller of
the verdict has it; whoever made the report by name tells it too. "S, X said. That is a lie, said Y", "S? Nonsense,
said Y" and "Nothing of the kind happened, Y said" answer what stands before them. An author who says so himself of what
another said disowns it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.knowledge.deeds import senses
from rashomon.reading.syntax import subjects
from rashomon.reading.tellers import sources
from rashomon.reading.tellers.drafts import Draft
from rashomon.reading.tellers.falsehoods import (
    false_answer,
    false_of,
    fragment,
    is_bare_not,
    is_false,
    is_lying,
    means_false,
    negated,
    phrase_start,
)
from rashomon.reading.tellers.ground import Ground, listed
from rashomon.reading.tellers.layout import Range
from rashomon.reading.tellers.sources import Source, is_finite_verb, passive

ENTRY = "reporting.yaml:falsehoods"
_MAX = 6
"""So many words lie between "called it" and what it is called."""
_ARGUMENTS = {"dobj", "attr", "nsubj", "nsubjpass", "acomp"}


@dataclass(frozen=True)
class Verdict:
    """The words that call something false.

    Attributes:
        at: the word that does. `start`: where its clause or phrase begins.
        who: who says it, if he is the subject ("X called it a lie"); None: whoever tells the words.
        bare: it is only a "not" ("It had not."), which answers facts, not plans and demands.
    """

    at: Token
    start: int
    who: Source | None = None
    bare: bool = False


def by_verdicts(drafts: list[Draft], ground: Ground) -> list[Draft]:
    """What is called false, told by whoever calls it that; changes the tellings that are."""
    found: list[Draft] = []
    for token in ground.doc:
        if (start := _content(token, ground)) is not None:
            verdict = _on_subject(token, start, ground) or _on_object(token, start, ground)
            if verdict is not None:
                found += _told_false(token, start, verdict, drafts, ground)
        elif (verdict := _on_deed(token, ground)) is not None:
            found += _told_false(token, token.left_edge.i, verdict, drafts, ground)
        elif (clause := _spoken_falsely(token, ground)) is not None:
            found += _said_falsely(token, clause, drafts, ground)
    for sentence in ground.layout.sentences:
        for verdict in _answers(sentence, drafts, ground):
            for item in _answered(verdict, sentence, drafts, ground):
                if not any(d.source == item.source and d.ranges == item.ranges for d in (*drafts, *found)):
                    found.append(item)
    return found


def _content(noun: Token, ground: Ground) -> int | None:
    """Where that begins which a noun for something said tells: "reports that S", "the allegations of torture"."""
    cues = [c for c in ground.knowledge.nouns.get(noun.lemma_.lower(), ()) if "to" not in c.content]
    if not cues or noun.i + 1 >= len(ground.doc) or any(c.factuality == "not" for c in cues):
        return None  # a false denial denies nothing
    first = noun.nbor(1)
    return first.i if any(first.lower_ in cue.content for cue in cues) else None


def _on_subject(noun: Token, start: int, ground: Ground) -> Verdict | None:
    """As in "reports that S are lies", "were fabricated", "were dismissed as fiction"."""
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"} or verb.i < start or verb.pos_ not in {"VERB", "AUX"}:
        return None
    first = min(t.i for t in (verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i > start)))
    if (false := false_of(verb, ground)) is not None:
        return Verdict(false, first)
    bare, labelled = (_calls(verb, name, ground) for name in ("calling", "calling_as"))
    if not passive(verb):
        return None
    if any(c.factuality == "not" and "noun" in c.content for c in ground.knowledge.verbs.get(verb.lemma_.lower(), ())):
        who = subjects(verb)
        if who and not negated(verb):  # "was rejected by X"
            return Verdict(verb, first, sources.named(who[0], ground))
    if not (bare or labelled):
        return None
    for token in ground.doc[verb.i + 1 : ground.layout.sentence(verb.i)[1]]:
        if is_false(token, ground) and (bare or listed(ground.doc[phrase_start(token, verb.i + 1)], "as")):
            who = subjects(verb)
            by = token.i + 1 < len(ground.doc) and listed(token.nbor(1), "givers")
            giver = who[0] if who else sources.noun_at(token.i + 2, ground.segment(token.i)[1], ground) if by else None
            return Verdict(token, first, sources.named(giver, ground) if giver is not None else None)
    return None


def _on_object(noun: Token, start: int, ground: Ground) -> Verdict | None:
    """As in "X called the report that S a fabrication", "described reports of S as lies"."""
    verb = noun.head.head if noun.dep_ == "pobj" and listed(noun.head, "as") else noun.head
    bare, labelled = (_calls(verb, name, ground) for name in ("calling", "calling_as"))
    if noun.i < verb.i or not (bare or labelled) or passive(verb):
        return None
    who = subjects(verb)
    for token in ground.doc[verb.i + 2 : noun.i] if who and labelled else ():
        if means_false(token, ground) and listed(ground.doc[phrase_start(token, verb.i + 1)], "as"):
            return Verdict(token, ground.layout.sentence(noun.i)[1], sources.named(who[0], ground))
    for token in reversed(ground.doc[start + 2 : ground.layout.sentence(noun.i)[1]]):
        if not who or not is_false(token, ground):
            continue
        first = phrase_start(token, start + 1)
        labels = listed(ground.doc[first], "as")
        if labels or (bare and not _argument_within(token, start)):
            return Verdict(token, first, sources.named(who[0], ground))
    return None


def _on_deed(noun: Token, ground: Ground) -> Verdict | None:
    """As in "the massacre is an invention", "called the alleged massacre a fabrication"."""
    if noun.pos_ != "NOUN" or not any(s.kind == "event" for s in senses().get((noun.lemma_.lower(), "noun"), ())):
        return None
    verb = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass"} and verb.i > noun.i:
        false = false_of(verb, ground)
        return Verdict(false, verb.i) if false is not None and _invented(false, ground) else None
    who = subjects(verb)
    if noun.dep_ != "dobj" or not who or not _calls(verb, "calling", ground) or passive(verb):
        return None
    for token in (*noun.children, *verb.children):
        if token.i > noun.i and token.dep_ in {"appos", "oprd", "dobj", "attr"} and _invented(token, ground):
            return Verdict(token, phrase_start(token, noun.i + 1), sources.named(who[0], ground))
    return None


def _invented(token: Token, ground: Ground) -> bool:
    """Whether a word says of a deed that there was none: no mere blame, as "absurd" is."""
    return token.lemma_.lower() in ground.knowledge.lists["inventions"]


def _spoken_falsely(verb: Token, ground: Ground) -> Token | None:
    """The clause of "it is false to say that S" and "X lied when he said that S"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in ground.knowledge.verbs or verb.head == verb:
        return None
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    infinitive = verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)
    false = infinitive and verb.head.pos_ == "AUX" and false_of(verb.head, ground) is not None
    lied = verb.dep_ == "advcl" and verb.head.pos_ == "VERB" and verb.head.lemma_.lower() == "lie"
    return clause if clause is not None and (false or (lied and not negated(verb.head))) else None


def _said_falsely(verb: Token, clause: Token, drafts: list[Draft], ground: Ground) -> list[Draft]:
    """The denial of a clause that is called falsely said, by whoever calls it so; else its author disowns it."""
    told = next((d for d in drafts if d.head == verb.i and d.source.token is not None), None)
    judge = _teller(verb.head.i, drafts, told)
    ranges = list(told.ranges) if told is not None else [(clause.left_edge.i, clause.right_edge.i + 1)]
    if told is not None and judge is None:
        told.endorsement = "rejects"
    elif judge is not None or told is None:
        item = _denial(judge or sources.NOBODY, Verdict(verb, verb.i), ranges, drafts)
        item.answers = told is not None
        return [item]
    return []


def _argument_within(token: Token, start: int) -> bool:
    """Whether a word belongs to what was said: "the report that troops spread lies"; a second object does not."""
    verb = token.head
    if token.dep_ not in _ARGUMENTS or not start < verb.i < token.i or verb.pos_ not in {"VERB", "AUX"}:
        return False
    return not any(c.dep_ == token.dep_ and c.i < token.i for c in verb.children)


def _told_false(noun: Token, start: int, verdict: Verdict, drafts: list[Draft], ground: Ground) -> list[Draft]:
    """Makes of a report that is called false what its judge denies; its own teller tells it as before."""
    end = _trimmed(verdict.start, ground)
    while end > start and ground.doc[end - 1].is_punct:
        end -= 1
    if end <= start + 1:
        return []
    for other in [d for d in drafts if d.head == verdict.at.i and d.form == "noun"]:
        drafts.remove(other)  # "as fiction the report that S": the fiction is no telling
    told = next((d for d in drafts if d.head == noun.i and d.form == "noun"), None)
    if told is None and start < noun.i:  # a deed has no teller
        told = Draft(sources.NOBODY, (verdict.at.i, verdict.at.i + 1), [], "noun", noun.i, entry=ENTRY)
        drafts.append(told)
    elif told is None:
        told = Draft(sources.of_noun(noun, ground), (noun.i, noun.i + 1), [], "noun", noun.i, entry=ENTRY)
        drafts.append(told)
    told.ranges, told.settled = [(start, end)], True
    if told.source.token is None:
        told.factuality, told.endorsement = "not", "neutral"
        if verdict.who is not None and start < noun.i:
            told.source, told.cue = verdict.who, (verdict.at.i, verdict.at.i + 1)
        elif verdict.who is not None:
            told.source, told.cue = verdict.who, (noun.head.i, noun.head.i + 1)
        return []
    judge = verdict.who or _teller(verdict.at.i, drafts, told)
    if judge is None:
        told.endorsement = "rejects"
        return []
    return [_denial(judge, verdict, told.ranges, drafts)]


def _answers(sentence: Range, drafts: list[Draft], ground: Ground) -> Iterator[Verdict]:
    """The verdicts of a sentence on what stands before it."""
    doc = ground.doc
    for token in doc[sentence[0] : sentence[1]]:
        if (false := false_answer(token, ground)) is not None:
            yield Verdict(false, max(token.left_edge.i, sentence[0]))
        elif is_bare_not(token):
            yield Verdict(token, max(token.left_edge.i, sentence[0]), bare=True)
        elif is_lying(token):
            yield Verdict(token, max(token.left_edge.i, sentence[0]))
        elif (verdict := _beside(token, sentence, drafts, ground)) is not None:
            yield verdict
        pronoun = token.i + 1 < sentence[1] and listed(doc[token.i + 1], "answered")
        if pronoun and _calls(token, "calling", ground) and is_finite_verb(token) and not passive(token):
            called = [t for t in doc[token.i + 2 : min(token.i + 2 + _MAX, sentence[1])] if is_false(t, ground)]
            who = subjects(token)
            if called and who:
                yield Verdict(called[0], token.i, sources.named(who[0], ground))
    for item in drafts:
        if item.source.token is None or item.form == "answer" or not sentence[0] <= item.head < sentence[1]:
            continue
        first = ground.segment(sentence[0])
        if first[0] <= item.source.token.i < first[1] <= item.head:  # "Nonsense, said X" with nonsense for a subject
            word, speaker = fragment(*first, ground), sources.noun_at(item.head + 1, sentence[1], ground)
            if word is not None and speaker is not None:
                item.source, item.ranges = sources.named(speaker, ground), [first]
        for begin, end in item.ranges:
            if sentence[0] <= begin and end <= sentence[1] and (word := fragment(begin, end, ground)) is not None:
                yield Verdict(word, begin, item.source)


def _beside(verb: Token, sentence: Range, drafts: list[Draft], ground: Ground) -> Verdict | None:
    """As in "a charge that the army calls baseless" beside what it is about; cuts it off from that."""
    noun, who = verb.head, subjects(verb)
    said = any("to" not in c.content for c in ground.knowledge.nouns.get(noun.lemma_.lower(), ()))
    if verb.dep_ not in {"relcl", "acl"} or noun.dep_ != "appos" or not said or not who or passive(verb):
        return None
    start = noun.left_edge.i
    if not _calls(verb, "calling", ground) or start <= sentence[0] + 1 or not ground.delimits(start - 1):
        return None
    called = [t for t in ground.doc[verb.i + 1 : min(verb.i + _MAX, sentence[1])] if is_false(t, ground)]
    if not called:
        return None
    for item in drafts:
        if item.holds(called[0].i) and item.ranges[0][0] < start and item.head < start:
            item.leave_out(start - 1, called[0].right_edge.i + 1)
    return Verdict(called[0], start, sources.named(who[0], ground))


def _answered(verdict: Verdict, sentence: Range, drafts: list[Draft], ground: Ground) -> list[Draft]:
    """What a verdict answers: the nearest telling before it, else the author's own sentence or question."""
    judge = verdict.who or _teller(verdict.at.i, drafts)
    before = ground.layout.before(sentence)
    told = _told_in((sentence[0], verdict.start), verdict, drafts)
    start, end = before[0] if before else sentence
    told = told or _told_in((start, min(end, verdict.start)), verdict, drafts)
    told = [d for d in told if d.source.token is not None or d.factuality == "possible"]
    if verdict.bare:
        told = [d for d in told if _as_fact(d, ground)]
    if judge is not None and judge.token is not None:
        told = [d for d in told if d.source.token is None or d.source.token.lower_ != judge.token.lower_]
    if told:
        nearest = max(told, key=lambda d: (d.ranges[0][0], -d.ranges[-1][1]))
        if judge is not None:
            return [_denial(judge, verdict, list(nearest.ranges), drafts)]
        if nearest.source.token is not None:
            nearest.endorsement = "rejects"
        else:
            nearest.factuality = "not"
        return []
    asked = any(t.text == "?" for t in ground.doc[max(start, end - 3) : end])
    own = any(is_finite_verb(t) for t in ground.doc[start:end] if t.pos_ in {"VERB", "AUX"})
    if (
        judge is None
        or not before
        or not own
        or verdict.bare
        or any(d.holds(start) and d.source.token is not None for d in drafts)
    ):
        return []
    item = _denial(judge, verdict, [(start, end)], drafts)
    item.answers = not asked
    return [item]


def _told_in(within: Range, verdict: Verdict, drafts: list[Draft]) -> list[Draft]:
    """The tellings whose content begins here and leaves the verdict out."""
    start, end = within
    return [
        d for d in drafts
        if d.ranges and start <= d.ranges[-1][0] < end and d.factuality != "not" and not d.holds(verdict.at.i)
    ]  # fmt: skip


def _as_fact(item: Draft, ground: Ground) -> bool:
    """Whether what is told is told as done: in a finite clause without "will" or "would"."""
    words = [t for s, e in item.ranges for t in ground.doc[s:e]]
    return any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in words) and not any(t.tag_ == "MD" for t in words)


def _denial(judge: Source, verdict: Verdict, ranges: list[Range], drafts: list[Draft]) -> Draft:
    """The denial of these words by whoever judges them false."""
    at = verdict.at.i
    outer = [d for d in drafts if judge.token is not None and d.source.token == judge.token and d.holds(at)]
    cue = outer[0].cue if outer else (at, at + 1)
    return Draft(
        judge, cue, list(ranges), "answer", at, factuality="not", entry=ENTRY, score=0.7, settled=True, answers=True
    )


def _teller(at: int, drafts: list[Draft], besides: Draft | None = None) -> Source | None:
    """Who tells the words here, as far as he is named."""
    around = [d for d in drafts if d.holds(at) and d is not besides and d.source.token is not None]
    return min(around, key=lambda d: sum(e - s for s, e in d.ranges)).source if around else None


def _calls(verb: Token, name: str, ground: Ground) -> bool:
    return verb.pos_ == "VERB" and verb.lemma_.lower() in ground.knowledge.lists[name] and not negated(verb)


def _trimmed(end: int, ground: Ground) -> int:
    while end and (ground.delimits(end - 1) or ground.doc[end - 1].is_space):
        end -= 1
    return end
