"""How likely two mentions speak of one happening, and groups out of such scores.

`types.Sight` is a mention, `measures` what two of them share, `weights` what that says, `grouping.grouped` the groups.
"""
