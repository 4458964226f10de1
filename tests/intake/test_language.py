import pytest

from rashomon.intake.language import foreign


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Armee hat die Stadt am Freitag eingenommen, sagte ein Sprecher der Regierung."),
        ("fr", "L'armée a repris la ville vendredi, a annoncé la télévision d'État dans la soirée."),
        ("es", "El ejército tomó la ciudad el viernes, según un portavoz del gobierno."),
        ("ar", "قال المتحدث إن الجيش دخل المدينة يوم الجمعة"),
        ("zh", "军队占领了该镇"),
        ("tr", "Ordu cuma günü şehri ele geçirdi, dedi hükümet sözcüsü gazetecilere."),
    ],
)
def test_other_languages_are_told(language: str, text: str) -> None:
    found = foreign(text)
    assert found is not None
    assert found[0] == language


@pytest.mark.parametrize(
    "text",
    [
        "The army took Tarvol.",
        "Tarvol fell.",
        "Assad",
        "Kata Katanga militia in Goma, M23, FARDC, Wazalendo",
        "Hafizullah Amin, Babrak Karmal, Mohammad Najibullah",
        "Al-Shabaab ambushed an ENDF convoy near Ceel Buur, Galguduud",
        "ARMY SAYS REBELS SHELLED AL-QUSAYR",
        "“يلا”, said Abu Ahmed, and the men of الجيش الحر left the town before the first shells fell.",
        "12 34 56",
        "🙂🙂🙂",
    ],
)
def test_english_and_doubt_are_read(text: str) -> None:
    assert foreign(text) is None
