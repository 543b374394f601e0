"""Which days the values of MEANTIME and GUM stand for, which expressions are asked, and when one is right."""

from __future__ import annotations

import pytest

from evaluation.timexes import Dated, Interval, interval_of, is_right, judged
from reportedly.records import Article


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2031-05-14", ("2031-05-14", "2031-05-14")),
        ("2031-05-14T14:30", ("2031-05-14", "2031-05-14")),
        ("2031-02", ("2031-02-01", "2031-02-28")),
        ("2031", ("2031-01-01", "2031-12-31")),
        ("203", ("2030-01-01", "2039-12-31")),
        ("203X", ("2030-01-01", "2039-12-31")),
        ("2031-Q3", ("2031-07-01", "2031-09-30")),
        ("2031-H2", ("2031-07-01", "2031-12-31")),
        ("2031-W20", ("2031-05-12", "2031-05-18")),
        ("2031-W20-WE", ("2031-05-17", "2031-05-18")),
        ("2031-WI", ("2031-12-01", "2032-02-29")),
        ("PRESENT_REF", None),
        ("--10", None),
        ("P2Y", None),
        ("XXXX-05", None),
    ],
)
def test_values_are_intervals_of_days(value: str, days: Interval | None) -> None:
    assert interval_of(value) == days


def test_asks_what_has_days_and_judges_by_them() -> None:
    text = "He left on Monday. She left on Tuesday, for two years."
    places = [(text.index(words), text.index(words) + len(words)) for words in ("Monday", "Tuesday", "two years")]
    days: list[Interval | None] = [("2031-05-12", "2031-05-12"), ("2031-05-20", "2031-05-20"), None]
    gold = tuple((*place, value) for place, value in zip(places, days, strict=True))
    dated = Dated(article=Article.of(text, published="2031-05-14"), gold=gold)
    assert [is_right(value, found) for _, value, found in judged(dated)] == [True, False]


def test_what_is_not_found_is_not_right() -> None:
    assert not is_right(("2031-05-12", "2031-05-12"), [])
