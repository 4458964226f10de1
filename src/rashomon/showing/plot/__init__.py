"""Figures for papers: greyscale-safe, captioned with whose accounts they draw, as SVG or PNG."""
