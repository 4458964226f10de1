"""Which language a text is in, and whether the reader may read it."""

from __future__ import annotations

from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

KNOWN = "en"
"""The language that the reader knows, as ISO 639-1 code."""

# The press languages of the model. Its small dialects and dead languages draw short English texts away.
_LANGUAGES = [
    "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et",
    "eu", "fa", "fi", "fr", "ga", "gl", "gu", "ha", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja",
    "ka", "kk", "km", "kn", "ko", "ku", "ky", "lo", "lt", "lv", "mk", "ml", "mn", "mr", "ms", "my", "ne",
    "nl", "no", "om", "pa", "pl", "ps", "pt", "ro", "ru", "si", "sk", "sl", "so", "sq", "sr", "sv", "sw",
    "ta", "te", "th", "tl", "tr", "ug", "uk", "ur", "uz", "vi", "zh",
]  # fmt: skip
_SURE = 0.95
_BARELY_ENGLISH = 0.01
_NOT_ENGLISH = 0.0001
_SAMPLE = 20_000
_FEWEST_LETTERS = 20


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES)
    return identifier


def foreign(text: str) -> tuple[str, float] | None:
    """Language and probability, if the text is surely in another language than the reader's.

    Short texts and texts full of foreign names are told badly: doubt favours reading.
    """
    sample = text[:_SAMPLE]
    letters = sum(c.isalpha() for c in sample)
    if letters < _FEWEST_LETTERS and not _other_script(sample, letters):
        return None
    ranking = _identifier().rank(sample)
    language, probability = ranking[0]
    english = dict(ranking)[KNOWN]
    if language == KNOWN or english > _BARELY_ENGLISH:
        return None
    if probability < _SURE and english > _NOT_ENGLISH:  # close relatives share the probability
        return None
    return language, float(probability)


def _other_script(sample: str, letters: int) -> bool:
    """Whether the letters are mostly of another script than the Latin one."""
    latin = sum(c.isalpha() and c < "\u0250" for c in sample)
    return letters > 0 and latin * 2 < letters
