"""What dates written in figures mean: 2031-05-14, 14.5.2031, 5/14/31, 2031-05, 2014-15, FY2031, '08."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from reportedly.reading.times import calendar, meanings
from reportedly.reading.times.calendar import Days
from reportedly.reading.times.cores import Core

_ATTACKS = calendar.day(date(2001, 9, 11))


def read_iso(match: re.Match[str]) -> Core | None:
    """2031-04-05, 2031/04/05."""
    days = calendar.day_of(int(match["year"]), int(match["month"]), int(match["day"]))
    return Core(match.end(), "day", meanings.fixed(days), True) if days else None


def read_numeric(match: re.Match[str]) -> Core | None:
    """31.5.2031; with strokes, 5/31/2031, 5/31/31 and 31/5/2031; 4/5/2031 stays open, for it has two readings."""
    one, two, written = int(match["one"]), int(match["two"]), match["year"]
    orders = {(two, one), (one, two)} if "/" in match[0] else {(two, one)}
    orders = {(month, day) for month, day in orders if calendar.day_of(2000, month, day)}  # a leap year
    if not orders:
        return None
    month, day = next(iter(orders))
    if len(orders) > 1:
        return Core(match.end(), "day", meanings.fixed(None), True)
    if len(written) == 2:
        return Core(match.end(), "day", meanings.in_short_year(int(written), _on(month, day)), True)
    days = calendar.day_of(int(written), month, day)
    return Core(match.end(), "day", meanings.fixed(days), True) if days else None


def _on(month: int, day: int) -> Callable[[int], Days | None]:
    return lambda year: calendar.day_of(year, month, day)


def read_year_month(match: re.Match[str]) -> Core | None:
    """2031-05; what can be years, as 2010-11, is read as such."""
    year, month = int(match["year"]), int(match["month"])
    if not 1 <= month <= 12 or year % 100 < month:
        return None
    return Core(match.end(), "month", meanings.fixed(calendar.month(year, month)), True)


def read_years(match: re.Match[str]) -> Core | None:
    """2014-15, 2008–2012; with a stroke only a season: 2014/15, not the law 2014/65."""
    first, last = match["year"], match["until"]
    until = int(last) if len(last) == 4 else int(first[:2] + last)
    if not 0 < until - int(first) < (2 if "/" in match[0] else 100):
        return None
    days = Days(date(int(first), 1, 1), date(until, 12, 31))
    return Core(match.end(), "years", meanings.fixed(days), True)


def read_short_year(match: re.Match[str]) -> Core:
    """'08, and 96 in "in 92 and in 96": the last such year, or one of the next ten."""
    return Core(match.end(), "short year", meanings.in_short_year(int(match["short"]), calendar.year))


def read_fiscal_year(match: re.Match[str]) -> Core:
    """FY2031, FY 31, fiscal year 2031: the year that gives its name, for where it begins differs from body to body."""
    written = match["year"]
    if len(written) == 2:
        return Core(match.end(), "fiscal year", meanings.in_short_year(int(written), calendar.year))
    return Core(match.end(), "fiscal year", meanings.fixed(calendar.year(int(written))), True)


def read_attacks(match: re.Match[str]) -> Core:
    """9/11, the September 11 attacks: a day that news calls by its date."""
    return Core(match.end(), "name of a day", meanings.fixed(_ATTACKS))
