"""Stretches of whole days: weeks, months, quarters, seasons, years, and the feasts that news counts by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

SATURDAY = 5  # weekdays count from Monday, 0
_MONTHS_OF_SEASON = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_FIRST_YEAR, _LAST_YEAR = 2, 9997  # one year at either end is kept free to count into


class Days(NamedTuple):
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Whether this is a single day."""
        return self.first == self.last

    def until(self, other: Days) -> Days | None:
        """From the first day of this to the last of `other`; None where these are in the wrong order."""
        return Days(self.first, other.last) if self.first <= other.last else None


def day(at: date) -> Days:
    """This one day."""
    return Days(at, at)


def day_of(year: int, month: int, number: int) -> Days | None:
    """The day of this date; None where the calendar has none."""
    try:
        return day(date(year, month, number))
    except ValueError:
        return None


def days_after(at: date, count: int) -> Days | None:
    """The day so many days after, or before when `count` is negative; None beyond the calendar."""
    try:
        return day(at + timedelta(days=count))
    except OverflowError:
        return None


def years_after(days: Days, count: int) -> Days | None:
    """The same days of a later, or with a negative count an earlier, year; None where the calendar has none."""
    year = days.first.year + count
    if not countable(year):
        return None
    first = day_in_month(year, days.first.month, days.first.day).first
    whole = days.last == month(days.last.year, days.last.month).last
    number = 31 if whole else days.last.day
    return Days(first, day_in_month(days.last.year + count, days.last.month, number).first)


def day_in_month(year: int, number: int, at: int) -> Days:
    """The day of this number in a month, or the last where the month is shorter: the 31st of April is the 30th."""
    whole = month(year, number)
    return day(whole.first + timedelta(days=min(at, whole.last.day) - 1))


def stretch(first: date, last: date) -> Days:
    """All days from `first` to `last`, in whichever order these are given."""
    return Days(min(first, last), max(first, last))


def week(at: date, ahead: int = 0) -> Days:
    """Monday to Sunday of the week of this day, or of one so many weeks ahead."""
    monday = at + timedelta(days=7 * ahead - at.weekday())
    return Days(monday, monday + timedelta(days=6))


def weekend(at: date, ahead: int = 0) -> Days:
    """Saturday and Sunday of the week of this day, or of one so many weeks ahead."""
    return Days(week(at, ahead).first + timedelta(days=SATURDAY), week(at, ahead).last)


