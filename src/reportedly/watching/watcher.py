"""Watcher: asks the feeds that are due, side by side, and gives what is new of them as inputs to be read."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial

from reportedly.errors import BadInput, FetchRefused, ReportedlyError
from reportedly.reading.intake.dates import Found
from reportedly.reading.intake.feeds import feed_pieces
from reportedly.reading.intake.fetch import Version, fetch, fetch_anew
from reportedly.reading.intake.inputs import Input, input_of, page_of
from reportedly.reading.intake.known import NOTHING, Known
from reportedly.reading.intake.made import Made, Piece
from reportedly.records.feed import Missed, Watched
from reportedly.records.given import Given
from reportedly.records.reading import Failure
from reportedly.watching.counts import Counts
from reportedly.watching.courtesy import PAUSE, Courtesy, site_of
from reportedly.watching.memory import Memory
from reportedly.watching.schedule import after_answer, after_failure, due_at, spread
from reportedly.watching.turns import Turns

ROUND = 60.0  # seconds after which what came is read and kept, and feeds are asked that are due
TRIED_AGAIN = timedelta(hours=24)  # after which an item is asked for again that could not be read

log = logging.getLogger("reportedly.watch")


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a feed gave: its items, with the version to ask by next time; None while it is as it was."""

    pieces: tuple[Piece, ...] | None
    version: Version


@dataclass(frozen=True, slots=True)
class _Read:
    """What came of an item of a feed, and where it stands."""

    item: Input
    where: str
    feed: str


