"""The parts of a locator map: projection, extent, ground, names, marks, legend."""

from rashomon.showing.page.mapping.mark import Mark

__all__ = ["Mark"]
