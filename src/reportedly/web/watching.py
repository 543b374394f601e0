"""Feeds that the desk looks after: since one program has the store open, it must be the one that serves it."""

from __future__ import annotations

import logging
from threading import Event, Thread

from reportedly.adding.adding import reader_name
from reportedly.errors import ReportedlyError
from reportedly.records.feed import Missed, Watched
from reportedly.store.feeds import forget_missed, keep_feed, keep_missed, missed_items, watched_feeds
from reportedly.watching.counts import Counts
from reportedly.watching.watcher import Watcher
from reportedly.web.desk import Desk
from reportedly.web.guard import TooMuch
from reportedly.web.jobs import Delivery, Jobs, Penned

log = logging.getLogger("reportedly.desk")

GLANCE = 30.0  # seconds: a clock that is set, or a machine that slept, is noticed by then
TOGETHER = 5.0  # seconds of which the news are read in one go


class PennedFeeds(Penned):
    """The store of the desk for one who looks after feeds too."""

    def feeds(self) -> dict[str, Watched]:
        """As the store has them."""
        with self._desk.holding() as store:
            return watched_feeds(store)

    def keep_feed(self, feed: Watched) -> None:
        """In the store."""
        with self._desk.holding() as store:  # no page shows them
            keep_feed(store, feed)

    def missed(self) -> dict[str, Missed]:
        """As the store has them."""
        with self._desk.holding() as store:
            return missed_items(store)

    def keep_missed(self, missed: Missed) -> None:
        """In the store."""
        with self._desk.holding() as store:
            keep_missed(store, missed)

    def forget_missed(self, item: str) -> None:
        """In the store."""
        with self._desk.holding() as store:
            forget_missed(store, item)


class Watch(Thread):
    """Asks the feeds that are due, and has what is new read with all else that is added."""

    def __init__(self, desk: Desk, jobs: Jobs, feeds: tuple[str, ...], *, allow_local: bool = False) -> None:
        super().__init__(name="watching", daemon=True)
        self._jobs = jobs
        self._counts = Counts()
        self._watcher = Watcher(PennedFeeds(desk), feeds, self._counts, read_by=reader_name(), allow_local=allow_local)
        self._ending = Event()

    def run(self) -> None:
        """Watches until all feeds are gone, or the program ends."""
        while not self._ending.is_set():
            left = self._watcher.seconds_left()
            if left is None:
                log.warning("all feeds that were watched are gone")
                return
            if left > 0:
                self._ending.wait(min(left, GLANCE))
                continue
            if not self._read_news():
                return

    def _read_news(self) -> bool:
        """Has read what came within a few seconds; False when the desk was closed.

        It is waited for here and not where deliveries are read, so that a slow feed holds up no delivery.
        """
        try:
            news = tuple(self._watcher.news(seconds=TOGETHER))
            if not news:
                return True
            job = self._jobs.take("feeds", Delivery(inputs=news))
        except TooMuch:  # the desk was closed
            return False
        except ReportedlyError as error:
            log.error("a round of feeds ended early: %s", error)
            self._watcher.broken_off()
            self._ending.wait(GLANCE)
            return True
        self._jobs.wait(job)
        if job.trouble is not None:
            self._watcher.broken_off()
        if not job.read and not job.failed and job.trouble is None:
            self._jobs.forget(job)
        return True

    def stop(self) -> None:
        """Asks no feed any more."""
        self._ending.set()