_Asked = tuple[Watched, _Answer | ReportedlyError]


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
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._memory = memory
        self._counts = counts
        self._read_by = read_by
        self._allow_local = allow_local
        self._courtesy = Courtesy(partial(fetch, allow_local=allow_local), pause=pause)
        self._now = now
        self._clock = clock
        self._turns: Turns[_Read | _Asked] = Turns()
        self._asked: set[str] = set()  # feeds that have not answered yet
        self._under_way: dict[str, str] = {}  # items that are to be fetched and kept, by where they stand: their feed
        self._given: set[str] = set()  # those of them that the latest round has given
        self._missed = memory.missed()
        self._with_news: set[str] = set()  # feeds of the latest round whose news may not be kept yet
        self._broken: set[str] = set()  # feeds that were asked before a round that was broken off
        known = memory.feeds()
        self._feeds = {url: known.get(url) or Watched(url=url, due=now()) for url in feeds}

    @property
    def busy(self) -> bool:
        """Whether something is under way that no round has given yet."""
        return bool(self._turns)

    def seconds_left(self) -> float | None:
        """How long until there is something to do; None when all feeds are gone."""
        if self.busy:
            return 0.0
        now = self._now()
        moments = [moment for feed in self._feeds.values() if (moment := due_at(feed, now)) is not None]
        return max(0.0, (min(moments) - now).total_seconds()) if moments else None

    def news(self, *, seconds: float = ROUND, asking: bool = True) -> Iterator[Input]:
        """What the feeds that are due have that the store has not, as it comes; one request to a site at a time.

        A round gives what came within so many `seconds`, the next one the rest, so that a slow site keeps no other
        waiting. Without `asking` it only gives the rest.
        """
        until = self._clock() + seconds
        for where in self._given:
            self._under_way.pop(where, None)
        self._given.clear()
        self._with_news = set(self._under_way.values())
        if asking:
            self._ask_what_is_due()
        while self._turns and (left := until - self._clock()) > 0:
            result = self._turns.take(left)
            if isinstance(result, _Read):
                self._note(result)
                yield result.item
            elif result is not None:
                self._settle(*result)

    def broken_off(self) -> None:
        """The latest round ended before its news were kept: their feeds will be asked for all that they have."""
        self._broken |= self._asked
        for url in self._with_news:
            self._feeds[url] = replace(self._feeds[url], etag=None, modified=None)

    def _ask_what_is_due(self) -> None:
        now = self._now()
        for url, feed in self._feeds.items():
            moment = due_at(feed, now)
            if moment is not None and moment <= now and url not in self._asked:
                self._asked.add(url)
                self._turns.add(_site(url), partial(self._ask, feed, self._version(feed)))

    def _version(self, feed: Watched) -> Version:
        """The version to ask for another one than; any where an item of it is to be tried again."""
        now = self._now()
        again = (missed.feed == feed.url and _may_be_tried(missed, now) for missed in self._missed.values())
        return Version() if any(again) else Version(etag=feed.etag, modified=feed.modified)

    def _note(self, read: _Read) -> None:
        """Remembers what came of an item."""
        self._given.add(read.where)
        if isinstance(read.item.article, Failure):
            self._missed[read.where] = Missed(feed=read.feed, item=read.where, tried=self._now())
            self._memory.keep_missed(self._missed[read.where])
        else:
            self._forget(read.where)

    def _ask(self, feed: Watched, version: Version) -> _Asked:
        """What a feed answers; in a thread of its own, so nothing is written."""
        try:
            enter = self._courtesy.enter
            enter(feed.url)
            fetched = fetch_anew(feed.url, version, allow_local=self._allow_local, enter=enter)
            if fetched is None:
                return feed, _Answer(None, version)
            pieces = feed_pieces(
                fetched.content, where=feed.url, known=NOTHING, fetch=self._page, address=fetched.url, may_be_empty=True
            )
            return feed, _Answer(tuple(pieces), fetched.version)
        except ReportedlyError as error:
            return feed, error
        except Exception as error:
            return feed, ReportedlyError(_fault(error, feed.url))

    def _page(self, url: str, known: Known, found: list[Found]) -> Made:
        """The page that an item links to."""
        self._courtesy.enter(url)
        fetched = fetch(url, allow_local=self._allow_local, enter=self._courtesy.enter)
        return page_of(fetched, url, known, found)

    def _settle(self, feed: Watched, answer: _Answer | ReportedlyError) -> None:
        """Keeps what is now known of a feed; has those of its items read that the store does not know."""
        self._asked.discard(feed.url)
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
            if answer.pieces is not None:
                self._forget_others(feed.url, answer.pieces)
            pieces = [piece for piece in answer.pieces or () if not self._known(piece)]
            version = answer.version
            feed = after_answer(feed, now, news=bool(pieces), etag=version.etag, modified=version.modified)
            feed = spread(feed, now)
            self._counts.asked("unchanged" if answer.pieces is None else "answered")
            log.info("feed answered", extra={"feed": feed.url, "new": len(pieces), "due": _told(feed.due)})
        if feed.url in self._broken:  # it was asked before what it gave is lost: what is not new to it is to us
            self._broken.discard(feed.url)
            feed = replace(feed, etag=None, modified=None)
        self._feeds[feed.url] = feed
        if pieces:
            self._with_news.add(feed.url)
        # a program that ends before all is kept must not be told that nothing is new
        if feed.url in self._with_news:
            feed = replace(feed, etag=None, modified=None)
        self._memory.keep_feed(feed)
        for piece in pieces:
            self._under_way[piece.where] = feed.url
            site = _site(piece.where.removeprefix(f"{feed.url}, "), feed.url)
            self._turns.add(site, partial(_read, piece, feed.url))

    def _forget_others(self, url: str, pieces: tuple[Piece, ...]) -> None:
        """Forgets what was missed of a feed and is in it no more."""
        there = {piece.where for piece in pieces}
        for where in [where for where, missed in self._missed.items() if missed.feed == url and where not in there]:
            self._forget(where)

    def _forget(self, where: str) -> None:
        if self._missed.pop(where, None) is not None:
            self._memory.forget_missed(where)

    def _known(self, piece: Piece) -> bool:
        missed = self._missed.get(piece.where)
        if piece.where in self._under_way or (missed is not None and not _may_be_tried(missed, self._now())):
            return True
        digest = piece.digest(None, NOTHING)
        return digest is not None and self._memory.knows(digest, piece.where, read_by=self._read_by)

    @property
    def feeds(self) -> Mapping[str, Watched]:
        """What is known of the feeds, by address."""
        return self._feeds


def _may_be_tried(missed: Missed, now: datetime) -> bool:
    """Whether it is long enough since; so it is by a clock that was set back."""
    return not timedelta() <= now - missed.tried < TRIED_AGAIN


def _told(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _why(error: ReportedlyError) -> str:
    """The reason without the address, which stands beside it."""
    return f"{error.what}; {error.do}" if isinstance(error, BadInput) and error.do else str(error)


def _read(piece: Piece, feed: str) -> _Read:
    try:
        item = input_of(piece, digest=piece.digest(None, NOTHING))
    except Exception as error:
        failure = Failure(id=None, source=piece.where, reason=_fault(error, piece.where))
        item = Input(article=failure, given=Given(source=piece.where))
    return _Read(item, piece.where, feed)


def _fault(error: Exception, where: str) -> str:
    """What is said of a fault of our own, which must not end a watch of many feeds."""
    log.error("a fault of reportedly", extra={"source": where}, exc_info=error)
    return f"a fault of reportedly ({type(error).__name__}: {error}); please report it with what is in the log"


def _site(*urls: str) -> str:
    """The site that the first of the addresses is on which is one."""
    for url in urls:
        with suppress(FetchRefused):
            return site_of(url)
    return urls[-1]
