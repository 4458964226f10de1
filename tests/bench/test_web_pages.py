from bench.web_pages import measure


def test_pages_of_every_make_keep_their_text_and_say_what_they_are() -> None:
    counts, wrong = measure()
    assert counts["pages"] == 30
    assert counts["sentences"] == 240
    assert not wrong
