"""When the words around an expression of time were written, and what an expression means: from that to days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportedly.reading.times import calendar
from reportedly.reading.times.calendar import Days

Direction = Literal["past", "future"]

_LONGEST = {"month": 31, "quarter": 92, "year": 366, "decade": 366}  # days that "three months later" is counted from


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """When the words around an expression were written, and what they look to.

    `told` is the day that the text spoke of last, `here` that of the same sentence, `just` that of it or of the one
    before in its paragraph, `era` the last days of any length, `year` the year it tells of, which `goes_on` from `era`
    where nothing earlier in it is told of; `direction` is asked for only where an expression could lie on either side,
    and `weight_of_tense` how far it counts.
    """

    published: date | None
    told: Days | None = None
    here: Days | None = None
    just: Days | None = None
    era: Days | None = None
    year: int | None = None
    goes_on: bool = False
    direction: Callable[[], Direction | None] = lambda: None
    weight_of_tense: Callable[[], float] = lambda: 1.0

    def in_told_year(self, in_year: Callable[[int], Days | None]) -> Days | None:
        """What comes once a year, in the year that the text tells of; None where it tells of no year before."""
        if self.year is None or not calendar.countable(self.year) or self.direction() == "future":
            return None
        found = in_year(self.year)
        return None if found and self.goes_on and self.era and found.first < self.era.first else found

    @property
    def base(self) -> Days | None:
        """What "the next day" is counted from: the days told of last, else that of publication.

        What is told in the past tense is not counted from a day to come: "the vote is on Friday. He had said the day
        before".
        """
        today = calendar.day(self.published) if self.published else None
        if self.told and today and self.told > today and self.direction() == "past":
            return today
        return self.told or today

    def base_of(self, name: str) -> Days | None:
        """What "the next" day, month or year is counted from."""
        era = self.era
        return era if era and (era.last - era.first).days < _LONGEST.get(name, 0) else self.base


Meaning = Callable[[Anchor], Days | None]
