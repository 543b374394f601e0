"""Lists of what somebody says: all items below "She said:", of which the encoder gives the first to the cue."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.reading.layout.segment import find_paragraphs
from reportedly.records.article import Article, Span

_ITEM = re.compile(r"(?P<mark>[-•*–—▪·])\s+(?P<words>\S.*\S)")
_NEAR = 4  # characters before an item's words in which its mark stands


def with_lists(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, of which those of the first item of a list that a colon introduces have the other items too.

    Items of which somebody else is the source stay apart, and end the list.
    """
    if not any(_ITEM.match(line) for line in article.text.splitlines()):
        return list(attributions)
    paragraphs = find_paragraphs(article)
    starts = [paragraph.start for paragraph in paragraphs]
    told = {bisect_right(starts, a.content[0].start) - 1 for a in attributions if a.within is None}
    return [_with_items(article, one, paragraphs, starts, told) for one in attributions]


def _with_items(
    article: Article, one: Attribution, paragraphs: Sequence[Span], starts: Sequence[int], told: set[int]
) -> Attribution:
    at = bisect_right(starts, one.content[0].start) - 1
    first = _ITEM.fullmatch(paragraphs[at].text) if at > 0 else None
    if one.cue is None or one.within is not None or first is None or len(one.content) > 1:
        return one
    introduced = paragraphs[at - 1].start <= one.cue.start < paragraphs[at - 1].end
    begins = one.content[0].start - paragraphs[at].start <= _NEAR
    if not introduced or not begins or not paragraphs[at - 1].text.endswith(":"):
        return one
    more = []
    for number in range(at + 1, len(paragraphs)):
        item = _ITEM.fullmatch(paragraphs[number].text)
        if item is None or item["mark"] != first["mark"] or number in told:
            break
        start = paragraphs[number].start
        more.append(article.span(start + item.start("words"), start + item.end("words")))
    return replace(one, content=(*one.content, *more)) if more else one
