"""Where it happens: place names in a document, and the place of each deed."""

from rashomon.reading.places.choice import place_at, place_of
from rashomon.reading.places.index import PlaceIndex, PlaceMention, find_places, places_in
from rashomon.reading.places.listing import places_of
from rashomon.reading.places.locating import where_of

__all__ = ["PlaceIndex", "PlaceMention", "find_places", "place_at", "place_of", "places_in", "places_of", "where_of"]
