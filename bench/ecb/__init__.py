"""ECB+: which event mentions of news articles speak of one event, in topics and over all of them."""
