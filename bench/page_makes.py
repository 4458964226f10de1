"""How thirty sites of different make lay out a story: what `bench.web_pages` measures with. All of it is invented."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

Story = dict[str, Any]
JUNK = ("Accept all cookies and go on to the site", "Ten photographs that you must not miss this week")
"""What stands around the story on many pages, and is not to be kept."""
_NAV = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li><li><a href='/s'>Sport</a></li></ul></nav>"
_COOKIES = f'<div id="cookie-banner" class="cookie-consent"><p>{JUNK[0]}.</p><button>Agree</button></div>'
_RELATED = f'<aside class="related"><h3>Related</h3><ul><li><a href="/10">{JUNK[1]}</a></li></ul></aside>'
_COMMENTS = '<div id="comments"><h3>2 comments</h3><div class="comment"><p>I do not believe a word.</p></div></div>'


@dataclass(frozen=True)
class Page:
    """A page, and what is to be found on it. None: the page does not say it."""

    make: str
    data: bytes
    title: str | None
    author: str | None
    published: str | None
    outlet: str | None
    url: str | None = None
    media: str | None = None


def _p(story: Story, start: str = "<p>", end: str = "</p>") -> str:
    return "".join(f"{start}{paragraph}{end}\n" for paragraph in story["paragraphs"])


def _long(story: Story) -> str:
    day = date.fromisoformat(story["published"])
    return f"{day.day} {day:%B} {day.year}"


def _american(story: Story) -> str:
    day = date.fromisoformat(story["published"])
    return f"{day:%B} {day.day}, {day.year}"


def _linked(story: Story, kind: str = "NewsArticle", **more: Any) -> str:
    found = {
        "@context": "https://schema.org",
        "@type": kind,
        "headline": story["title"],
        "datePublished": f"{story['published']}T08:30:00+02:00",
        "dateModified": "2021-02-03T10:00:00+02:00",
        "author": {"@type": "Person", "name": story["author"]},
        "publisher": {"@type": "Organization", "name": story["outlet"]},
        **more,
    }
    return f'<script type="application/ld+json">{json.dumps(found)}</script>'


def _graph(story: Story) -> str:
    """Linked data as content systems write it: every thing apart, pointing at one another."""
    things = [
        {"@type": "Organization", "@id": "#site", "name": story["outlet"]},
        {"@type": "Person", "@id": "#author", "name": story["author"]},
        {
            "@type": ["Article", "NewsArticle"],
            "headline": story["title"],
            "datePublished": story["published"],
            "author": {"@id": "#author"},
            "publisher": {"@id": "#site"},
        },
        {"@type": "WebPage", "name": "Front page", "datePublished": "2001-02-03"},
    ]
    return f'<script type="application/ld+json">{json.dumps({"@graph": things})}</script>'


def _og(story: Story, *, dated: bool = True) -> str:
    day = f'<meta property="article:published_time" content="{story["published"]}T09:00:00Z">' if dated else ""
    return (
        f'<meta property="og:title" content="{story["title"]}">'
        f'<meta property="og:site_name" content="{story["outlet"]}">'
        f'<meta name="author" content="{story["author"]}">{day}'
    )


def _html(head: str, body: str, tag: str = "<html lang='en'>") -> str:
    return f"<!DOCTYPE html>\n{tag}<head>{head}</head>\n<body>{body}</body></html>"


def _title(s: Story, parting: str = " - ") -> str:
    return f"<title>{s['title']}{parting}{s['outlet']}</title>"


def _article(s: Story, before: str = "", after: str = "") -> str:
    return f"<article><h1>{s['title']}</h1>{before}<div class='article-body'>{_p(s)}</div>{after}</article>"


def _posts(s: Story) -> str:
    text = "<br><br>".join(s["paragraphs"])
    return (
        f'<div class="tgme_channel_info_header_title"><span>{s["outlet"]}</span></div>'
        f'<div class="tgme_widget_message" data-post="wire/1"><div class="tgme_widget_message_text">{text}</div>'
        f'<time datetime="{s["published"]}T08:00:00+00:00">08:00</time></div>'
    )


Layout = Callable[[Story], str]
MAKES: dict[str, Layout] = {
    "linked data": lambda s: _html(_title(s) + _linked(s), _COOKIES + _NAV + _article(s) + _RELATED),
    "linked graph": lambda s: _html(_title(s) + _graph(s), _NAV + _article(s) + _COMMENTS + _RELATED),
    "open graph": lambda s: _html(_title(s, " | ") + _og(s), _NAV + _article(s, after=_COMMENTS) + _RELATED),
    "microdata": lambda s: _html(
        _title(s),
        _NAV + f'<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">{s["title"]}</h1>'
        f'<span itemprop="author">{s["author"]}</span><meta itemprop="datePublished" content="{s["published"]}">'
        f'<div itemprop="publisher" itemscope><meta itemprop="name" content="{s["outlet"]}"></div>'
        f'<div itemprop="articleBody">{_p(s)}</div></div>' + _RELATED,
    ),
    "wordpress": lambda s: _html(
        _title(s, " – ") + f'<meta property="og:site_name" content="{s["outlet"]}">',
        _NAV + f'<article class="post hentry"><h1 class="entry-title">{s["title"]}</h1><div class="entry-meta">'
        "Posted on "
        f'<time class="entry-date published" datetime="{s["published"]}T10:00:00">{_american(s)}</time> by '
        f'<span class="author vcard"><a rel="author" href="/a">{s["author"]}</a></span></div>'
        f'<div class="entry-content">{_p(s)}</div></article>' + _COMMENTS + _RELATED,
    ),
    "old tables": lambda s: _html(
        _title(s),
        "<table width=100%><tr><td width=120><a href=/>Home</a><br><a href=/w>World</a></td><td>"
        f"<h1>{s['title']}</h1><p>By {s['author']}</p><p>{_long(s)}</p>{_p(s)}</td></tr></table>",
    ),
    "line breaks": lambda s: _html(
        _title(s) + _og(s), f"<h1>{s['title']}</h1><div id='story'>{'<br><br>'.join(s['paragraphs'])}</div>"
    ),
    "agency": lambda s: _html(
        _title(s) + f'<meta name="date" content="{s["published"]}"><meta name="author" content="{s["author"]}">',
        _NAV + f"<div id='content'><h1>{s['title']}</h1>{_p(s)}</div><div id='footer'>All rights reserved</div>",
    ),
    "ministry": lambda s: _html(
        _title(s, " | ") + f'<meta name="dcterms.issued" content="{s["published"]}">'
        f'<meta name="dc.creator" content="{s["author"]}"><meta name="dcterms.publisher" content="{s["outlet"]}">',
        _NAV + f"<main><h1>{s['title']}</h1>{_p(s)}</main>",
    ),
    "report": lambda s: _html(
        _title(s) + _og(s),
        _NAV
        + f"<main><h1>{s['title']}</h1><h2>Summary</h2><p>{s['paragraphs'][0]}</p><h2>Findings</h2><ul>"
        + "".join(f"<li>{p}</li>" for p in s["paragraphs"][1:])
        + "</ul></main>"
        + _RELATED,
    ),
    "blog": lambda s: _html(
        _title(s, " :: ") + f'<meta name="author" content="{s["author"]}">',
        f"<h1>{s['title']}</h1><div class='post-meta'>Posted on {_long(s)}</div><div class='post-body'>{_p(s)}</div>"
        + _COMMENTS,
    ),
    "live blog": lambda s: _html(
        _title(s) + _linked(s, "LiveBlogPosting"),
        f"<h1>{s['title']}</h1>"
        + "".join(
            f"<article><time datetime='2021-05-0{n}'>0{n}:10</time><p>{p}</p></article>"
            for n, p in enumerate(s["paragraphs"], 1)
        ),
    ),
    "amp": lambda s: _html(
        _title(s) + _linked(s) + "<style amp-boilerplate>body{}</style>",
        f"<amp-sidebar>{_NAV}</amp-sidebar>" + _article(s),
        "<html amp>",
    ),
    "cookies": lambda s: _html(_title(s) + _og(s), _COOKIES * 4 + _NAV + _article(s) + _COOKIES + _RELATED * 3),
    "right to left": lambda s: _html(
        _title(s) + _og(s),
        "<nav dir=rtl><a href=/>الصفحة الأولى</a> <a href=/w>العالم</a></nav>" + _article(s),
        "<html lang='ar' dir='rtl'>",
    ),
    "date in text": lambda s: _html(
        _title(s) + f'<meta name="author" content="{s["author"]}">',
        _NAV + f"<h1>{s['title']}</h1><div>Published: {_long(s)}</div><div>{_p(s)}</div>",
    ),
    "byline": lambda s: _html(
        _title(s, " | "), _NAV + _article(s, f"<p class='byline'>By {s['author']} | {_american(s)}</p>") + _RELATED
    ),
    "lists of links": lambda s: _html(
        _title(s) + _linked(s),
        "<ul>"
        + "".join(f"<li><a href='/{n}'>Topic {n}</a></li>" for n in range(80))
        + "</ul>"
        + _article(s)
        + "<ul>"
        + f"<li><a href=/x>{JUNK[1]}</a></li>" * 9
        + "</ul>",
    ),
    "quotations": lambda s: _html(
        _title(s) + _og(s),
        _NAV + f"<article><h1>{s['title']}</h1>{_p(s, '<blockquote><p>', '</p></blockquote>')}</article>",
    ),
    "plain divs": lambda s: _html(
        _title(s) + _og(s), f"<div><div><h1>{s['title']}</h1>{_p(s, '<div>', '</div>')}</div></div>"
    ),
    "sections": lambda s: _html(
        _title(s) + _og(s),
        _NAV + _article(s, f"<section class='share'>{'<a href=#>Share</a> ' * 5}</section>", _RELATED),
    ),
    "newsletter": lambda s: _html(
        _title(s) + _linked(s), _article(s, after=f"<form class='newsletter'><p>{JUNK[0]}</p><input></form>") + _RELATED
    ),
}


def pages(stories: list[Story]) -> list[Page]:
    """Thirty pages: one of each make, and some in odd encodings, without a date, or kept by a web archive."""
    found: list[Page] = []
    for number, (make, layout) in enumerate(MAKES.items()):
        story = stories[number % len(stories)]
        page = Page(make, layout(story).encode(), story["title"], story["author"], story["published"], story["outlet"])
        found.append(page)
    s = stories[0]
    known = Page("", b"", s["title"], s["author"], s["published"], s["outlet"])
    plain = _html("{}" + _title(s) + _og(s), _NAV + _article(s))
    found += [
        replace(known, make="windows-1252", data=plain.replace("{}", '<meta charset="iso-8859-1">').encode("cp1252")),
        replace(
            known,
            make="of the server",
            data=plain.replace("{}", "").encode("cp1252"),
            media="text/html; charset=cp1252",
        ),
        replace(known, make="utf-16", data=plain.replace("{}", "").encode("utf-16")),
        replace(known, make="wrong label", data=plain.replace("{}", '<meta charset="latin-1">').encode()),
        replace(
            known, make="no date", published=None, data=_html(_title(s) + _og(s, dated=False), _article(s)).encode()
        ),
        replace(
            known,
            make="only changed",
            published=None,
            data=_html(
                _title(s) + _og(s, dated=False) + '<meta property="article:modified_time" content="2021-01-01">',
                _article(s),
            ).encode(),
        ),
        replace(
            known,
            make="web archive",
            url="https://web.archive.org/web/20170101000000/http://courier.example/a",
            data=_html(
                _title(s) + _og(s), f"<div id='wm-ipp-base'><p>{JUNK[0]}, 812 captures.</p></div>" + _NAV + _article(s)
            ).encode(),
        ),
        replace(known, make="channel", title=None, author=None, data=_html("", _posts(s)).encode()),
    ]
    return found
