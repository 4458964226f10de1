"""The tellings of a text: each step adds drafts or changes those before it."""

from __future__ import annotations

from spacy.tokens import Doc

from rashomon.knowledge.reporting import reporting
from rashomon.reading.tellers.carriers import by_carriers
from rashomon.reading.tellers.clauses import by_nouns, by_verbs
from rashomon.reading.tellers.cues import find_nouns, find_phrases, find_verbs
from rashomon.reading.tellers.denials import by_denials, by_judgements
from rashomon.reading.tellers.drafts import telling
from rashomon.reading.tellers.framing import by_frames
from rashomon.reading.tellers.ground import Ground, Mentions
from rashomon.reading.tellers.hedges import by_hedges, by_phrases, by_put, by_viewpoints
from rashomon.reading.tellers.layout import lay_out
from rashomon.reading.tellers.quotes import find_quotes
from rashomon.reading.tellers.settle import settle
from rashomon.reading.tellers.speech import give_quotes, give_statements
from rashomon.reading.tellers.verdicts import by_verdicts
from rashomon.reading.tellers.works import by_distance, by_headlines, by_labels, by_titles, name_works
from rashomon.reading.types import Telling


def find_tellings(doc: Doc, mentions: Mentions | None = None) -> list[Telling]:
    """Who tells what in this text, in the order of the cues. The author's own words are in no telling.

    Tellings without a source (`source` and `source_text` both None) make their content hearsay.
    """
    if not len(doc):
        return []
    layout = lay_out(doc)
    knowledge = reporting()
    ground = Ground(doc, layout, find_quotes(doc, layout), knowledge, mentions)
    drafts = by_nouns(find_nouns(doc, knowledge), ground)
    verbs = find_verbs(doc, knowledge)
    drafts += by_verbs(verbs, drafts, ground)
    drafts += by_phrases(find_phrases(doc, knowledge), ground)
    drafts += by_put(ground)
    drafts += by_viewpoints(ground)
    drafts += by_titles(ground)
    drafts += give_quotes(drafts, ground)
    give_statements(drafts, ground)
    drafts += by_labels(ground)
    drafts += by_headlines(ground)
    drafts += by_distance(ground, drafts)
    name_works(drafts, ground)
    drafts = settle(drafts, ground)
    drafts += by_judgements(verbs, drafts, ground)
    drafts += by_denials(verbs, drafts, ground)
    drafts += by_verdicts(drafts, ground)
    drafts += by_carriers(drafts, ground)
    drafts += by_hedges(ground)
    drafts += by_frames(drafts, ground)
    found = [t for t in (telling(d) for d in drafts) if t is not None]
    return sorted(found, key=lambda t: (t.cue, -t.size, t.entry))
