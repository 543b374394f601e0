"""Parts of a stretch of time: its end, the early, middle and late of it, what of it is over and what is to come."""

from __future__ import annotations

from datetime import timedelta

from reportedly.reading.times import calendar
from reportedly.reading.times.anchor import Anchor, Meaning
from reportedly.reading.times.calendar import Days

WEEK = 7
_FEW = 5  # days that "the first days of March" are
_THIRDS = {"early": 0, "mid": 1, "middle": 1, "late": 2}


def part(name: str, inner: Meaning) -> Meaning:
    """The part of this name of the days of `inner`.

    "end", "start", "early", "mid", "late", "later", "earlier", "first half", "second half", "first week", "last week",
    "first days", "last days" (five of a month), "last day", "first decade", "last decade", "rest" (from today on).
    """

    def days(anchor: Anchor) -> Days | None:
        outer = inner(anchor)
        return _part(name, outer, anchor) if outer else None

    return days


def first_months(count: int, inner: Meaning, *, last: bool = False) -> Meaning:
    """The first, or the last, so many months of a year."""

    def days(anchor: Anchor) -> Days | None:
        outer = inner(anchor)
        if outer is None or not calendar.countable(outer.first.year) or not 0 < count <= 12:
            return None
        if last:
            return Days(calendar.month(outer.last.year, outer.last.month - count + 1).first, outer.last)
        return calendar.months(outer.first.year, outer.first.month, count)

    return days


def week_of(how: str, inner: Meaning) -> Meaning:
    """The week of April 4, which begins on its Monday; that beginning, or ending, on April 4."""

    def days(anchor: Anchor) -> Days | None:
        found = inner(anchor)
        if found is None or not found.is_day:
            return None
        if how == "of":
            return calendar.week(found.first)
        other = calendar.days_after(found.first, 6 if how in {"beginning", "starting"} else -6)
        return calendar.stretch(found.first, other.first) if other else None

    return days


def eve(inner: Meaning) -> Meaning:
    """The day before."""

    def days(anchor: Anchor) -> Days | None:
        found = inner(anchor)
        return calendar.days_after(found.first, -1) if found else None

    return days


def to_come(inner: Meaning) -> Meaning:
    """Days that only what is not past tells of: "the end of the century" may else be that of any."""
    return lambda anchor: inner(anchor) if anchor.direction() == "future" else None


def _part(name: str, outer: Days, anchor: Anchor) -> Days | None:
    length = (outer.last - outer.first).days + 1
    today = anchor.published
    if name in {"later", "earlier"} and length > 1:
        if today is None or not outer.first <= today <= outer.last:
            return outer
        return Days(today, outer.last) if name == "later" else Days(outer.first, today)
    if name == "rest":
        return Days(today, outer.last) if today is not None and outer.first <= today <= outer.last else outer
    if length <= 2:
        return outer
    match name:
        case "end":
            return Days(outer.last - timedelta(days=1), outer.last) if length == WEEK else calendar.day(outer.last)
        case "start":
            return calendar.day(outer.first)
        case "last day":
            return calendar.day(outer.last)
        case "first days":
            return Days(outer.first, outer.first + timedelta(days=min(length, _FEW) - 1))
        case "last days":
            return Days(outer.last - timedelta(days=min(length, _FEW) - 1), outer.last)
        case "first decade":
            return Days(outer.first, calendar.months(outer.first.year, 1, 120).last)
        case "last decade":
            return Days(calendar.months(outer.last.year - 9, 1, 12).first, outer.last)
        case "first week":
            return Days(outer.first, outer.first + timedelta(days=min(length, WEEK) - 1))
        case "last week":
            return Days(outer.last - timedelta(days=min(length, WEEK) - 1), outer.last)
        case "first half" | "second half":
            return _share(outer, 2, 0 if name == "first half" else 1)
        case "mid" | "middle" if length == WEEK:
            return calendar.day(outer.first + timedelta(days=2))
        case "early" | "mid" | "middle" | "late":
            return _share(outer, 3, _THIRDS[name])
    return outer


def _share(outer: Days, shares: int, nth: int) -> Days:
    """The nth of so many equal shares, cut as people do: decades 0–3, 4–6, 7–9, years by months, months by tens."""
    first, length = outer.first, (outer.last - outer.first).days + 1
    if length > 3000:  # a decade or more
        years = outer.last.year - first.year + 1
        cuts = [0, 4, 7, years] if shares == 3 and years == 10 else [years * cut // shares for cut in range(shares + 1)]
        return calendar.months(first.year + cuts[nth], 1, 12 * (cuts[nth + 1] - cuts[nth]))
    if length > 80:  # a quarter, a season, a year
        count = (outer.last.year - first.year) * 12 + outer.last.month - first.month + 1
        return calendar.months(first.year, first.month + count * nth // shares, count // shares)
    size = (10 if shares == 3 else 15) if length > 20 else round(length / shares)
    end = outer.last if nth == shares - 1 else first + timedelta(days=size * (nth + 1) - 1)
    return Days(first + timedelta(days=size * nth), end)
