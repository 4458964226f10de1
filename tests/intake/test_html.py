import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import InputError, LanguageError
from rashomon.intake import Details
from rashomon.intake.html import fragment_text, read_html
from rashomon.intake.types import Origin, Piece, Refused, Taken
from rashomon.model import Document

BODY = (
    "<p>The army of Tarvol left the northern town of Belgar on Friday, officials said.</p>"
    "<p>Nobody was hurt, according to the mayor, who spoke to reporters by telephone.</p>"
    "<p>Rebels of the Orrin Front entered the town a few hours later, two residents said.</p>"
)


def read(data: str | bytes, url: str | None = None, media: str | None = None, **known: str) -> Document:
    [item] = read_html(_piece(data, url, media), Details(**known))
    assert isinstance(item, Taken), item
    assert item.raw == _piece(data).data
    return item.document


def reason(data: str | bytes) -> str:
    [item] = read_html(_piece(data))
    assert isinstance(item, Refused)
    return item.error.reason


def _piece(data: str | bytes, url: str | None = None, media: str | None = None) -> Piece:
    data = data.encode() if isinstance(data, str) else data
    return Piece("a", data, Origin("file", path="a.html", url=url, media=media))


def page(head: str = "", before: str = "", body: str = BODY) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{before}<article>{body}</article></body></html>"


def test_the_text_has_its_paragraphs_and_no_more() -> None:
    document = read(page(before="<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>"))
    assert document.text.split("\n\n") == [p.split("</p>")[0] for p in BODY.split("<p>")[1:]]
    assert (document.id, document.path, document.encoding, document.lang) == ("a", "a.html", "utf-8", "en")
    assert (document.title, document.author, document.published, document.source) == (None, None, None, None)


def test_what_the_user_says_goes_before_what_the_page_says() -> None:
    head = '<title>Gone</title><meta name="author" content="Ada Merrin"><meta name="date" content="2016-12-11">'
    document = read(page(head), author="Ivo Lan")
    assert (document.title, document.author, document.published) == ("Gone", "Ivo Lan", "2016-12-11")


@pytest.mark.parametrize(
    ("head", "before", "url", "day"),
    [
        ('<meta property="article:published_time" content="2016-12-11T22:30:00+02:00">', "", None, "2016-12-11"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2016-12-11"}</script>', "",
         None, "2016-12-11"),
        ("", '<h1>Gone</h1><time datetime="2016-12-11">yesterday</time>', None, "2016-12-11"),
        ("", '<p class="byline">By Ada Merrin | December 11, 2016</p>', None, "2016-12-11"),
        ("", "<div>Published: Sunday, 11 December 2016</div>", None, "2016-12-11"),
        ("", "", "http://courier.example/2016/12/11/gone.html", "2016-12-11"),
        ('<meta property="article:modified_time" content="2017-01-01">', "", None, None),
        ('<meta name="date" content="11/12/2016">', "", None, None),
        ('<meta name="date" content="1970-01-01T00:00:00Z">', "", None, None),
        ("", '<p class="date">11/12/2016</p>', None, None),
        ("", '<p class="updated date">11 December 2016</p>', None, None),
        ("", "<aside><time datetime='2016-12-11'>11 Dec</time></aside>", None, None),
        ("", '<time datetime="2016-12-11">a</time><time datetime="2016-12-12">b</time>', None, None),
        ("", "<footer>Copyright 2016 The Courier, 11 December 2016</footer>", None, None),
        ("", "<p>The truce of 3 March 2015 had been broken often, both sides said on Friday.</p>", None, None),
        ("", "", "http://courier.example/2016/gone.html", None),
    ],
)  # fmt: skip
def test_the_day_of_publication_is_said_or_there_is_none(
    head: str, before: str, url: str | None, day: str | None
) -> None:
    assert read(page(head, before), url).published == day


@pytest.mark.parametrize(
    ("title", "head", "before", "url", "wanted"),
    [
        ("Army leaves - The Courier", '<meta property="og:site_name" content="The Courier">', "", None,
         ("Army leaves", "The Courier")),
        ("Army leaves | courier", "", "", "http://www.courier.example/a", ("Army leaves", "courier")),
        ("The Courier: Army leaves - Tarvol", "", "", None, ("The Courier: Army leaves - Tarvol", None)),
        ("Army leaves - The Courier", "", "<h1>Army leaves</h1>", None, ("Army leaves", "The Courier")),
        ("Tarvol - Belgar road cut", "", "", "http://courier.example/a",
         ("Tarvol - Belgar road cut", "courier.example")),
    ],
)  # fmt: skip
def test_an_outlet_is_cut_off_a_title_only_where_it_is_one(
    title: str, head: str, before: str, url: str | None, wanted: tuple[str, str | None]
) -> None:
    document = read(page(f"<title>{title}</title>{head}", before), url)
    assert (document.title, document.source) == wanted


