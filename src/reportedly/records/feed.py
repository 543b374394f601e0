"""Watched and Missed: a feed as it was last asked, and an item of it that could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

FIRST = timedelta(minutes=15)  # between two requests for a feed of which nothing is known yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """When a feed is due again, how often it has news, what its server calls what it sent, and what went wrong.

    Moments are UTC. `failures` are those in a row, `answered` is when it last answered, `trouble` why it did not; one
    that is `gone` is not asked again.
    """

    url: str
    due: datetime
    every: timedelta = FIRST
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    gone: bool = False
    answered: datetime | None = None
    trouble: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """An item of a feed that could not be read: where it stands, and when it was tried (UTC)."""

    feed: str
    item: str
    tried: datetime
