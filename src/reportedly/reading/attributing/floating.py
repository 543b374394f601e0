"""Who says a floating quotation behind a sentence of its paragraph: whoever that sentence asks about, or lets speak.

So it is with "Does she fear a war? “No”" and "He dismissed the report. “One hears the splash.”": of 22 such, in
stories and real articles, whose source was taken from elsewhere 18 are right so. A question that names nobody is put
to whoever spoke last.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.reading.attribution import Attribution
from reportedly.reading.chains.lookup import Sentences
from reportedly.records.article import Article, Span

_MARKS = " \"“„«‘'"
_ENDS = frozenset('.?!:”"')
_ASKED = re.compile(  # whoever was asked answers: "Asked whether he knew her: “She rang.”"
    r"(?:\A|[.?!”\"’]\s+|\n)(?:When )?(?:asked|pressed|questioned)\b(?P<what>[^“”\"\n]{4,240})[:,]\s*[“\"]?\Z",
    re.IGNORECASE,
)
_HE = re.compile(r"\b(?:he|she|they)\b")
_ASKS = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must) (he|she)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:He|She)(?= (?!asked\b))")
_APART = re.compile(r"[.?!\n]")
_BEFORE = 600  # characters before a question in which the last one to speak is whom it is put to
_LONG = 280  # characters before a quotation in which the question stands


def with_speakers(
    article: Article, attributions: Sequence[Attribution], sentences: Sequence[Span]
) -> list[Attribution]:
    """The attributions, of which those that float behind a sentence of their paragraph have a source that it names."""
    given, places = list(attributions), Sentences(sentences)
    outer = sorted((_start(a), number) for number, a in enumerate(attributions) if a.within is None)
    for number, one in enumerate(attributions):
        if one.cue is None and one.within is None:
            given[number] = replace(one, source=_speaker(article, one, _Said(given, outer), places) or one.source)
    return given


@dataclass(frozen=True, slots=True)
class _Said:
    """The outer attributions, by where they begin."""

    attributions: Sequence[Attribution]
    order: Sequence[tuple[int, int]]

    def last(self, start: int, end: int, *, with_cue: bool) -> Span | None:
        """The source of the last one that begins in between, as far as it has one."""
        for place in range(bisect_left(self.order, (end, 0)) - 1, -1, -1):
            begin, number = self.order[place]
            if begin < start:
                break
            if self.attributions[number].cue is not None or not with_cue:
                return self.attributions[number].source
        return None


def _start(attribution: Attribution) -> int:
    return (attribution.cue or attribution.content[0]).start


def _speaker(article: Article, floating: Attribution, said: _Said, sentences: Sentences) -> Span | None:
    start, text = floating.content[0].start, article.text
    low = max(0, start - _LONG)
    if (asked := _ASKED.search(text[low:start])) is not None:
        return _first(article, _HE, low + asked.start("what"), low + asked.end("what"))
    end = start
    while end and text[end - 1] in _MARKS:
        end -= 1
    if end == start or text[end - 1 : end] not in _ENDS:
        return None
    begin, _ = sentences.around(end - 1)
    if _is_beside(text, floating, begin, end):
        return None
    if text[end - 1] == "?":
        return _first(article, _ASKS, begin, end) or said.last(start - _BEFORE, begin, with_cue=False)
    if (he := _BEGINS.match(text, begin, end)) is not None:
        return article.span(*he.span())
    return said.last(begin, end, with_cue=True)


def _is_beside(text: str, floating: Attribution, begin: int, end: int) -> bool:
    """Whether the source stands in the sentence before the quotation, or right behind that."""
    source, close = floating.source, floating.content[-1].end
    if source is None:
        return False
    behind = source.start >= close and not _APART.search(text, close, source.start)
    return behind or begin <= source.start < end


def _first(article: Article, words: re.Pattern[str], start: int, end: int) -> Span | None:
    found = words.search(article.text, start, end)
    return None if found is None else article.span(*found.span(found.re.groups))
