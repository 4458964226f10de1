"""What is found out about a signed graph."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.analysis.balance.graph import Tie


@dataclass(frozen=True, slots=True)
class Division:
    """One way to divide the names.

    Attributes:
        parts: the camps or factions, each with its names sorted; the part with the first name first. Names that no
            chain of ties connects are never in one part: nothing tells how they side.
        broken: the ties that it does not satisfy: friendly ones between parts, hostile ones inside.
    """

    parts: tuple[tuple[str, ...], ...]
    broken: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Divided:
    """The cheapest ways to divide a graph, and how sure that is.

    Attributes:
        value: what the ties weigh that the divisions leave broken.
        bound: no division costs less. The same as `value`, unless time ran out.
        weight: what all ties weigh.
        divisions: as cheap as that, in a fixed order: all, or as many as were asked for; one if it is not proved.
            Divisions count as different if they break different ties.
        count: how many such divisions there are; None if not all were found.
        always: ties that each of them breaks. `sometimes`: ties that some break and some do not.
        settled: whether `always` and `sometimes` are complete. They may be without all divisions listed.
    """

    value: float
    bound: float
    weight: float
    divisions: tuple[Division, ...]
    count: int | None
    always: tuple[Tie, ...]
    sometimes: tuple[Tie, ...]
    settled: bool

    @property
    def gap(self) -> float:
        """By how much the value might be too high; 0 if it is proved."""
        return self.value - self.bound

    @property
    def proved(self) -> bool:
        """Whether no division is cheaper."""
        return self.gap <= 1e-6 * max(1.0, self.value)


@dataclass(frozen=True, slots=True)
class Frustration(Divided):
    """Two camps: the frustration index (Harary 1959; computed after Aref, Mason and Wilson 2020) and who is in them."""

    @property
    def normalised(self) -> float | None:
        """1 - 2 F / m: 1 where two camps satisfy every tie (Aref and Wilson 2018). None without ties."""
        return 1 - 2 * self.value / self.weight if self.weight else None


@dataclass(frozen=True, slots=True)
class Factions(Divided):
    """As many factions as there need be (Davis 1967; Doreian and Mrvar 1996), each held together by friendly ties.

    Attributes:
        fewest: the smallest number of factions that suffices in one of the divisions, if those with nothing between
            them are counted as one; names without ties are left out.
        fewest_proved: whether none of all cheapest divisions does with fewer.
    """

    fewest: int
    fewest_proved: bool


@dataclass(frozen=True, slots=True)
class Turning:
    """What becomes of the frustration index if one tie turns, friendly to hostile or the other way.

    Attributes:
        before: the index. `after`: the least that it can be with one tie turned.
        bound: it cannot be less than this; the same as `after`, unless time ran out.
        ties: those that lower it to `after`, sorted; none if no tie lowers it.
        settled: whether these are all such ties.
    """

    before: float
    after: float
    bound: float
    ties: tuple[Tie, ...]
    settled: bool


@dataclass(frozen=True, slots=True)
class Broker:
    """A name that stands between parts.

    Attributes:
        name: who.
        part: the place of its own part among the parts.
        reaches: the parts that its friendly ties go to, by their place, with those ties.
        cut: whether, without it, fewer of the others would be connected by friendly ties.
    """

    name: str
    part: int
    reaches: tuple[tuple[int, tuple[Tie, ...]], ...]
    cut: bool
