"""What stands in which place of a sentence, with passive, relatives, control and coordination undone."""

from rashomon.reading.syntax.phrases import clause, contrasted, coordinated, examples, phrase
from rashomon.reading.syntax.slots import loose_slots, slots
from rashomon.reading.syntax.verbs import antecedent, is_passive, objects, subjects

__all__ = [
    "antecedent", "clause", "contrasted", "coordinated", "examples", "is_passive", "loose_slots", "objects", "phrase",
    "slots", "subjects",
]  # fmt: skip
