"""When each link of a chain was said, and what could not be dated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.reading.saying.asked import Before, Dates, Last
from reportedly.reading.saying.sayings import Key, Saying, sayings_of
from reportedly.reading.saying.signs import Days
from reportedly.reading.saying.undated import deaths, is_habit, written_on
from reportedly.reading.saying.weights import DayWeights, day_weights
from reportedly.records.actor import Actor
from reportedly.records.article import Article, Span, Timex
from reportedly.records.statement import Chain, Statement


def dated(
    statements: Iterable[Statement],
    article: Article,
    timexes: Sequence[Timex],
    sentences: Sequence[Span],
    actors: Sequence[Actor] = (),
) -> tuple[Statement, ...]:
    """The statements with the time of each link, as far as the text tells it.

    It is an expression of time in the sentence of the cue, in the text before, in the dateline or in the next few
    sentences: that which signs make most probable, where they make one probable enough. A link without a cue has a time
    only where its words stand between quotation marks, or beside a verb that tells what it passed on.
    """
    statements = tuple(statements)
    sayings = (saying for statement in statements for saying in sayings_of(statement, article))
    died = deaths(article, timexes, sentences, actors)
    on = days_of(sayings, Days(article, timexes, sentences, statements, actors), day_weights(), died)
    return tuple(_dated(statement, article, on) for statement in statements)


def days_of(
    sayings: Iterable[Saying], days: Days, weights: DayWeights, died: Mapping[str, str] | None = None
) -> dict[Key, Timex | None]:
    """The time of each saying by its key; `died` gives the first day of an actor's death."""
    history = History()
    for saying in sayings:
        if saying.key not in history.on:
            choices = [] if is_habit(saying) else days.choices(saying, history.before(saying))
            last = died.get(saying.link.actor) if died else None
            on = weights.best([one for one in choices if _is_before(one[0], last)])
            history.add(saying, written_on(saying, days.known) or on)
    return history.on


def _is_before(timex: Timex | None, death: str | None) -> bool:
    return timex is None or death is None or timex.from_ is None or timex.from_ < death


class History:
    """What was said before, and when."""

    def __init__(self) -> None:
        self.on: dict[Key, Timex | None] = {}
        self._own: dict[str, Last] = {}
        self._last: Last | None = None
        self._told: Counter[Dates] = Counter()

    def before(self, saying: Saying) -> Before:
        """What the same actor and what anybody said last, and when this one itself was told."""
        above = Last(saying.above[1].end, self.on[saying.above]) if saying.above in self.on else None
        return Before(own=self._own.get(saying.link.actor), other=self._last, above=above, told=self._told)

    def add(self, saying: Saying, on: Timex | None) -> None:
        """Remembers when something was said; what is to be said is no past that others go on from."""
        self.on[saying.key] = on
        if saying.statement.status != "expected":
            self._own[saying.link.actor] = self._last = Last(saying.place.end, on)
            if on is not None:
                self._told[on.from_, on.to] += 1


def _dated(statement: Statement, article: Article, on: dict[Key, Timex | None]) -> Statement:
    when = {saying.link: timex for saying in sayings_of(statement, article) if (timex := on[saying.key]) is not None}
    if not when:
        return statement
    links = (replace(link, on=when[link]) if link in when else link for link in statement.chain)
    return replace(statement, chain=Chain(links))


def notes_on(article: Article, timexes: Sequence[Timex]) -> tuple[str, ...]:
    """What the reader of a reading must know of its dates."""
    open_ones = sum(timex.from_ is None and timex.to is None for timex in timexes)
    if article.published is None and open_ones:
        return (
            f"published date unknown: {open_ones} relative {'date' if open_ones == 1 else 'dates'} left unresolved",
        )
    return ()
