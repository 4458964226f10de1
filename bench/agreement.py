"""How far two annotations of the training corpus agree, the second made without sight of the first.

python -m bench.agreement SCORE.py
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from training import pairs

TRAINING = Path(pairs.__file__).resolve().parent


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("score", type=Path, help="the scorer of the gold")
    given = parser.parse_args(arguments)
    return pairs.main([str(TRAINING / "corpus"), str(TRAINING / "second.yaml"), str(given.score)])


if __name__ == "__main__":
    raise SystemExit(main())
