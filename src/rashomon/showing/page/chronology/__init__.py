"""The parts of a timeline: what is dated, the axis, its ticks, the rows, the signs."""

from rashomon.showing.page.chronology.moment import Lane, Moment

__all__ = ["Lane", "Moment"]
