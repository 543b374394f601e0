"""Feeds that the desk looks after: since one program has the store open, it must be the one that serves it."""

from __future__ import annotations

import logging
from threading import Event, Thread

from reportedly.adding.adding import reader_name
from reportedly.watching.counts import Counts
from reportedly.watching.watcher import Watcher
from reportedly.web.adding import Delivery, Jobs, Penned
from reportedly.web.desk import Desk

log = logging.getLogger("reportedly.desk")

GLANCE = 30.0  # seconds: a clock that is set, or a machine that slept, is noticed by then


class Watch(Thread):
    """Asks the feeds that are due, and has what is new read with all else that is added."""

    def __init__(self, desk: Desk, jobs: Jobs, feeds: tuple[str, ...], *, allow_local: bool = False) -> None:
        super().__init__(name="watching", daemon=True)
        self._jobs = jobs
        self._counts = Counts()
        self._watcher = Watcher(Penned(desk), feeds, self._counts, read_by=reader_name(), allow_local=allow_local)
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
            job = self._jobs.take("feeds", Delivery(inputs=self._watcher.news()))
            self._jobs.wait(job)
            if not job.read and not job.failed and job.trouble is None:
                self._jobs.forget(job)

    def stop(self) -> None:
        """Asks no feed any more."""
        self._ending.set()
