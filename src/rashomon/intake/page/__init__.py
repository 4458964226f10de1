"""A saved page: its tree within bounds, its main text, and what it says of itself."""
