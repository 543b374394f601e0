"""Whom an appeal is made to where that begins its content: "banks" of "warned banks not to speculate"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.reading.cast.nouns import noun
from reportedly.reading.chains.lookup import Spans
from reportedly.records.article import Article, Span

_APPEALS = re.compile(
    r"\b(?:ask|urg|order|instruct|implor|beg|invit|press|challeng|call|warn|advis|remind|tell|told)[a-z]*"
    r"(?: (?:up)?on)?\Z",
    re.IGNORECASE,
)
_TO = re.compile(r" (?:not )?to (?!(?:the|an?|his|her|its|their|our|my)\b)[a-z]+")
_ON = re.compile(r" (?:(?:up)?on )?")
_PEOPLE = re.compile(
    rf"(?:the |all |both |its |his |her |their |other )?(?:[a-z][\w-]* ){{0,2}}?(?P<noun>[a-z][\w-]*)"
    rf"(?={_TO.pattern})"
)
_NAME = re.compile(r"(?:the )?[A-Z][\w’'-]+(?: (?:(?:of|and) )?[A-Z][\w’'-]+){0,4}")  # "called on Sarn to wait"
_SHORT = 40  # characters
_EITHER = re.compile(r"both (?:men|women)")  # who are known by their names
_NOT_TOLD = re.compile(r"\b(?:for|that|of|in|on|at|by|to|how|what|when|where|whether|who|why|be|is|are)\b")


def with_those_asked(
    article: Article, attributions: Iterable[Attribution], mentions: Iterable[Span]
) -> list[Attribution]:
    """The attributions, in which those who are asked to do something are told, and what they are asked is content."""
    named = Spans(mentions)
    return [_asked(article, attribution, named) for attribution in attributions]


def _asked(article: Article, attribution: Attribution, named: Spans) -> Attribution:
    cue = attribution.cue
    if cue is None or attribution.addressees or not attribution.content or _APPEALS.search(cue.text) is None:
        return attribution
    first, *rest = attribution.content
    if (between := _before(article, cue, first)) is not None:
        return replace(attribution, addressees=(between,))
    if rest and article.text[first.end : rest[0].start] == " ":  # "banks | not to speculate"
        first = article.span(first.start, rest.pop(0).end)
    if not cue.end < first.start or _ON.fullmatch(article.text, cue.end, first.start) is None:
        return attribution
    told = _told(article, first, named)
    if told is None:
        return attribution
    asked = article.span(told.end + 1, first.end)
    return replace(attribution, addressees=(told,), content=(asked, *rest))


def _before(article: Article, cue: Span, content: Span) -> Span | None:
    """The words for people between a cue and what they are to do: "supporters" of "called on supporters | to wait"."""
    on = _ON.match(article.text, cue.end)
    if on is None or not 1 < content.start - on.end() < _SHORT or not content.text.startswith(("to ", "not to ")):
        return None
    if _NAME.fullmatch(article.text, on.end(), content.start - 1):
        return article.span(on.end(), content.start - 1)
    return _people(article, on.end(), content.end)


def _told(article: Article, content: Span, named: Spans) -> Span | None:
    """The words for people or a body at the head of a content, with "to" and what they are to do behind them."""
    for span in named.from_to(content.start, content.start + 1):
        is_known = _EITHER.fullmatch(span.text) is not None
        if not is_known and span.end < content.end and _TO.match(article.text, span.end, content.end):
            return span
    return _people(article, content.start, content.end)


def _people(article: Article, start: int, end: int) -> Span | None:
    """The words for people or a body at a place, where "to" and a verb stand behind them."""
    people = _PEOPLE.match(article.text, start, end)
    if people is None or _NOT_TOLD.search(people[0]) or _EITHER.fullmatch(people[0]):
        return None
    found = noun(people["noun"])
    if found is None or not (found.plural or found.kind in ("organisation", "government", "group")):
        return None
    return article.span(start, people.end())
