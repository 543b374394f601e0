from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reportedly.reading.intake.dates import Found, settle, stated_dates

NOW = datetime(2026, 11, 25, tzinfo=UTC)


@pytest.mark.parametrize(
    ("found", "used", "why"),
    [
        ([("published", "2026-03-14"), ("modified", "2026-03-15")], "2026-03-14", "the date of publication"),
        ([("published", "1970-01-01"), ("feed", "2026-03-14")], "2026-03-14", "of the feed; no earlier one is trusted"),
        ([("feed", "2099-01-01T00:00:00Z"), ("modified", "2026-03-14")], "2026-03-14", "no earlier one is trusted"),
        ([("modified", "2026-03-14")], "2026-03-14", "the date of the last change; no other is given"),
        ([("feed", "next week")], None, None),
        ([("published", "2026-11-25T23:00:00-01:00")], "2026-11-25T23:00:00-01:00", "the date of publication"),
        ([], None, None),
    ],
)
def test_the_first_date_that_can_be_trusted_is_used(found: list[Found], used: str | None, why: str | None) -> None:
    published, dates = settle(found, now=NOW)
    assert published == used
    assert [(date.kind, date.value) for date in dates] == found
    assert [date.value for date in dates if date.used] == ([used] if used else [])
    assert why is None or any(why in (date.why or "") for date in dates if date.used)


@pytest.mark.parametrize(
    ("value", "why"), [("1989-12-31", "before 1990"), ("2026-11-27", "in the future"), ("soon", "not a date")]
)
def test_what_is_not_trusted_says_why(value: str, why: str) -> None:
    ((date,)) = settle([("feed", value)], now=NOW)[1]
    assert (date.trusted, date.used) == (False, False)
    assert why in (date.why or "")


def test_what_is_stated_is_used_and_noted() -> None:
    published, dates = settle([("published", "2026-03-14")], stated="2031-05-02", now=NOW)
    assert published == "2031-05-02"
    assert [(date.value, date.used) for date in dates] == [("2031-05-02", True), ("2026-03-14", False)]
    assert dates[0].why == "as stated, though in the future"


def test_no_page_is_of_a_day_after_it_was_fetched() -> None:
    published, dates = settle([("published", "2020-06-01")], crawl="2020-05-01T10:00:00+00:00", now=NOW)
    assert published is None
    assert [(date.kind, date.why) for date in dates] == [
        ("published", "in the future"),
        ("crawl", "tells when the page was fetched only"),
    ]


def test_the_dates_that_a_page_states() -> None:
    html = """<meta property="article:published_time" content="2024-03-14T18:30:00Z">
        <meta property="og:updated_time" content="2024-03-16"><script type="application/ld+json">
        {"datePublished": "2024-03-14T18:30:00Z", "dateModified": "2024-03-15"}</script>"""
    assert stated_dates(html) == [
        ("published", "2024-03-14T18:30:00Z"),
        ("modified", "2024-03-16"),
        ("modified", "2024-03-15"),
    ]
