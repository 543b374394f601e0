"""Who says a floating quotation behind a sentence of its paragraph: whoever that sentence asks about, or lets speak.

So it is with "Does she fear a war? “No”" and "He dismissed the report. “One hears the splash.”": of 11 such, in
stories and real articles, whose source was taken from elsewhere 10 are right so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

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
_LONG = 280  # characters before a quotation in which the question stands


def with_speakers(
    article: Article, attributions: Sequence[Attribution], sentences: Sequence[Span]
) -> list[Attribution]:
    """The attributions, of which those that float behind a sentence of their paragraph have a source that it names."""
    places = Sentences(sentences)
    return [
        replace(a, source=_speaker(article, a, attributions, places) or a.source)
        if a.cue is None and a.within is None
        else a
        for a in attributions
    ]


def _speaker(
    article: Article, floating: Attribution, attributions: Sequence[Attribution], sentences: Sentences
) -> Span | None:
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
    if floating.source is not None and (floating.source.start >= start or begin <= floating.source.start < end):
        return None
    if text[end - 1] == "?":
        return _first(article, _ASKS, begin, end)
    said = [
        (a.cue.start, a.source)
        for a in attributions
        if a.cue is not None and a.within is None and a.source is not None and begin <= a.cue.start < end
    ]
    return max(said, key=lambda one: one[0])[1] if said else None


def _first(article: Article, words: re.Pattern[str], start: int, end: int) -> Span | None:
    found = words.search(article.text, start, end)
    return None if found is None else article.span(*found.span(found.re.groups))
