"""The command line: one file a command."""

from rashomon.cli.app import app, main

__all__ = ["app", "main"]
