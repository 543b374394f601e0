"""Where phrases end that run on: a source at its relative pronoun or in the next sentence, a content at "and".

"A fire chief, who" is the fire chief, "a professor at U.C.L.A. He" the professor.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution, Mention
from reportedly.records.article import Article, Span

_RELATIVE = re.compile(r"(?<=\w)(?:['’]s)?,? (?:who|which|that|whose)\Z")
_RUNS_ON = re.compile(r"\.[\"”’]? (?:But|He|I|In|It|She|The|They|This|We|Yet|And)\Z")
_JOINED = re.compile(r"(?<=\w)[,;]? (?:and|but|or)\Z")
_WHAT_THEY_ARE = re.compile(
    r"(?i:of|like|than|with|for|about) (?:who|which|that|whose)\Z"
)  # "two of whom", "like that"


def with_ends(
    article: Article, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> tuple[list[Attribution], list[Mention]]:
    """The attributions and mentions, of which each ends where its phrase does."""
    found: dict[Span, Mention] = {}
    for mention in mentions:
        span = _phrase(article, mention.span)
        if span not in found or span == mention.span:
            found[span] = mention if span == mention.span else replace(mention, span=span)
    return [_ended(article, a) for a in attributions], sorted(found.values(), key=lambda m: m.span.start)


def _ended(article: Article, attribution: Attribution) -> Attribution:
    source = None if attribution.source is None else _phrase(article, attribution.source)
    addressees = tuple(_phrase(article, span) for span in attribution.addressees)
    content = tuple(_without(article, span, _JOINED) for span in attribution.content)
    now = (source, addressees, content)
    if now == (attribution.source, attribution.addressees, attribution.content):
        return attribution
    return replace(attribution, source=source, addressees=addressees, content=content)


def _phrase(article: Article, span: Span) -> Span:
    if _WHAT_THEY_ARE.search(span.text):
        return span
    return _without(article, _without_next(article, span), _RELATIVE)


def _without_next(article: Article, span: Span) -> Span:
    match = _RUNS_ON.search(span.text)
    return span if match is None else article.span(span.start, span.start + match.start() + 1)


def _without(article: Article, span: Span, end: re.Pattern[str]) -> Span:
    match = end.search(span.text)
    return span if match is None or not match.start() else article.span(span.start, span.start + match.start())
