"""Who is who in the world: states, armed groups, organisations, media and leaders that reporting names.

The entries stand in `data/en/actors/*.yaml`; the table of their fields is in `knowledge/README.md`. A person's
offices and a body's later names carry dates, so that one may ask who held an office, or what became of a body,
on a day. What is said of real people and bodies is their public record: names, offices, dates; no judgement.
"""

from rashomon.knowledge.actors.entry import KnownActor, Link, Role
from rashomon.knowledge.actors.index import KnownActors, key, known_actors

__all__ = ["KnownActor", "KnownActors", "Link", "Role", "key", "known_actors"]
