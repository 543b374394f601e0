"""Counts for those who run a watch for months, in the text format of Prometheus: the only user of its library."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from prometheus_client import CollectorRegistry, Counter, Gauge, start_http_server

from reportedly.records.feed import Watched

Answer = Literal["answered", "unchanged", "failed", "gone"]


class Counts:
    """What a watch has done since it started, and how its feeds stand."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._asked = Counter(
            "reportedly_feed_requests", "Feeds that were asked, by what came of it", ["result"], registry=self.registry
        )
        self._articles = Counter(
            "reportedly_articles", "Articles that came in, by what became of them", ["result"], registry=self.registry
        )
        self._feeds = Gauge("reportedly_feeds", "Feeds by how they stand", ["state"], registry=self.registry)
        self._rounds = Counter("reportedly_rounds", "Rounds over the feeds that were due", registry=self.registry)
        self._traced = Gauge("reportedly_trace_seconds", "How long the latest trace took", registry=self.registry)
        self._latest = Gauge(
            "reportedly_latest_round_timestamp_seconds",
            "When the latest round ended, Unix time",
            registry=self.registry,
        )

    def serve(self, port: int) -> None:
        """Opens /metrics on this machine only; OSError when the port is taken."""
        start_http_server(port, addr="127.0.0.1", registry=self.registry)

    def asked(self, result: Answer) -> None:
        """A feed was asked."""
        self._asked.labels(result).inc()

    def added(self, *, new: int, replaced: int, held: int, failed: int) -> None:
        """Articles came in."""
        for name, number in (("new", new), ("read again", replaced), ("held", held), ("failed", failed)):
            self._articles.labels(name).inc(number)

    def traced(self, seconds: float) -> None:
        """The trace was brought up to date."""
        self._traced.set(seconds)

    def round(self, feeds: Mapping[str, Watched], now: datetime) -> None:
        """A round has ended."""
        states = [("gone" if feed.gone else "failing" if feed.failures else "well") for feed in feeds.values()]
        for state in ("well", "failing", "gone"):
            self._feeds.labels(state).set(states.count(state))
        self._rounds.inc()
        self._latest.set(now.timestamp())
