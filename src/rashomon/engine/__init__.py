"""How reading is run: in this process, or in a pool of processes. Results come in the order of what is given.

The unit of work is a `Shard`; an `Engine` reads shards. `run` reads documents one by one through either.
"""

from rashomon.engine.base import Engine
from rashomon.engine.run import engine, run
from rashomon.engine.shard import Load, Outcome, Shard

__all__ = ["Engine", "Load", "Outcome", "Shard", "engine", "run"]
