"""What the expressions of each pattern mean: dates, months, weekdays, seasons, years, unframed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from reportedly.reading.times import calendar, meanings, weekdays
from reportedly.reading.times.anchor import Anchor, Meaning
from reportedly.reading.times.calendar import FEASTS, Days
from reportedly.reading.times.words import DECADES, MONTHS, ORDINALS, WEEKDAYS, number_of


class Core(NamedTuple):
    """An expression up to its end: of which kind, what it means, and whether it says its year itself."""

    end: int
    kind: str
    meaning: Meaning
    dated: bool = False


_DECADE_BEFORE = re.compile(r"(\d\d)\d0s(?: and | or |, | to |[-–])(?:the )?\Z")  # "the 1850s and 60s"


def _year_of(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _in_month(match: re.Match[str]) -> int:
    return MONTHS[match["month"].rstrip(".").lower()]


def _placed(match: re.Match[str], in_year: Callable[[int], Days | None], kind: str) -> Core:
    """What comes once a year, in the year that the match names, or in the nearest."""
    year = _year_of(match)
    if year is not None:
        return Core(match.end(), kind, meanings.fixed(in_year(year)), True)
    if match["short"]:
        return Core(match.end(), kind, meanings.in_short_year(int(match["short"]), in_year), True)
    if match["which"]:
        return Core(match.end(), kind, _in_year_beside(in_year, match["which"]), True)
    if "told" in match.re.groupindex and match["told"]:
        return Core(match.end(), kind, meanings.yearly_beside(in_year, match["told"].lower()))
    if "ago" in match.re.groupindex and (ago := number_of(match["ago"] or "")):
        return Core(match.end(), kind, meanings.years_ago(ago, in_year), True)
    return Core(match.end(), kind, meanings.yearly(in_year, weekday=_weekday_of(match)))


def _weekday_of(match: re.Match[str]) -> int | None:
    """The number of the weekday that a date is said to be; None where none is named."""
    named = match["named"] if "named" in match.re.groupindex else None
    return WEEKDAYS.get(named.rstrip(".").lower()) if named else None


def _in_year_beside(in_year: Callable[[int], Days | None], which: str) -> Meaning:
    of_year = meanings.unit("year", which)

    def days(anchor: Anchor) -> Days | None:
        year = of_year(anchor)
        return in_year(year.first.year) if year else None

    return days


def read_month_day(match: re.Match[str]) -> Core | None:
    """April 5, 5 April 2031, the 5th of April, April 5-7."""
    month, first = _in_month(match), number_of(match["day"])
    last = number_of(match["until"]) if match["until"] else first
    if first is None or last is None:
        return None

    def in_year(year: int) -> Days | None:
        one, two = calendar.day_of(year, month, first), calendar.day_of(year, month, last)
        return one.until(two) if one and two else None

    return _placed(match, in_year, "day")


def read_month(match: re.Match[str]) -> Core:
    """April, April 2031, April of this year."""
    month = _in_month(match)
    return _placed(match, lambda year: calendar.month(year, month) if calendar.countable(year) else None, "month")


def read_nth_of_month(match: re.Match[str]) -> Core:
    """The second week of May, the third or last Thursday in November."""
    month, what = _in_month(match), match["what"].lower()
    nth = ORDINALS.get(match["nth"].lower(), 0) - 1  # -1 is the last

    def in_year(year: int) -> Days | None:
        if not calendar.countable(year):
            return None
        first = calendar.month(year, month).first
        if what == "week":
            return calendar.stretch(first + timedelta(days=7 * nth), first + timedelta(days=7 * nth + 6))
        if what == "weekend":
            last = calendar.month(year, month).last
            saturday = last - timedelta(days=(last.weekday() - calendar.SATURDAY) % 7)
            if nth >= 0:
                saturday = first + timedelta(days=(calendar.SATURDAY - first.weekday()) % 7 + 7 * nth)
            return calendar.weekend(saturday)
        if nth < 0:
            last = calendar.month(year, month).last
            return calendar.days_after(last, -((last.weekday() - WEEKDAYS[what]) % 7))
        return calendar.days_after(first, (WEEKDAYS[what] - first.weekday()) % 7 + 7 * nth)

    return _placed(match, in_year, "day")


def read_weekday(match: re.Match[str]) -> Core:
    """Thursday, last Thursday."""
    number = WEEKDAYS[match["weekday"].lower()]
    return Core(match.end(), "weekday", weekdays.nearest(number, (match["which"] or "").lower()))


def read_weekday_of_month(match: re.Match[str]) -> Core | None:
    """Tuesday the 14th: the nearest 14th that is a Tuesday."""
    weekday, number = WEEKDAYS[match["weekday"].lower()], number_of(match["day"])
    if number is None or number > 31:
        return None
    return Core(match.end(), "day", meanings.day_of_month(number, weekday=weekday))


def read_weekday_of_week(match: re.Match[str]) -> Core:
    """Tuesday last week, Tuesday of next week, last week's Tuesday."""
    return Core(match.end(), "weekday", weekdays.of_week(WEEKDAYS[match["weekday"].lower()], match["which"].lower()))


def read_weekday_beside(match: re.Match[str]) -> Core:
    """The following Tuesday, that Tuesday: counted from the days told of last."""
    number, which = WEEKDAYS[match["weekday"].lower()], match["which"].lower()
    if which == "that":
        return Core(match.end(), "told", weekdays.around_told(number))
    return Core(match.end(), "told", weekdays.beside_told(number, after=which in {"next", "following"}))


def read_year(match: re.Match[str]) -> Core:
    """2031."""
    return Core(match.end(), "year", meanings.fixed(calendar.year(int(match["year"]))), True)