def month(year: int, number: int) -> Days:
    """All days of a month; numbers beyond 1 to 12 count on into the years beside."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    following = date(year + number // 12, number % 12 + 1, 1)
    return Days(date(year, number, 1), following - timedelta(days=1))


def months(year: int, number: int, count: int) -> Days:
    """All days of so many months, from this one on."""
    return Days(month(year, number).first, month(year, number + count - 1).last)


def quarter(year: int, number: int) -> Days:
    """All days of a quarter; numbers beyond 1 to 4 count on into the years beside."""
    return months(year, 3 * number - 2, 3)


def half(year: int, number: int) -> Days:
    """All days of the first or second half of a year."""
    return months(year, 6 * number - 5, 6)


def season(year: int, name: str) -> Days:
    """The three months of a season; winter is that which begins in this year."""
    return months(year, _MONTHS_OF_SEASON[name], 3)


def year(number: int) -> Days | None:
    """All days of a year; None beyond the calendar."""
    return months(number, 1, 12) if countable(number) else None


def decade(number: int) -> Days:
    """All days of the ten years from this one on."""
    return Days(date(number, 1, 1), date(number + 9, 12, 31))


def countable(number: int) -> bool:
    """Whether the calendar has this year and those beside it."""
    return _FIRST_YEAR <= number <= _LAST_YEAR


def easter(number: int) -> date:
    """Easter Sunday of a year, by the Gregorian calendar (the anonymous algorithm of 1876)."""
    century, of_century = divmod(number, 100)
    golden = number % 19
    leaps, rest = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * rest + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    at, number_in_month = divmod(moon + weekday - 7 * late + 114, 31)
    return date(number, at, number_in_month + 1)


def _fixed(at: int, number: int) -> Callable[[int], Days]:
    return lambda in_year: day(date(in_year, at, number))


def _by_easter(first: int, last: int) -> Callable[[int], Days]:
    return lambda in_year: Days(easter(in_year) + timedelta(days=first), easter(in_year) + timedelta(days=last))


def _nth_weekday(at: int, nth: int, weekday: int) -> Callable[[int], Days]:
    def found(in_year: int) -> Days:
        first = date(in_year, at, 1)
        return day(first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1)))

    return found


def _election(in_year: int) -> Days:
    return day(_nth_weekday(11, 1, 0)(in_year).first + timedelta(days=1))


_FEASTS: dict[str, Callable[[int], Days]] = {
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "new year": _fixed(1, 1),
    "new year's day": _fixed(1, 1),
    "new year's": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "valentine's day": _fixed(2, 14),
    "april fools' day": _fixed(4, 1),
    "april fool's day": _fixed(4, 1),
    "may day": _fixed(5, 1),
    "independence day": _fixed(7, 4),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "st patrick's day": _fixed(3, 17),
    "st. patrick's day": _fixed(3, 17),
    "earth day": _fixed(4, 22),
    "juneteenth": _fixed(6, 19),
    "bastille day": _fixed(7, 14),
    "guy fawkes night": _fixed(11, 5),
    "bonfire night": _fixed(11, 5),
    "armistice day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "martin luther king day": _nth_weekday(1, 3, 0),
    "martin luther king jr day": _nth_weekday(1, 3, 0),
    "mlk day": _nth_weekday(1, 3, 0),
    "presidents' day": _nth_weekday(2, 3, 0),
    "memorial day": lambda in_year: day(week(date(in_year, 5, 31)).first),
    "columbus day": _nth_weekday(10, 2, 0),
    "labor day": _nth_weekday(9, 1, 0),
    "thanksgiving": _nth_weekday(11, 4, 3),
    "thanksgiving day": _nth_weekday(11, 4, 3),
    "father's day": _nth_weekday(6, 3, 6),
    "election day": _election,
    "super tuesday": _nth_weekday(3, 1, 1),
    "inauguration day": _fixed(1, 20),
    "epiphany": _fixed(1, 6),
    "australia day": _fixed(1, 26),
    "holocaust memorial day": _fixed(1, 27),
    "international women's day": _fixed(3, 8),
    "anzac day": _fixed(4, 25),
    "victory day": _fixed(5, 9),
    "canada day": _fixed(7, 1),
    "all souls' day": _fixed(11, 2),
    "remembrance day": _fixed(11, 11),
    "world aids day": _fixed(12, 1),
    "human rights day": _fixed(12, 10),
    "easter": _by_easter(0, 0),
    "easter sunday": _by_easter(0, 0),
    "easter monday": _by_easter(1, 1),
    "good friday": _by_easter(-2, -2),
    "ash wednesday": _by_easter(-46, -46),
    "palm sunday": _by_easter(-7, -7),
    "pentecost": _by_easter(49, 49),
    "whitsun": _by_easter(49, 49),
    "whit monday": _by_easter(50, 50),
    "maundy thursday": _by_easter(-3, -3),
    "holy thursday": _by_easter(-3, -3),
    "holy saturday": _by_easter(-1, -1),
    "ascension day": _by_easter(39, 39),
}


def feast_named(name: str) -> str:
    """The name of a feast as FEASTS has it: in small letters, without apostrophes and stops."""
    return " ".join(name.lower().translate({ord(mark): None for mark in "'’."}).split())


FEASTS = {feast_named(name): in_year for name, in_year in _FEASTS.items()}
"""The days of the feasts that news counts by, from a year."""
