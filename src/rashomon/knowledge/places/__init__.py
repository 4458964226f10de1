"""The gazetteer: which names are places, where they lie and to which country they belong.

Towns of more than 500 people, their other names and the divisions they lie in come from GeoNames (CC BY 4.0);
countries, de facto states, villages, fronts, crossings and bases from `countries.yaml` and `places/*.yaml`.
"""

from rashomon.knowledge.places.geometry import distance_km
from rashomon.knowledge.places.loading import load
from rashomon.knowledge.places.store import Gazetteer
from rashomon.knowledge.places.types import Named, PlaceEntry

__all__ = ["Gazetteer", "Named", "PlaceEntry", "distance_km", "load"]
