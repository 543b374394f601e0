"""The store as the pages see it: many read at once, one writes at a time; one process owns the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Annotated

from fastapi import Depends, Query, Request

from reportedly.store.database import Store


class Desk:
    """Lends the store out: to read beside all others, or to write when nobody else does."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._pen = Lock()

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """The store as it stands when a question is asked; what is being written is not seen until it is whole."""
        with self._store.beside() as beside:
            yield beside

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """The store to write to; waits until nobody else writes."""
        with self._pen:
            yield self._store


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
