"""Memory: where a watcher keeps what it knows of feeds, and the store as one."""

from __future__ import annotations

from typing import Protocol

from reportedly.records.feed import Missed, Watched
from reportedly.store.database import Store
from reportedly.store.feeds import forget_missed, keep_feed, keep_missed, missed_items, watched_feeds


class Memory(Protocol):
    """Where it is kept what is known of feeds and articles; it outlives the program."""

    def feeds(self) -> dict[str, Watched]:
        """What is known of every feed, by its address."""

    def keep_feed(self, feed: Watched) -> None:
        """Keeps what is now known of one."""

    def missed(self) -> dict[str, Missed]:
        """The items that could not be read, by where they stand."""

    def keep_missed(self, missed: Missed) -> None:
        """Keeps that one could not be read."""

    def forget_missed(self, item: str) -> None:
        """Forgets it: the item was read, or is in its feed no more."""

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

    def missed(self) -> dict[str, Missed]:
        """As the store has them."""
        return missed_items(self._store)

    def keep_missed(self, missed: Missed) -> None:
        """In the store."""
        keep_missed(self._store, missed)

    def forget_missed(self, item: str) -> None:
        """In the store."""
        forget_missed(self._store, item)

    def knows(self, digest: int, source: str, *, read_by: str | None = None) -> bool:
        """As the store knows it."""
        return self._store.knows(digest, source, read_by=read_by)
