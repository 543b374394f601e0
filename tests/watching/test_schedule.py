from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reportedly.records.feed import FIRST, Watched
from reportedly.watching.schedule import (
    LONGEST,
    LONGEST_AFTER_FAILURE,
    SHORTEST,
    after_answer,
    after_failure,
    due_at,
    spread,
)

NOW = datetime(2031, 5, 2, 12, tzinfo=UTC)
FEED = Watched(url="https://a.example/rss", due=NOW)


def test_news_brings_the_next_visit_nearer_and_silence_puts_it_off() -> None:
    busy, quiet = FEED, FEED
    for _ in range(20):
        busy, quiet = after_answer(busy, NOW, news=True), after_answer(quiet, NOW, news=False)
    assert (busy.every, quiet.every) == (SHORTEST, LONGEST)
    assert after_answer(FEED, NOW, news=True, etag="x").etag == "x"


def test_each_failure_doubles_the_wait_up_to_a_day_and_an_answer_ends_it() -> None:
    once = after_failure(FEED, NOW, why="no answer")
    twice = after_failure(once, NOW, why="no answer")
    assert (once.due - NOW, twice.due - NOW) == (FIRST, 2 * FIRST)
    for _ in range(30):
        twice = after_failure(twice, NOW, why="no answer")
    assert twice.due - NOW == LONGEST_AFTER_FAILURE
    assert after_answer(twice, NOW, news=False).failures == 0


@pytest.mark.parametrize(("wait", "least"), [(7200.0, timedelta(hours=2)), (1e9, LONGEST_AFTER_FAILURE), (1.0, FIRST)])
def test_a_server_that_asks_for_time_gets_it(wait: float, least: timedelta) -> None:
    assert after_failure(FEED, NOW, why="too many requests", status=429, wait=wait).due - NOW == least


def test_a_feed_that_is_gone_is_not_asked_again() -> None:
    assert due_at(after_failure(FEED, NOW, why="gone", status=410), NOW) is None


@pytest.mark.parametrize("feed", [after_answer(FEED, NOW, news=False), after_failure(FEED, NOW, why="no answer")])
def test_a_clock_that_was_set_back_does_not_silence_a_feed(feed: Watched) -> None:
    earlier = NOW - timedelta(days=400)
    assert due_at(feed, earlier) == earlier


def test_the_longest_wait_is_waited() -> None:
    quiet, failing = FEED, FEED
    for _ in range(30):
        quiet, failing = after_answer(quiet, NOW, news=False), after_failure(failing, NOW, why="no answer")
    for feed in (quiet, failing):
        for _ in range(30):
            late = spread(feed, NOW)
            assert due_at(late, NOW) == late.due
