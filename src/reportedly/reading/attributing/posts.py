"""Posts that a page embeds: "The tent is paid for. pic.example/x — Ada Renn (@adarenn) March 3, 2031"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attributing.unsaid import without
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
    """The attributions and mentions (in the order of the text), with each embedded post, said by whoever signs it.

    What stands in its words stands within it; a floating quotation of them goes.
    """
    signed = list(_SIGNED.finditer(article.text)) if "(@" in article.text else []
    both = [(sign, words) for sign in signed if (words := _words(article, sign.start())) is not None]
    if not both:
        return list(attributions), list(mentions)
    starts = [mention.span.start for mention in mentions]
    posts, new = list[Attribution](), list[Mention]()
    for sign, words in both:
        name = article.span(*sign.span("name"))
        at = bisect_left(starts, name.end) - 1
        known = mentions[at].span if at >= 0 and mentions[at].span.end > name.start else None
        if known is None:
            new.append(Mention(span=name, kind=None))
        posts.append(Attribution(source=known or name, cue=None, content=(words,), form="direct"))
    named = sorted([*mentions, *new], key=lambda mention: mention.span.start)
    return _with_told_in(attributions, posts), named


def _words(article: Article, end: int) -> Span | None:
    """The words of the line that a signature ends, or of the line before it, without links and tags."""
    text = article.text
    start = max(text.rfind("\n", max(0, end - _LONGEST), end) + 1, end - _LONGEST)
    for tag in _TAG.finditer(text, start, end):
        start = tag.end()
    if link := _LINK.search(text[start:end]):
        end = start + link.start()
    while start < end and text[start] in ' "“':
        start += 1
    while start < end and text[end - 1] in ' "”':
        end -= 1
    return article.span(start, end) if any(map(str.isalnum, text[start:end])) else None


def _with_told_in(attributions: Sequence[Attribution], posts: Sequence[Attribution]) -> list[Attribution]:
    """The attributions behind which the posts stand, around what is told in them and without what floats there."""
    starts = [post.content[0].start for post in posts]
    gone: set[int] = set()
    kept = list(attributions)
    for number, one in enumerate(attributions):
        at = bisect_right(starts, one.content[0].start) - 1
        if one.within is not None or at < 0 or not _covers(posts[at].content[0], one):
            continue
        if one.cue is None:
            gone.add(number)
        kept[number] = replace(one, within=len(attributions) + at)
    return without([*kept, *posts], gone)


def _covers(words: Span, attribution: Attribution) -> bool:
    first, last = attribution.content[0], attribution.content[-1]
    return words.start <= (attribution.source or first).start and words.start <= first.start and last.end <= words.end