def read_year_of_era(match: re.Match[str]) -> Core:
    """79 AD, AD 79; 44 BC is before the days of the calendar."""
    if match["bc"]:
        return Core(match.end(), "year of era", meanings.vague)
    return Core(match.end(), "year of era", meanings.fixed(calendar.year(int(match["year"]))), True)


def read_decade(match: re.Match[str]) -> Core | None:
    """The 1990s, the '90s, the nineties; the 1800s are a century."""
    digits = f"{DECADES.get(match['decade'].lower(), match['decade']):>02}"
    if len(digits) == 2 and (before := _DECADE_BEFORE.search(match.string, max(0, match.start() - 12), match.start())):
        digits = before[1] + digits
    if len(digits) == 4:
        first, years = int(digits), 100 if digits.endswith("00") and digits < "2000" else 10  # "the 1800s"
        days_of = Days(date(first, 1, 1), date(first + years - 1, 12, 31))
        return Core(match.end(), "decade", meanings.fixed(days_of), True)

    def days(anchor: Anchor) -> Days | None:
        """The nearest decade of this number that had begun."""
        now = anchor.published.year if anchor.published else None
        if now is None or not calendar.countable(now - 110):
            return None
        start = now // 100 * 100 + int(digits)
        return calendar.decade(start if start <= now else start - 100)

    return Core(match.end(), "decade", days)


def read_unit(match: re.Match[str]) -> Core | None:
    """Last week, this month, next year, last night."""
    which, name = (match["which"] or "").lower(), match["unit"].lower()
    if name in {"night", "evening"} and which == "last":
        return Core(match.end(), "day", meanings.near(-1))
    if name in {"morning", "afternoon", "evening", "night", "noon", "lunchtime"}:
        return Core(match.end(), "day", meanings.near(0)) if which in {"this", "very"} else None
    if name == "day" and which in {"this", "very"}:
        return Core(match.end(), "this day", meanings.near(0))
    if name in {"day", "fortnight"}:
        return None
    return Core(match.end(), name, meanings.unit(name, which))


def read_this_day_in(match: re.Match[str]) -> Core:
    """This day in 1945: the day and month of publication, in another year."""
    year = int(match["year"])

    def days(anchor: Anchor) -> Days | None:
        today = anchor.published
        return calendar.day_of(year, today.month, today.day) if today else None

    return Core(match.end(), "day", days, True)


def read_season(match: re.Match[str]) -> Core:
    """The spring of 2031, last summer."""
    name = match["season"].lower()

    def in_year(year: int) -> Days | None:
        return calendar.season(year, name) if calendar.countable(year) else None

    if match["year"]:
        return Core(match.end(), "season", meanings.fixed(in_year(int(match["year"]))), True)
    if match["short"]:
        return Core(match.end(), "season", meanings.in_short_year(int(match["short"]), in_year), True)
    return Core(match.end(), "season", meanings.yearly(in_year, (match["which"] or "").lower()))


def read_day_of_month_beside(match: re.Match[str]) -> Core | None:
    """The 5th of this month, the fifth of last month."""
    number, of_month = number_of(match["day"]), meanings.unit("month", match["which"].lower())
    if number is None:
        return None

    def days(anchor: Anchor) -> Days | None:
        found = of_month(anchor)
        return calendar.day_of(found.first.year, found.first.month, number) if found else None

    return Core(match.end(), "day", days)


def read_day_of_this_month(match: re.Match[str]) -> Core | None:
    """The second of the month: the nearest by tense."""
    number = number_of(match["day"])
    return Core(match.end(), "day", meanings.day_of_month(number)) if number and number <= 31 else None


def read_month_beside(match: re.Match[str]) -> Core:
    """Last April, next May."""
    number = _in_month(match)
    which = match["which"].lower()
    return Core(
        match.end(),
        "month",
        meanings.yearly(lambda year: calendar.month(year, number) if calendar.countable(year) else None, which),
    )


def read_feast(match: re.Match[str]) -> Core:
    """Easter, last Christmas, Christmas 2031."""
    in_year = FEASTS[calendar.feast_named(match["feast"])]
    if match["year"]:
        return Core(match.end(), "day", meanings.fixed(in_year(int(match["year"]))), True)
    return Core(match.end(), "day", meanings.yearly(in_year, (match["which"] or "").lower()))


def read_new_year(match: re.Match[str]) -> Core:
    """ "By the new year": its first day."""
    return Core(match.end(), "new year", meanings.yearly(FEASTS["new year"]))


def read_part_of_year(match: re.Match[str]) -> Core | None:
    """The third quarter, H2: of the year that is named, or the nearest by tense."""
    words = match["nth"].lower()
    number = ORDINALS.get(words) or (
        int(words[-1]) if words[-1].isdigit() else {"latter": 2, "last": 4, "final": 4}[words]
    )
    size = calendar.half if match["size"].lower().startswith("h") else calendar.quarter
    if number > (2 if size is calendar.half else 4):
        return None
    return _placed(match, lambda year: size(year, number) if calendar.countable(year) else None, "part of year")


def read_century(match: re.Match[str]) -> Core | None:
    """The 19th century: 1801 to 1900; the calendar has no days before our era."""
    number = number_of(match["nth"])
    if number is None or not 1 < number < 99:
        return None
    if match["bc"]:
        return Core(match.end(), "century", meanings.vague)
    days = Days(date(100 * number - 99, 1, 1), date(100 * number, 12, 31))
    return Core(match.end(), "century", meanings.fixed(days), True)


def read_day_of_month(match: re.Match[str]) -> Core | None:
    """The 14th, the fourteenth: the nearest by tense."""
    number = number_of(match["day"])
    return Core(match.end(), "day of month", meanings.day_of_month(number)) if number and number <= 31 else None
