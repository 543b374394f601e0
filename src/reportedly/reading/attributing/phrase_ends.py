"""Where phrases end that run on: a source at its relative pronoun or in the next sentence, a content at "and".

"A fire chief, who" is the fire chief, "a professor at U.C.L.A. He" the professor, "Valley." the site Valley.info.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.tokens import SITE
from reportedly.records.article import Article, Span

_BEHIND = re.compile(r"(?<=\w)(?:['’]s)?,? (?:who|which|that|whose|such(?: as)?|like)\Z")  # "guests, such"
_RUNS_ON = re.compile(r"\.[\"”’]? (?:But|He|I|In|It|She|The|They|This|We|Yet|And)\Z")
_JOINED = re.compile(r"(?<=\w)[,;]? (?:and|but|or)\Z")
_SITE = re.compile(SITE)
_REST = 20  # characters of an address behind the end of a mention
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
    relays = tuple(replace(relay, mention=_phrase(article, relay.mention)) for relay in attribution.relays)
    content = tuple(_without(article, span, _JOINED) for span in attribution.content)
    now = (source, addressees, relays, content)
    if now == (attribution.source, attribution.addressees, attribution.relays, attribution.content):
        return attribution
    return replace(attribution, source=source, addressees=addressees, relays=relays, content=content)


def _phrase(article: Article, span: Span) -> Span:
    if _WHAT_THEY_ARE.search(span.text):
        return span
    return _without(article, _without_next(article, _with_site(article, span)), _BEHIND)


def _with_site(article: Article, span: Span) -> Span:
    """The words with the rest of the address of a site in which they end."""
    text = article.text
    if "." not in text[span.end - 1 : span.end + 1]:
        return span
    site = _SITE.search(text, span.start, min(span.end + _REST, len(text)))
    cut = site is not None and site.start() < span.end < site.end()
    return article.span(span.start, site.end()) if site is not None and cut else span


def _without_next(article: Article, span: Span) -> Span:
    match = _RUNS_ON.search(span.text)
    return span if match is None else article.span(span.start, span.start + match.start() + 1)


def _without(article: Article, span: Span, end: re.Pattern[str]) -> Span:
    match = end.search(span.text)
    return span if match is None or not match.start() else article.span(span.start, span.start + match.start())
