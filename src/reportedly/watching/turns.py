"""Work to do, by the site that it asks: one at a time of each, several sites side by side."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from threading import Thread
from typing import Generic, TypeVar

SIDE_BY_SIDE = 8  # sites that are asked at once

Result = TypeVar("Result")


class Turns(Generic[Result]):
    """Work of which each site has one at a time, in the order in which it came."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[Callable[[], Result]]] = defaultdict(deque)
        self._running: dict[Future[Result], str] = {}

    def __bool__(self) -> bool:
        """Whether there is work that is not done."""
        return bool(self._waiting or self._running)

    def add(self, site: str, work: Callable[[], Result]) -> None:
        """Work that asks this site."""
        self._waiting[site].append(work)

    def take(self, seconds: float) -> Result | None:
        """What came of work that is done; None when none is after so many seconds."""
        self._start()
        done, _ = wait(self._running, timeout=seconds, return_when=FIRST_COMPLETED)
        if not done:
            return None
        future = done.pop()  # the others are there the next time
        del self._running[future]
        return future.result()

    def _start(self) -> None:
        busy = set(self._running.values())
        for site, works in list(self._waiting.items()):
            if len(self._running) >= SIDE_BY_SIDE:
                break
            if site not in busy:
                self._running[_started(works.popleft())] = site
                del self._waiting[site]  # the rest of its work waits behind that of all others
                if works:
                    self._waiting[site] = works


def _started(work: Callable[[], Result]) -> Future[Result]:
    """The work, in a thread of its own: not one of a pool, which would keep a program that is told to end waiting."""
    future: Future[Result] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    Thread(target=run, name="watch", daemon=True).start()
    return future
