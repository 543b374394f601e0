"""Expressions of time in an article, as days: "on Thursday", counted from the day it was written.

    find_timexes(article)                       all of them, by place
    written_day(article, timexes)               what "today" means in it
    timex_of(place, article, …)                 the one that says when what stands at a place was, or will be

They are counted from the day of the dateline, where the article has one with a day: wire copy may be printed days
later. Else from that of publication, which is the outlet's own, as `published` is written. Without either, dates that
say their year are resolved all the same. Durations and ages ("for two hours", "a three-year deal") are no expressions
of a date.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from operator import attrgetter

from reportedly.reading.layout.segment import find_sentences
from reportedly.reading.times.clauses import governor, in_same_voice, verbs_of
from reportedly.reading.times.course import Course, is_day_of_writing
from reportedly.reading.times.expression import Expression
from reportedly.reading.times.expressions import find_expressions
from reportedly.reading.times.verbs import Tense, tense_of
from reportedly.records.article import Article, Span, Timex
from reportedly.records.values import wrong_day

# how far the day of publication, once told, reaches, in characters: F1 of days on the training stories is flat from 300
# to 800 for the past tense, and falls beyond
_REACH: dict[Tense | None, int] = {"past": 800, "telling": 250}


def find_timexes(article: Article, *, sentences: Sequence[Span] | None = None) -> tuple[Timex, ...]:
    """The expressions of time of an article, in the order of the text; days are None where nobody can tell them."""
    found = list(find_expressions(article.text))
    if not found:
        return ()
    if sentences is None:
        sentences = find_sentences(article)
    return tuple(_timexes(article, found, sentences))


def written_day(article: Article, timexes: Sequence[Timex]) -> date | None:
    """The day that words like "today" in an article mean: that of its dateline, else that of publication."""
    published, line = published_day(article), article.dateline
    for timex in timexes:
        if line is None or timex.span is None or timex.span.end > line.end:
            break
        if timex.span.start >= line.start and timex.from_ and timex.from_ == timex.to:
            day = date.fromisoformat(timex.from_)
            return day if is_day_of_writing(day, published) else published
    return published


def _timexes(article: Article, found: Sequence[Expression], sentences: Sequence[Span]) -> Iterator[Timex]:
    course = Course(article, published_day(article), sentences)
    for expression in found:
        days = course.days_of(expression)
        if days is None and expression.kind == "ahead":  # how long something took
            continue
        yield Timex(
            span=article.span(expression.start, expression.end),
            from_=days.first.isoformat() if days else None,
            to=days.last.isoformat() if days else None,
        )


def published_day(article: Article) -> date | None:
    """The day an article was published on, where it was published; None when that is not known."""
    if article.published is None or wrong_day(article.published[:10]) is not None:
        return None
    return date.fromisoformat(article.published[:10])


def timex_of(place: Span, article: Article, timexes: Sequence[Timex], sentences: Sequence[Span]) -> Timex | None:
    """The expression of time that says when what stands at a place was, or will be; None where nothing says it.

    In the sentence of the place, first comes the one that belongs to it, then the nearest, as a rule in the same voice.
    What is told in the past tense was not in the future; without a time of its own, it was on the day of publication
    where the text has just told of that day.
    """
    return timex_beside(place, article, timexes, sentences) or _same_day(place, article, timexes)


def timex_beside(place: Span, article: Article, timexes: Sequence[Timex], sentences: Sequence[Span]) -> Timex | None:
    """As `timex_of`, in the sentence of the place alone."""
    sentence = sentences[max(bisect_right(sentences, place.start, key=attrgetter("start")) - 1, 0)]
    bounds = sentence.start, sentence.end
    spans = [(t, (t.span.start, t.span.end)) for t in timexes if t.span and bounds[0] <= t.span.start < bounds[1]]
    inside = [one for one in spans if not any(_ends(one[1], whole) for _, whole in spans)]
    own = place.start, place.end, place
    if not inside:
        return None
    if within := [timex for timex, at in inside if at[0] < own[1] and own[0] < at[1]]:
        return min(within, key=_width)
    verbs = verbs_of(article.text, bounds)
    written = written_day(article, timexes)
    tenses = {v.tense for v in verbs if v.start < own[1] and own[0] < v.end}
    today = written.isoformat() if written else None
    if today and "past" in tenses:
        inside = [(timex, at) for timex, at in inside if not timex.from_ or timex.from_ <= today]
    elif today and tenses == {"future"}:
        inside = [(timex, at) for timex, at in inside if not timex.to or timex.to >= today]
    heads: list[tuple[int, int, object]] = [(v.start, v.end, v) for v in verbs]
    heads = sorted([*(h for h in heads if h[1] <= own[0] or own[1] <= h[0]), own], key=lambda head: head[0])
    if governed := [timex for timex, at in inside if governor(article.text, at, heads, bounds) is own]:
        return min(governed, key=_width)
    all_of_them = [(*at, timex) for timex, at in inside]
    near = in_same_voice(article.text, own[:2], bounds, all_of_them) or all_of_them
    return min(near, key=lambda one: (one[0] > own[0], abs(one[0] - own[0])))[2] if near else None


def _ends(place: tuple[int, int], whole: tuple[int, int]) -> bool:
    """Whether a place is one end of a range: the talks "from 14 to 16 June" are on all three days."""
    return place != whole and whole[0] <= place[0] and place[1] <= whole[1]


def _width(timex: Timex) -> int:
    """How many days an expression covers: "this week" says more than the "this year" beside it; unknown says least."""
    if timex.from_ is None or timex.to is None:
        return date.max.toordinal()
    return date.fromisoformat(timex.to).toordinal() - date.fromisoformat(timex.from_).toordinal()


def _same_day(place: Span, article: Article, timexes: Sequence[Timex]) -> Timex | None:
    """The day of writing, where it is the one that the text told of last, near enough for the tense of a place."""
    today, tense = written_day(article, timexes), tense_of(place.text)
    low = max(article.dateline.end if article.dateline else 0, place.start - _REACH.get(tense, 0))
    before = (t for t in reversed(timexes) if t.span and low <= t.span.start < place.start)
    told = next((timex for timex in before if timex.from_ and timex.from_ == timex.to), None)
    return told if told and today and told.from_ == today.isoformat() else None
