"""Stretches of time of which a text names one end, the other being the day of writing: "since June", "until Friday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.reading.times.timexes import written_day
from reportedly.records.article import Article, Timex

_BOUND = re.compile(
    r"\b(?P<word>since|until|till|by|before)\s(?:(?:at\s(?:least|most)|about|around|the|late|early)\s)*\Z", re.I
)
_REACH = 24  # characters before an expression
_END = re.compile(r"(?:the\s)?end\b|year-end", re.I)
_IN_PART = re.compile(r"\b(?:morning|noon|afternoon|evening|night|midnight)\Z", re.I)
_NAMING = re.compile(r"['’]s?\s|\s(?:recess|session|vote|summit|hearing|meeting|talks|break)\b|\sis\s(?:out|over|up)\b")


def with_bounds(article: Article, timexes: Sequence[Timex]) -> tuple[Timex, ...]:
    """The expressions of time, and before each the stretch that it bounds: what is "since June" is June and all since.

    What is to be "by Friday" or "before May" may be from the day of writing on; so may what lasts "until Friday".
    """
    today = written_day(article, timexes)
    if today is None:
        return tuple(timexes)
    return tuple(one for timex in timexes for one in (*_bounded(article, timex, today), timex))


def _bounded(article: Article, timex: Timex, today: date) -> Iterator[Timex]:
    if timex.span is None or timex.from_ is None or timex.to is None:
        return
    found = _BOUND.search(article.text, max(0, timex.span.start - _REACH), timex.span.start)
    if found is None:
        return
    first, last, word = date.fromisoformat(timex.from_), date.fromisoformat(timex.to), found["word"].lower()
    within = (
        _END.match(timex.span.text) or _IN_PART.search(timex.span.text) or _NAMING.match(article.text, timex.span.end)
    )
    if word == "before" and not within:
        last = first - timedelta(days=1)
    first, last = (first, today) if word == "since" else (today, last)
    if first < last:
        span = article.span(found.start(), timex.span.end)
        yield replace(timex, span=span, from_=first.isoformat(), to=last.isoformat())
