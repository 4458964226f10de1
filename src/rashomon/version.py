"""The version of this package, recorded with every reading."""

__version__ = "0.1.0"
