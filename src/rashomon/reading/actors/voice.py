"""The official voice: is a teller the document's own institution, or one of its officials?"""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.actors.words import lemma, person_words
from rashomon.reading.institution import institution, is_publisher, of_its_land, stands_for
from rashomon.reading.types import Referent, Scene, Telling


def is_own_voice(scene: Scene, telling: Telling) -> bool:
    """Whether the source of a telling speaks as the author: a minister in his ministry's release.

    A newspaper or news agency never does. A military command's release speaks for the command alone:
    another body's spokesman is a speaker there.
    """
    own = institution(scene.document)
    if own is None or telling.source is None:
        return False
    token = scene.doc[telling.source]
    referents = scene.actors.referents(token)
    if any(is_publisher(r.name, own) for r in referents):
        return True
    heads = [token, *(scene.doc[r.head] for r in referents)]
    lands, offices = set[str](), set[str]()
    for head in heads:
        lands |= _lands(head, scene)
        offices |= _offices(head)
    for referent in referents:
        land, roles = standing(scene, referent.entity)
        lands |= {land} if land else set()
        offices |= roles
    unexplained = all(of_its_land(land, own) for land in lands) and _only_a_name(token, referents, scene)
    if not offices & person_words("voices") and not (unexplained and not own.military):
        return False
    if own.military:
        return own.own is not None and own.own.id in lands
    return not lands or any(of_its_land(land, own) for land in lands)


def _only_a_name(token: Token, referents: list[Referent], scene: Scene) -> bool:
    """A person whom an official release names without saying who he is: one of its own."""
    if len(referents) != 1 or referents[0].category != "person":
        return False
    mention = scene.actors.mention_at(token)
    named = mention is not None and mention.form == "name"
    return named and not standing(scene, referents[0].entity)[1]


def standing(scene: Scene, entity: int) -> tuple[str | None, set[str]]:
    """The land and the offices that a document gives to an entity."""
    told = getattr(scene.actors, "standing", None)
    return told(entity) if told is not None else (None, set())


def _lands(head: Token, scene: Scene) -> set[str]:
    """Known actors that stand in the phrase of a source: "a US State Department spokesman"."""
    found = set[str]()
    names = getattr(scene.actors, "known_in", None)
    for child in head.subtree:
        if child.dep_ in {"relcl", "ccomp", "advcl"}:
            break
        if names is not None and (actor := names(child)) is not None and child.i <= head.i + 8:
            found |= stands_for(actor, scene.document.published)
    return found


def _offices(head: Token) -> set[str]:
    """The offices in the phrase of a source, in lower case."""
    found = {lemma(head)}
    found |= {c.lower_ for c in head.children if c.dep_ in {"compound", "appos", "amod"}}
    for child in head.children:
        if child.dep_ == "appos":
            found.add(lemma(child))
    return found
