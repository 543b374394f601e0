"""When each link of a chain was said, and what could not be dated."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from reportedly.reading.times.timexes import published_day
from reportedly.reading.times.verbs import Tense, tense_of
from reportedly.records.article import Article, Span, Timex
from reportedly.records.statement import Chain, Link, Statement

When = Callable[[Span], Timex | None]  # the expression of time that some words stand under

STILL_SPEAKING = 1000  # characters; F1 on the training stories is within .003 of its best from 600 to 2000
BESIDE = 70  # characters from a cue to the time after it; on the training stories, of 43 farther ones 1 was right
TODAY_REACHES: dict[Tense | None, int] = {"past": 600, "telling": 250}
# characters that the day of publication, once told, reaches: F1 on the training stories is .626 at 400, .611 at 800,
# and what is gained beyond 600 is right once in six times

_PRONOUNS = frozenset(["he", "she", "they", "it"])
_SPOKE_OPENLY = frozenset(["on_record", "spokesperson"])  # of others, one in eight speaks on the day that is told of
_BOUND = re.compile(r"\b(?:since|until|till|by|before|for)\s(?:the\s)?\Z", re.IGNORECASE)  # "the head since 2031 said"
_STOP = re.compile(r"[.!?][”\"’']?\s")


def dated(
    statements: Iterable[Statement], article: Article, timexes: Sequence[Timex], when: When
) -> tuple[Statement, ...]:
    """The statements with the time of each link, as far as the text tells it.

    It is what the cue stands under, outside of what is said there; else the day that the text has just told of; or the
    time of the words of the same actor shortly before. A link without a cue has a time only where its words stand
    between quotation marks.
    """
    statements = tuple(statements)
    times = _Times(article, timexes, when, statements)
    return tuple(_dated(statement, times) for statement in statements)


def _dated(statement: Statement, times: _Times) -> Statement:
    when = [times.of(link, statement) for link in statement.chain]
    if not any(when):
        return statement
    links = zip(statement.chain, when, strict=True)
    return replace(statement, chain=Chain(link if on is None else replace(link, on=on) for link, on in links))


class _Times:
    """Dates links, to be asked in reading order."""

    def __init__(self, article: Article, timexes: Sequence[Timex], when: When, statements: Sequence[Statement]) -> None:
        self._article, self._when = article, when
        self._contents = _Spans(span for statement in statements for span in statement.content)
        self._quoted = _Spans(s for statement in statements if statement.form == "direct" for s in statement.content)
        body = article.dateline.end if article.dateline else 0
        self._days = [timex for timex in timexes if _is_day(timex) and _start(timex) >= body]
        self._starts_of_days = [_start(timex) for timex in self._days]
        today = published_day(article)
        self._today = today.isoformat() if today else None
        self._known: dict[tuple[str, Span], Timex | None] = {}
        self._last: dict[tuple[str, bool], tuple[Span, Timex]] = {}

    def of(self, link: Link, statement: Statement) -> Timex | None:
        """When a link of this statement was said."""
        place = link.cue
        if place is None:
            if link is not statement.chain.speaker or statement.form != "direct":
                return None
            place = statement.content[0]
        saying = link.actor, place
        if saying not in self._known:
            timex = self._known[saying] = self._later(link, place, statement)
            if timex is not None and _is_day(timex) and statement.status != "expected":
                self._last[link.actor, statement.within is not None] = place, timex
        return self._known[saying]

    def _later(self, link: Link, place: Span, statement: Statement) -> Timex | None:
        """The time that a cue stands under, else that of what is told around or before."""
        tense = _tense(link.cue.text, statement) if link.cue else "past"
        told = self._beside(place, tense) if link.cue else None
        if statement.status == "expected":
            return told or (self._around(place, to_come=True) if statement.within and link.cue else None)
        carried = self._carried(link, place, statement) if tense == "past" else None
        if told is not None:
            return carried[1] if carried and _start(told) < carried[0].start else told
        if link.cue and statement.within:
            return (self._around(place) if tense == "past" else None) or (carried[1] if carried else None)
        if link.cue and link.cue.text.startswith("had "):
            return None
        if carried:
            return carried[1]
        return (self._before(link, place) if tense == "past" else None) or self._today_told(
            link, place, tense, statement
        )

    def _beside(self, place: Span, tense: Tense | None) -> Timex | None:
        """The time that a cue stands under, where it says when that was said."""
        timex = self._when(place)
        if timex is None or timex.span is None or timex.from_ is None or self._depth(timex.span) != self._depth(place):
            return None
        if _BOUND.search(self._article.text, max(0, timex.span.start - 12), timex.span.start):
            return None
        if tense in {"telling", None} and self._is_to_come(timex):
            return None
        return timex if timex.span.start - place.end <= BESIDE else None

    def _carried(self, link: Link, place: Span, statement: Statement) -> tuple[Span, Timex] | None:
        """What the same actor said shortly before, and when."""
        last = self._last.get((link.actor, statement.within is not None))
        return last if last and place.start - last[0].end <= STILL_SPEAKING else None

    def _around(self, place: Span, *, to_come: bool = False) -> Timex | None:
        """The day that the paragraph told of last, for what is said within; none where words deeper down told of it.

        "She rang on Monday. He told her to wait, she said": he told her on Monday.
        """
        last = self._last_day(place, to_come=to_come)
        return last if last and last.span and len(self._depth(last.span)) <= len(self._depth(place)) else None

    def _before(self, link: Link, place: Span) -> Timex | None:
        """The day of the sentence before, where "she" of this one stands in that: "On Monday she came. She said"."""
        last = self._last_day(place)
        if last is None or last.span is None or link.mention is None or link.mention.text.lower() not in _PRONOUNS:
            return None
        between = self._article.text[last.span.end : place.start]
        return last if len(_STOP.findall(between)) < 2 and not self._depth(last.span) else None

    def _last_day(self, place: Span, *, to_come: bool = False) -> Timex | None:
        """The day that the paragraph told of last, where it is or is not to come, as asked for."""
        last = next(self._days_before(place, STILL_SPEAKING), None)
        if last is None or last.span is None or self._is_to_come(last) is not to_come:
            return None
        return last if "\n" not in self._article.text[last.span.end : place.start] else None

    def _today_told(self, link: Link, place: Span, tense: Tense | None, statement: Statement) -> Timex | None:
        """The day of publication, where it is the one told of last; days to come, and those of what is said, aside."""
        if tense == "past" and statement.sourcing not in _SPOKE_OPENLY:
            return None
        if link.cue is None and any(other.cue for other in statement.chain):  # whom a spokesperson speaks for
            return None
        for timex in self._days_before(place, TODAY_REACHES.get(tense, 0)):
            if timex.span is None or self._is_to_come(timex) or self._is_quoted(timex.span):
                continue
            if timex.from_ == self._today:
                return timex
            if not self._depth(timex.span):
                return None
        return None

    def _days_before(self, place: Span, reach: int) -> Iterator[Timex]:
        """The single days told of before a place, the last one first."""
        for at in range(bisect_left(self._starts_of_days, place.start) - 1, -1, -1):
            if self._starts_of_days[at] < place.start - reach:
                return
            yield self._days[at]

    def _is_to_come(self, timex: Timex) -> bool:
        return bool(self._today and timex.from_ and timex.from_ > self._today)

    def _is_quoted(self, place: Span) -> bool:
        return bool(self._quoted.around(place))

    def _depth(self, place: Span) -> list[Span]:
        """What is said where these words stand."""
        return self._contents.around(place)


class _Spans:
    """Spans that may lie in each other, to ask which of them lie around a place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: (span.start, span.end))
        self._starts = [span.start for span in self._spans]
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def around(self, place: Span) -> list[Span]:
        """Those in which a place begins."""
        found, at = [], bisect_right(self._starts, place.start)
        while at and self._reach[at - 1] > place.start:
            at -= 1
            if self._spans[at].end > place.start:
                found.append(self._spans[at])
        return found


def _tense(cue: str, statement: Statement) -> Tense | None:
    """The tense of a cue; "would not say" tells of what was."""
    return "past" if statement.status == "declined" and cue.startswith(("would", "could")) else tense_of(cue)


def _is_day(timex: Timex) -> bool:
    return timex.span is not None and timex.from_ is not None and timex.from_ == timex.to


def _start(timex: Timex) -> int:
    return timex.span.start if timex.span else 0


def notes_on(article: Article, timexes: Sequence[Timex]) -> tuple[str, ...]:
    """What the reader of a reading must know of its dates."""
    open_ones = sum(timex.from_ is None and timex.to is None for timex in timexes)
    if article.published is None and open_ones:
        return (
            f"published date unknown: {open_ones} relative {'date' if open_ones == 1 else 'dates'} left unresolved",
        )
    return ()
