from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from reportedly.reading.intake.feeds import feed_pieces
from reportedly.reading.intake.fetch import Version
from reportedly.reading.intake.inputs import Input
from reportedly.reading.intake.made import Piece
from reportedly.records import Article, Failure, Reading
from reportedly.records.feed import Watched
from reportedly.store.database import Store
from reportedly.store.feeds import keep_feed, missed_items, watched_feeds
from reportedly.watching.counts import Counts
from reportedly.watching.memory import InStore
from reportedly.watching.watcher import Watcher, _Answer
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
    """A watcher whose clocks, that of the day and that of waits, are one."""
    now = clock or Clock()
    return Watcher(
        InStore(store), urls, Counts(), read_by="a reader", allow_local=True, pause=0, now=now,
        clock=lambda: now().timestamp(),
    )  # fmt: skip


def tagged(content: bytes) -> Callable[[BaseHTTPRequestHandler], None]:
    """Answers with a feed, once to each who asks for another version than it."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        new = request.headers.get("If-None-Match") is None
        request.send_response(200 if new else 304)
        request.send_header("ETag", '"7"')
        request.send_header("Content-Type", "application/rss+xml")
        request.end_headers()
        if new:
            request.wfile.write(content)

    return answer


def titles(inputs: Iterable[Input]) -> list[str | None]:
    return [item.article.title if isinstance(item.article, Article) else None for item in inputs]


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
    site.pages["/rss"] = tagged(feed(("One", site.url("/1"), WORDS * 8)))
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
    clock.now += timedelta(hours=12)
    assert list(watching.news()) == []


def test_robots_txt_is_honoured(site: Site, store: Store) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /", "text/plain")
    url = site.page("/rss", feed(("One", site.url("/1"), WORDS * 8)), "application/rss+xml")
    assert list(watcher(store, url).news()) == []
    trouble = watched_feeds(store)[url].trouble
    assert trouble is not None
    assert "robots.txt" in trouble
    assert [request["path"] for request in site.requests] == ["/robots.txt"]


PAGE = f"<html><title>Two</title><body><article><p>{WORDS * 4}</p><p>{WORDS * 4}</p></article>".encode()


@pytest.mark.parametrize("link", ["http://[oops/1", "mailto:desk@lantern.example", "file:///etc/passwd"])
def test_an_item_with_a_bad_link_fails_alone(site: Site, store: Store, link: str) -> None:
    items = feed(("Bad", link, "Cut…"), ("One", site.url("/1"), WORDS * 8))
    url = site.page("/rss", items, "application/rss+xml")
    read = list(watcher(store, url).news())
    assert len(read) == 2
    assert "One" in titles(read)
    assert not any("robots.txt" in item.article.reason for item in read if isinstance(item.article, Failure))


def test_an_item_that_stands_twice_in_a_feed_is_read(site: Site, store: Store) -> None:
    item = ("Two", site.page("/2", PAGE), "Cut…")
    url = site.page("/rss", feed(item, item), "application/rss+xml")
    assert titles(watcher(store, url).news()) == ["Two", "Two"]


def test_a_version_beyond_ascii_ends_no_watch(site: Site, store: Store) -> None:
    url = site.page("/rss", feed(("One", site.url("/1"), WORDS * 8)), "application/rss+xml", ETag='"v\xe9"')
    clock = Clock()
    for _ in range(3):
        assert titles(watcher(store, url, clock=clock).news()) == ["One"]
        clock.now += timedelta(days=1)
    keep_feed(store, Watched(url=url, due=NOW, etag='"v\xe9"'))  # as an earlier version kept it
    assert titles(watcher(store, url, clock=clock).news()) == ["One"]


def test_a_fault_of_our_own_costs_one_feed(site: Site, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = site.page("/bad", feed(("Bad", site.url("/1"), WORDS * 8)), "application/rss+xml")
    good = site.page("/rss", feed(("One", site.url("/1"), WORDS * 8)), "application/rss+xml")

    def pieces(raw: bytes, *, where: str, **more: Any) -> Iterator[Piece]:
        return feed_pieces(raw, where=where, **more) if where == good else iter([1 / 0])  # type: ignore[list-item]

    monkeypatch.setattr("reportedly.watching.watcher.feed_pieces", pieces)
    assert titles(watcher(store, bad, good).news()) == ["One"]
    assert "ZeroDivisionError" in str(watched_feeds(store)[bad].trouble)


def test_a_feed_without_items_has_not_failed(site: Site, store: Store) -> None:
    url = site.page("/rss", feed(), "application/rss+xml")
    assert list(watcher(store, url).news()) == []
    assert watched_feeds(store)[url].failures == 0


@pytest.mark.parametrize("restarted", [True, False], ids=["restarted", "going on"])
def test_an_item_that_failed_is_tried_again_though_its_feed_is_as_it_was(
    site: Site, store: Store, restarted: bool
) -> None:
    site.pages["/rss"] = tagged(feed(("Two", site.url("/2"), "Cut…")))
    url = site.url("/rss")
    clock = Clock()
    watching = watcher(store, url, clock=clock)
    assert titles(watching.news()) == [None]
    for hours in (12, 1):
        clock.now += timedelta(hours=hours)
        site.page("/2", PAGE)
        if restarted:
            watching = watcher(store, url, clock=clock)
        assert titles(watching.news()) == []
    clock.now += timedelta(hours=12)
    if restarted:
        watching = watcher(store, url, clock=clock)
    assert titles(watching.news()) == ["Two"]
    assert missed_items(store) == {}


def test_an_item_that_failed_is_tried_again_by_a_clock_that_was_set_back(site: Site, store: Store) -> None:
    site.pages["/rss"] = tagged(feed(("Two", site.url("/2"), "Cut…")))
    url = site.url("/rss")
    assert titles(watcher(store, url).news()) == [None]
    assert [(missed.feed, missed.tried) for missed in missed_items(store).values()] == [(url, NOW)]
    site.page("/2", PAGE)
    earlier = Clock()
    earlier.now -= timedelta(days=2)
    assert titles(watcher(store, url, clock=earlier).news()) == ["Two"]


def test_what_failed_is_forgotten_when_its_feed_has_it_no_more(site: Site, store: Store) -> None:
    url = site.page("/rss", feed(("Two", site.url("/2"), "Cut…")), "application/rss+xml")
    clock = Clock()
    watching = watcher(store, url, clock=clock)
    assert titles(watching.news()) == [None]
    site.page("/rss", feed(("One", site.url("/1"), WORDS * 8)), "application/rss+xml")
    clock.now += timedelta(hours=12)
    assert titles(watching.news()) == ["One"]
    assert missed_items(store) == {}


def test_a_slow_site_holds_up_no_other(site: Site, store: Store) -> None:
    slow, gone_on = threading.Event(), []

    def answer(request: BaseHTTPRequestHandler) -> None:
        slow.wait(10)
        gone_on.append(request.path)
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.end_headers()
        request.wfile.write(PAGE)

    site.pages["/2"] = answer
    late = site.page("/late", feed(("Two", site.url("/2", "localhost"), "Cut…")), "application/rss+xml")
    quick = site.page("/rss", feed(("One", site.url("/1"), WORDS * 8)), "application/rss+xml")
    day = Clock()
    watching = Watcher(InStore(store), (late, quick), Counts(), read_by="a reader", allow_local=True, pause=0, now=day)
    first = list(watching.news(seconds=0.5))
    assert (titles(first), watching.busy, watching.seconds_left()) == (["One"], True, 0.0)
    keep(store, first)
    site.page("/rss", feed(("Three", site.url("/3"), WORDS * 8)), "application/rss+xml")
    day.now += timedelta(hours=1)
    assert titles(watching.news(seconds=0.5)) == ["Three"]  # it is asked again meanwhile
    slow.set()
    assert titles(watching.news(asking=False)) == ["Two"]
    assert (gone_on, watching.busy) == (["/2"], False)


def test_what_was_not_kept_of_a_round_comes_again_though_more_is_under_way(site: Site, store: Store) -> None:
    site.page("/2", PAGE)
    site.pages["/rss"] = tagged(feed(("One", site.url("/1"), WORDS * 8), ("Two", site.url("/2"), "Cut…")))
    url = site.url("/rss")
    clock = Clock()
    watching = watcher(store, url, clock=clock)
    news = watching.news()
    assert titles([next(news)]) == ["One"]
    news.close()  # type: ignore[attr-defined]
    watching.broken_off()
    clock.now += timedelta(days=1)
    assert sorted(titles(watching.news()), key=str) == ["One", "Two"]


def test_a_feed_that_was_asked_when_a_round_broke_off_is_asked_for_all(site: Site, store: Store) -> None:
    url = site.page("/rss", feed(("One", site.url("/1"), WORDS * 8)), "application/rss+xml")
    clock = Clock()
    watching = watcher(store, url, clock=clock)
    watching._asked.add(url)  # its answer is still to come
    watching.broken_off()
    watching._settle(watching.feeds[url], _Answer(None, Version(etag='"1"', modified=None)))
    assert watched_feeds(store)[url].etag is None


def test_robots_txt_is_honoured_behind_a_redirect(site: Site, store: Store) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /private", "text/plain")
    site.page("/private/rss", feed(("One", site.url("/1"), WORDS * 8)), "application/rss+xml")
    site.page("/private/2", PAGE)
    moved = site.redirect("/moved", site.url("/private/rss"))
    url = site.page("/rss", feed(("Two", site.redirect("/2", "/private/2"), "Cut…")), "application/rss+xml")
    assert titles(watcher(store, moved, url).news()) == [None]
    assert not any("private" in request["path"] for request in site.requests)
