"""What follows from the claims of a case: who sides with whom, and who holds what."""
