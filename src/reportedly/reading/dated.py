"""When each link of a chain was said, and what could not be dated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reportedly.records.article import Article, Span, Timex
from reportedly.records.statement import Chain, Link, Statement


def dated(statements: Iterable[Statement], when: Callable[[Span], Timex | None]) -> tuple[Statement, ...]:
    """The statements with the time of each link that has a cue, as far as the text tells it."""
    known: dict[Span, Timex | None] = {}

    def on(link: Link) -> Link:
        if link.cue is None:
            return link
        if link.cue not in known:
            known[link.cue] = when(link.cue)
        return replace(link, on=known[link.cue])

    return tuple(replace(statement, chain=Chain(on(link) for link in statement.chain)) for statement in statements)


def notes_on(article: Article, timexes: Sequence[Timex]) -> tuple[str, ...]:
    """What the reader of a reading must know of its dates."""
    open_ones = sum(timex.from_ is None and timex.to is None for timex in timexes)
    if article.published is None and open_ones:
        return (
            f"published date unknown: {open_ones} relative {'date' if open_ones == 1 else 'dates'} left unresolved",
        )
    return ()
