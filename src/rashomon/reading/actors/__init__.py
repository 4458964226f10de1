"""Who is mentioned, and who is who."""

from rashomon.reading.actors.index import Actors, build_actors, resolve
from rashomon.reading.actors.mentions import Mentions
from rashomon.reading.actors.voice import is_own_voice

__all__ = ["Actors", "Mentions", "build_actors", "is_own_voice", "resolve"]
