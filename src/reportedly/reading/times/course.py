"""The course of a text: expressions of time in their order, each counted from what those before it told of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from reportedly.reading.times import clauses, directions
from reportedly.reading.times.anchor import Anchor, Direction
from reportedly.reading.times.calendar import Days
from reportedly.reading.times.expression import Expression
from reportedly.reading.times.verbs import Verb
from reportedly.records.article import Article, Span

_TOLD_KINDS = {"day", "weekday", "told", "day of month"}
_ERA_KINDS = _TOLD_KINDS | {"month", "year", "season"}
_BOUND = re.compile(r"\b(?:since|until|till|by|from|to|before|after)\s\Z", re.IGNORECASE)
_NAMED_BY = re.compile(r"\b(?:the|an?|[A-Z][\w’'-]*) [A-Z][\w’'-]* of \Z")
_WORD = re.compile(r"\w")
_FRAME = re.compile(
    r"\W*(?:(?:but|and|then|yet)\s)?(?:(?:back|early|late|later|only)\s)?(?:(?:in|on|during|throughout)\s)?\Z",
    re.IGNORECASE,
)


_REPRINTED = range(-1, 32)  # days from a dateline to publication; -1 where it is written east of its outlet


def is_day_of_writing(day: date, published: date | None) -> bool:
    """Whether the day of a dateline can be that on which its words were written: copy is printed within a month."""
    return published is None or (published - day).days in _REPRINTED


class _Year(NamedTuple):
    """A year told of: in all that follows in its paragraph, or with a `sentence`, in that one alone."""

    number: int
    sentence: int | None


class _Standing:
    """Where an expression stands: its place, its sentence and the verbs of that."""

    def __init__(self, text: str, place: tuple[int, int], nth: int, sentence: tuple[int, int]) -> None:
        self.text, self.place, self.nth, self.sentence = text, place, nth, sentence

    @property
    def verbs(self) -> Sequence[Verb]:
        return clauses.verbs_of(self.text, self.sentence)

    def direction(self) -> Direction | None:
        """Whether the words around tell of what was or of what will be."""
        return directions.direction(self.text, self.place, self.sentence, self.verbs)

    def weight_of_tense(self) -> float:
        """How much more than the other side that counts."""
        return directions.weight_of_tense(self.text, self.place, self.sentence, self.verbs)

    def frames(self) -> bool:
        """Whether a sentence begins with it: "In 2008, ..."."""
        return _FRAME.fullmatch(self.text, self.sentence[0], self.place[0]) is not None

    def is_told(self) -> bool:
        """Whether what was on these days is told itself, and not in passing."""
        return directions.is_plainly_past(self.text, self.place, self.sentence, self.verbs)


class Course:
    """What a text has told of so far, and when its words were written: from its dateline on, on the day of that."""

    def __init__(self, article: Article, published: date | None, sentences: Sequence[Span]) -> None:
        self._text, self._written, self._sentences = article.text, published, sentences
        self._dateline = article.dateline
        self._starts = [sentence.start for sentence in sentences]
        self._told: Days | None = None
        self._told_in = -1
        self._era: Days | None = None
        self._year: _Year | None = None
        self._end = 0
        self._range = (0, 0)  # the place of the last range, whose ends stand where it does

    def days_of(self, expression: Expression) -> Days | None:
        """The days of the next expression; None where nobody can tell them."""
        standing = self._standing(expression)
        if self._written and "\n" in self._text[self._end : expression.start]:
            self._year = None
        self._end = expression.end
        days = expression.meaning(self._anchor(standing))
        if days is not None:
            self._remember(expression, days, standing)
        return days

    def _standing(self, expression: Expression) -> _Standing:
        nth = bisect_right(self._starts, expression.start) - 1
        sentence = self._sentences[nth]
        bounds = sentence.start, max(sentence.end, expression.end)
        place = expression.start, expression.end
        if expression.kind == "range":
            self._range = place
        if self._range[0] <= place[0] < self._range[1]:
            place = self._range
        if self._heads(bounds, place) and nth + 1 < len(self._sentences):
            after = self._sentences[nth + 1]
            bounds = bounds[0], after.end
        return _Standing(self._text, place, nth, bounds)

    def _heads(self, sentence: tuple[int, int], place: tuple[int, int]) -> bool:
        """Whether a sentence is nothing but a day, as a heading in a diary is: what follows tells which it is."""
        start, end = sentence
        return not _WORD.search(self._text, start, place[0]) and not _WORD.search(self._text, place[1], end)

    def _anchor(self, standing: _Standing) -> Anchor:
        year = self._year if self._year and self._year.sentence in {None, standing.nth} else None
        return Anchor(
            published=self._written,
            told=self._told,
            here=self._told if self._told_in == standing.nth else None,
            just=self._told if self._is_just_told(standing) else None,
            era=self._era,
            year=year.number if year else None,
            goes_on=year is not None and year.sentence is not None,
            direction=standing.direction,
            weight_of_tense=standing.weight_of_tense,
        )

    def _is_just_told(self, standing: _Standing) -> bool:
        """Whether the day told of last stands in the sentence, or in the one before of its paragraph."""
        if standing.nth - self._told_in != 1:
            return self._told_in == standing.nth
        return "\n" not in self._text[self._starts[self._told_in] : standing.place[0]]

    def _remember(self, expression: Expression, days: Days, standing: _Standing) -> None:
        line = self._dateline
        if line and days.is_day and line.start <= expression.start and expression.end <= line.end:
            self._written = days.first if is_day_of_writing(days.first, self._written) else self._written
        if expression.kind in _ERA_KINDS:
            self._era = days
        if expression.kind in _TOLD_KINDS and days.is_day:
            self._told, self._told_in = days, standing.nth
        if expression.dated and self._tells_of_its_year(expression, days):
            self._year = self._year_of(expression, days, standing)

    def _year_of(self, expression: Expression, days: Days, standing: _Standing) -> _Year | None:
        """The year that what follows may lie in.

        Where the day of publication is known, most of what follows is news again: "The bank, founded in 1987, will
        close, she said on 3 April". It is the year's where that begins its sentence, or in the same sentence where a
        day or month with its year is told of for itself: "He came in June 2019 and left in September".
        """
        number = days.first.year
        if self._written is None:
            return _Year(number, None)
        if number >= self._written.year:
            return None
        if standing.frames():
            return _Year(number, None)
        return _Year(number, standing.nth) if expression.kind != "year" and standing.is_told() else None

    def _tells_of_its_year(self, expression: Expression, days: Days) -> bool:
        """Whether what follows may lie in the year of an expression.

        Not with a decade, nor with "since 2026" or what only has a year in its name ("the Bridges Act of 1993").
        """
        if days.first.year != days.last.year:
            return False
        before = self._text[max(0, expression.start - 36) : expression.start]
        return expression.kind != "year" or (_BOUND.search(before[-12:]) is None and _NAMED_BY.search(before) is None)
