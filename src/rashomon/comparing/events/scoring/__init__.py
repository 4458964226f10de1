"""How likely two mentions speak of one happening, and groups out of such scores."""
