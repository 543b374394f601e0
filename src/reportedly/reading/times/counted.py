"""What expressions mean that are counted from a day: "three days ago", "the next day", "the last two weeks"."""

from __future__ import annotations

import re

from reportedly.reading.times import calendar, meanings, weekdays
from reportedly.reading.times.anchor import Anchor
from reportedly.reading.times.calendar import Days
from reportedly.reading.times.cores import Core
from reportedly.reading.times.parts import part
from reportedly.reading.times.patterns import GAP, MONTH
from reportedly.reading.times.ranges import between
from reportedly.reading.times.words import MONTHS, WEEKDAYS, number_of

_REACH = 24
_BEHIND_A_DAY = re.compile(
    rf"(?:day|{MONTH}{GAP}\d{{1,2}}|\d{{1,2}}{GAP}{MONTH}|day{GAP}(?:morning|afternoon|evening|night)),{GAP}"
    rf"(?:(?:only|just|barely|exactly|less{GAP}than){GAP})?\Z"
)


def read_ago(match: re.Match[str]) -> Core:
    """Three days ago, nineteen months ago, a year ago today, two weeks ago on Monday, two years ago in June."""
    name = _unit(match["unit"])
    count = number_of(match["count"]) if match["count"] else None
    if match["weekday"]:
        return Core(match.end(), "day", weekdays.weeks_ago(WEEKDAYS[match["weekday"].lower()], name, count))
    if match["month"] and name == "year" and count:
        number = MONTHS[match["month"].rstrip(".").lower()]
        return Core(match.end(), "month", meanings.years_ago(count, lambda year: calendar.month(year, number)), True)
    if match["to"] and count:
        return Core(match.end(), "day", meanings.back_to(-count, name, match["to"].split()[-1].lower()))
    return Core(match.end(), "day", meanings.away(-count if count else None, name))


def read_half(match: re.Match[str]) -> Core:
    """Half a year later, a year and a half ago, half a century ago."""
    whole = _unit(match["whole"])
    name, size = ("month", 6) if whole == "year" else ("year", 5 if whole == "decade" else 50)
    count = number_of(match["count"]) if "count" in match.re.groupindex and match["count"] else 0
    if count is None:
        return Core(match.end(), "day", meanings.vague)
    count, side = 2 * size * count + size, match["side"].lower()
    if side == "ago":
        return Core(match.end(), "day", meanings.away(-count, name))
    return Core(match.end(), "told", meanings.away(-count if side == "earlier" else count, name, told=True))


def read_from_weekday(match: re.Match[str]) -> Core:
    """A week from Monday, a week on Monday, Monday week."""
    count = number_of(match["count"]) if match["count"] else 1
    return Core(match.end(), "day", weekdays.weeks_ahead(WEEKDAYS[match["weekday"].lower()], count or 1))


def read_told(match: re.Match[str]) -> Core:
    """Three days later, a week earlier: counted from the days told of last."""
    name = _unit(match["unit"])
    count = number_of(match["count"]) if match["count"] else None
    if count is None and name in {"hour", "minute", "second"}:
        count = 1  # "hours later"
    if count and match["side"].lower() in {"earlier", "before", "previously", "prior"}:
        return Core(match.end(), "told", meanings.away(-count, name, told=True))
    return Core(match.end(), "told", meanings.later(count, name))


def read_from_event(match: re.Match[str]) -> Core | None:
    """Seven months before the attack, two days after he left: counted from what nobody can date.

    Right behind a day it says more of that: "on Sunday, a day before the vote".
    """
    if _BEHIND_A_DAY.search(match.string, max(0, match.start() - _REACH), match.start()):
        return Core(match.end(), "that day", lambda anchor: anchor.here)
    return Core(match.end(), "vague", meanings.vague) if match[0].endswith("before") and match["unit"] else None


def read_told_season(match: re.Match[str]) -> Core:
    """That summer, the following spring: of the year told of last."""
    season = match["season"].lower()
    return Core(
        match.end(), "season", meanings.yearly_beside(lambda year: calendar.season(year, season), _which(match))
    )


def read_told_month(match: re.Match[str]) -> Core:
    """That March, the following March: of the year told of last."""
    number = MONTHS[match["month"].rstrip(".").lower()]
    return Core(match.end(), "month", meanings.yearly_beside(lambda year: calendar.month(year, number), _which(match)))


def _which(match: re.Match[str]) -> str:
    return (match["which"] or "that").lower()


def _unit(words: str) -> str:
    """The unit of time that these words name, in the singular."""
    return "century" if words.lower() == "centuries" else words.lower().rstrip("s")


def read_in_time(match: re.Match[str]) -> Core:
    """In two years' time, within two weeks."""
    count = number_of(match["count"]) if match["count"] else None
    return Core(match.end(), "day", meanings.away(count, match["unit"].lower().rstrip("s"), told=False))


