"""What the page's drawings have in common: elements of SVG, paths of few bytes, how wide a text will be."""

from rashomon.showing.page.drawing.paths import closed_path, curved_path
from rashomon.showing.page.drawing.svg import Rect, element, number, text_width, trimmed

__all__ = ["Rect", "closed_path", "curved_path", "element", "number", "text_width", "trimmed"]
