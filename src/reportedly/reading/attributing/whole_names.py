"""Names of bodies that were cut at a comma or at "and", as "Department for Culture" of "… Culture, Media and Sport"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.body_names import lists_in_names
from reportedly.records.article import Article, Span

_PEOPLE = ("person", "government")


def with_whole_names(
    article: Article, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> tuple[list[Attribution], list[Mention]]:
    """The attributions and mentions, in which each piece of such a name is the whole of it."""
    wholes = [span for span in _wholes(article) if not _names_others(span, mentions)]
    if not wholes:
        return list(attributions), list(mentions)
    found: dict[Span, Mention] = {}
    for mention in mentions:
        span = _whole_of(article, mention.span, wholes)
        cut = span != mention.span
        if span not in found or not cut:
            found[span] = replace(mention, span=span, kind="organisation" if cut else mention.kind)
    told = [a if a.source is None else replace(a, source=_whole_of(article, a.source, wholes)) for a in attributions]
    return told, sorted(found.values(), key=lambda m: m.span.start)


def _wholes(article: Article) -> Iterator[Span]:
    """The names, with "the" before them."""
    for (start, end), _ in lists_in_names(article.text):
        the = article.text[max(0, start - 4) : start].lower() == "the "
        yield article.span(start - 4 * the, end)


def _names_others(whole: Span, mentions: Iterable[Mention]) -> bool:
    """Whether somebody in person or a state is named in the list: "the Department of Justice and Renn"."""
    return any(whole.start < m.span.start and m.span.end <= whole.end and m.kind in _PEOPLE for m in mentions)


def _whole_of(article: Article, span: Span, wholes: Iterable[Span]) -> Span:
    """The words with the rest of a name of which they are a piece."""
    for whole in wholes:
        if (
            span.start < whole.end
            and whole.start < span.end
            and not (span.start <= whole.start and whole.end <= span.end)
        ):
            return article.span(min(span.start, whole.start), max(span.end, whole.end))
    return span
