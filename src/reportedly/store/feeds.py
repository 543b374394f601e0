"""Feeds that are watched, kept beside what came of them, so that a program that starts again goes on.

watched_feeds(store)        the feeds by address
keep_feed(store, feed)      one of them, in the place of what was known of it
missed_items(store)         their items that could not be read, by where they stand
keep_missed(store, missed)  one of these, in the place of what was known of it
forget_missed(store, item)  one of these is forgotten
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from reportedly.records.feed import Missed, Watched
from reportedly.store.database import Store

COLUMNS = {
    "feed": ("url", "due", "every", "etag", "modified", "failures", "gone", "answered", "trouble"),
    "missed_item": ("feed", "item", "tried"),
}


def watched_feeds(store: Store) -> dict[str, Watched]:
    """What is known of every feed that was ever watched, by its address."""
    return {
        url: Watched(
            url=url,
            due=_utc(due),
            every=timedelta(seconds=every),
            etag=etag,
            modified=modified,
            failures=failures,
            gone=gone,
            answered=None if answered is None else _utc(answered),
            trouble=trouble,
        )
        for url, due, every, etag, modified, failures, gone, answered, trouble in store.query(
            f"select {', '.join(COLUMNS['feed'])} from feed order by url"
        )
    }


def keep_feed(store: Store, feed: Watched) -> None:
    """Keeps what is now known of a feed."""
    answered = None if feed.answered is None else _plain(feed.answered)
    row = (
        feed.url, _plain(feed.due), feed.every.total_seconds(), feed.etag, feed.modified, feed.failures, feed.gone,
        answered, feed.trouble,
    )  # fmt: skip
    with store.transaction():
        store.query("delete from feed where url = $url", {"url": feed.url})
        store.insert(COLUMNS, {"feed": [row]})


def missed_items(store: Store) -> dict[str, Missed]:
    """The items of watched feeds that could not be read, by where they stand."""
    rows = store.query("select feed, item, tried from missed_item order by item")
    return {item: Missed(feed=feed, item=item, tried=_utc(tried)) for feed, item, tried in rows}


def keep_missed(store: Store, missed: Missed) -> None:
    """Keeps when an item was tried that could not be read."""
    with store.transaction():
        forget_missed(store, missed.item)
        store.insert(COLUMNS, {"missed_item": [(missed.feed, missed.item, _plain(missed.tried))]})


def forget_missed(store: Store, item: str) -> None:
    """Forgets that an item could not be read."""
    store.query("delete from missed_item where item = $item", {"item": item})


def _plain(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC)
