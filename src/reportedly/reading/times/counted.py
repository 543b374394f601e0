"""What expressions mean that are counted from a day: "three days ago", "the next day", "the last two weeks"."""

from __future__ import annotations

import re

from reportedly.reading.times import meanings
from reportedly.reading.times.calendar import Days
from reportedly.reading.times.cores import Core
from reportedly.reading.times.ranges import between
from reportedly.reading.times.words import number_of


def read_ago(match: re.Match[str]) -> Core:
    """Three days ago, nineteen months ago."""
    name = match["unit"].lower().rstrip("s")
    count = number_of(match["count"]) if match["count"] else None
    return Core(match.end(), "day", meanings.away(-count if count else None, name))


def read_told(match: re.Match[str]) -> Core:
    """Three days later, a week earlier: counted from the days told of last."""
    name = match["unit"].lower().rstrip("s")
    count = number_of(match["count"]) if match["count"] else None
    if count and match["side"].lower() in {"earlier", "before", "previously"}:
        count = -count
    return Core(match.end(), "told", meanings.away(count, name, told=True))


def read_in_time(match: re.Match[str]) -> Core:
    """In two years' time, within two weeks."""
    count = number_of(match["count"]) if match["count"] else None
    return Core(match.end(), "day", meanings.away(count, match["unit"].lower().rstrip("s"), told=False))


def read_ahead(match: re.Match[str]) -> Core:
    """In two weeks: a day to come, where the words look to the future; else it says how long something took."""
    ahead = meanings.away(number_of(match["count"]), match["unit"].lower().rstrip("s"))

    def days(anchor: meanings.Anchor) -> Days | None:
        return ahead(anchor) if anchor.direction() == "future" else None

    return Core(match.end(), "ahead", days)


def read_week_beside_week(match: re.Match[str]) -> Core:
    """The week before last, the year after next."""
    name = match["unit"].lower()
    return Core(match.end(), name, meanings.beside(name, 2 if match["side"] else -2))


def read_lasting(match: re.Match[str]) -> Core:
    """The last three months, the next ten days: stretches that end or begin today."""
    count = number_of(match["count"]) if match["count"] else None
    name = match["unit"].lower().rstrip("s")
    if name in {"hour", "minute"}:
        return Core(match.end(), "day", meanings.near(0))
    return Core(match.end(), "stretch", meanings.lasting(count, name, match["which"].lower()))


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
    """Overnight: from yesterday to today."""
    return Core(match.end(), "day", between(meanings.near(-1), meanings.near(0)))


def read_the_evening(match: re.Match[str]) -> Core:
    """ "In the evening": of the day that the sentence tells of."""
    return Core(match.end(), "evening", meanings.at_hour)


def read_vague(match: re.Match[str]) -> Core:
    """The coming weeks, recent months: nobody can name their days."""
    return Core(match.end(), "vague", meanings.vague)
