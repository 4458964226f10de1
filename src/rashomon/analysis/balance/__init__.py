"""Structural balance of signed graphs."""
