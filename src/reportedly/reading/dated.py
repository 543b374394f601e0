"""When each link of a chain was said, and what could not be dated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reportedly.reading.times.verbs import tense_of
from reportedly.records.article import Article, Span, Timex
from reportedly.records.statement import Chain, Link, Statement

When = Callable[[Span], Timex | None]  # the expression of time that some words stand under

STILL_SPEAKING = 1000  # characters; F1 on the training stories is within .003 of its best from 600 to 2000

_NEVER = (None, None)


def dated(statements: Iterable[Statement], when: When) -> tuple[Statement, ...]:
    """The statements with the time of each link, as far as the text tells it.

    It is what the cue stands under, outside of what is said there, or the time of the words of the same actor shortly
    before. A link without a cue has a time only where its words stand between quotation marks.
    """
    statements = tuple(statements)
    times = _Times(when, [span for statement in statements for span in statement.content])
    return tuple(_dated(statement, times) for statement in statements)


def _dated(statement: Statement, times: _Times) -> Statement:
    when = [times.of(link, statement) for link in statement.chain]
    if not any(when):
        return statement
    links = zip(statement.chain, when, strict=True)
    return replace(statement, chain=Chain(link if on is None else replace(link, on=on) for link, on in links))


class _Times:
    """Dates links, to be asked in reading order."""

    def __init__(self, when: When, contents: Sequence[Span]) -> None:
        self._when, self._contents = when, contents
        self._known: dict[tuple[str, Span], Timex | None] = {}
        self._last: dict[tuple[str, str | None], tuple[Span, Timex]] = {}

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
            if timex is not None and statement.status != "expected":
                self._last[link.actor, statement.within] = place, timex
        return self._known[saying]

    def _later(self, link: Link, place: Span, statement: Statement) -> Timex | None:
        """The time that the words around a place tell, or that of what the same actor said after that was told."""
        told, (before, carried) = self._told(link, place), self._last.get((link.actor, statement.within), _NEVER)
        if before is None or place.start - before.end > STILL_SPEAKING or statement.status == "expected":
            return told
        if told is not None and told.span is not None and told.span.start > before.start:
            return told
        goes_on = link.cue is None or tense_of(link.cue.text) == "past"
        return carried if goes_on else told

    def _told(self, link: Link, place: Span) -> Timex | None:
        """The time that a cue stands under, unless it belongs to what is said."""
        timex = self._when(place) if link.cue else None
        if timex is None or timex.span is None or timex.from_ is None:
            return None
        return timex if self._around(timex.span) == self._around(place) else None

    def _around(self, place: Span) -> list[Span]:
        """What is said where these words stand."""
        return [content for content in self._contents if content.start <= place.start < content.end]


def notes_on(article: Article, timexes: Sequence[Timex]) -> tuple[str, ...]:
    """What the reader of a reading must know of its dates."""
    open_ones = sum(timex.from_ is None and timex.to is None for timex in timexes)
    if article.published is None and open_ones:
        return (
            f"published date unknown: {open_ones} relative {'date' if open_ones == 1 else 'dates'} left unresolved",
        )
    return ()
