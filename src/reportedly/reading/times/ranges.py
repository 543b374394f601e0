"""What ranges of time mean: "from Thursday to Monday", "May to July 2010"."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from reportedly.reading.times import calendar
from reportedly.reading.times.anchor import Anchor, Meaning
from reportedly.reading.times.calendar import Days


def before_in_year(one: Meaning, two: Meaning) -> Meaning:
    """The last such days that begin before those of `two`, which says its year: "May to July 2010"."""

    def days(anchor: Anchor) -> Days | None:
        last = two(anchor)
        if last is None:
            return one(anchor)
        in_years = (
            one(replace(anchor, year=last.first.year - back, goes_on=False, direction=lambda: None)) for back in (0, 1)
        )
        return next((found for found in in_years if found and found.first <= last.first), None)

    return days


class Range(NamedTuple):
    """From the first day of one to the last day of the other, which comes after it: "Thursday to Monday"."""

    one: Meaning
    two: Meaning
    dated: bool = False  # whether either says its year, so that nothing is to be moved
    in_week: bool = False  # whether both are weekdays, less than a week apart

    def whole(self, anchor: Anchor) -> Days | None:
        """All days of the range."""
        first, last = self._ends(anchor)
        return first.until(last) if first and last else None

    def start(self, anchor: Anchor) -> Days | None:
        """The days of the former, as they are in the range."""
        return self._ends(anchor)[0]

    def end(self, anchor: Anchor) -> Days | None:
        """The days of the latter, as they are in the range."""
        return self._ends(anchor)[1]

    def _ends(self, anchor: Anchor) -> tuple[Days | None, Days | None]:
        first, last = self.one(anchor), self.two(anchor)
        if self.dated or first is None or last is None:
            return first, last
        if self.in_week and (apart := (last.first - first.first).days) >= 7:  # "from Monday to Friday next week"
            return calendar.days_after(first.first, apart - apart % 7), last
        if first.first <= last.last:
            return first, last
        return _in_order(first, last, is_past=anchor.direction() == "past")


def between(one: Meaning, two: Meaning) -> Meaning:
    """From the first day of one to the last day of the other."""
    return Range(one, two).whole


def _in_order(first: Days, last: Days, *, is_past: bool) -> tuple[Days | None, Days | None]:
    """The ends of a range, of which one is moved by a week or a year.

    Each is the nearest on its side of today: of those to come the latter is too early, of past ones the former late.
    """
    apart = (first.first - last.last).days
    if last.is_day and apart < 7:
        return (calendar.days_after(first.first, -7), last) if is_past else (first, calendar.days_after(last.first, 7))
    if apart < 366:
        return (calendar.years_after(first, -1), last) if is_past else (first, calendar.years_after(last, 1))
    return first, last
