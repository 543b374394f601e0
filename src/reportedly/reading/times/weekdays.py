"""What names of weekdays mean: "on Thursday", "the following Monday", "that Friday", "a week ago Monday"."""

from __future__ import annotations

from reportedly.reading.times import calendar, meanings
from reportedly.reading.times.anchor import Anchor, Meaning
from reportedly.reading.times.calendar import Days
from reportedly.reading.times.meanings import NEXT_WORDS, PAST_WORDS

_YESTERDAY = (0, 1)  # days ago that nobody calls "last Monday"
_EARLY = 2  # days of a week on which "this Sunday" may be that of the week before
_AT_HAND = (0, 1, 2)  # days ahead that nobody calls "next Friday"


def nearest(number: int, which: str) -> Meaning:
    """The nearest such weekday: before or after the day of publication by `which`, else by direction."""

    def days(anchor: Anchor) -> Days | None:
        today = anchor.published
        if today is None:
            return None
        back, ahead = (today.weekday() - number) % 7, (number - today.weekday()) % 7
        if which in PAST_WORDS:
            return calendar.days_after(today, -(back + 7 if which == "last" and back in _YESTERDAY else back or 7))
        if which in NEXT_WORDS:
            return calendar.days_after(today, ahead + 7 if which == "next" and ahead in _AT_HAND else ahead or 7)
        late = calendar.SATURDAY if today.weekday() < _EARLY else 7
        if which == "this" and today.weekday() < number < late:  # "this Friday", written on a Wednesday
            return calendar.days_after(today, ahead)
        direction = anchor.direction() or ("future" if which == "this" else "past")
        if direction == "future" and not ahead and anchor.here and 0 < (anchor.here.first - today).days < 7:
            ahead = 7  # written on a Thursday: "will be in Riga on Tuesday and in Oslo on Thursday"
        return calendar.days_after(today, ahead if direction == "future" else -back)

    return days


def beside_told(number: int, *, after: bool) -> Meaning:
    """The first such weekday after, or the last before, the days told of last."""

    def days(anchor: Anchor) -> Days | None:
        base = anchor.base
        if base is None:
            return None
        if after:
            return calendar.days_after(base.last, (number - base.last.weekday()) % 7 or 7)
        return calendar.days_after(base.first, -((base.first.weekday() - number) % 7 or 7))

    return days


def around_told(number: int) -> Meaning:
    """The nearest such weekday to the days told of last: "that Friday"."""

    def days(anchor: Anchor) -> Days | None:
        base = anchor.base
        ahead = (number - base.first.weekday() + 3) % 7 - 3 if base else 0
        return calendar.days_after(base.first, ahead) if base else None

    return days


def weeks_ago(number: int, name: str, count: int | None) -> Meaning:
    """The day so many weeks before the last of this name: "a week ago Monday"."""

    def days(anchor: Anchor) -> Days | None:
        last = nearest(number, "last")(anchor)
        weeks = {"week": 1, "fortnight": 2}.get(name)
        if last is None or weeks is None or count is None:
            return None
        return calendar.days_after(last.first, -7 * weeks * count)

    return days


def weeks_ahead(number: int, weeks: int) -> Meaning:
    """The day so many weeks after the next of this name."""

    def days(anchor: Anchor) -> Days | None:
        coming = nearest(number, "coming")(anchor)
        return calendar.days_after(coming.first, 7 * weeks) if coming else None

    return days


def of_week(number: int, which: str) -> Meaning:
    """The day of this name in this, the last or the next week."""
    of_week = meanings.unit("week", which)

    def days(anchor: Anchor) -> Days | None:
        found = of_week(anchor)
        return calendar.days_after(found.first, number) if found else None

    return days
