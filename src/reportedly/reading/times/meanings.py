"""What expressions of time mean: from an anchor, which says when the words were written, to days.

A meaning is a function of the anchor. Small ones are made here, larger ones put together from them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from reportedly.reading.times import calendar
from reportedly.reading.times.anchor import Anchor, Meaning
from reportedly.reading.times.calendar import SATURDAY, Days

_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}

PAST_WORDS = {"last", "past", "previous", "this past"}
NEXT_WORDS = {"next", "coming", "the coming", "this coming"}


def fixed(days: Days | None) -> Meaning:
    """The same days whenever it was written."""
    return lambda anchor: days


def vague(anchor: Anchor) -> None:
    """A stretch of time whose ends nobody can name."""


def near(count: int) -> Meaning:
    """The day so many days after that of publication."""
    return lambda anchor: calendar.days_after(anchor.published, count) if anchor.published else None


def this_day(anchor: Anchor) -> Days | None:
    """The day that the text told of last, or that of publication."""
    return anchor.base


def at_hour(anchor: Anchor) -> Days | None:
    """The day of an hour that stands alone: that which its sentence tells of, or that of publication."""
    today = calendar.day(anchor.published) if anchor.published else None
    if anchor.here and today and anchor.here > today and anchor.direction() == "past":
        return today
    return anchor.here or today


def at_clock(anchor: Anchor) -> Days | None:
    """As `at_hour`, or that of the sentence before: "fell ill at noon on Monday. The doctor came at five"."""
    today = calendar.day(anchor.published) if anchor.published else None
    if anchor.here or anchor.just is None or today is None or anchor.just == today:
        return at_hour(anchor)
    return anchor.just if anchor.direction() == ("future" if anchor.just > today else "past") else today


def back_to(count: int, name: str, to: str) -> Meaning:
    """The day, week or month so many years, months or weeks away from that of publication: "a year ago today"."""

    def days(anchor: Anchor) -> Days | None:
        today = anchor.published
        if today is None:
            return None
        if name in {"day", "week", "fortnight"}:
            there = away(count, name)(anchor)
        else:
            found = whole("month", today, count * {"year": 12, "decade": 120}.get(name, 1))
            there = calendar.day_in_month(found.first.year, found.first.month, today.day) if found else None
        return whole({"today": "day"}.get(to, to), there.first, 0) if there else None

    return days


def yearly(in_year: Callable[[int], Days | None], which: str = "", *, weekday: int | None = None) -> Meaning:
    """What comes once a year, in the year that `which`, its weekday, the tense or else nearness suggests."""

    def days(anchor: Anchor) -> Days | None:
        today = anchor.published
        if today is None and not which:
            return anchor.in_told_year(in_year)
        if today is None or not calendar.countable(today.year):
            return None
        around = [found for year in (today.year - 1, today.year, today.year + 1) if (found := in_year(year))]
        if which == "this":
            this_year = [found for found in around if today.year in {found.first.year, found.last.year}]
            return _nearest(this_year, anchor, today)  # a winter lies in two years
        if which in PAST_WORDS:
            return next((found for found in reversed(around) if found.last < today), None)
        if which in NEXT_WORDS:
            return next((found for found in around if found.first > today), None)
        named = [found for found in around if found.first.weekday() == weekday]
        told = anchor.in_told_year(in_year)
        if told and (weekday is None or told.first.weekday() == weekday or not named):
            return told
        return _nearest(named or around, anchor, today)

    return days


def yearly_beside(in_year: Callable[[int], Days | None], which: str) -> Meaning:
    """What comes once a year, in the year told of last, or next to that: "that summer", "the following spring"."""

    def days(anchor: Anchor) -> Days | None:
        base = anchor.base_of("year")
        if base is None or not calendar.countable(base.first.year):
            return None
        around = [in_year(base.first.year + ahead) for ahead in (-1, 0, 1)]
        if which in {"next", "following"}:
            return next((found for found in around if found and found.first > base.last), None)
        if which in {"previous", "preceding"}:
            return next((found for found in reversed(around) if found and found.last < base.first), None)
        return around[1]

    return days


def in_short_year(digits: int, in_year: Callable[[int], Days | None]) -> Meaning:
    """Days of the last year that ends in two digits, or of one of the next ten: '08."""

    def days(anchor: Anchor) -> Days | None:
        if anchor.published is None or not calendar.countable(anchor.published.year - 110):
            return None
        latest = anchor.published.year + 10
        return in_year(latest - (latest - digits) % 100)

    return days


def years_ago(count: int, in_year: Callable[[int], Days | None]) -> Meaning:
    """Days of the year so many before that of publication: "in June two years ago"."""

    def days(anchor: Anchor) -> Days | None:
        year = anchor.published.year - count if anchor.published else 0
        return in_year(year) if calendar.countable(year) else None

    return days


def unit(name: str, which: str) -> Meaning:
    """This, the last or the next week, month, quarter, season, year: counted from the day of publication."""

    def days(anchor: Anchor) -> Days | None:
        today = anchor.published
        if today is None:
            return None
        ahead = -1 if which in PAST_WORDS else 1 if which in NEXT_WORDS else 0
        if name == "weekend" and not ahead and which != "this" and anchor.direction() != "future":
            ahead = 0 if today.weekday() >= SATURDAY else -1
        elif name == "weekend" and which == "this" and today.weekday() < 3 and anchor.direction() == "past":
            ahead = -1
        elif name == "week" and which == "this" and today.weekday() > SATURDAY and anchor.direction() == "future":
            ahead = 1  # on a Sunday, what will be this week
        return whole(name, today, ahead)

    return days


