"""Sources that share one cue: "a draft and two negotiators said" makes two statements with the same content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.reading.cast.nouns import small_words
from reportedly.reading.chains.lookup import Spans
from reportedly.records.article import Article, Span

_OPENING = re.compile(r"(?:(?:both|either|neither) )?", re.IGNORECASE)
_JOINT = re.compile(r"(?:,|,? (?:and|as well as|n?or)(?: also| both)?) ")
_PORTFOLIO = frozenset(small_words("portfolio"))
_AND = re.compile(r"and|or|as well as")


def split_conjoined(article: Article, attributions: Sequence[Attribution], mentions: Spans) -> tuple[Attribution, ...]:
    """The attributions, those with several sources replaced by one for each; what is within stays within the first."""
    return with_sources(attributions, [_parts(article, a.source, mentions) for a in attributions])


def with_sources(attributions: Sequence[Attribution], parts: Sequence[Sequence[Span]]) -> tuple[Attribution, ...]:
    """The attributions, each as often as it has sources and with its own where it has none."""
    moved, total = [], 0
    for sources in parts:
        moved.append(total)
        total += max(len(sources), 1)
    if total == len(attributions):
        return tuple(attributions)
    return tuple(
        replace(attribution, source=source, within=None if attribution.within is None else moved[attribution.within])
        for attribution, sources in zip(attributions, parts, strict=True)
        for source in sources or (attribution.source,)
    )


def _parts(article: Article, source: Span | None, mentions: Spans) -> tuple[Span, ...]:
    """The mentions that a source is made of, with nothing but commas and "and" between them; none where it is one."""
    if source is None or _JOINT.search(source.text) is None:
        return ()
    inside = mentions.inside(source)
    opening = _OPENING.match(source.text)
    start = source.start + (opening.end() if opening else 0)
    row = () if source in inside else next(_rows(article, start, source.end, inside), ())
    if any(_is_charge(span.text.lower().removeprefix("the ")) for span in row[:-1]):
        return ()  # "the work and pensions secretary" is one, "the Ministry of Trade and Ada Renn" are two
    # a comma alone joins a name to what somebody is: "Ada Renn, a spokeswoman"
    return row if len(row) > 1 and _AND.search(article.text, row[-2].end, row[-1].start) else ()


def _is_charge(words: str) -> bool:
    """Whether words are nothing but what somebody has charge of."""
    return words in _PORTFOLIO


def _rows(article: Article, start: int, end: int, inside: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """Rows of mentions that fill the text from `start` to `end`, longest mentions first."""
    for span in inside:
        if span.start != start:
            continue
        if span.end == end:
            yield (span,)
        elif joint := _JOINT.match(article.text, span.end, end):
            for rest in _rows(article, joint.end(), end, inside):
                yield (span, *rest)
