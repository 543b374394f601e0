"""Manners towards the sites that are asked: their robots.txt, and a pause between two requests.

robots.txt is read as RFC 9309 has it: one that is not there allows all, one that cannot be had forbids all until it
can, and so does a site that says it is asked too often. A longer Crawl-delay than ours is honoured. This is the only
user of protego.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import urlsplit

from protego import Protego

from reportedly.errors import FetchRefused
from reportedly.reading.intake.fetch import Fetched

NAME = "reportedly"  # what robots.txt calls us
PAUSE = 2.0  # seconds between two requests to one site
LONGEST_PAUSE = 60.0  # of those that a Crawl-delay asks for; a site that wants more is asked this often
KEPT = 24 * 3600.0  # seconds that a robots.txt counts (RFC 9309, 2.4)
KEPT_AFTER_FAILURE = 3600.0
TOO_OFTEN = 429  # no word on whether there are rules (RFC 6585, 4)

Get = Callable[[str], Fetched]


def site_of(url: str) -> str:
    """The site that an address is on: its scheme, host and port; FetchRefused when it is none of the web."""
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise FetchRefused(f"not an address ({error})", where=url, do="check it") from error
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise FetchRefused("only http and https are read", where=url, do="give a web address")
    return f"{parts.scheme}://{parts.netloc}"


@dataclass(slots=True)
class _Site:
    rules: Protego | None = None
    trouble: FetchRefused | None = None  # why its rules cannot be had
    rules_until: float = 0.0
    ready: float = 0.0
    lock: Lock = field(default_factory=Lock)


class Courtesy:
    """Knows of each site what it allows, and when it may be asked again; for one request to a site at a time."""

    def __init__(
        self,
        get: Get,
        *,
        pause: float = PAUSE,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._get = get
        self._pause = pause
        self._clock = clock  # one that nobody can set
        self._sleep = sleep
        self._sites: dict[str, _Site] = {}
        self._lock = Lock()

    def enter(self, url: str) -> None:
        """Waits until the address may be asked for; FetchRefused when its site does not want it to be."""
        name = site_of(url)
        with self._lock:
            site = self._sites.setdefault(name, _Site())
        with site.lock:  # a redirect may lead to a site that another thread asks
            self._enter(url, name, site)

    def _enter(self, url: str, name: str, site: _Site) -> None:
        rules = self._rules(name, site)
        if site.trouble is not None:
            raise FetchRefused(
                f"its robots.txt cannot be had: {site.trouble.what}",
                where=url,
                do="nothing is asked of the site for an hour",
                wait=site.trouble.wait,
            )
        if not rules.can_fetch(url, NAME):
            raise FetchRefused("its robots.txt asks to leave it alone", where=url, do="ask the site for another way")
        self._wait(site, max(self._pause, min(rules.crawl_delay(NAME) or 0.0, LONGEST_PAUSE)))

    def _rules(self, name: str, site: _Site) -> Protego:
        if site.rules is not None and self._clock() < site.rules_until:
            return site.rules
        self._wait(site, self._pause)
        text, kept = "", KEPT
        try:
            text = self._get(f"{name}/robots.txt").content.decode("utf-8-sig", errors="replace")
            site.trouble = None
        except FetchRefused as error:
            known_missing = error.status is not None and 400 <= error.status < 500 and error.status != TOO_OFTEN
            site.trouble = None if known_missing else error
            kept = KEPT if known_missing else KEPT_AFTER_FAILURE
        site.rules, site.rules_until = Protego.parse(text), self._clock() + kept
        return site.rules

    def _wait(self, site: _Site, pause: float) -> None:
        now = self._clock()
        if site.ready > now:
            self._sleep(site.ready - now)
        site.ready = max(now, site.ready) + pause
