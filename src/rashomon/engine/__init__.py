"""How reading is run: in this process, or in a pool of processes. Results come in input order."""

from rashomon.engine.here import read_here
from rashomon.engine.pool import read_pooled
from rashomon.engine.run import run

__all__ = ["read_here", "read_pooled", "run"]
