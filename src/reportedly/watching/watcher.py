"""Watcher: asks the feeds that are due, side by side, and gives what is new of them as inputs to be read."""

from __future__ import annotations

import logging
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Protocol

from reportedly.errors import BadInput, FetchRefused, ReportedlyError
from reportedly.reading.intake.dates import Found
from reportedly.reading.intake.feeds import feed_pieces
from reportedly.reading.intake.fetch import Fetched, Version, fetch, fetch_anew
from reportedly.reading.intake.inputs import Input, input_of, page_of
from reportedly.reading.intake.known import NOTHING, Known
from reportedly.reading.intake.made import Made, Piece
from reportedly.records.feed import Watched
from reportedly.records.reading import Failure
from reportedly.store.database import Store
from reportedly.store.feeds import keep_feed, watched_feeds
from reportedly.watching.counts import Counts
from reportedly.watching.courtesy import PAUSE, Courtesy, site_of
from reportedly.watching.schedule import after_answer, after_failure, due_at, spread

SIDE_BY_SIDE = 8  # sites that are asked at once
TRIED_AGAIN = 24 * 3600.0  # seconds after which an item is asked for again that could not be read

log = logging.getLogger("reportedly.watch")


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a feed gave: its items, with the version to ask by next time; None while it is as it was."""

    pieces: tuple[Piece, ...] | None
    version: Version


class Memory(Protocol):
    """Where it is kept what is known of feeds and articles; it outlives the program."""

    def feeds(self) -> dict[str, Watched]:
        """What is known of every feed, by its address."""

    def keep_feed(self, feed: Watched) -> None:
        """Keeps what is now known of one."""

    def knows(self, digest: int, source: str, *, read_by: str | None = None) -> bool:
        """Whether the bytes of this digest, from this source, hold an article that this reader has read."""


class InStore:
    """A store as a memory, for the one program that has it open."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def feeds(self) -> dict[str, Watched]:
        """As the store has them."""
        return watched_feeds(self._store)

    def keep_feed(self, feed: Watched) -> None:
        """In the store."""
        keep_feed(self._store, feed)

    def knows(self, digest: int, source: str, *, read_by: str | None = None) -> bool:
        """As the store knows it."""
        return self._store.knows(digest, source, read_by=read_by)


