"""What somebody only "said so" of: the words before, "The pass will open on Friday. The minister said so"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.reading.chains.lookup import Sentences
from reportedly.records.article import Article, Span

_SO = re.compile(r"so\b(?:[\s,][^.;:]{0,60})?\Z")
_SAYS = re.compile(r"\b(?:sa(?:y|ys|id)|t(?:ell|ells|old))\b", re.IGNORECASE)
_END = re.compile(r"[.;:!]\s+\Z")
_SHORTEST = 8  # characters of words that somebody can say


def with_what_is_so(
    article: Article, attributions: Sequence[Attribution], sentences: Sequence[Span]
) -> list[Attribution]:
    """The outer attributions, of which none whose clause begins with its source has only "so" as its content.

    Seven of eight such statements are annotated with the words before; elsewhere ("opposes it and told them so") the
    "so" stays.
    """
    places = Sentences(sentences)
    cues = sorted(a.cue.start for a in attributions if a.cue is not None)
    return [_resolved(article, one, cues, places) for one in attributions]


def _resolved(article: Article, one: Attribution, cues: Sequence[int], places: Sentences) -> Attribution:
    source, text = one.source, article.text
    if one.within is not None or source is None or one.cue is None or source.start > one.cue.start:
        return one
    if len(one.content) != 1 or _SO.match(one.content[0].text) is None or _SAYS.search(one.cue.text) is None:
        return one
    end = _END.search(text, max(0, source.start - 3), source.start)
    if end is None or "\n" in end[0]:
        return one
    start, _ = places.around(end.start() - 1)
    told = bisect_left(cues, start) < bisect_left(cues, end.start())
    if told or end.start() - start < _SHORTEST or "?" in text[start : end.start()]:
        return one
    return replace(one, content=(article.span(start, end.start()),))
