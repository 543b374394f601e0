from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import NotAnArticle
from reportedly.reading.intake.feeds import feed_pieces, plain_of
from reportedly.reading.intake.inputs import Input, Passed, found_inputs, read_inputs
from reportedly.reading.intake.known import NOTHING
from reportedly.records.article import Article
from reportedly.records.reading import Failure
from tests.byhand import TEXT
from tests.reading.server import Site, serve

HARBOUR = Path(__file__).with_name("pages") / "harbour.html"
WHOLE = "".join(f"<p>{line}</p>" for line in (TEXT * 3).split("\n") if line)

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Lantern</title><link>https://lantern.example</link>
<item><title>Harbour to close &amp;amp; stay so</title><link>https://lantern.example/1</link>
 <pubDate>Thu, 14 Mar 2024 18:30:00 +0100</pubDate><description>In short.</description>
 <content:encoded><![CDATA[{whole}]]></content:encoded></item>
<item><title>From elsewhere</title><link>{link}</link><source url="https://courier.example">Elswick Courier</source>
 <pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>
 <description>The harbour will close on Monday, two engineers said on Friday to the Courier.</description></item>
<item><title>Nothing</title><link>{link}</link></item>
</channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Mercury</title>
<entry><title>Harbour</title><link href="https://mercury.example/1"/><updated>2024-03-15T08:00:00Z</updated>
<author><name>Jo Marsh</name></author>
<content type="html">&lt;p&gt;The harbour will close, she said.&lt;/p&gt;</content>
</entry></feed>"""


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as site:
        yield site


def found(*sources: str | Path, allow_local: bool = False) -> list[Input]:
    return [item for item in found_inputs(sources, allow_local=allow_local) if isinstance(item, Input)]


def test_the_items_of_a_file_have_the_text_that_the_feed_gives(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS.format(whole=WHOLE, link="https://courier.example/7"), encoding="utf-8")
    first, second, third = found(path)
    assert isinstance(first.article, Article)
    assert first.article.text.split("\n")[0] == TEXT.split("\n")[0]
    assert (first.article.outlet, first.article.title) == ("The Lantern", "Harbour to close & stay so")
    assert (first.article.url, first.article.published) == ("https://lantern.example/1", "2024-03-14T18:30:00+01:00")
    assert [(date.kind, date.used) for date in first.given.dates] == [("feed", True)]
    assert first.given.source == f"{path}, https://lantern.example/1"
    assert isinstance(second.article, Article)
    assert (second.article.outlet, second.article.published) == ("Elswick Courier", None)  # the item's own source
    assert [(date.value, date.why) for date in second.given.dates] == [("1970-01-01T00:00:00Z", "before 1990")]
    assert isinstance(third.article, Failure)
    assert "gives no text" in third.article.reason


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("Tue, 05 Mar 2024 22:30:00 -0500", "2024-03-05T22:30:00-05:00"),
        ("Tue, 05 Mar 2024 22:30:00 EST", "2024-03-05T22:30:00-05:00"),
        ("2024-03-05T22:30:00-05:00", "2024-03-05T22:30:00-05:00"),
        ("Tue, 05 Mar 2024 22:30:00 GMT", "2024-03-05T22:30:00Z"),
        ("Tue, 05 Mar 2024", "2024-03-05T00:00:00Z"),
    ],
)
def test_the_day_of_publication_is_the_outlets_own(tmp_path: Path, written: str, published: str) -> None:
    item = f"<item><pubDate>{written}</pubDate><description>{TEXT}</description></item>"
    (tmp_path / "a.rss").write_text(f"<rss><channel>{item}</channel></rss>", encoding="utf-8")
    (given,) = found(tmp_path / "a.rss")
    assert isinstance(given.article, Article)
    assert given.article.published == published


def test_a_feed_names_the_outlet_of_a_page_that_does_not(site: Site) -> None:
    page = site.page("/1", f"<html><body><article>{WHOLE}</article></body></html>".encode())
    source = '<source url="https://courier.example">Elswick Courier</source>'
    items = f"<item><link>{page}</link>{source}</item><item><link>{page}</link></item>"
    feed = site.page("/feed", f"<rss><channel><title>The Lantern</title>{items}</channel></rss>".encode())
    outlets = [item.article.outlet for item in found(feed, allow_local=True) if isinstance(item.article, Article)]
    assert outlets == ["Elswick Courier", "The Lantern"]
    (alone,) = found(page, allow_local=True)
    assert isinstance(alone.article, Article)
    assert alone.article.outlet is None  # a number and a port are no name


def test_an_atom_feed_gives_the_date_of_its_last_change_as_such(tmp_path: Path) -> None:
    (tmp_path / "a.atom").write_text(ATOM)
    (given,) = found(tmp_path / "a.atom")
    assert isinstance(given.article, Article)
    assert (given.article.text, given.article.byline) == ("The harbour will close, she said.", ("Jo Marsh",))
    assert [(date.kind, date.value, date.used) for date in given.given.dates] == [
        ("modified", "2024-03-15T08:00:00Z", True)
    ]


def test_pages_of_items_that_are_cut_short_are_fetched_when_the_feed_is_an_address(site: Site) -> None:
    page = site.page("/harbour", HARBOUR.read_bytes())
    feed = site.page("/feed", RSS.format(whole=WHOLE, link=page).encode(), "application/rss+xml")
    first, second, third = found(feed, allow_local=True)
    assert isinstance(first.article, Article)
    assert isinstance(second.article, Article)
    assert second.article.url == page or "harbour" in (second.article.url or "")
    assert second.article.published == "2024-03-14T18:30:00+01:00"
    assert {(date.kind, date.used) for date in second.given.dates} >= {("published", True), ("feed", False)}
    assert third.article == second.article
    assert [request["path"] for request in site.requests] == ["/feed", "/harbour", "/harbour"]


def test_an_item_that_links_to_no_address_costs_itself_only(site: Site) -> None:
    page = site.page("/harbour", HARBOUR.read_bytes())
    item = "<item><link>{link}</link><description>In short.</description></item>"
    items = item.format(link="http://xn--g6h.example/1") + item.format(link=page)
    first, second = found(site.page("/feed", f"<rss><channel>{items}</channel></rss>".encode()), allow_local=True)
    assert isinstance(first.article, Failure)
    assert "not an address" in first.article.reason
    assert isinstance(second.article, Article)


def test_items_that_are_known_are_not_fetched_again(site: Site) -> None:
    page = site.page("/harbour", HARBOUR.read_bytes())
    feed = site.page("/feed", RSS.format(whole=WHOLE, link=page).encode(), "application/rss+xml")
    asked: list[tuple[int, str]] = []

    def passing(digest: int, source: str) -> bool:
        asked.append((digest, source))
        return True

    assert all(isinstance(item, Passed) for item in found_inputs([feed], allow_local=True, passing=passing))
    assert len(set(asked)) == 3
    assert [request["path"] for request in site.requests] == ["/feed"]


def test_a_feed_is_told_by_how_it_begins(tmp_path: Path, site: Site) -> None:
    (tmp_path / "feed").write_text(ATOM)
    assert isinstance(found(tmp_path / "feed")[0].article, Article)
    address = site.page("/a", ATOM.replace("mercury.example", "mercury.invalid").encode(), "text/html")
    (given,) = found(address, allow_local=True)
    assert isinstance(given.article, Failure)  # its page cannot be fetched
    assert given.article.source == f"{address}, https://mercury.invalid/1"
    assert given.article.reason.startswith("https://mercury.invalid/1: there is no host")


@pytest.mark.parametrize("reference", ["&#xD800;", "&#55296;", "&#99999999;"])
def test_a_reference_to_what_is_no_character_spoils_nothing_else(tmp_path: Path, reference: str) -> None:
    link = f"https://courier.example/7{reference}"
    (tmp_path / "feed.xml").write_text(RSS.format(whole=WHOLE, link=link), encoding="utf-8")
    first, second, _ = found(tmp_path / "feed.xml")
    assert isinstance(first.article, Article)
    assert isinstance(second.article, Article)
    assert second.article.url == "https://courier.example/7\ufffd"


@pytest.mark.parametrize("link", ["/harbour", "harbour", "//{host}/harbour"])
def test_links_are_relative_to_the_address_of_the_feed(site: Site, link: str) -> None:
    page = site.page("/harbour", HARBOUR.read_bytes())
    link = link.format(host=f"127.0.0.1:{site.port}")
    feed = site.page("/feed", RSS.format(whole=WHOLE, link=link).encode(), "application/rss+xml")
    _, second, _ = found(feed, allow_local=True)
    assert isinstance(second.article, Article)
    assert second.given.source == f"{feed}, {page}"


def test_a_feed_of_an_address_keeps_its_encoding(site: Site) -> None:
    text = "The ferry will sail again in the spring, said the mayor. " * 30
    row = f"<item><title>One</title><description>{text}</description></item>"
    raw = f'<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><title>Café Post</title>{row}'
    feed = site.page("/feed", f"{raw}</channel></rss>".encode("iso-8859-1"), "application/rss+xml")
    (item,) = found(feed, allow_local=True)
    assert isinstance(item.article, Article)
    assert item.article.outlet == "Café Post"


@pytest.mark.parametrize("raw", ["<?xml version='1.0'?><catalogue/>", "", "<rss><channel/></rss>"])
def test_xml_without_items_is_a_failure(tmp_path: Path, raw: str) -> None:
    (tmp_path / "a.xml").write_text(raw)
    (failed,) = read_inputs([tmp_path / "a.xml"])
    assert isinstance(failed, Failure)


def test_the_text_of_html_has_a_line_for_each_block() -> None:
    html = "<p>One\ntwo <b>three</b></p><ul><li>four &amp; five</li></ul><script>6</script>seven<br>eight"
    assert plain_of(html) == "One two three\nfour & five\nseven\neight"


def test_an_empty_answer_is_no_feed() -> None:
    with pytest.raises(NotAnArticle):
        list(feed_pieces(b"", where="https://beacon.example/rss", known=NOTHING, may_be_empty=True))
