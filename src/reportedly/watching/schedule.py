"""When a feed is asked again: sooner when it has news, later when it has none, much later when it fails.

Moments are UTC and outlive the program. A clock that is set back must not silence a feed, so one that would be waited
for longer than the longest wait there is, is asked at once; one that is set forward makes many feeds due at once, which
the waits between requests to one site spread out.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta

from reportedly.records.feed import FIRST, Watched

SHORTEST = timedelta(minutes=5)
LONGEST = timedelta(hours=6)
LONGEST_AFTER_FAILURE = timedelta(hours=24)
SPREAD = 0.1  # of its wait, by which a feed is asked later, so that many do not stay due together
SOONER = 0.5
LATER = 1.5
GONE = 410  # the only answer after which a server is not asked again (RFC 9110, 15.5.11)


def due_at(feed: Watched, now: datetime) -> datetime | None:
    """When the feed is to be asked; None when it is gone for good."""
    if feed.gone:
        return None
    longest = LONGEST_AFTER_FAILURE if feed.failures else LONGEST
    return now if feed.due - now > longest * (1 + SPREAD) else feed.due


def spread(feed: Watched, now: datetime) -> Watched:
    """The feed, due a little later."""
    return replace(feed, due=feed.due + (feed.due - now) * random.uniform(0, SPREAD))


def after_answer(
    feed: Watched, now: datetime, *, news: bool, etag: str | None = None, modified: str | None = None
) -> Watched:
    """The feed after it answered, with or without items that were not known."""
    every = min(LONGEST, max(SHORTEST, feed.every * (SOONER if news else LATER)))
    return replace(
        feed, due=now + every, every=every, etag=etag, modified=modified, failures=0, answered=now, trouble=None
    )


def after_failure(
    feed: Watched, now: datetime, *, why: str, status: int | None = None, wait: float | None = None
) -> Watched:
    """The feed after it did not answer: each time twice the wait, and never less than its server asks for."""
    failures = feed.failures + 1
    pause = min(LONGEST_AFTER_FAILURE, FIRST * 2 ** min(failures - 1, 10))
    asked_for = timedelta(seconds=min(wait or 0, LONGEST_AFTER_FAILURE.total_seconds()))
    return replace(feed, due=now + max(pause, asked_for), failures=failures, trouble=why, gone=status == GONE)
