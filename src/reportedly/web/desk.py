"""The store as the pages see it: many read at once, one writes at a time; one process owns the file."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import date
from threading import Lock
from time import monotonic
from typing import Annotated, Any

from fastapi import Depends, Query, Request

from reportedly.store.database import Store

LONGEST = 5.0  # seconds that whoever writes is waited for: a trace of much takes minutes, and is made anew
REMEMBERED = 200  # answers; each is a page of rows
RENEWED = 10.0  # seconds at least from one renewal of what was found to the next, while many articles come in


class Desk:
    """Lends the store out: to read beside all others, or to write when nobody else does."""

    def __init__(self, store: Store) -> None:
        store.query("set threads = 1")  # for a question: many are asked at once, and two threads cost more than one
        self._store = store
        self._pen = Lock()
        self._written = 0
        self._renewed = -RENEWED  # when it last counted that something was written
        self._is_due = False
        self._found: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._finding = Lock()

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """The store as it stands when a question is asked; what is being written is not seen until it is whole."""
        with self._store.beside() as beside:
            yield beside

    @contextmanager
    def writing(self, *, in_passing: bool = False) -> Iterator[Store]:
        """The store to write to; waits until nobody else writes.

        What was found before is found anew afterwards; of what is written in passing that may be a while later, since
        a delivery of many articles would else take away every list each second.
        """
        with self._pen:
            try:
                yield self._store
            finally:
                if not in_passing:
                    self._store.settle()  # whoever copies the file while the desk is open has all of it
                self._is_due = True
                self._renew(0 if not in_passing else RENEWED)

    def _renew(self, after: float) -> None:
        """Forgets what was found before something was written, when it was last forgotten so many seconds ago."""
        if self._is_due and (now := monotonic()) - self._renewed >= after:
            self._is_due, self._renewed = False, now
            self._written += 1

    @contextmanager
    def holding(self) -> Iterator[Store]:
        """The store that is written to, to look something up between two writings; waits as `writing` does."""
        with self._pen:
            yield self._store

    def close(self) -> bool:
        """Lets nobody write any more; whether whoever is at it came to an end, so that the store can be closed."""
        return self._pen.acquire(timeout=LONGEST)

    def remembered(self, question: Hashable, find: Callable[[], Any]) -> Any:
        """What was found when the same was asked since the store was last written to, today; else what is found now.

        Whoever asks while another one is finding it waits for what that one finds.
        """
        self._renew(RENEWED)
        key = question, self._written, date.today()
        with self._finding:
            is_first = key not in self._found
            found = self._found.setdefault(key, Future())
            self._found.move_to_end(key)
            while len(self._found) > REMEMBERED:
                self._found.popitem(last=False)
        if is_first:
            try:
                found.set_result(find())
            except BaseException as error:
                with self._finding:
                    self._found.pop(key, None)
                found.set_exception(error)
        return found.result()


def desk_of(request: Request) -> Desk:
    """The desk of the app that answers."""
    desk: Desk = request.app.state.desk
    return desk


def _beside(request: Request) -> Iterator[Store]:
    with desk_of(request).reading() as store:
        yield store


Kept = Annotated[Store, Depends(_beside)]  # the store that a page asks its questions of

Page = Annotated[int, Query(ge=1, le=1_000_000, description="which page of the list, from 1")]
Words = Annotated[str | None, Query(max_length=400)]
Day = Annotated[
    str | None,
    Query(
        pattern=r"^([1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?$",
        description="a day, a month or a year: 2025-04-24, 2025-04 or 2025",
    ),
]