def read_within(match: re.Match[str]) -> Core:
    """Within two weeks, within the hour: from the day of publication on."""
    count = number_of(match["count"]) or 1
    name = _unit(match["unit"])
    if name in {"hour", "minute", "second"}:
        return Core(match.end(), "stretch", between(meanings.near(0), meanings.near(_days_in(count, name))))
    return Core(match.end(), "stretch", meanings.lasting(count, name, "next"))


def read_middle(match: re.Match[str]) -> Core:
    """Midyear, mid-week."""
    return Core(match.end(), "part", part("mid", meanings.unit(match["unit"].lower(), "this")))


def read_ahead(match: re.Match[str]) -> Core:
    """In two weeks: a day to come, where the words look to the future; else it says how long something took.

    Hours count from a day on: "in 48 hours".
    """
    count, name = number_of(match["count"]), _unit(match["unit"])
    if name in {"hour", "minute", "second"}:
        count, name = _days_in(count or 0, name) or None, "day"
    ahead = meanings.away(count, name)

    def days(anchor: Anchor) -> Days | None:
        return ahead(anchor) if anchor.direction() == "future" else None

    return Core(match.end(), "ahead", days)


def read_week_beside_week(match: re.Match[str]) -> Core:
    """The week before last, the year after next."""
    name = match["unit"].lower()
    return Core(match.end(), name, meanings.beside(name, 2 if match["side"] else -2))


def read_lasting(match: re.Match[str]) -> Core:
    """The last three months, the next ten days: stretches that end or begin today."""
    count = (number_of(match["count"]) if match["count"] else None) if match["count"] != "" else 1
    name = match["unit"].lower().rstrip("s")
    which = match["which"].lower()
    if name in {"hour", "minute", "second"}:
        days = _days_in(count or 0, name)
        if not days:
            return Core(match.end(), "day", meanings.near(0))
        ends = (0, days) if which in meanings.NEXT_WORDS else (-days, 0)
        return Core(match.end(), "stretch", between(*map(meanings.near, ends)))
    return Core(match.end(), "stretch", meanings.lasting(count, name, which))


def _days_in(count: int, name: str) -> int:
    """How many days so many hours are; minutes and seconds are none."""
    return count // 24 if name == "hour" else 0


def read_the_day(match: re.Match[str]) -> Core:
    """The same day, the next day, the previous week: counted from the days told of last."""
    which = (match["which"] or match["after"]).lower()
    ahead = {"next": 1, "following": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}.get(which, 0)
    name = match["unit"].lower()
    if name in {"morning", "afternoon", "evening", "night", "day", "noon"}:
        name = "day"
        if not ahead:
            return Core(match.end(), "told", meanings.this_day)
    return Core(match.end(), "told", meanings.away(ahead, name, told=True))


def read_beside_today(match: re.Match[str]) -> Core:
    """The day after tomorrow, the day before yesterday."""
    return Core(match.end(), "day", meanings.near(2 if match["of"].lower() == "tomorrow" else -2))


_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}


def read_near(match: re.Match[str]) -> Core:
    """Today, yesterday, tomorrow, tonight."""
    return Core(match.end(), "day", meanings.near(_NEAR[match[0].lower()]))


def read_overnight(match: re.Match[str]) -> Core:
    """Overnight: from yesterday to today, or from today to tomorrow."""
    past, future = between(meanings.near(-1), meanings.near(0)), between(meanings.near(0), meanings.near(1))
    return Core(match.end(), "day", lambda anchor: (future if anchor.direction() == "future" else past)(anchor))


def read_the_evening(match: re.Match[str]) -> Core:
    """ "In the evening": of the day just told of; "in the morning" as a rule of the next, if to come."""
    is_morning = match["part"] == "morning"

    def days(anchor: Anchor) -> Days | None:
        if anchor.here is None:
            today, way = meanings.near(0)(anchor), anchor.direction()
            if anchor.just and today and not (anchor.just > today if way == "past" else anchor.just < today):
                return anchor.just
            if is_morning and way == "future":
                return meanings.near(1)(anchor)
        return meanings.at_hour(anchor)

    return Core(match.end(), "evening", days)


def read_by_evening(match: re.Match[str]) -> Core:
    """ "By evening": of the day just told of; "by morning" of the one after it."""
    the_evening = read_the_evening(match).meaning
    is_morning = match["part"] == "morning"

    def days(anchor: Anchor) -> Days | None:
        today, told = meanings.near(0)(anchor), anchor.here or anchor.just
        if is_morning and told and today and told.is_day:
            return calendar.days_after(told.first, 1) if told < today or anchor.direction() == "future" else told
        return the_evening(anchor)

    return Core(match.end(), "by evening", days)


def read_all_day(match: re.Match[str]) -> Core:
    """ "All evening": of the day that the sentence tells of."""
    return Core(match.end(), "all day", meanings.at_hour)


def read_eve(match: re.Match[str]) -> Core:
    """ "On the eve", without a word of what: the day before."""
    return Core(match.end(), "day", meanings.near(-1))


def read_vague(match: re.Match[str]) -> Core:
    """The coming weeks, recent months: nobody can name their days."""
    return Core(match.end(), "vague", meanings.vague)
