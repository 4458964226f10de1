"""The official voice: who speaks in the text of his own institution is its author."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.knowledge.actors import known_actors
from rashomon.knowledge.wordlists import person_words
from rashomon.model import Document
from rashomon.reading.institution import institution, is_publisher, of_its_land, stands_for
from rashomon.reading.learned.naming import Named
from rashomon.reading.learned.naming.vocabulary import singular
from rashomon.reading.learned.types import Argument

_BEFORE = re.compile(r"[\w’'.\- ]{0,48}$")
"""The words right before a name that may tell its bearer's office, up to any other mark."""
_WORD = re.compile(r"[\w’'.\-]*\w")
_LONGEST = 4
"""Words of the longest known name that is looked for in a teller's phrase."""


class Voice:
    """The voice of one document's publisher."""

    def __init__(self, document: Document) -> None:
        self._document, self._own = document, institution(document)

    def tells(self, told: Sequence[Named], arguments: Sequence[Argument]) -> bool:
        """Whether these tellers speak as the author: a minister in his ministry's release.

        A newspaper or news agency never does. A military command's release speaks for the command alone.
        """
        own = self._own
        if own is None or not told:
            return False
        if any(is_publisher(named.name, own) for named in told):
            return True
        phrases = [self._phrase(argument) for argument in arguments]
        lands = {land for phrase in phrases for land in self._lands(phrase)}
        for named in told:
            if named.known is not None:
                lands |= stands_for(named.known.id, self._document.published)
        offices = {singular(word.lower()) for phrase in phrases for word in _WORD.findall(phrase)}
        offices |= {role for named in told for role in named.roles}
        if not offices & person_words("voices"):
            alone = len(told) == 1 and told[0].kind == "person" and not told[0].roles
            if own.military or not alone or not all(of_its_land(land, own) for land in lands):
                return False
        if own.military:
            return own.own is not None and own.own.id in lands
        return not lands or any(of_its_land(land, own) for land in lands)

    def _phrase(self, argument: Argument) -> str:
        """The words for a teller with those right before them: "Foreign Office Minister | Jan Orlo"."""
        text = self._document.text
        line = text.rfind("\n", 0, argument.start) + 1
        before = _BEFORE.search(text, max(line, argument.start - 48), argument.start)
        office = before[0] if before is not None and text[argument.start : argument.end][:1].isupper() else ""
        return office + text[argument.start : argument.end]

    def _lands(self, phrase: str) -> Iterator[str]:
        """Known actors that stand in a teller's phrase, by id."""
        parts = [m[0].removesuffix("'s").removesuffix("’s") for m in _WORD.finditer(phrase)]
        i = 0
        while i < len(parts):
            for size in range(min(_LONGEST, len(parts) - i), 0, -1):
                name = " ".join(parts[i : i + size])
                actor = known_actors().named(name) if name[0].isupper() else None
                actor = actor or (known_actors().demonym(name) if size == 1 else None)
                if actor is not None:
                    yield from stands_for(actor.id, self._document.published)
                    i += size - 1
                    break
            i += 1