def whole(name: str, at: date, ahead: int) -> Days | None:
    """The week, month, quarter, half, year, decade or century that holds a day, or one so many further on."""
    if abs(ahead) > 9999 or not calendar.countable(at.year) or not calendar.countable(at.year + ahead):
        return None
    match name:
        case "day" | "night" | "morning" | "evening":
            return calendar.days_after(at, ahead)
        case "week":
            return calendar.week(at, ahead)
        case "weekend":
            return calendar.weekend(at, ahead)
        case "month":
            return calendar.month(at.year, at.month + ahead)
        case "quarter":
            return calendar.quarter(at.year, (at.month + 2) // 3 + ahead)
        case "half":
            return calendar.half(at.year, (at.month + 5) // 6 + ahead)
        case "year":
            return calendar.year(at.year + ahead)
        case "decade":
            start = at.year // 10 * 10 + 10 * ahead
            return calendar.decade(start) if calendar.countable(start) and calendar.countable(start + 9) else None
        case "century":
            start = (at.year - 1) // 100 * 100 + 1 + 100 * ahead
            if calendar.countable(start) and calendar.countable(start + 99):
                return Days(date(start, 1, 1), date(start + 99, 12, 31))
    return None


def beside(name: str, ahead: int) -> Meaning:
    """The week, month or year so many before or after that of publication."""
    return lambda anchor: whole(name, anchor.published, ahead) if anchor.published else None


def away(count: int | None, name: str, *, told: bool = False) -> Meaning:
    """So many days, weeks, months or years away from the day of publication, or from the days told of last.

    Days and weeks give a day; months and years, which nobody counts to the day, the whole month or year.
    """

    def days(anchor: Anchor) -> Days | None:
        base = anchor.base_of(name) if told else calendar.day(anchor.published) if anchor.published else None
        if base is None or count is None:
            return None
        at = base.last if count > 0 else base.first
        match name:
            case "second" | "minute" | "hour":
                return calendar.days_after(at, int(count / 24) if name == "hour" else 0)
            case "day" | "night":
                return calendar.days_after(at, count)
            case "week" | "fortnight":
                return calendar.days_after(at, (14 if name == "fortnight" else 7) * count)
            case "weekend":
                return calendar.weekend(at, count)
            case "decade" | "century":
                return whole("year", at, (10 if name == "decade" else 100) * count)
        return whole(name, at, count)

    return days


def later(count: int | None, name: str) -> Meaning:
    """So many days, weeks, months or years after the days told of last; none to come where the words tell of the past.

    Nor does anybody count years ahead from today as "later": "two hundred years later, the words are still quoted".
    """
    counted = away(count, name, told=True)

    def days(anchor: Anchor) -> Days | None:
        found = counted(anchor)
        today, base = anchor.published, anchor.base_of(name)
        if found is None or today is None or base is None or found.first <= today:
            return found
        is_far = name in {"year", "decade", "century"} and base.first <= today
        return None if is_far or anchor.direction() == "past" else found

    return days


def lasting(count: int | None, name: str, which: str) -> Meaning:
    """The last or the next so many days, weeks, months or years: a stretch that ends or begins at publication."""

    def days(anchor: Anchor) -> Days | None:
        today = anchor.published
        if today is None or count is None or not calendar.countable(today.year):
            return None
        ahead = count if which in NEXT_WORDS else -count
        if name in _DAYS_OF:
            other = calendar.days_after(today, ahead * _DAYS_OF[name])
        else:
            there = whole("year" if name == "decade" else name, today, 10 * ahead if name == "decade" else ahead)
            month = today.month if name in {"year", "decade"} else there.first.month if there else 0
            other = calendar.day_in_month(there.first.year, month, today.day) if there else None
        return calendar.stretch(today, other.first) if other else None

    return days


def day_of_month(number: int, *, weekday: int | None = None) -> Meaning:
    """ "The 14th": the nearest by tense, of those that are such a weekday."""

    def days(anchor: Anchor) -> Days | None:
        today, here = anchor.published, anchor.here
        if here is not None and weekday is None and here.first.day < number:  # "came on 3 March and left on the 5th"
            same = calendar.day_of(here.first.year, here.first.month, number)
            if same and not (today and same.first > today and anchor.direction() == "past"):
                return same
        if today is None or not calendar.countable(today.year):
            return None
        reach = range(-2, 3) if weekday is None else range(-6, 7)
        around = [
            found
            for at in (calendar.month(today.year, today.month + ahead).first for ahead in reach)
            if (found := calendar.day_of(at.year, at.month, number))
            and (weekday is None or found.first.weekday() == weekday)
        ]
        return _nearest(around, anchor, today)

    return days


def _nearest(around: list[Days], anchor: Anchor, today: date) -> Days | None:
    """The nearest of these days, where those on the side that the tense does not suggest count as farther away."""
    direction, weight = anchor.direction(), anchor.weight_of_tense()

    def distance(days: Days) -> float:
        gap = max(days.first - today, today - days.last, timedelta(0)).days
        wrong = days.last < today if direction == "future" else days.first > today if direction == "past" else False
        return gap * weight if wrong else gap

    return min(around, key=distance, default=None)
