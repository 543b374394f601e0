"""What ranges of time mean: "from Thursday to Monday", "May to July 2010"."""

from __future__ import annotations

from dataclasses import replace

from reportedly.reading.times import calendar
from reportedly.reading.times.calendar import Days
from reportedly.reading.times.meanings import Anchor, Meaning


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


def between(one: Meaning, two: Meaning) -> Meaning:
    """From the first day of one to the last day of the other."""

    def days(anchor: Anchor) -> Days | None:
        first, last = one(anchor), two(anchor)
        if first and last and last.is_day and 0 < (first.first - last.last).days < 7:  # Thursday to Monday
            last = calendar.days_after(last.first, 7)
        return first.until(last) if first and last else None

    return days
