"""The training corpus: invented conflict reporting with all its claims, and the tools that read and check it."""
