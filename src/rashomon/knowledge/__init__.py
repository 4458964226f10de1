"""What the reader knows, as data, and how it is loaded."""
