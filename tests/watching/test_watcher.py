from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from reportedly.reading.intake.inputs import Input
from reportedly.records import Article, Failure, Reading
from reportedly.store.database import Store
from reportedly.store.feeds import watched_feeds
from reportedly.watching.counts import Counts
from reportedly.watching.watcher import InStore, Watcher
from tests.reading.server import Site, serve

WORDS = "The harbour will close for repairs in the spring, said the mayor, and the ferry will sail from the old pier. "
ITEM = "<item><title>{title}</title><link>{link}</link><description>{text}</description></item>"
NOW = datetime(2031, 5, 2, 12, tzinfo=UTC)


class Clock:
    now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as site:
        yield site


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "news.duckdb") as store:
        yield store


def feed(*items: tuple[str, str, str]) -> bytes:
    rows = "".join(ITEM.format(title=title, link=link, text=text) for title, link, text in items)
    return f"<rss><channel><title>The Lantern</title>{rows}</channel></rss>".encode()


def watcher(store: Store, *urls: str, clock: Clock | None = None) -> Watcher:
    return Watcher(
        InStore(store), urls, Counts(), read_by="a reader", allow_local=True, pause=0, now=clock or Clock()
    )  # fmt: skip


def keep(store: Store, inputs: list[Input]) -> None:
    """What `add` does with inputs, without reading."""
    for item in inputs:
        if isinstance(item.article, Article):
            reading = Reading(article=item.article)
            store.add([reading], read_by="a reader", given={item.article.id: item.given})


def test_what_is_new_comes_once(site: Site, store: Store) -> None:
    url = site.page("/rss", feed(("One", site.url("/1"), WORDS * 8)), "application/rss+xml")
    first = list(watcher(store, url).news())
    assert [item.article.title for item in first if isinstance(item.article, Article)] == ["One"]
    keep(store, first)
    clock = Clock()
    clock.now += timedelta(days=1)
    assert list(watcher(store, url, clock=clock).news()) == []


def test_items_that_are_cut_short_are_read_from_their_pages(site: Site, store: Store) -> None:
    page = f"<html><title>Two</title><body><article><p>{WORDS * 4}</p><p>{WORDS * 4}</p></article>".encode()
    url = site.page("/rss", feed(("Two", site.page("/2", page), "The harbour…")), "application/rss+xml")
    (item,) = watcher(store, url).news()
    assert isinstance(item.article, Article)
    assert item.article.text.startswith("The harbour will close")


def test_a_server_is_asked_for_another_version_only(site: Site, store: Store) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        known = request.headers.get("If-None-Match")
        request.send_response(304 if known == '"7"' else 200)
        request.send_header("ETag", '"7"')
        request.send_header("Content-Type", "application/rss+xml")
        request.end_headers()
        if known != '"7"':
            request.wfile.write(feed(("One", site.url("/1"), WORDS * 8)))

    site.pages["/rss"] = answer
    url = site.url("/rss")
    clock = Clock()
    watching = watcher(store, url, clock=clock)
    keep(store, list(watching.news()))
    clock.now += timedelta(days=1)
    assert list(watching.news()) == []
    assert watched_feeds(store)[url].etag == '"7"'
    clock.now += timedelta(days=1)
    assert list(watcher(store, url, clock=clock).news()) == []  # as after a restart
    asked = [request.get("if-none-match") for request in site.requests if request["path"] == "/rss"]
    assert asked == [None, '"7"', '"7"']


@pytest.mark.parametrize("restarted", [True, False], ids=["killed", "broken off"])
def test_news_that_were_not_kept_come_again(site: Site, store: Store, restarted: bool) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        new = request.headers.get("If-None-Match") is None
        request.send_response(200 if new else 304)
        request.send_header("ETag", '"7"')
        request.send_header("Content-Type", "application/rss+xml")
        request.end_headers()
        if new:
            request.wfile.write(feed(("One", site.url("/1"), WORDS * 8)))

    site.pages["/rss"] = answer
    url = site.url("/rss")
    clock = Clock()
    watching = watcher(store, url, clock=clock)
    assert len(list(watching.news())) == 1
    clock.now += timedelta(days=1)
    if restarted:
        watching = watcher(store, url, clock=clock)
    else:
        watching.broken_off()
    assert len(list(watching.news())) == 1


def test_dead_feeds_hinder_no_other_and_are_asked_ever_less(site: Site, store: Store) -> None:
    good = site.page("/rss", feed(("One", site.url("/1"), WORDS * 8)), "application/rss+xml")
    dead, strange = site.url("/none"), site.page("/page", b"<p>No feed.", "text/html")
    clock = Clock()
    watching = watcher(store, dead, strange, good, clock=clock)
    assert len(list(watching.news())) == 1
    assert {url: known.failures for url, known in watched_feeds(store).items()} == {good: 0, dead: 1, strange: 1}
    left = watching.seconds_left()
    assert left is not None
    assert left > 0
    assert list(watching.news()) == []  # none is due


def test_an_item_that_cannot_be_read_is_not_asked_for_at_every_visit(site: Site, store: Store) -> None:
    url = site.page("/rss", feed(("Gone", site.url("/gone"), "Cut…")), "application/rss+xml")
    clock = Clock()
    watching = watcher(store, url, clock=clock)
    (item,) = watching.news()
    assert isinstance(item.article, Failure)
    clock.now += timedelta(days=1)
    assert list(watching.news()) == []


def test_robots_txt_is_honoured(site: Site, store: Store) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /", "text/plain")
    url = site.page("/rss", feed(("One", site.url("/1"), WORDS * 8)), "application/rss+xml")
    assert list(watcher(store, url).news()) == []
    trouble = watched_feeds(store)[url].trouble
    assert trouble is not None
    assert "robots.txt" in trouble
    assert [request["path"] for request in site.requests] == ["/robots.txt"]
