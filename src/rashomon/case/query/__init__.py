"""Questions to a case as SQL: which claims fit, in which order, by which index."""
