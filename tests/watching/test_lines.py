from __future__ import annotations

import json
import logging

from reportedly.watching.counts import Counts
from reportedly.watching.lines import JsonLines, ShortLines


def event() -> logging.LogRecord:
    record = logging.makeLogRecord({"msg": "feed failed", "levelname": "WARNING", "created": 0.0})
    record.feed, record.reason = "https://a.example/rss", "no\x1b[31m answer"
    return record


def test_an_event_is_a_json_object_a_line() -> None:
    line = JsonLines().format(event())
    assert "\n" not in line
    assert json.loads(line) == {
        "when": "1970-01-01T00:00:00.000+00:00", "level": "warning", "event": "feed failed",
        "feed": "https://a.example/rss", "reason": "no\x1b[31m answer",
    }  # fmt: skip


def test_a_line_for_people_cannot_drive_the_terminal() -> None:
    line = ShortLines().format(event())
    assert "feed failed · feed https://a.example/rss" in line
    assert "\x1b" not in line


def test_counts_are_kept_by_what_came_of_it() -> None:
    counts = Counts()
    counts.asked("answered")
    counts.added(new=3, replaced=0, held=1, failed=0)
    assert counts.registry.get_sample_value("reportedly_feed_requests_total", {"result": "answered"}) == 1
    assert counts.registry.get_sample_value("reportedly_articles_total", {"result": "new"}) == 3
