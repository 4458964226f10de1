"""What the model's words stand for: places on the map, dates, numbers. Nothing here needs a parse."""

from rashomon.reading.learned.settling.settler import Settler

__all__ = ["Settler"]
