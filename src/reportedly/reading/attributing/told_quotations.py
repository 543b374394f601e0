"""Quotations inside what somebody says: 'One told me: “It's over. She knows it”' is told whole, and once.

Inside a content tags are least sure: of such a quotation only parts are given to its cue, and it floats beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.reading.attributing.unsaid import without
from reportedly.reading.attribution import Attribution
from reportedly.records.article import Article, Span

_SAYS = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|ask(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|answer(?:s|ed|ing)?|"
    r"add(?:s|ed|ing)?|wr(?:ites?|ote|iting|itten)|shout(?:s|ed|ing)?|texts?|texted)(?: to)?\Z",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?: [\w’'-]+){0,3}[:,] ?(?P<mark>[\"“‘'])(?=\w)")
_CLOSES = {'"': re.compile(r"\""), "“": re.compile(r"”"), "‘": re.compile(r"’(?!\w)"), "'": re.compile(r"'(?!\w)")}
_LONG = 900  # characters of a quotation


def with_told_quotations(article: Article, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, those inside others with the whole quotation that their cue leads to, which floats no more."""
    given = list(attributions)
    quoted = {n: span for n, a in enumerate(given) if a.within is not None and (span := _quotation(article, a))}
    if not quoted:
        return given
    for number, span in quoted.items():
        own = given[number].content
        content = own if own[0].text.rstrip(".,") == span.text.rstrip(".,") else (span,)
        given[number] = replace(given[number], content=content, form="direct")
    return without(
        given,
        {
            number
            for number, a in enumerate(given)
            if a.cue is None and any(_holds(span, a) for other, span in quoted.items() if other != number)
        },
    )


def _quotation(article: Article, attribution: Attribution) -> Span | None:
    """The quotation that a cue leads to, of which it has some words and no others."""
    cue = attribution.cue
    opening = None if cue is None or not _SAYS.search(cue.text) else _OPENS.match(article.text, cue.end)
    if opening is None:
        return None
    start = opening.end()
    closing = _CLOSES[opening["mark"]].search(article.text, start, start + _LONG)
    if closing is None or "\n" in article.text[start : closing.start()]:
        return None
    span = article.span(start, start + len(article.text[start : closing.start()].rstrip(",")))
    return span if _holds(span, attribution) else None


def _holds(quotation: Span, attribution: Attribution) -> bool:
    """Whether a quotation has all words of a content, but for its marks."""
    return all(quotation.start - 1 <= s.start and s.end <= quotation.end + 1 for s in attribution.content)
