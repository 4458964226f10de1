"""`rashomon schema`: the JSON Schema of readings."""

from __future__ import annotations

import typer

from rashomon.export.json_text import schema_text


def schema() -> None:
    """Print the JSON Schema of a reading (what `--format jsonl` writes on each line)."""
    typer.echo(schema_text(), nl=False)
