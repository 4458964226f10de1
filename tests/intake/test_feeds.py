import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.intake.feeds import read_feed
from rashomon.intake.types import Origin, Piece, Refused, Taken
from rashomon.model import Document

LEFT = "The army left Tarvol on Friday."
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Courier &amp; Post</title>
<item><title>Gone at last</title><guid isPermaLink="false">c-17</guid><link>http://courier.example/1</link>
<pubDate>Sun, 11 Dec 2016 23:30:00 GMT</pubDate><dc:creator>Ada Merrin</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>The army left Tarvol on Friday.</p>
<p>Nobody saw it.</p><script>x</script>]]></content:encoded>
</item>
<item><title>Nothing here</title></item>
<item><guid>http://courier.example/3</guid><description>The army left Tarvol on Friday.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Radio Belgar</title>
<entry><title type="html">Army &amp;amp; rebels</title><id>tag:belgar,2016:1</id><link href="http://radio.example/a"/>
<published>2016-12-11T10:00:00+02:00</published><updated>2017-01-01T00:00:00Z</updated>
<author><name>Ivo Lan</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The army left Tarvol on Friday.</p></div></content>
</entry>
<entry><title>Later</title><updated>2017-01-01T00:00:00Z</updated>
<summary>The army left Tarvol on Friday.</summary></entry>
</feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wire</title></channel>
<item><title>Gone</title><dc:date>2016-12-11</dc:date><description>The army left Tarvol on Friday.</description></item>
</rdf:RDF>"""


def read(data: str | bytes, url: str | None = None) -> tuple[list[Document], list[str]]:
    data = data.encode() if isinstance(data, str) else data
    items = list(read_feed(Piece("feed", data, Origin("file", path="feed.rss", url=url))))
    taken = [item.document for item in items if isinstance(item, Taken)]
    return taken, [str(item.error) for item in items if isinstance(item, Refused)]


def test_rss() -> None:
    (first, third), errors = read(RSS)
    assert errors == ["feed.rss!entry 2: is empty"]
    assert first.text == f"{LEFT}\n\nNobody saw it."
    assert (first.id, first.title, first.author, first.source) == (
        "c-17", "Gone at last", "Ada Merrin", "The Courier & Post",
    )  # fmt: skip
    assert (first.published, first.url) == ("2016-12-11", "http://courier.example/1")
    assert (third.id, third.published) == ("feed:3", None)


def test_atom_has_the_day_of_publication_and_not_of_the_change() -> None:
    (first, second), errors = read(ATOM)
    assert not errors
    assert (first.title, first.text, first.published) == ("Army & rebels", LEFT, "2016-12-11")
    assert (first.id, first.author, first.source) == ("tag:belgar,2016:1", "Ivo Lan", "Radio Belgar")
    assert second.published is None


def test_rdf() -> None:
    [document], errors = read(RDF)
    assert not errors
    assert (document.title, document.published, document.source) == ("Gone", "2016-12-11", "Wire")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>' + RDF, "declares entities"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + RDF, "declares entities"),
        ("<rss><channel><item><description>" + "<a>" * 1000, "nested too deep"),
        ("", "no feed"),
        ("http://127.0.0.1:1/feed", "no feed"),
        ("<html><body><p>hello</p></body></html>", "no feed"),
        ('<rss version="2.0"><channel><title>t</title></channel></rss>', "holds no entries"),
        (bytes(range(256)) * 9, "neither"),
    ],
)
def test_what_is_no_feed_is_one_line(data: str | bytes, why: str) -> None:
    documents, [error] = read(data)
    assert not documents
    assert why in error


def test_a_feed_that_breaks_off_gives_what_came_before() -> None:
    [document], _ = read(RSS[: RSS.index("<item><guid>")])
    assert document.title == "Gone at last"


def test_entries_of_one_name_have_names_of_their_own() -> None:
    documents, _ = read(RSS.replace("http://courier.example/3", "c-17"))
    assert [d.id for d in documents] == ["c-17", "feed:3"]


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_in_a_feed_gives_documents_or_one_typed_error(text: str) -> None:
    documents, errors = read(
        f'<rss version="2.0"><channel><item><description>{text}</description></item></channel></rss>'
    )
    assert len(documents) + len(errors) >= 1
