from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.records.values import content_id, wrong_count, wrong_day, wrong_moment, wrong_score
from tests.strategies import days, moments

parts = st.lists(st.none() | st.text(st.characters(), max_size=5), max_size=4)  # surrogates too


@given(parts, parts)
def test_different_content_has_different_ids(one: list[str | None], other: list[str | None]) -> None:
    assert (content_id("a", *one) == content_id("a", *other)) == (one == other)


def test_an_id_says_what_it_is_of() -> None:
    assert content_id("a", "x").removeprefix("a-") == content_id("claim", "x").removeprefix("claim-")


@given(days)
def test_a_day_is_a_day(day: str) -> None:
    assert wrong_day(day) is None


@given(moments)
def test_a_moment_is_a_moment(moment: str) -> None:
    assert wrong_moment(moment) is None


@pytest.mark.parametrize(
    "day", ["", "2025", "2025-04", "2025-02-30", "20250424", "2025-W17-4", "٢٠٢٥-٠٤-٢٤", "2025-04-24\n"]
)
def test_what_is_no_day_is_told(day: str) -> None:
    assert "is not a day" in (wrong_day(day) or "")
    assert wrong_moment(day)


@pytest.mark.parametrize(
    "moment", ["2025-04-24T18:30:00Z", "2025-04-24 18:30", "2025-04-24T18:30:00.123+02:00", "2025-04-24"]
)
def test_usual_moments_are_read(moment: str) -> None:
    assert wrong_moment(moment) is None


@pytest.mark.parametrize(
    "moment", ["2025-04-24T", "2025-04-24T25:00", "24 April 2025", "2025-04-24, 18:30", "2025-02-30T10:00"]
)
def test_what_is_no_moment_is_told(moment: str) -> None:
    assert "is not an ISO 8601 date" in (wrong_moment(moment) or "")


def test_a_score_is_a_probability() -> None:
    assert [wrong_score(score) for score in (0.0, 0.5, 1.0)] == [None] * 3
    assert all(wrong_score(score) for score in (-0.1, 1.1, float("nan"), float("inf")))


def test_a_count_begins_at_one() -> None:
    assert wrong_count(1) is None
    assert wrong_count(0) == "0 is not 1 or more"
