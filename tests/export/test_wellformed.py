"""Text that formats can hold."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from rashomon.export.wellformed import utf8, xml

ANY = st.text(st.characters())  # halves of surrogate pairs too


@given(ANY)
def test_any_text_becomes_utf8_and_sound_text_stays(text: str) -> None:
    sound = utf8(text)
    assert sound.encode().decode() == sound
    assert utf8(sound) == sound
    if not any("\ud800" <= c <= "\udfff" for c in text):
        assert sound == text


@given(ANY)
def test_any_text_stands_in_xml(text: str) -> None:
    element = ElementTree.Element("a", {"b": xml(text)})
    element.text = xml(text)
    back = ElementTree.fromstring(ElementTree.tostring(element, encoding="utf-8"))
    assert back.text or not text
    assert [c for c in back.get("b", "") if c not in "\n\r"] == [c for c in xml(text) if c not in "\n\r"]


def test_halves_and_controls_are_replaced() -> None:
    assert utf8("a\ud800b") == "a\ufffdb"
    assert xml("a\0b\x1b\ufffe\ud800") == "a\ufffdb\ufffd\ufffd\ufffd"
    assert xml("\t\n\U0001f54a é") == "\t\n\U0001f54a é"
