"""Sorts of mentions and syntactic relations that the heads tell apart."""

from __future__ import annotations

SORTS: dict[str, tuple[str, ...]] = {
    "re3d": (
        "CommsIdentifier", "DocumentReference", "Frequency", "Location", "MilitaryPlatform", "Money", "Nationality",
        "Organisation", "Person", "Quantity", "Temporal", "Url", "Vehicle", "Weapon",
    ),
    "gum": ("abstract", "animal", "event", "object", "organization", "person", "place", "plant", "substance", "time"),
}  # fmt: skip
"""By set: re3d's entity types and GUM's."""

RELATIONS = (
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop", "csubj",
    "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod",
    "nsubj",
    "nummod", "obj", "obl", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
)  # fmt: skip
"""Universal Dependencies without subtypes."""
