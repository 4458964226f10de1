"""A case: many accounts in one SQLite file, with what was read in them and how they came there."""
