"""Who is mentioned, and who is who."""

from rashomon.reading.actors.mentions import Mentions

__all__ = ["Mentions"]
