"""Who goes on in a paragraph that is nothing but a quotation: whoever spoke last in the one before.

The encoder reads long paragraphs apart, so such words float: they have neither source nor cue. Where the quotation of
the paragraph before is not closed, newspapers go on with it; where it is, of 21 such paragraphs in 400 articles of
PolNeAR's training half 16 are of whoever spoke before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from reportedly.reading.attributing.unsaid import without
from reportedly.reading.attribution import Attribution, with_more
from reportedly.reading.layout.segment import find_paragraphs
from reportedly.records.article import Article, Span

_OPENING, _MARKS = re.compile(r"[\"“„«'‘`]"), "\"“”„«»'‘’` "
_TURN = re.compile(r"[^\W\d_a-zß-ÿ][^:\n\"“”]{0,40}:(?=\s)")  # "Voss (laughing): It was late": somebody else's turn
_LACKS = 2  # characters of such a paragraph that a content may lack


def with_continuations(
    article: Article, attributions: Sequence[Attribution], mentions: Sequence[Span]
) -> list[Attribution]:
    """The attributions, of which no paragraph floats that goes on with what was said in the one before.

    It is more of that, where that is quoted too; else its source says it. Mentions in the order of the text.
    """
    given, more = list(attributions), dict[int, int]()
    if not any(_floats(one) for one in given):
        return given
    paragraphs = find_paragraphs(article)
    starts = [paragraph.start for paragraph in paragraphs]
    for number, floating in enumerate(attributions):
        at = bisect_right(starts, floating.content[0].start) - 1
        if not _floats(floating) or at < 1 or not _fills(floating, paragraphs[at]):
            continue
        before = paragraphs[at - 1]
        last = _last_in(article, given, more, before)
        if not last or not (_is_open(before.text) or _has_the_floor(given, last, before, mentions)):
            continue
        if given[last[-1]].form == "indirect":
            given[number] = replace(floating, source=given[last[-1]].source)
            continue
        more[number] = last[-1]
        for one in {above for own in last for above in _upwards(given, own)}:
            given[one] = with_more(given[one], floating)
    kept = [replace(a, within=more.get(a.within, a.within)) if a.within is not None else a for a in given]
    return without(kept, more)


def _floats(attribution: Attribution) -> bool:
    return attribution.source is None and attribution.cue is None and attribution.within is None


def _fills(attribution: Attribution, paragraph: Span) -> bool:
    """Whether a paragraph is these words and the marks around them, and not the turn of somebody who is named."""
    words = paragraph.text.strip(_MARKS)
    return (
        _OPENING.match(paragraph.text) is not None
        and _TURN.match(words) is None
        and sum(len(span.text) for span in attribution.content) + _LACKS >= len(words)
    )


def _last_in(article: Article, attributions: Sequence[Attribution], gone: dict[int, int], paragraph: Span) -> list[int]:
    """All attributions of the content that ends last in a paragraph: the innermost in marks of its own."""
    ends = [
        (one.content[-1].end, one.content[-1].start, number)
        for number, one in enumerate(attributions)
        if number not in gone
        and paragraph.start <= one.content[-1].end <= paragraph.end
        and (one.within is None or _OPENING.match(article.text, one.content[-1].start - 1))
    ]
    if not ends:
        return []
    content = attributions[max(ends)[2]].content
    return [number for _, _, number in sorted(ends) if attributions[number].content == content]


def _upwards(attributions: Sequence[Attribution], number: int | None) -> list[int]:
    """An attribution and those around it."""
    found = []
    while number is not None:
        found.append(number)
        number = attributions[number].within
    return found


def _is_open(paragraph: str) -> bool:
    """Whether a quotation of a paragraph is not closed in it."""
    return paragraph.count('"') % 2 == 1 or paragraph.count("“") > paragraph.count("”")


def _has_the_floor(
    attributions: Sequence[Attribution], last: Sequence[int], paragraph: Span, mentions: Sequence[Span]
) -> bool:
    """Whether whoever spoke last is known, and nobody else is brought in behind: by a name, a colon or a question."""
    if any(attributions[number].source is None for number in last) or paragraph.text.rstrip(_MARKS)[-1:] in "?:":
        return False
    spoken = [span for n in last for one in (attributions[n],) for span in (*one.content, one.source, one.cue) if span]
    end = max(span.end for span in spoken)
    behind = bisect_left(mentions, end, key=attrgetter("start"))
    return behind == len(mentions) or mentions[behind].start >= paragraph.end