class Watcher:
    """Looks after some feeds."""

    def __init__(
        self,
        memory: Memory,
        feeds: tuple[str, ...],
        counts: Counts,
        *,
        read_by: str,
        allow_local: bool = False,
        pause: float = PAUSE,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._memory = memory
        self._counts = counts
        self._read_by = read_by
        self._allow_local = allow_local
        self._courtesy = Courtesy(partial(fetch, allow_local=allow_local), pause=pause)
        self._now = now
        self._failed: dict[str, float] = {}  # when an item could not be read, by where it stands
        self._with_news: set[str] = set()  # feeds of the latest round whose news may not be kept yet
        known = memory.feeds()
        self._feeds = {url: known.get(url) or Watched(url=url, due=now()) for url in feeds}

    def seconds_left(self) -> float | None:
        """How long until a feed is due; None when all of them are gone."""
        now = self._now()
        moments = [moment for feed in self._feeds.values() if (moment := due_at(feed, now)) is not None]
        return max(0.0, (min(moments) - now).total_seconds()) if moments else None

    def news(self) -> Iterator[Input]:
        """What the feeds that are due have that the store has not, as it comes; one request to a site at a time."""
        now = self._now()
        turns = _Turns()
        self._with_news.clear()
        for url, feed in self._feeds.items():
            moment = due_at(feed, now)
            if moment is not None and moment <= now:
                turns.add(site_of(url), partial(self._ask, feed))
        with ThreadPoolExecutor(SIDE_BY_SIDE, thread_name_prefix="watch") as pool:
            try:
                yield from self._taken(turns, pool)
            finally:
                turns.drop()

    def broken_off(self) -> None:
        """The latest round ended before its news were kept: their feeds will be asked for all that they have."""
        for url in self._with_news:
            self._feeds[url] = replace(self._feeds[url], etag=None, modified=None)

    def _taken(self, turns: _Turns, pool: ThreadPoolExecutor) -> Iterator[Input]:
        while running := turns.start(pool):
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                turns.end(future)
                result = future.result()
                if isinstance(result, Input):
                    if isinstance(result.article, Failure) and result.given.source:
                        self._failed[result.given.source] = time.monotonic()
                    yield result
                    continue
                feed, answer = result
                for piece in self._settle(feed, answer):
                    link = piece.where.removeprefix(f"{feed.url}, ")
                    turns.add(site_of(link if "://" in link else feed.url), partial(_read, piece))

    def _ask(self, feed: Watched) -> tuple[Watched, _Answer | ReportedlyError]:
        """What a feed answers; in a thread of its own, so nothing is written."""
        version = Version(etag=feed.etag, modified=feed.modified)
        try:
            self._courtesy.enter(feed.url)
            fetched = fetch_anew(feed.url, version, allow_local=self._allow_local)
            if fetched is None:
                return feed, _Answer(None, version)
            pieces = feed_pieces(fetched.content, where=feed.url, known=NOTHING, fetch=self._page)
            return feed, _Answer(tuple(pieces), fetched.version)
        except ReportedlyError as error:
            return feed, error

    def _page(self, url: str, known: Known, found: list[Found]) -> Made:
        """The page that an item links to."""
        self._courtesy.enter(url)
        return page_of(self._get(url), url, known, found)

    def _get(self, url: str) -> Fetched:
        return fetch(url, allow_local=self._allow_local)

    def _settle(self, feed: Watched, answer: _Answer | ReportedlyError) -> list[Piece]:
        """Keeps what is now known of a feed; gives its items that the store does not know."""
        now = self._now()
        if isinstance(answer, ReportedlyError):
            status, wait = (answer.status, answer.wait) if isinstance(answer, FetchRefused) else (None, None)
            feed = spread(after_failure(feed, now, why=str(answer), status=status, wait=wait), now)
            pieces: list[Piece] = []
            self._counts.asked("gone" if feed.gone else "failed")
            log.warning(
                "feed failed",
                extra={"feed": feed.url, "reason": _why(answer), "failures": feed.failures, "due": _told(feed.due)},
            )
        else:
            pieces = [piece for piece in answer.pieces or () if not self._known(piece)]
            version = answer.version
            feed = after_answer(feed, now, news=bool(pieces), etag=version.etag, modified=version.modified)
            feed = spread(feed, now)
            self._counts.asked("unchanged" if answer.pieces is None else "answered")
            log.info("feed answered", extra={"feed": feed.url, "new": len(pieces), "due": _told(feed.due)})
        self._feeds[feed.url] = feed
        if pieces:  # a program that ends before they are kept must not be told that nothing is new
            self._with_news.add(feed.url)
            feed = replace(feed, etag=None, modified=None)
        self._memory.keep_feed(feed)
        return pieces

    def _known(self, piece: Piece) -> bool:
        failed = self._failed.get(piece.where)
        if failed is not None and time.monotonic() - failed < TRIED_AGAIN:
            return True
        digest = piece.digest(None, NOTHING)
        return digest is not None and self._memory.knows(digest, piece.where, read_by=self._read_by)

    @property
    def feeds(self) -> Mapping[str, Watched]:
        """What is known of the feeds, by address."""
        return self._feeds


def _told(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _why(error: ReportedlyError) -> str:
    """The reason without the address, which stands beside it."""
    return f"{error.what}; {error.do}" if isinstance(error, BadInput) and error.do else str(error)


def _read(piece: Piece) -> Input:
    return input_of(piece, digest=piece.digest(None, NOTHING))


_Work = Callable[[], "Input | tuple[Watched, _Answer | ReportedlyError]"]


class _Turns:
    """Work to do, by the site that it asks: one at a time of each, in the order in which it came."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[_Work]] = defaultdict(deque)
        self._running: dict[Future[Input | tuple[Watched, _Answer | ReportedlyError]], str] = {}

    def add(self, site: str, work: _Work) -> None:
        """Work that asks this site."""
        self._waiting[site].append(work)

    def start(self, pool: ThreadPoolExecutor) -> list[Future[Input | tuple[Watched, _Answer | ReportedlyError]]]:
        """Starts what may start; gives all that is running."""
        busy = set(self._running.values())
        for site, works in list(self._waiting.items()):
            if len(self._running) >= SIDE_BY_SIDE:
                break
            if site not in busy and works:
                self._running[pool.submit(works.popleft())] = site
            if not works:
                del self._waiting[site]
        return list(self._running)

    def end(self, future: Future[Input | tuple[Watched, _Answer | ReportedlyError]]) -> None:
        """The site may be asked for the next."""
        del self._running[future]

    def drop(self) -> None:
        """Forgets what has not started."""
        self._waiting.clear()
