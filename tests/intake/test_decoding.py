import codecs
import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.intake.decoding import UndecodableError, decode

TEXT = "The général said the army took Tarvol’s market near the café.\r\nNobody answered. " * 3


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("cp1252", "cp1252"),
    ],
)
def test_english_in_common_encodings_is_read_exactly(encoding: str, named: str) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert (decoded.text, decoded.encoding) == (TEXT, named)


def test_utf16_big_endian_with_its_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")).text == TEXT


def test_latin1_taken_for_utf8_is_read_as_western() -> None:
    assert decode(b"The garrison of Saint-\xc9tienne surrendered.").text == (
        "The garrison of Saint-Étienne surrendered."
    )


def test_cyrillic_in_eight_bits_is_told_by_statistics() -> None:
    text = "Армия вчера заняла город Тарвол, сообщил представитель правительства журналистам."
    assert decode(text.encode("cp1251")).text == text


def test_utf16_without_a_mark_in_another_script() -> None:
    text = "الجيش السوري دخل المدينة أمس"
    assert decode(text.encode("utf-16-le")).text == text


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 some words",
        b"PK\x03\x04" + b"words " * 30,
        b"\x00" * 200,
        b"\x7fELF\x02\x01\x01" + b"\x00" * 90,
        random.Random(1).randbytes(4000),
        bytes(range(32)) * 40,
    ],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(UndecodableError):
        decode(data)


def test_damaged_utf8_is_refused_with_the_place_of_the_damage() -> None:
    data = TEXT.encode()
    broken = data[:20] + b"\xff" + data[20:]
    with pytest.raises(UndecodableError, match=r"damaged UTF-8 at byte 20 \(0xff\)"):
        decode(broken)


def test_a_mark_that_is_broken_later_is_refused() -> None:
    with pytest.raises(UndecodableError, match="utf-16-le"):
        decode(codecs.BOM_UTF16_LE + b"abc")


def test_a_stray_nul_is_kept() -> None:
    text = "The army\x00 left Tarvol at dawn, and nobody saw it leave the town at all."
    assert decode(text.encode()).text == text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Co"]), min_size=1))
def test_any_printable_utf8_is_read_exactly(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    with suppress(UndecodableError):
        assert isinstance(decode(data).text, str)
