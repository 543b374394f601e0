"""Posts that a page embeds: "The tent is paid for. pic.example/x — Ada Renn (@adarenn) March 3, 2031"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution, Mention
from reportedly.records.article import Article, Span

_SIGNED = re.compile(  # with its day, which the lines about authors lack
    r"\s*(?:—|–|--)\s*(?P<name>[^\n()@<>—–]{2,50}?)\s\(@\w{1,20}\)(?=\s+(?:[A-Z][a-z]+\.? \d|\d{1,2} [A-Z])|\s*</?\w)"
)
_TAG = re.compile(r"<\w[^<>\n]{0,200}>")
_LINK = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/)\S+)+\Z")
_LONGEST = 600  # characters of a post


def with_posts(
    article: Article, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> tuple[list[Attribution], list[Mention]]:
    """The attributions and mentions, with each embedded post, said by whoever signs it.

    What stands in its words stands within it; a floating quotation of them goes.
    """
    if "(@" not in article.text:
        return list(attributions), list(mentions)
    given, known, named = list(attributions), {mention.span for mention in mentions}, list(mentions)
    for signed in _SIGNED.finditer(article.text):
        words = _words(article, signed.start())
        if words is None:
            continue
        name = article.span(*signed.span("name"))
        own = next((m.span for m in named if m.span.start < name.end and name.start < m.span.end), None)
        if own is None and name not in known:
            named.append(Mention(span=name, kind=None))
        given = _with_post(given, own or name, words)
    return given, sorted(named, key=lambda mention: mention.span.start)


def _words(article: Article, end: int) -> Span | None:
    """The words of the line that a signature ends, or of the line before it, without links and tags."""
    text = article.text
    start = max(text.rfind("\n", 0, end) + 1, end - _LONGEST)
    for tag in _TAG.finditer(text, start, end):
        start = tag.end()
    if link := _LINK.search(text[start:end]):
        end = start + link.start()
    while start < end and text[start] in ' "“':
        start += 1
    while start < end and text[end - 1] in ' "”':
        end -= 1
    return article.span(start, end) if any(map(str.isalnum, text[start:end])) else None


def _with_post(attributions: Sequence[Attribution], source: Span, words: Span) -> list[Attribution]:
    """The attributions with one of a post in the place of what floats in it, around what is told in it."""
    given = list(attributions)
    number = next(
        (n for n, a in enumerate(given) if a.cue is None and a.within is None and _covers(words, a)), len(given)
    )
    post = Attribution(source=source, cue=None, content=(words,), form="direct")
    given[number:] = [post, *given[number + 1 :]]
    return [
        replace(a, within=number) if n != number and a.within is None and _covers(words, a) else a
        for n, a in enumerate(given)
    ]


def _covers(words: Span, attribution: Attribution) -> bool:
    first, last = attribution.content[0], attribution.content[-1]
    return words.start <= (attribution.source or first).start and words.start <= first.start and last.end <= words.end
