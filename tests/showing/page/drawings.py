"""Reading a drawing back: elements, coordinates, hostile texts."""

from __future__ import annotations

from xml.etree import ElementTree

from markupsafe import Markup

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]></svg><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "&#x3c;b&#x3e; &nope;",
    "\x00\x08\x1b[31m\u202eevil\u2066\ud800\ufffe",
    "line\nbreak\r\n\u2028and\tmore",
    "قرية النخيل",
    "村" * 80,
    "",
)


def root(markup: Markup) -> ElementTree.Element:
    """The markup as XML; fails if it is not well-formed."""
    return ElementTree.fromstring(f"<r>{markup}</r>")


def named(tree: ElementTree.Element, tag: str, class_: str = "") -> list[ElementTree.Element]:
    """All elements of this tag (and class)."""
    return [e for e in tree.iter(tag) if not class_ or class_ in e.get("class", "").split()]


def number(element: ElementTree.Element, name: str) -> float:
    """An attribute as a number."""
    return float(element.get(name, "0"))


def harmless(tree: ElementTree.Element) -> None:
    """Fails on scripts, style attributes, handlers, and links that lead out of the page."""
    for element in tree.iter():
        assert element.tag.lower() not in {"script", "style", "img", "image", "foreignObject", "iframe"}
        for name, value in element.attrib.items():
            assert name != "style"
            assert not name.lower().startswith("on")
            if name.endswith("href"):
                assert value.startswith("#")
            assert "url(" not in value or value.startswith("url(#")
