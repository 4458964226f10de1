"""The chain of tellers of a frame: outermost first, the author left out."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.reading.learned.composing.voice import Voice
from rashomon.reading.learned.naming import Named, Names
from rashomon.reading.learned.types import Argument, Frame


@dataclass(frozen=True, slots=True)
class Chain:
    """The tellers of a claim, each link with the words for it. `unresolved`: words tell of one whom nobody knows."""

    links: tuple[tuple[str, tuple[Named, ...], tuple[Argument, ...]], ...]
    unresolved: bool

    @property
    def speakers(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(name for name, _, _ in self.links)

    @property
    def at(self) -> tuple[int, ...]:
        """Where the words for the innermost teller begin."""
        return tuple(a.start for a in self.links[-1][2]) if self.links else ()


def chain_of(frame: Frame, names: Names, voice: Voice) -> Chain:
    """Who tells a frame: those around the innermost in the order of the text, then the innermost; joint ones as one.

    The institution whose own text this is (and its officials) is the author, and left out.
    """
    unresolved = False
    links: list[tuple[str, tuple[Named, ...], tuple[Argument, ...]]] = []
    outer = sorted((a for a in frame.arguments if a.role == "teller-outer"), key=lambda a: (a.start, a.end))
    inner = tuple(a for a in frame.arguments if a.role == "teller")
    for arguments in (*((a,) for a in outer), inner):
        told = [n for a in arguments for n in names.all_of(a.start, a.end, a.names)]
        unresolved = unresolved or (bool(arguments) and not told)
        if voice.tells(told, arguments):
            continue
        name = " and ".join(dict.fromkeys(n.name for n in told))
        if name and all(name != other for other, _, _ in links):
            links.append((name, tuple(told), arguments))
    return Chain(tuple(links), unresolved)