def test_an_address_of_another_host_is_not_believed() -> None:
    head = '<link rel="canonical" href="{}">'
    came = "http://m.courier.example/a?x=1"
    assert read(page(head.format("http://courier.example/a")), came).url == "http://courier.example/a"
    assert read(page(head.format("http://other.example/a")), came).url == came
    assert read(page(head.format("http://other.example/a"))).url == "http://other.example/a"
    kept = "https://web.archive.org/web/20161212000000/http://courier.example/a"
    assert read(page(), kept).url == "http://courier.example/a"


@pytest.mark.parametrize(
    ("encoding", "declared", "media"),
    [
        ("utf-8", "", None),
        ("utf-8", "iso-8859-1", None),
        ("cp1252", "iso-8859-1", None),
        ("cp1252", "windows-1252", None),
        ("cp1252", "", "text/html; charset=windows-1252"),
        ("utf-16", "utf-16", None),
    ],
)
def test_encodings(encoding: str, declared: str, media: str | None) -> None:
    body = BODY + "<p>“We left Señor Ibáñez’s café,” the commander told reporters on Friday.</p>"
    data = page(f'<meta charset="{declared}">' if declared else "", body=body).encode(encoding)
    assert "“We left Señor Ibáñez’s café,” the commander" in read(data, media=media).text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("", "holds no HTML"),
        ("<html><body><ul><li><a href='/'>Home</a></li></ul></body></html>", "no article text"),
        (bytes(range(256)) * 10, "is neither"),
        ("<div>" * 50_000 + BODY, "nested too deep"),
        ("<i></i>" * 70_000, "elements"),
    ],
)
def test_what_is_no_account_is_refused(data: str | bytes, why: str) -> None:
    assert why in reason(data)


def test_another_language_is_refused() -> None:
    text = "<p>Die Armee hat die Stadt am Freitag verlassen, sagte ein Sprecher der Regierung den Reportern.</p>" * 4
    [item] = read_html(_piece(page(body=text)))
    assert isinstance(item, Refused)
    assert isinstance(item.error, LanguageError)


@pytest.mark.parametrize(
    "odd",
    [
        "<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">",
        f'<p title="{"x" * 1_000_000}">',
        "<p>\x00\x01\x0b</p>",
        "<b>" * 1000,
        '<script type="application/ld+json">' + "[" * 5000 + "</script>",
        "<!-- " + "x" * 1_000_000 + " -->",
        "<svg><p>" + "y" * 1000 + "</p></svg>",
    ],
    ids=["attributes", "attribute", "controls", "unclosed", "json", "comment", "svg"],
)
def test_odd_pages_are_read_all_the_same(odd: str) -> None:
    assert "left the northern town of Belgar" in read(odd + BODY + "</p>").text


def test_a_channels_posts_are_accounts_of_their_own() -> None:
    post = (
        '<div class="tgme_widget_message" data-post="belgar/{n}"><div class="tgme_widget_message_text">{text}</div>'
        '<time datetime="2016-12-{n}T08:00:00+00:00">08:00</time></div>'
    )
    posts = post.format(n=11, text="The army left.<br><br>It was calm.") + post.format(n=12, text="Rebels came.")
    title = '<div class="tgme_channel_info_header_title"><span>Voice of Belgar</span></div>'
    items = list(read_html(_piece(f"<html><body>{title}{posts}</body></html>"), Details(lang="en")))
    documents = [item.document for item in items if isinstance(item, Taken)]
    assert [(d.id, d.text, d.published, d.source) for d in documents] == [
        ("belgar/11", "The army left.\n\nIt was calm.", "2016-12-11", "Voice of Belgar"),
        ("belgar/12", "Rebels came.", "2016-12-12", "Voice of Belgar"),
    ]
    assert [item.origin.member for item in items if item.origin] == ["post 1", "post 2"]


def test_fragments() -> None:
    assert fragment_text("<p>One.</p><p>Two<br>lines &amp; a <b>half</b>.</p>") == "One.\n\nTwo\nlines & a half."
    assert fragment_text("no tags") == "no tags"
    assert fragment_text(" ") == ""


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda t: f"<p>{t}".encode()))
@settings(max_examples=50, deadline=None)
def test_any_bytes_give_accounts_or_one_typed_error(data: bytes) -> None:
    items = list(read_html(_piece(data)))
    assert items
    assert all(isinstance(item, Taken) or isinstance(item.error, InputError) for item in items)
